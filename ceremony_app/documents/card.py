"""A card of one page for who sits at a laptop: keys, and what to do when."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, headline
from ceremony_app.documents.grid import Grid, Style
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.stationery import Stationery
from ceremony_app.documents.strips import Glue, Strip
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import CardSheet
from ceremony_app.domain.papers import Made

_SIZES = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""From large to small: a card is one page."""

_LEFT = 0.36


def make_card(stationery: Stationery, sheet: CardSheet, out: Path, paper: Paper) -> Made:
    """Write the card, as large as one page allows; raises as `save_whole` does."""
    book = stationery.book(sheet.title)
    letter = Letter(stationery, paper, None)
    pages = [
        letter.pages(list(_strips(stationery, sheet, letter.frame.column(stationery, size))))
        for size in _SIZES
    ]
    letter.write(book, next((one for one in pages if len(one) == 1), pages[-1]), sheet.title)
    return Made(book.pages, save_whole(out, book.finish()))


def _strips(stationery: Stationery, sheet: CardSheet, column: Column) -> Iterator[Strip]:
    words, bold = stationery.words, stationery.faces.bold
    large = replace(column, size=column.size * 1.6, leading=column.size * 2)
    yield from headline(sheet.title, large, bold)
    yield from headline(sheet.occasion.title, column, stationery.faces.regular)
    if sheet.keys:
        heads = (words("day_papers.card.keys"), words("day_papers.card.does"))
        rows = [(keys, does) for does, keys in sheet.keys]
        yield from _table(column, stationery, heads, rows)
    heads = (words("day_papers.card.when"), words("day_papers.card.do"))
    yield from _table(column, stationery, heads, list(sheet.cases))


def _table(
    column: Column,
    stationery: Stationery,
    heads: tuple[str, str],
    rows: list[tuple[str, str]],
) -> Iterator[Strip]:
    faces, size = stationery.faces, column.size
    grid = Grid(column.left, (column.width * _LEFT, column.width * (1 - _LEFT)))
    body = Style(faces.regular, size, size * 1.2, size * 1.6)
    head = grid.row(heads, replace(body, face=faces.bold))
    yield replace(head, gap=size, glue=Glue.FIRM)
    for row in rows:
        yield grid.row(row, body, head)
