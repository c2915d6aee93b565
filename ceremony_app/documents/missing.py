"""The list of those who have not come, or have not signed: on paper to be read out, or as CSV."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, headline, labelled, paragraph
from ceremony_app.documents.cells import csv_bytes
from ceremony_app.documents.grid import Grid, Style
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.pdf import MM
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.documents.strips import Glue, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import Made, MissingSheet

_SIZE = 11.0
_CELL_SIZE = 10.0
_CELL_LEADING = 12.0
_LABELS = 7.0
_NUMBER_MM, _REMARK_MM, _NAMES = 10.0, 28.0, 0.52


def make_missing(stationery: Stationery, sheet: MissingSheet, out: Path, paper: Paper) -> Made:
    """Write the list as PDF; raises FileTrouble and DiskTrouble as `save_whole` does."""
    words = stationery.words
    name = words("unsigned.paper.name" if sheet.pact else "missing.paper.name")
    book = stationery.book(name)
    letter = Letter(stationery, paper, sheet.occasion.letterhead)
    column = letter.frame.column(stationery, _SIZE)
    strips = [*_head(stationery, sheet, column), *_table(stationery, sheet, column)]
    letter.write(book, letter.pages(strips), name)
    return Made(book.pages, save_whole(out, book.finish()))


def make_missing_csv(stationery: Stationery, sheet: MissingSheet, out: Path) -> Made:
    """Write UTF-8 with a byte order mark and ';'; raises as `save_whole` does."""
    words = stationery.words
    heading = [
        words("papers.attendance.no"),
        words("papers.attendance.person"),
        words("papers.sheet.post"),
        words("papers.sheet.division"),
    ]
    rows = [[str(row.no), row.name, row.post, row.division] for row in sheet.rows]
    if sheet.pact:
        heading.append(words("papers.attendance.remark"))
        rows = [
            [*cells, words.say(row.remark) if row.remark else ""]
            for cells, row in zip(rows, sheet.rows, strict=True)
        ]
    return Made(1, save_whole(out, csv_bytes([heading, *rows])))


def _head(stationery: Stationery, sheet: MissingSheet, column: Column) -> Iterator[Strip]:
    words, occasion = stationery.words, sheet.occasion
    title = words("unsigned.paper.title" if sheet.pact else "missing.paper.title")
    yield from headline(title, column, stationery.faces.bold)
    pact = [(words("unsigned.paper.pact"), sheet.pact)] if sheet.pact else []
    fields = [
        (words("papers.field.event"), occasion.title or BLANK),
        *pact,
        (words("missing.paper.as_of"), wording.moment_words(sheet.at, occasion.zone)),
    ]
    if occasion.session:
        fields.append((words("papers.field.session"), occasion.session))
    gap = column.leading
    for label, value in fields:
        yield from glued(labelled(label, value, column, _LABELS * column.size, gap))
        gap = 0.0
    key = "unsigned.paper.count" if sheet.pact else "missing.paper.count"
    count = words(key, count=wording.counted(len(sheet.rows)))
    yield from glued(paragraph(count, column, column.leading / 2))


def _table(stationery: Stationery, sheet: MissingSheet, column: Column) -> Iterator[Strip]:
    words, faces = stationery.words, stationery.faces
    left = column.width - (_NUMBER_MM + _REMARK_MM) * MM
    widths = (_NUMBER_MM * MM, left * _NAMES, left * (1 - _NAMES), _REMARK_MM * MM)
    grid = Grid(column.left, widths)
    bold = Style(faces.bold, _CELL_SIZE, _CELL_LEADING, 7 * MM, frozenset(range(4)))
    group = Style(faces.bold, _CELL_SIZE, _CELL_LEADING, 7 * MM)
    body = Style(faces.regular, _CELL_SIZE, _CELL_LEADING, 7 * MM, frozenset((0,)))
    names = (
        words("papers.attendance.no"),
        words("papers.attendance.person"),
        words("papers.sheet.post"),
        words("papers.attendance.remark"),
    )
    head = grid.row(names, bold)
    if sheet.rows:
        yield replace(head, gap=10.0, glue=Glue.FIRM)
    division: str | None = None
    for row in sheet.rows:
        if row.division != division:
            division = row.division
            title = division or words("papers.attendance.no_division")
            yield replace(grid.spanning(title, group, head), glue=Glue.FIRM)
        remark = words.say(row.remark) if row.remark else ""
        yield grid.row((str(row.no), row.name, row.post or "-", remark), body, head)
