"""Badges on paper: ten a page or four large ones to cut, or each on a label of its own."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ceremony_app.documents import qr
from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.badge_forms import LINE_MODULE, form_of
from ceremony_app.documents.badge_layout import BadgeWords
from ceremony_app.documents.line_code import bars
from ceremony_app.documents.pdf import MM, Book, Ink, Size
from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.papers import BadgePrint, BadgeSheet, Made

COLUMNS = 2
_ROWS = {BadgeLayout.GRID: 5, BadgeLayout.LANYARD: 2}

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
    """Write badges in print order as PDF, with marks along which to cut; labels are pages of
    their own size, whatever `paper` is, and have none.

    With no badges there is one page without any. Raises FileTrouble and DiskTrouble as
    `save_whole` does; the old file, if any, stays as it was.
    """
    book = stationery.book(stationery.words("papers.badge.title"))
    press = _Press(stationery, sheet, paper)
    badges = in_print_order(sheet.badges)
    for start in range(0, max(len(badges), 1), press.a_page):
        page = badges[start : start + press.a_page]
        book.add(press.page(book, page))
        report(start + len(page), len(badges))
    return Made(book.pages, save_whole(out, book.finish()))


class _Press:
    def __init__(self, stationery: Stationery, sheet: BadgeSheet, paper: Paper) -> None:
        layout = sheet.layout
        self._form = form_of(layout, line_codes=sheet.line_codes)
        self._size = Size.of_mm(layout.page_mm(paper))
        self._to_cut = not layout.is_label
        self._columns = COLUMNS if self._to_cut else 1
        self._rows = _ROWS.get(layout, 1)
        self._left = (self._size.width - self._columns * self._form.width) / 2
        self._top = (self._size.height - self._rows * self._form.height) / 2
        self._words = BadgeWords(stationery.faces, stationery.marked(sheet.heading), self._form)

    @property
    def a_page(self) -> int:
        """How many badges a page holds."""
        return self._columns * self._rows

    def page(self, book: Book, badges: Sequence[BadgePrint]) -> Ink:
        ink, form = book.page(self._size), self._form
        if self._to_cut:
            self._mark_cuts(ink)
        for index, badge in enumerate(badges):
            row, column = divmod(index, self._columns)
            left = self._left + column * form.width
            self._paint(ink, left, self._top + row * form.height, badge)
        return ink

    def _paint(self, ink: Ink, left: float, top: float, badge: BadgePrint) -> None:
        form = self._form
        for line in self._words.of(badge):
            ink.text(left + line.x, top + line.baseline, line.words, line.face, line.size)
        rule, right = top + form.rule, left + form.width - form.edge
        ink.line(left + form.edge, rule, right, rule)
        code_bottom = top + form.code_top + form.code_side
        ink.shape(left + form.code_left, code_bottom, form.module, qr.path(badge.token))
        if form.line_top is not None:
            self._paint_lines(ink, left, top + form.line_top, badge.token)
        if form.slot is not None:
            x, y, width, height = form.slot
            ink.box(left + x, top + y, width, height, _MARK_WEIGHT)

    def _paint_lines(self, ink: Ink, left: float, top: float, token: str) -> None:
        code, height = bars(token), self._form.line_height
        x = left + (self._form.width - code.width * LINE_MODULE) / 2
        path = " ".join(f"{at} 0 {width} {height / LINE_MODULE:.1f} re" for at, width in code.bars)
        ink.shape(x, top + height, LINE_MODULE, path)

    def _mark_cuts(self, ink: Ink) -> None:
        """Ticks outside the outer edges and small crosses where four badges meet."""
        width, height = self._form.width, self._form.height
        xs = [self._left + column * width for column in range(self._columns + 1)]
        ys = [self._top + row * height for row in range(self._rows + 1)]
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
