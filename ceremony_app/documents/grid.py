"""Ruled tables: rows that are never split, cells that wrap and are never cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_app.documents.blocks import baseline_in
from ceremony_app.documents.faces import Face
from ceremony_app.documents.lines import Line, Measure, ragged
from ceremony_app.documents.pdf import Ink
from ceremony_app.documents.strips import Strip

_PADDING = 2.6
_RULE = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a row's cells are set."""

    face: Face
    size: float
    leading: float
    least_height: float
    centred: frozenset[int] = frozenset()


class Grid:
    """Columns with fixed edges, `widths` points wide from `left` on."""

    def __init__(self, left: float, widths: Sequence[float]) -> None:
        self.edges = [left]
        for width in widths:
            self.edges.append(self.edges[-1] + width)

    def row(self, cells: Sequence[str], style: Style, heading: Strip | None = None) -> Strip:
        """One row of cells, text in the middle of its height, ruled all around."""
        wrapped = self._wrapped(cells, style)
        height = self._height(wrapped, style)

        def paint(ink: Ink, top: float) -> None:
            self._rule(ink, top, height, self.edges)
            for index, lines in enumerate(wrapped):
                self._paint_cell(ink, top, height, index, lines, style)

        return Strip(height, paint, heading=heading)

    def spanning(self, words: str, style: Style, heading: Strip | None = None) -> Strip:
        """A row of a single cell over all columns."""
        measure = Measure(style.face, style.size, self.edges[-1] - self.edges[0] - 2 * _PADDING)
        lines = ragged(words, measure)
        height = self._height([lines], style)

        def paint(ink: Ink, top: float) -> None:
            self._rule(ink, top, height, (self.edges[0], self.edges[-1]))
            self._paint_cell(ink, top, height, 0, lines, style)

        return Strip(height, paint, heading=heading)

    def _wrapped(self, cells: Sequence[str], style: Style) -> list[tuple[Line, ...]]:
        wrapped = []
        for index, words in enumerate(cells):
            room = self.edges[index + 1] - self.edges[index] - 2 * _PADDING
            wrapped.append(ragged(words, Measure(style.face, style.size, room)))
        return wrapped

    @staticmethod
    def _height(wrapped: Sequence[Sequence[Line]], style: Style) -> float:
        most = max(len(lines) for lines in wrapped)
        return max(most * style.leading + 2 * _PADDING, style.least_height)

    @staticmethod
    def _rule(ink: Ink, top: float, height: float, edges: Sequence[float]) -> None:
        ink.ruling(edges, top, top + height, _RULE)

    def _paint_cell(
        self,
        ink: Ink,
        top: float,
        height: float,
        index: int,
        lines: Sequence[Line],
        style: Style,
    ) -> None:
        left, right = self.edges[index], self.edges[index + 1]
        start = top + (height - len(lines) * style.leading) / 2
        start += baseline_in(style.leading, style.size)
        for number, line in enumerate(lines):
            centred = index in style.centred
            x = left + (right - left - line.width) / 2 if centred else left + _PADDING
            ink.text(x, start + number * style.leading, line.words, style.face, style.size)
