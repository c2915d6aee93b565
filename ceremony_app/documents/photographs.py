"""The page of photographs: one to six a page, in rows, with the words below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, balanced, baseline_in, headline
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.lines import Line
from ceremony_app.documents.listing import occasion_lines
from ceremony_app.documents.pdf import MM, Ink
from ceremony_app.documents.pictures import Picture, read_photograph
from ceremony_app.documents.stationery import Stationery
from ceremony_app.documents.strips import Strip
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import Photograph, PhotographSheet
from ceremony_app.domain.papers import Made

_SIZE, _CAPTION, _CAPTION_LEADING = 11.0, 9.5, 11.8
_BETWEEN_MM, _ABOVE_MM, _ABOVE_CAPTION_MM = 6.0, 6.0, 1.6
_LEAST_MM = 35.0
"""A lower photograph shows nothing; where captions are so long, rows go to the next page."""

_DPI = 220


@dataclass(frozen=True, slots=True)
class _Grid:
    """How photographs stand on a page: how many beside one another, how many rows of them."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Shown:
    """A photograph in its row: size in points, and the lines below it."""

    picture: Picture
    width: float
    height: float
    caption: tuple[Line, ...]


def make_photographs(
    stationery: Stationery, sheet: PhotographSheet, out: Path, paper: Paper
) -> Made:
    """Write the photographs; raises as `save_whole` does."""
    name = stationery.words("photographs.title")
    book = stationery.book(name)
    letter = Letter(stationery, paper, sheet.occasion.letterhead)
    column = letter.frame.column(stationery, _SIZE)
    head = [
        *headline(name.upper(), column, stationery.faces.bold),
        *(strip for lines in occasion_lines(sheet.occasion, stationery, column) for strip in lines),
    ]
    room = letter.first_room - sum(strip.gap + strip.height for strip in head)
    strips = [*head, *_rows(sheet.photographs, column, room)]
    letter.write(book, letter.pages(strips), name)
    return Made(book.pages, save_whole(out, book.finish()))


def _rows(photographs: Sequence[Photograph], column: Column, room: float) -> Iterator[Strip]:
    """The rows of photographs; `room` is what the first page leaves for them, in points."""
    widest = round(column.width / 72 * _DPI)
    pictures = [read_photograph(one.data, widest) for one in photographs]
    grid = _grid(pictures)
    gap = _BETWEEN_MM * MM
    width = (column.width - gap * (grid.columns - 1)) / grid.columns
    small = Column(column.faces, column.left, width, _CAPTION, _CAPTION_LEADING)
    captions = [balanced(one.caption, small.measure()) for one in photographs]
    firsts = range(0, len(photographs), grid.columns)
    below = [_below(captions[first : first + grid.columns]) for first in firsts]
    taken = sum(below[: grid.rows]) + grid.rows * _ABOVE_MM * MM
    height = max(_LEAST_MM * MM, (room - taken) / grid.rows)
    for first in firsts:
        shown = [
            _Shown(pictures[at], *pictures[at].fitted(width, height), captions[at])
            for at in range(first, min(first + grid.columns, len(photographs)))
        ]
        # What is left over in the last row stands in the middle.
        left = column.left + (grid.columns - len(shown)) * (width + gap) / 2
        yield _row(shown, [left + at * (width + gap) for at in range(len(shown))], small)


def _below(captions: Sequence[Sequence[Line]]) -> float:
    """What the words below a row take, in points."""
    lines = max(map(len, captions))
    return _ABOVE_CAPTION_MM * MM + lines * _CAPTION_LEADING if lines else 0.0


def _grid(pictures: Sequence[Picture]) -> _Grid:
    """Two upright ones stand beside one another, two wide ones below one another; from three on
    they stand in pairs, three pairs a page."""
    upright = all(picture.height > picture.width for picture in pictures)
    if len(pictures) <= 2:
        return _Grid(len(pictures), 1) if upright else _Grid(1, len(pictures))
    return _Grid(2, 2 if len(pictures) <= 4 else 3)


def _row(shown: Sequence[_Shown], lefts: Sequence[float], column: Column) -> Strip:
    """Photographs that stand on one line, each with its words below it."""
    high = max(one.height for one in shown)
    words = _below([one.caption for one in shown])
    rise = baseline_in(_CAPTION_LEADING, _CAPTION)
    face = column.faces.regular

    def paint(ink: Ink, top: float) -> None:
        for one, left in zip(shown, lefts, strict=True):
            x, y = left + (column.width - one.width) / 2, top + high - one.height
            ink.picture(x, y, one.width, one.height, one.picture)
            ink.box(x, y, one.width, one.height, 0.4)
            at = top + high + _ABOVE_CAPTION_MM * MM + rise
            for number, line in enumerate(one.caption):
                middle = left + (column.width - line.width) / 2
                ink.text(middle, at + number * _CAPTION_LEADING, line.words, face, _CAPTION)

    return Strip(high + words, paint, gap=_ABOVE_MM * MM)
