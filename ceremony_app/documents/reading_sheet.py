"""The sheet that the reader of a text holds: large letters, a breath a line, no letterhead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.blocks import Column, balanced, baseline_in, headline
from ceremony_app.documents.faces import Face
from ceremony_app.documents.letter import Letter
from ceremony_app.documents.lines import ragged
from ceremony_app.documents.pdf import Ink
from ceremony_app.documents.stationery import Stationery
from ceremony_app.documents.strips import Glue, Strip, kept_together, spaced
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import ReadingSheet
from ceremony_app.domain.papers import Made
from ceremony_app.domain.texts import Phrase, PhraseRole, Point, Text

_SIZE, _LEADING = 18.0, 1.35
_SMALL = 11.0
_HANGING, _RUN_ON = 1.6, 1.4
_BETWEEN = 7.0


def make_reading_sheet(
    stationery: Stationery, sheet: ReadingSheet, out: Path, paper: Paper
) -> Made:
    """Write each text from a page of its own; raises as `save_whole` does."""
    name = stationery.words("day_papers.reading.name")
    book = stationery.book(name)
    for text in sheet.texts:
        letter = Letter(stationery, paper, None)
        column = letter.frame.column(stationery, _SIZE, _LEADING)
        letter.write(book, letter.pages(list(_strips(text, stationery, column))), name)
    return Made(book.pages, save_whole(out, book.finish()))


def _strips(text: Text, stationery: Stationery, column: Column) -> Iterator[Strip]:
    yield from headline(text.title, column, stationery.faces.bold)
    number = 0
    for point in text.parts:
        numbered = point in text.points
        number += numbered
        yield from _point(point, f"{number}." if numbered else "", stationery, column)


def _point(point: Point, label: str, stationery: Stationery, column: Column) -> Iterator[Strip]:
    """The phrases of a point, each kept whole; the first carries the number."""
    for index, phrase in enumerate(point.phrases):
        strips = list(kept_together(_phrase(phrase, "" if index else label, stationery, column)))
        if not index and len(point.phrases) > 1:
            # A point's first phrase never ends a page alone.
            strips[-1] = replace(strips[-1], glue=Glue.WISHED)
        yield from spaced(strips, _BETWEEN if index else column.leading)


def _phrase(
    phrase: Phrase, label: str, stationery: Stationery, column: Column
) -> tuple[Strip, ...]:
    """Its lines, the second and later ones further in; who speaks and how, small below."""
    faces, words = stationery.faces, stationery.words
    said = {
        PhraseRole.HALL: "",
        PhraseRole.LEADER: words("day_papers.reading.leader"),
        PhraseRole.ALL: words("day_papers.reading.all"),
    }[phrase.role]
    face = faces.italic if phrase.role is PhraseRole.LEADER else faces.regular
    inner = column.indented(_HANGING * column.size)
    further = inner.indented(_RUN_ON * column.size)
    strips = []
    whole = ragged(phrase.words, inner.measure(face))
    lines = whole if len(whole) == 1 else balanced(phrase.words, further.measure(face))
    for index, line in enumerate(lines):
        number = [] if index else [(column.left, label, faces.regular)]
        x = further.left if index else inner.left
        strips.append(_line([*number, (x, line.words, face)], column.size, column.leading))
    small = replace(further, size=_SMALL, leading=_SMALL * _LEADING)
    for note in (said, phrase.aid):
        for line in ragged(note, small.measure(faces.italic)):
            mark = (further.left, line.words, faces.italic)
            strips.append(_line([mark], small.size, small.leading))
    return tuple(strips)


def _line(marks: Sequence[tuple[float, str, Face]], size: float, leading: float) -> Strip:
    rise = baseline_in(leading, size)

    def paint(ink: Ink, top: float) -> None:
        for x, words, face in marks:
            ink.text(x, top + rise, words, face, size)

    return Strip(leading, paint)
