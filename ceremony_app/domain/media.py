"""Sizes of paper as printers know them, and the near misses of F4.

Indonesian offices load 215 x 330 mm. Drivers know a Folio of 210 x 330, one of 8.5 x 13 inches,
which is the same within a millimetre, and Legal, which is 26 mm longer: a wrong one shrinks the
page or cuts its foot, so a size counts as known only within `TOLERANCE_MM`.
"""

from dataclasses import dataclass
from enum import Enum

TOLERANCE_MM = 1.0

_NEAR_WIDTH_MM = 7.0
_NEAR_HEIGHT_MM = 27.0

SizeMm = tuple[float, float]
"""Width and height in millimetres."""


class Fit(Enum):
    """Whether a printer has a size: by name, as one of its own measures, not, or unsaid."""

    NAMED = "named"
    CUSTOM = "custom"
    ABSENT = "absent"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Media:
    """One size that a printer names: what its queue calls it, what people do, millimetres."""

    name: str
    words: str
    size_mm: SizeMm


@dataclass(frozen=True, slots=True)
class MediaList:
    """The sizes of a printer; `least` and `most` bound those that it takes by measure."""

    named: tuple[Media, ...] = ()
    least: SizeMm | None = None
    most: SizeMm | None = None

    def fit(self, size: SizeMm) -> Fit:
        """Whether pages of this size can be printed as they are."""
        if not self.named and self.most is None:
            return Fit.UNTOLD
        if self.like(size) is not None:
            return Fit.NAMED
        return Fit.CUSTOM if self._takes_by_measure(size) else Fit.ABSENT

    def like(self, size: SizeMm) -> Media | None:
        """The size that is the same, as near as no ruler tells; the nearest of several."""
        same = [one for one in self.named if max(_apart(one.size_mm, size)) <= TOLERANCE_MM]
        return min(same, key=lambda one: sum(_apart(one.size_mm, size)), default=None)

    def near_misses(self, size: SizeMm) -> tuple[Media, ...]:
        """Those that are easily taken for it and are not it, the nearest first."""
        near = []
        for one in self.named:
            across, along = _apart(one.size_mm, size)
            is_near = across <= _NEAR_WIDTH_MM and along <= _NEAR_HEIGHT_MM
            if is_near and max(across, along) > TOLERANCE_MM:
                near.append((across + along, one))
        return tuple(one for _, one in sorted(near, key=lambda found: found[0]))

    def _takes_by_measure(self, size: SizeMm) -> bool:
        least = self.least or (0.0, 0.0)
        return self.most is not None and all(
            low <= side <= high for low, side, high in zip(least, size, self.most, strict=True)
        )


NOTHING_TOLD = MediaList()
"""Of a printer that does not say which sizes it has."""


def _apart(one: SizeMm, other: SizeMm) -> SizeMm:
    return abs(one[0] - other[0]), abs(one[1] - other[1])
