"""What a picture is made of: a list of things to draw, bottom first.

Scenes make such lists from the show, and the painter draws them; so what stands where can be
checked without a pixel.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainterPath


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words: `rect` is the room that its letters take, `baseline` where they stand.

    `slots` hold each word's place, in pixels from the left of `rect`, and what is added between
    its letters; where there are none the line is drawn as one.
    """

    words: str
    rect: QRectF
    baseline: float
    size: int
    colour: str
    bold: bool = False
    slots: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of one colour, with round corners of `radius` pixels."""

    rect: QRectF
    colour: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A figure, filled; or, with a `pen` (its width in pixels), drawn as a line."""

    path: QPainterPath
    colour: str
    pen: float = 0.0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the office's own, fitted beforehand: drawn pixel for pixel, unless pictures
    are larger than the screen."""

    image: QImage
    rect: QRectF


Item = Words | Fill | Shape | Image
