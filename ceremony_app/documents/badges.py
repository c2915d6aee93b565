"""Badges to cut, ten a page."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ceremony_app.documents import badge_layout, qr
from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.badge_layout import BadgeLayouts
from ceremony_app.documents.line_code import bars
from ceremony_app.documents.pdf import MM, Book, Ink, Size
from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.papers import BadgePrint, BadgeSheet, Made

COLUMNS = 2
ROWS = 5

_MARK_MM = 5.0
_MARK_GAP_MM = 1.0
_CROSS_MM = 1.5
_MARK_WEIGHT = 0.25


def in_print_order(badges: Iterable[BadgePrint]) -> tuple[BadgePrint, ...]:
    """By division, then by name without titles; those without a division come last."""
    return tuple(
        sorted(
            badges,
            key=lambda badge: (
                not badge.division,
                badge.division.casefold(),
                sort_key(badge.name),
                badge.token,
            ),
        )
    )


def make_badges(
    stationery: Stationery,
    sheet: BadgeSheet,
    out: Path,
    paper: Paper,
    report: Report = unreported,
) -> Made:
    """Write badges in print order as PDF, with marks along which to cut.

    With no badges there is one page of marks. Raises FileTrouble and DiskTrouble as
    `save_whole` does; the old file, if any, stays as it was.
    """
    book = stationery.book(stationery.words("papers.badge.title"))
    press = _Press(stationery, sheet, paper)
    badges = in_print_order(sheet.badges)
    for start in range(0, max(len(badges), 1), COLUMNS * ROWS):
        page = badges[start : start + COLUMNS * ROWS]
        book.add(press.page(book, page))
        report(start + len(page), len(badges))
    return Made(book.pages, save_whole(out, book.finish()))


class _Press:
    def __init__(self, stationery: Stationery, sheet: BadgeSheet, paper: Paper) -> None:
        self._size = Size.of_mm(paper.size_mm)
        self._left = (self._size.width - COLUMNS * badge_layout.WIDTH) / 2
        self._top = (self._size.height - ROWS * badge_layout.HEIGHT) / 2
        heading = stationery.marked(sheet.heading)
        self._layouts = BadgeLayouts(stationery.faces, heading, line_codes=sheet.line_codes)
        self._line_codes = sheet.line_codes

    def page(self, book: Book, badges: Sequence[BadgePrint]) -> Ink:
        ink = book.page(self._size)
        self._mark_cuts(ink)
        for index, badge in enumerate(badges):
            row, column = divmod(index, COLUMNS)
            left = self._left + column * badge_layout.WIDTH
            self._paint(ink, left, self._top + row * badge_layout.HEIGHT, badge)
        return ink

    def _paint(self, ink: Ink, left: float, top: float, badge: BadgePrint) -> None:
        layout = self._layouts.of(badge)
        for line in layout.lines:
            ink.text(left + line.x, top + line.baseline, line.words, line.face, line.size)
        rule, right = top + layout.rule_at, left + badge_layout.WIDTH - layout.edge
        ink.line(left + layout.edge, rule, right, rule)
        code_bottom = top + layout.code_top + qr.MODULES * layout.module
        ink.shape(left + layout.code_left, code_bottom, layout.module, qr.path(badge.token))
        if self._line_codes:
            self._paint_lines(ink, left, top, badge.token)

    @staticmethod
    def _paint_lines(ink: Ink, left: float, top: float, token: str) -> None:
        code = bars(token)
        unit, height = badge_layout.LINE_MODULE, badge_layout.LINE_HEIGHT
        x = left + (badge_layout.WIDTH - code.width * unit) / 2
        path = " ".join(f"{at} 0 {width} {height / unit:.1f} re" for at, width in code.bars)
        ink.shape(x, top + badge_layout.LINE_TOP + height, unit, path)

    def _mark_cuts(self, ink: Ink) -> None:
        """Ticks outside the outer edges and small crosses where four badges meet."""
        width, height = badge_layout.WIDTH, badge_layout.HEIGHT
        xs = [self._left + column * width for column in range(COLUMNS + 1)]
        ys = [self._top + row * height for row in range(ROWS + 1)]
        gap, mark, cross = _MARK_GAP_MM * MM, _MARK_MM * MM, _CROSS_MM * MM
        for x in xs:
            ink.line(x, ys[0] - gap - mark, x, ys[0] - gap, _MARK_WEIGHT)
            ink.line(x, ys[-1] + gap, x, ys[-1] + gap + mark, _MARK_WEIGHT)
        for y in ys:
            ink.line(xs[0] - gap - mark, y, xs[0] - gap, y, _MARK_WEIGHT)
            ink.line(xs[-1] + gap, y, xs[-1] + gap + mark, y, _MARK_WEIGHT)
        for y in ys[1:-1]:
            for x in xs[1:-1]:
                ink.line(x - cross, y, x + cross, y, _MARK_WEIGHT)
                ink.line(x, y - cross, x, y + cross, _MARK_WEIGHT)
