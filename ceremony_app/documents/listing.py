"""Plain papers of a title, labelled lines and a table: rundown and guest list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, headline, labelled
from ceremony_app.documents.grid import Grid, Style
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.pdf import MM
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.documents.strips import Glue, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import GuestSheet, RundownSheet
from ceremony_app.domain.papers import Made, Occasion

_SIZE, _CELL_SIZE, _CELL_LEADING = 11.0, 9.5, 11.6
_LABELS = 7.0
_GUEST_ROW_MM, _ROW_MM, _HEAD_MM = 11.0, 8.0, 8.0
_SPARE_LINES = 10


@dataclass(frozen=True, slots=True)
class _Table:
    """Heads of the columns, their widths in millimetres (zero shares what is left), the rows."""

    heads: tuple[str, ...]
    widths_mm: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    row_mm: float
    centred: frozenset[int]


def make_rundown(stationery: Stationery, sheet: RundownSheet, out: Path, paper: Paper) -> Made:
    """Write the programme with times and persons; raises as `save_whole` does."""
    words = stationery.words
    rows = tuple(
        (
            str(row.no),
            row.start or "-",
            words("day_papers.rundown.minutes", count=row.minutes) if row.minutes else "-",
            row.title,
            row.speaker or "-",
            row.note,
        )
        for row in sheet.rows
    )
    heads = (
        words("papers.attendance.no"),
        words("day_papers.rundown.start"),
        words("day_papers.rundown.length"),
        words("papers.field.event"),
        words("day_papers.rundown.speaker"),
        words("papers.attendance.remark"),
    )
    table = _Table(heads, (9, 15, 18, 0, 34, 34), rows, _ROW_MM, frozenset((0, 1, 2)))
    name = words("day_papers.rundown.name")
    return _make(stationery, sheet.occasion, name, table, out, paper)


def make_guests(stationery: Stationery, sheet: GuestSheet, out: Path, paper: Paper) -> Made:
    """Write the guests with cells to sign; raises as `save_whole` does."""
    words, zone = stationery.words, sheet.occasion.zone
    rows = [
        (
            str(row.no),
            row.name,
            row.post or "-",
            row.division or "-",
            wording.clock_figures(row.time, zone) if row.time else "",
            "",
        )
        for row in sheet.rows
    ]
    first = len(rows) + 1
    spare = [(str(first + line), "", "", "", "", "") for line in range(_SPARE_LINES)]
    heads = (
        words("papers.attendance.no"),
        words("papers.attendance.person"),
        words("papers.field.post"),
        words("papers.field.institution"),
        words("day_papers.guests.time"),
        words("papers.attendance.signature"),
    )
    widths = (9.0, 0.0, 32.0, 36.0, 16.0, 28.0)
    table = _Table(heads, widths, (*rows, *spare), _GUEST_ROW_MM, frozenset((0, 4)))
    return _make(stationery, sheet.occasion, words("day_papers.guests.name"), table, out, paper)


def occasion_lines(
    occasion: Occasion, stationery: Stationery, column: Column
) -> Iterator[tuple[Strip, ...]]:
    """Day, place and event, labelled, as the heads of lists say them."""
    words = stationery.words
    place = ", ".join(part for part in (occasion.place, occasion.city) if part)
    fields = [
        (
            words("papers.field.day"),
            wording.day_and_date(occasion.date) if occasion.date else BLANK,
        ),
        (words("papers.field.place"), place or BLANK),
        (words("papers.field.event"), occasion.title or BLANK),
    ]
    if occasion.session:
        fields.append((words("papers.field.session"), occasion.session))
    for index, (label, value) in enumerate(fields):
        gap = 0.0 if index else column.leading
        yield glued(labelled(label, value, column, _LABELS * column.size, gap))


def _make(
    stationery: Stationery,
    occasion: Occasion,
    name: str,
    table: _Table,
    out: Path,
    paper: Paper,
) -> Made:
    book = stationery.book(name)
    letter = Letter(stationery, paper, occasion.letterhead)
    column = letter.frame.column(stationery, _SIZE)
    strips = [
        *headline(name.upper(), column, stationery.faces.bold),
        *(strip for lines in occasion_lines(occasion, stationery, column) for strip in lines),
        *_rows(stationery, column, table),
    ]
    letter.write(book, letter.pages(strips), name)
    return Made(book.pages, save_whole(out, book.finish()))


def _rows(stationery: Stationery, column: Column, table: _Table) -> Iterator[Strip]:
    faces = stationery.faces
    everywhere = frozenset(range(len(table.heads)))
    bold = Style(faces.bold, _CELL_SIZE, _CELL_LEADING, _HEAD_MM * MM, everywhere)
    body = Style(faces.regular, _CELL_SIZE, _CELL_LEADING, table.row_mm * MM, table.centred)
    grid = Grid(column.left, _shared(table.widths_mm, column.width))
    head = grid.row(table.heads, bold)
    yield replace(head, gap=10.0, glue=Glue.FIRM)
    for cells in table.rows:
        yield grid.row(cells, body, head)


def _shared(widths_mm: Sequence[float], whole: float) -> list[float]:
    """Widths in points; those of zero share what the others leave."""
    left = whole - sum(widths_mm) * MM
    free = sum(1 for width in widths_mm if not width)
    return [width * MM if width else left / free for width in widths_mm]
