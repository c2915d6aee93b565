"""The numbered list for a door without a laptop: who comes is ticked, the numbers typed later."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, headline, labelled, paragraph
from ceremony_app.documents.grid import Grid, Style
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.pdf import MM
from ceremony_app.documents.stationery import BLANK, Stationery
from ceremony_app.documents.strips import Glue, Strip, glued
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.numbered_sheet import NumberedSheet
from ceremony_app.domain.papers import Made

_SIZE = 11.0
_LABELS = 7.0
_LEADING = 12.0
_ROW_MM = 8.0
_NUMBER_MM, _TICK_MM, _TIME_MM, _NAMES = 15.0, 18.0, 24.0, 0.55


def make_paper_list(stationery: Stationery, sheet: NumberedSheet, out: Path, paper: Paper) -> Made:
    """Write the list as PDF; raises FileTrouble and DiskTrouble as `save_whole` does.

    The list's code stands at its head and in the title of every page.
    """
    name = stationery.words("paper_list.page", code=sheet.code)
    book = stationery.book(name)
    letter = Letter(stationery, paper, sheet.occasion.letterhead)
    column = letter.frame.column(stationery, _SIZE)
    strips = [*_head(stationery, sheet, column), *_Rows(stationery, sheet, column).strips()]
    letter.write(book, letter.pages(strips), name)
    return Made(book.pages, save_whole(out, book.finish()))


def _head(stationery: Stationery, sheet: NumberedSheet, column: Column) -> Iterator[Strip]:
    words, occasion = stationery.words, sheet.occasion
    yield from headline(words("paper_list.title"), column, stationery.faces.bold)
    fields = [
        (words("papers.field.event"), occasion.title or BLANK),
        (words("paper_list.code"), sheet.code),
        (words("paper_list.printed"), wording.moment_words(sheet.at, occasion.zone)),
        (words("paper_list.door"), BLANK),
    ]
    gap = column.leading
    for label, value in fields:
        yield from glued(labelled(label, value, column, _LABELS * column.size, gap))
        gap = 0.0
    yield from glued(paragraph(words("paper_list.how", code=sheet.code), column, _LEADING / 2))


class _Rows:
    def __init__(self, stationery: Stationery, sheet: NumberedSheet, column: Column) -> None:
        self._words = stationery.words
        self._sheet = sheet
        faces, least = stationery.faces, _ROW_MM * MM
        left = column.width - (_NUMBER_MM + _TICK_MM + _TIME_MM) * MM
        names, posts = left * _NAMES, left * (1 - _NAMES)
        widths = (_NUMBER_MM * MM, names, posts, _TICK_MM * MM, _TIME_MM * MM)
        self._grid = Grid(column.left, widths)
        self._body = Style(faces.regular, 10.0, _LEADING, least, frozenset((0,)))
        self._group = Style(faces.bold, 10.0, _LEADING, least)
        self._title = Style(faces.bold, 10.0, _LEADING, least, frozenset(range(5)))

    def strips(self) -> Iterator[Strip]:
        """The head of the table, the rows, and a heading wherever the division changes."""
        words = self._words
        names = (
            words("papers.attendance.no"),
            words("papers.attendance.person"),
            words("papers.sheet.post"),
            words("paper_list.tick"),
            words("paper_list.time"),
        )
        head = self._grid.row(names, self._title)
        yield replace(head, gap=10.0, glue=Glue.FIRM)
        division: str | None = None
        for row in self._sheet.rows:
            if row.division != division:
                division = row.division
                title = division or words("papers.attendance.no_division")
                yield replace(self._grid.spanning(title, self._group, head), glue=Glue.FIRM)
            cells = (str(row.no), row.name, row.post or "-", "", "")
            yield self._grid.row(cells, self._body, head)
