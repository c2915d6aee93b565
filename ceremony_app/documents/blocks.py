"""Paragraphs, numbered points and labelled lines, each as strips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ceremony_app.documents.faces import Face, Faces
from ceremony_app.documents.lines import Line, Measure, justified, ragged
from ceremony_app.documents.pdf import Ink
from ceremony_app.documents.strips import Glue, Paint, Strip, spaced

_ASCENT = 0.905
_DESCENT = 0.212
"""Arial's and Arimo's, as parts of the size."""

_NARROWER = 0.96


@dataclass(frozen=True, slots=True)
class Column:
    """Where and how running text is set: left edge and width in points, faces, size, leading."""

    faces: Faces
    left: float
    width: float
    size: float
    leading: float

    def indented(self, by: float) -> "Column":
        """The same text further to the right."""
        return Column(self.faces, self.left + by, self.width - by, self.size, self.leading)

    def measure(self, face: Face | None = None) -> Measure:
        """For breaking lines in the regular or another face."""
        return Measure(face or self.faces.regular, self.size, self.width)


def baseline_in(height: float, size: float) -> float:
    """The distance from a line's top to its baseline, letters in the middle of the line."""
    return (height - (_ASCENT + _DESCENT) * size) / 2 + _ASCENT * size


def paragraph(words: str, column: Column, gap: float = 0.0) -> tuple[Strip, ...]:
    """Text flush at both edges; its first and its last two lines stay together."""
    lines = justified(words, column.measure())
    strips = [_line_strip(line, column, column.faces.regular) for line in lines]
    return spaced(_without_orphans(strips), gap)


def headline(words: str, column: Column, face: Face, gap: float = 0.0) -> tuple[Strip, ...]:
    """Centred lines of much the same length that stay with what follows."""
    strips = []
    for line in balanced(words, column.measure(face)):
        x = column.left + (column.width - line.width) / 2
        strips.append(_strip(x, line, column, face, Glue.FIRM))
    return spaced(strips, gap)


def balanced(words: str, measure: Measure) -> tuple[Line, ...]:
    """As few lines as fit, set as narrow as that many lines allow."""
    lines, narrower = ragged(words, measure), measure
    while len(lines) > 1 and narrower.width > measure.width / 2:
        narrower = replace(narrower, width=narrower.width * _NARROWER)
        tried = ragged(words, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def point(
    label: str, words: str, column: Column, indent: float, gap: float, *, flush: bool = True
) -> tuple[Strip, ...]:
    """A numbered point with a hanging indent; short items are not stretched to be flush."""
    body = column.indented(indent)
    lines = (justified if flush else ragged)(words, body.measure()) or (Line("", 0.0),)
    strips = [_line_strip(line, body, body.faces.regular) for line in lines]
    strips[0] = _with_label(strips[0], label, column)
    return spaced(_without_orphans(strips), gap)


@lru_cache(maxsize=1024)
def labelled(
    label: str, words: str, column: Column, label_width: float, gap: float = 0.0
) -> tuple[Strip, ...]:
    """ "Label : text" with the colons of neighbouring lines in one column."""
    colon = column.measure().of(": ")
    body = column.indented(label_width + colon)
    labels = ragged(label, Measure(column.faces.regular, column.size, label_width - colon))
    values = ragged(words, body.measure())
    strips = []
    for index in range(max(len(labels), len(values), 1)):
        marks = []
        if index < len(labels):
            marks.append((column.left, labels[index].words))
        if not index:
            marks.append((column.left + label_width, ":"))
        if index < len(values):
            marks.append((body.left, values[index].words))
        strips.append(_marks_strip(marks, column))
    return spaced(_all_together(strips), gap)


def _marks_strip(marks: Sequence[tuple[float, str]], column: Column) -> Strip:
    rise = baseline_in(column.leading, column.size)

    def paint(ink: Ink, top: float) -> None:
        for x, words in marks:
            ink.text(x, top + rise, words, column.faces.regular, column.size)

    return Strip(column.leading, paint)


def _line_strip(line: Line, column: Column, face: Face) -> Strip:
    return _strip(column.left, line, column, face, Glue.NONE)


def _strip(x: float, line: Line, column: Column, face: Face, glue: Glue) -> Strip:
    rise = baseline_in(column.leading, column.size)

    def paint(ink: Ink, top: float) -> None:
        ink.set_line(x, top + rise, line, face, column.size)

    return Strip(column.leading, paint, glue=glue)


def _with_label(strip: Strip, label: str, column: Column) -> Strip:
    rise = baseline_in(column.leading, column.size)
    paint_line: Paint = strip.paint

    def paint(ink: Ink, top: float) -> None:
        ink.text(column.left, top + rise, label, column.faces.regular, column.size)
        paint_line(ink, top)

    return Strip(strip.height, paint)


def _without_orphans(strips: list[Strip]) -> tuple[Strip, ...]:
    held = {0, len(strips) - 2} if len(strips) > 1 else set()
    return tuple(
        Strip(strip.height, strip.paint, glue=Glue.FIRM if index in held else Glue.NONE)
        for index, strip in enumerate(strips)
    )


def _all_together(strips: list[Strip]) -> tuple[Strip, ...]:
    last = len(strips) - 1
    return tuple(
        Strip(strip.height, strip.paint, glue=Glue.NONE if index == last else Glue.FIRM)
        for index, strip in enumerate(strips)
    )
