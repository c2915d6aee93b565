"""The attendance list (daftar hadir) on paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, headline, labelled, paragraph
from ceremony_app.documents.grid import Grid, Style
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.pdf import MM, Book, Ink
from ceremony_app.documents.signatures import (
    Signing,
    date_strip,
    place_and_date,
    signature_of,
    signature_rows,
)
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.documents.status_words import status_words
from ceremony_app.documents.strips import Glue, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import AttendanceRow, AttendanceSheet, Made, Occasion

_SIZE = 11.0
_CELL_SIZE = 8.0
_CELL_LEADING = 9.6
_ROW_MM = 9.5
_LABELS = 7.0
_WIDTHS_MM = (8.0, 33.0, 30.3, 22.6, 27.0, 0.0, 14.0)
"""No, name, id number, rank, post, signature (takes what is left), remark."""

_SIGNATURE = 5
_ROWS_WITH_SIGNATURES = 2


def make_attendance(
    stationery: Stationery, sheet: AttendanceSheet, out: Path, paper: Paper
) -> Made:
    """Write the list as PDF; raises FileTrouble and DiskTrouble as `save_whole` does."""
    book = attendance_book(stationery, sheet, paper)
    return Made(book.pages, save_whole(out, book.finish()))


def attendance_book(stationery: Stationery, sheet: AttendanceSheet, paper: Paper) -> Book:
    """The list before it is written."""
    book = stationery.book(stationery.words("papers.attendance.name"))
    letter = Letter(stationery, paper, sheet.occasion.letterhead)
    column = letter.frame.column(stationery, _SIZE)
    strips = [
        *_head(sheet.occasion, stationery, column),
        *_Table(stationery, column, sheet).strips(),
        *_foot(sheet, stationery, column),
    ]
    letter.write(book, letter.pages(strips), stationery.words("papers.attendance.name"))
    return book


def _head(occasion: Occasion, stationery: Stationery, column: Column) -> Iterator[Strip]:
    words = stationery.words
    day = wording.day_and_date(occasion.date) if occasion.date else BLANK
    time = wording.clock(occasion.time, occasion.zone) if occasion.time else BLANK
    place = ", ".join(part for part in (occasion.place, occasion.city) if part)
    yield from headline(words("papers.attendance.title"), column, stationery.faces.bold)
    fields = [
        (words("papers.field.day"), day),
        (words("papers.field.time"), words("papers.attendance.from_time", time=time)),
        (words("papers.field.place"), place or BLANK),
        (words("papers.field.event"), occasion.title or BLANK),
    ]
    if occasion.session:
        fields.append((words("papers.field.session"), occasion.session))
    gap = column.leading
    for label, value in fields:
        yield from glued(labelled(label, value, column, _LABELS * column.size, gap))
        gap = 0.0


@dataclass(frozen=True, slots=True)
class _Styles:
    head: Style
    group: Style
    body: Style


class _Table:
    def __init__(self, stationery: Stationery, column: Column, sheet: AttendanceSheet) -> None:
        self._words = stationery.words
        self._sheet = sheet
        self._status = status_words(stationery.words)
        widths = [width * MM for width in _WIDTHS_MM]
        widths[_SIGNATURE] = column.width - sum(widths)
        self._grid = Grid(column.left, widths)
        faces = stationery.faces
        self._styles = _Styles(
            head=Style(faces.bold, _CELL_SIZE, _CELL_LEADING, 7 * MM, frozenset(range(7))),
            group=Style(faces.bold, _CELL_SIZE, _CELL_LEADING, 6 * MM),
            body=Style(faces.regular, _CELL_SIZE, _CELL_LEADING, _ROW_MM * MM, frozenset((0, 6))),
        )

    def strips(self) -> Iterator[Strip]:
        """The head, the rows, and a heading wherever the division changes."""
        head = self._head()
        yield replace(head, gap=10.0, glue=Glue.FIRM)
        group: str | None = None
        for index, row in enumerate(self._sheet.rows):
            if self._group(row) not in (None, group):
                group = self._group(row)
                yield self._heading(group or "", head)
            strip = self._row(row, head)
            is_last = index >= len(self._sheet.rows) - _ROWS_WITH_SIGNATURES
            yield replace(strip, glue=Glue.FIRM) if is_last else strip

    def _head(self) -> Strip:
        words = self._words
        return self._grid.row(
            (
                words("papers.attendance.no"),
                words("papers.attendance.person"),
                words("papers.attendance.id_number"),
                words("papers.attendance.rank"),
                words("papers.attendance.post"),
                words("papers.attendance.signature"),
                words("papers.attendance.remark"),
            ),
            self._styles.head,
        )

    def _group(self, row: AttendanceRow) -> str | None:
        """The heading under which a row stands; None on a list without headings."""
        if self._sheet.by_division:
            return row.division
        return row.rank if self._sheet.by_rank else None

    def _heading(self, group: str, head: Strip) -> Strip:
        without = (
            self._words("papers.attendance.no_rank")
            if self._sheet.by_rank
            else self._words("papers.attendance.no_division")
        )
        name = group or without
        return replace(self._grid.spanning(name, self._styles.group, head), glue=Glue.FIRM)

    def _row(self, row: AttendanceRow, head: Strip) -> Strip:
        post = [row.post] if self._sheet.by_division else [row.post, row.division]
        cells = (
            str(row.no),
            row.name,
            wording.shown_number(row.id_number) or "-",
            row.rank or "-",
            ", ".join(part for part in post if part) or "-",
            "",
            self._remark(row),
        )
        strip = self._grid.row(cells, self._styles.body, head)
        return replace(strip, paint=self._with_place_to_sign(strip, row.no))

    def _remark(self, row: AttendanceRow) -> str:
        status = self._status[row.status] if row.status else ""
        if row.letter and not row.time:
            return f"{status} {row.letter}"
        if not (row.time and self._sheet.with_times):
            return status
        return f"{status} {wording.clock_figures(row.time, self._sheet.occasion.zone)}".strip()

    def _with_place_to_sign(self, strip: Strip, no: int) -> "_Signed":
        left, right = self._grid.edges[_SIGNATURE : _SIGNATURE + 2]
        x = left + 2.0 if no % 2 else (left + right) / 2 - 4.0
        return _Signed(strip, x, f"{no}.", self._styles.body)


@dataclass(frozen=True, slots=True)
class _Signed:
    """Paints a row and the number of its place to sign: odd ones left, even ones right."""

    row: Strip
    x: float
    label: str
    style: Style

    def __call__(self, ink: Ink, top: float) -> None:
        self.row.paint(ink, top)
        ink.text(self.x, top + self.style.leading, self.label, self.style.face, 7)


def _foot(sheet: AttendanceSheet, stationery: Stationery, column: Column) -> list[Strip]:
    words = stationery.words
    count = words("papers.attendance.total", count=wording.counted(len(sheet.rows)))
    strips = list(glued(paragraph(count, column, column.leading / 2)))
    if any(row.status for row in sheet.rows):
        here = sum(1 for row in sheet.rows if row.status and row.status.is_here)
        told = words("papers.attendance.here", count=wording.counted(here))
        strips.extend(glued(paragraph(told, column)))
    signing = Signing(column)
    blocks = [signature_of(party, words) for party in sheet.signers]
    if not blocks:
        return [*strips[:-1], replace(strips[-1], glue=Glue.NONE)]
    columns = signing.columns_for(len(blocks))
    date = place_and_date(sheet.occasion, words)
    strips.append(date_strip(date, signing, columns, column.leading))
    strips.extend(signature_rows(blocks, signing, columns, 4.0, lone_right=True))
    return strips
