"""Lines of words set into rectangles."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF

from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.items import Words
from ceremony_app.projector.letters import LINE, Letters, is_leftward

_FITTED = 1000
"""How many fitted words are kept."""

_BOLDNESS = 0.75
"""Where letters keep one width in both weights, bold ones, which are read now, hardly give way."""

_LEFTWARDS = ("R", "AL", "AN")


class Align(Enum):
    """Where a line stands in its room."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of one size, and how high they are together, in pixels."""

    lines: tuple[str, ...]
    size: int
    height: float


class Typesetter:
    """Sets words in one family of letters."""

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self._fitted = lru_cache(_FITTED)(self._fit)

    def line(
        self,
        words: str,
        room: QRectF,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> Words:
        """One line in the middle of a room's height; smaller where the room is too narrow, or
        where letters reach further up and down than ours."""
        lead = self.letters.lead(words)
        size = int(size * LINE / lead.high)
        size = self.letters.largest(words, room.width(), 1, size, bold=bold)
        wide = min(self.letters.width(words, size, bold=bold), room.width())
        high = size * lead.high
        left = room.left() + (room.width() - wide) * align.value
        rect = QRectF(left, room.center().y() - high / 2, wide, high)
        return Words(words, rect, rect.top() + lead.rise * size, size, colour, bold)

    def block(
        self,
        lines: Sequence[str],
        room: QRectF,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> Iterator[Words]:
        """Lines one below the other from the top of a room, all of one size."""
        lead = self.letters.lead(" ".join(lines))
        for index, words in enumerate(lines):
            wide = self.letters.width(words, size, bold=bold)
            left = room.left() + (room.width() - wide) * align.value
            rect = QRectF(left, room.top() + index * size * lead.high, wide, size * lead.high)
            yield Words(words, rect, rect.top() + lead.rise * size, size, colour, bold)

    def steady(
        self, lines: Sequence[str], room: QRectF, size: int, colour: str, *, bold: bool
    ) -> Iterator[Words]:
        """As `block`, but words take the same room whether they are bold or not: nothing moves
        when a line becomes bold. What runs from right to left begins at the right."""
        align = Align.RIGHT if is_leftward(" ".join(lines)) else Align.LEFT
        for line in self.block(lines, room, size, colour, bold=bold, align=align):
            slots = self._slots(line.words, size, bold=bold)
            yield replace(line, slots=slots)

    def _slots(self, line: str, size: int, *, bold: bool) -> tuple[tuple[float, float], ...]:
        """Where the words of a line begin and how far their letters are set apart.

        None where letters run from right to left, or join.
        """
        if any(unicodedata.bidirectional(letter) in _LEFTWARDS for letter in line):
            return ()
        slots, at = [], 0.0
        blank = self._between(" ", size)
        for word in line.split(" "):
            wide = self._between(word, size)
            more = wide - self.letters.width(word, size, bold=bold)
            slots.append((at, more / max(len(word), 1)))
            at += wide + blank
        return tuple(slots)

    def _between(self, words: str, size: int) -> float:
        """A width between those of bold letters and others, nearer to the bold ones."""
        plain, bold = (self.letters.width(words, size, bold=bold) for bold in (False, True))
        return plain + (bold - plain) * _BOLDNESS

    def height(self, words: str, room: QRectF, size: int, *, bold: bool = True) -> float:
        """The height of words in lines as wide as a room, in pixels."""
        return self.letters.depth(self.letters.wrap(words, size, room.width(), bold=bold)) * size

    def fitted(self, words: str, room: QSizeF, most: int, *, bold: bool = True) -> Fitted:
        """Words in lines that fit a room, as large as they can be up to `most` pixels."""
        return self._fitted(words, room.width(), room.height(), most, bold)

    def centred(
        self,
        words: str,
        room: QRectF,
        most: int,
        colour: str,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> Iterator[Words]:
        """Words in lines in the middle of a room's height, as large as fits up to `most`."""
        fitted = self.fitted(words, room.size(), most, bold=bold)
        top = room.center().y() - fitted.height / 2
        place = QRectF(room.left(), top, room.width(), room.height())
        yield from self.block(fitted.lines, place, fitted.size, colour, bold=bold, align=align)

    def _fit(self, words: str, wide: float, high: float, most: int, bold: bool) -> Fitted:  # noqa: FBT001 a key of the cache
        room = QRectF(0, 0, wide, high)
        size = largest_size(most, lambda size: self.height(words, room, size, bold=bold) <= high)
        lines = self.letters.balanced(words, size, wide, bold=bold)
        return Fitted(lines, size, self.letters.depth(lines) * size)
