"""The sheet of an official letter: margins, letterhead, page numbers.

Margins are those of Permenkumham 31/2020: two lines below the letterhead, or 20 mm from the top
without one; at least 25 mm below, 30 mm on the left, 20 mm on the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_app.documents.blocks import Column, headline
from ceremony_app.documents.faces import Face
from ceremony_app.documents.foot import Foot
from ceremony_app.documents.pdf import MM, Book, Ink, Size
from ceremony_app.documents.pictures import Picture
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.documents.strips import Placed, Strip, lay_out
from ceremony_app.domain.ceremony import Letterhead, Paper

TOP_MM = 20.0
BOTTOM_MM = 25.0
LEFT_MM = 30.0
RIGHT_MM = 20.0

_HEAD_TOP_MM = 12.0
_NAME_SIZES = (13.0, 12.0, 11.0)
_LOGO_MM = 22.0
_BESIDE_LOGO_MM = 3.0
_LEADING = 1.2


@dataclass(frozen=True, slots=True)
class Frame:
    """The area of a page that text may fill, in points from the top left corner."""

    size: Size
    left: float
    width: float
    top: float
    bottom: float

    @classmethod
    def of(cls, paper: Paper) -> "Frame":
        size = Size.of_mm(paper.size_mm)
        left, right = LEFT_MM * MM, RIGHT_MM * MM
        return cls(size, left, size.width - left - right, TOP_MM * MM, size.height - BOTTOM_MM * MM)

    def column(self, stationery: Stationery, size: float, leading: float = _LEADING) -> Column:
        """Running text over the full width; `leading` is a multiple of the size."""
        return Column(stationery.faces, self.left, self.width, size, size * leading)


@dataclass(frozen=True, slots=True)
class Kop:
    """The letterhead as strips, and where the text below it begins."""

    strips: tuple[Placed, ...]
    rule_at: float
    below: float
    logo: Picture | None = None


class Letter:
    """Lays strips on sheets of one paper, the first with the letterhead; None for a sheet that
    stays in the house."""

    def __init__(self, stationery: Stationery, paper: Paper, letterhead: Letterhead | None) -> None:
        self.frame = Frame.of(paper)
        self._stationery = stationery
        frame = self.frame
        self._kop = _kop(stationery, frame, letterhead) if letterhead else None
        self._first_top = self._kop.below if self._kop else frame.top
        self._foot = Foot(stationery, frame.left, frame.left + frame.width)
        self._written = 0

    @property
    def first_room(self) -> float:
        """Points from the top of the first page's area to its bottom."""
        return self.frame.bottom - self._first_top

    def pages(self, strips: Sequence[Strip]) -> list[list[Placed]]:
        """The strips on pages, placed from the top of the area below head or margin."""
        frame = self.frame
        return lay_out(strips, self.first_room, frame.bottom - frame.top)

    def write(
        self, book: Book, pages: Sequence[Sequence[Placed]], name: str, *, is_copy: bool = False
    ) -> None:
        """Add the pages of one sheet to the book, numbered on their own.

        `name` stands at the foot. A copy says across every page that it is one.
        """
        self._written += 1
        stationery = self._stationery
        mark = stationery.copy_mark() if is_copy or stationery.is_copy else None
        for index, placed in enumerate(pages):
            ink = book.page(self.frame.size, mark)
            top = self.frame.top if index else self._first_top
            if not index and self._kop:
                self._mark_head(ink, self._kop)
            for place in placed:
                place.strip.paint(ink, top + place.top)
            self._foot.mark(ink, name, self._written, index + 1, len(pages))
            book.add(ink)

    def _mark_head(self, ink: Ink, kop: Kop) -> None:
        for place in kop.strips:
            place.strip.paint(ink, _HEAD_TOP_MM * MM + place.top)
        left, right, logo = self.frame.left, self.frame.left + self.frame.width, kop.logo
        if logo is not None:
            width, height = logo.fitted(_LOGO_MM * MM, kop.rule_at - _HEAD_TOP_MM * MM - 5)
            x = left + (_LOGO_MM * MM - width) / 2
            ink.picture(x, _HEAD_TOP_MM * MM, width, height, logo)
        ink.line(left, kop.rule_at, right, kop.rule_at, 1.8)
        ink.line(left, kop.rule_at + 2.4, right, kop.rule_at + 2.4, 0.5)


def _fit(named: Sequence[tuple[str, Face]], column: Column) -> bool:
    """Whether each name stands in one line."""
    return all(column.measure(face).of(name.upper()) <= column.width for name, face in named)


def _kop(stationery: Stationery, frame: Frame, letterhead: Letterhead) -> Kop:
    bold, regular = stationery.faces.bold, stationery.faces.regular
    logo = stationery.logo
    aside = (_LOGO_MM + _BESIDE_LOGO_MM) * MM if logo else 0.0
    small = frame.column(stationery, 9).indented(aside)
    named = ((letterhead.ministry, regular), (letterhead.office, bold))
    sizes = [frame.column(stationery, size).indented(aside) for size in _NAME_SIZES]
    large = next((one for one in sizes if _fit(named, one)), sizes[0])
    strips = [
        *headline(letterhead.ministry.upper() or BLANK * 2, large, regular),
        *headline(letterhead.office.upper() or BLANK * 2, large, bold),
    ]
    for index, line in enumerate(letterhead.address):
        strips.extend(headline(line, small, regular, gap=0.0 if index else 2.0))
    height = _HEAD_TOP_MM * MM + sum(strip.gap + strip.height for strip in strips)
    placed = lay_out(strips, frame.size.height, frame.size.height)[0]
    if logo is not None:
        height = max(height, (_HEAD_TOP_MM + _LOGO_MM) * MM)
    two_lines = 2 * 12 * _LEADING
    rule_at = height + 5
    return Kop(tuple(placed), rule_at, max(rule_at + 2.4 + two_lines, frame.top), logo)
