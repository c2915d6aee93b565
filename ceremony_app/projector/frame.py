"""Where things stand on a screen of a given size: in fractions of its width and height.

Everything that must be read lies within the safe area, since projectors cut off edges.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

_SIDE = 0.045
_EDGE = 0.04


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of a picture of `width` by `height` pixels."""

    width: int
    height: int

    @property
    def whole(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height)

    @property
    def safe(self) -> QRectF:
        """Where words may stand."""
        return self.part(_SIDE, _EDGE, 1 - _SIDE, 1 - _EDGE)

    @property
    def unit(self) -> float:
        """A hundredth of the height, or less on a screen that is narrow for its height."""
        return min(self.height, self.width * 0.75) / 100

    def part(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        """The rectangle between fractions of width and height."""
        wide, high = self.width, self.height
        return QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)

    def row(self, top: float, bottom: float) -> QRectF:
        """The safe width between two fractions of the height."""
        return self.part(_SIDE, top, 1 - _SIDE, bottom)
