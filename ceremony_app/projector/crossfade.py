"""One picture that turns into the next, frame by frame, by a clock that is handed in.

Both pictures are painted beforehand, so a frame is two images laid one over the other and costs
no letters. A window paints a frame, asks for the next one after FRAME_MS, and ends where `is_over`.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTransform

LENGTH = 0.3
"""Seconds from one picture to the next: seen, and never waited for."""

FRAME_MS = 15
"""Milliseconds between two frames: a little under a sixtieth of a second."""


class Crossfade:
    """The way from `before` to `after`, two opaque images of one size, begun at `began`.

    Times are in seconds of any clock that never goes back. Raises ValueError for images that
    `can_fade` refuses.
    """

    def __init__(self, before: QImage, after: QImage, began: float, length: float = LENGTH) -> None:
        if not can_fade(before, after):
            raise ValueError("a fade needs two pictures of one size")
        self._before = before
        self._after = after
        self._began = began
        self._length = length

    def share(self, now: float) -> float:
        """How much of the later picture is seen, 0 to 1: slow at both ends."""
        gone = min(max((now - self._began) / self._length, 0.0), 1.0) if self._length > 0 else 1.0
        return gone * gone * (3 - 2 * gone)

    def is_over(self, now: float) -> bool:
        """Whether only the later picture is seen."""
        return now - self._began >= self._length

    def paint(self, painter: QPainter, now: float) -> None:
        """One frame from the top left corner of what is painted on, pixel for pixel."""
        share = self.share(now)
        if share < 1:
            paint_exactly(painter, self._before)
        if share > 0:
            painter.save()
            painter.setOpacity(share)
            paint_exactly(painter, self._after)
            painter.restore()

    def image(self, now: float) -> QImage:
        """The frame as an image: where another fade begins that breaks in on this one."""
        frame = self._before.copy()
        painter = QPainter(frame)
        try:
            self.paint(painter, now)
        finally:
            painter.end()
        return frame


def can_fade(before: QImage, after: QImage) -> bool:
    """Whether one picture can turn into the other: both are there, and of one size."""
    return not before.isNull() and not after.isNull() and before.size() == after.size()


def paint_exactly(painter: QPainter, image: QImage) -> None:
    """An image from the top left corner, one pixel of it to one of the device.

    On a scaled screen the painter's own units are not pixels, and an image drawn by them goes
    through a scaling that costs four times as much and is less sharp.
    """
    ratio = painter.device().devicePixelRatioF()
    painter.save()
    painter.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    painter.drawImage(QPointF(0, 0), image)
    painter.restore()
