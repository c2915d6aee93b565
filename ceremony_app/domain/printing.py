"""What is asked of a printer, and what it says of itself."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.media import NOTHING_TOLD, MediaList, SizeMm

MOST_COPIES = 999

_RANGE = re.compile(r"(\d{1,5})(?:\s*[-\u2013]\s*(\d{1,5}))?")


class Sides(StrEnum):
    """How a sheet is printed; the values are those of the Internet Printing Protocol
    (RFC 8011, 5.2.8)."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class PrintWish:
    """How a document is to be printed.

    `pages` is as people write it ("1-3, 5"), empty for all. `tray` is the printer's own name
    for it, empty for the one that it chooses. `size_mm` is the size of the pages, and so of what
    must lie in it; None leaves it to the queue.
    """

    printer: str
    copies: int = 1
    pages: str = ""
    sides: Sides = Sides.ONE
    tray: str = ""
    size_mm: SizeMm | None = None


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a printer says that it can do: sides, the names of its trays, sizes of paper."""

    sides: tuple[Sides, ...] = (Sides.ONE,)
    trays: tuple[str, ...] = ()
    media: MediaList = NOTHING_TOLD


class JobState(StrEnum):
    """Where a document is on its way to the paper, as far as the system tells."""

    WAITING = "waiting"
    HELD = "held"
    PRINTING = "printing"
    OUT_OF_PAPER = "out_of_paper"
    ATTENTION = "attention"
    OFFLINE = "offline"
    STOPPED = "stopped"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    GONE = "gone"
    SENT = "sent"

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be expected of it. SENT is all that some systems tell."""
        return self in _OVER

    @property
    def is_on_paper(self) -> bool:
        """Whether printing it again would give it twice, or might: what is gone from a queue may
        have come out."""
        return self in (JobState.DONE, JobState.SENT, JobState.GONE)

    @property
    def may_be_in_part(self) -> bool:
        """Whether some of its pages may have come out, and not all."""
        return self in (JobState.CANCELLED, JobState.FAILED)


_OVER = frozenset(
    {JobState.DONE, JobState.CANCELLED, JobState.FAILED, JobState.GONE, JobState.SENT}
)


def page_ranges(pages: str, last: int) -> tuple[tuple[int, int], ...]:
    """The ranges of pages that somebody wrote, in order, joined where they touch; all where
    nothing is written. Pages count from 1 to `last`.

    Raises Refused, naming what cannot be read or is not in the document.
    """
    if not pages.strip():
        return ((1, last),)
    wanted: set[int] = set()
    for part in pages.replace(";", ",").split(","):
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            raise Refused("printing.pages", pages=part.strip() or pages)
        first, end = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= end <= last:
            raise Refused("printing.no_such_page", pages=part.strip(), last=last)
        wanted.update(range(first, end + 1))
    return _joined(sorted(wanted))


def _joined(pages: list[int]) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for page in pages:
        if ranges and ranges[-1][1] == page - 1:
            ranges[-1] = (ranges[-1][0], page)
        else:
            ranges.append((page, page))
    return tuple(ranges)
