"""The letters of the screen: widths of words, lines that fit a width, and heights of lines."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPointF, QTextBoundaryFinder
from PySide6.QtGui import QFontMetricsF, QPainterPath

from ceremony_app.projector.faces import Faces
from ceremony_app.projector.fitting import largest_size

LINE = 1.24
"""The height of a line in sizes of its letters; lines of other scripts may be higher."""

_REFERENCE = 200
# Hinted or kerned across blanks, a line may come out this much wider than its words.
_SLACK = 1.01
# Between what reaches below one line and above the next.
_CLEARANCE = 0.04


@dataclass(frozen=True, slots=True)
class Lead:
    """The height of a line, and how far its letters stand below its top, in sizes of them."""

    high: float
    rise: float


class Letters:
    """Words at any size in pixels.

    Widths are measured once at a large size and scaled, so fitting a text to a screen is
    arithmetic. Needs a QGuiApplication. Raises FileTrouble where a font file cannot be used.
    """

    def __init__(self, fonts: Path) -> None:
        self.faces = Faces(fonts)
        self.font = self.faces.font
        self._width = lru_cache(maxsize=20_000)(self._measure)
        self._reach_of = lru_cache(maxsize=4_000)(self._measure_reach)
        self._parts = lru_cache(maxsize=200)(_graphemes)
        metrics = QFontMetricsF(self.font(_REFERENCE, bold=True))
        ascent, descent = metrics.ascent() / _REFERENCE, metrics.descent() / _REFERENCE
        self._lead = Lead(LINE, (LINE - ascent - descent) / 2 + ascent)

    @property
    def capital(self) -> float:
        """The height of a capital letter in sizes of the letters."""
        return self.faces.capital

    @property
    def measured(self) -> int:
        """How many widths were measured so far: fitting is arithmetic on those of its words."""
        return self._width.cache_info().misses

    def width(self, words: str, size: float, *, bold: bool) -> float:
        """The width of a word or line in pixels."""
        return self._width(words, bold) * size

    def lead(self, words: str) -> Lead:
        """The height of the lines of some words: LINE, or more where letters reach further.

        Arabic with its marks does; without more room it would touch the lines around it. All
        lines of a phrase have one height, so that they stand evenly.
        """
        if words.isascii() or all(map(self.faces.is_own, words)):
            return self._lead
        reaches = [self._reach_of(word) for word in words.split()]
        rise = max(self._lead.rise, *(above for above, _ in reaches))
        fall = max(self._lead.high - self._lead.rise, *(below for _, below in reaches))
        return Lead(rise + fall, rise)

    def depth(self, lines: Sequence[str]) -> float:
        """The height of the lines of a phrase, in sizes of the letters."""
        return len(lines) * self.lead(" ".join(lines)).high

    def wrap(self, words: str, size: float, width: float, *, bold: bool) -> tuple[str, ...]:
        """The words in lines of at most `width` pixels; a word too long for one is broken."""
        pieces = self._pieces(words, size, width, bold=bold)
        lines: list[list[str]] = []
        used = width
        for piece, wide in pieces:
            if used + self._blank(size, bold=bold) + wide > width:
                lines.append([])
                used = -self._blank(size, bold=bold)
            lines[-1].append(piece)
            used += self._blank(size, bold=bold) + wide
        return tuple(" ".join(line) for line in lines)

    def balanced(self, words: str, size: float, width: float, *, bold: bool) -> tuple[str, ...]:
        """As `wrap`, in as few lines, but about equally long: no word stands alone at the end.

        Of all ways with the fewest lines the one is taken in which the squares of what is left
        blank at their ends come to the least.
        """
        pieces = self._pieces(words, size, width, bold=bold)
        blank = self._blank(size, bold=bold)
        best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * (len(pieces) + 1)
        for start in range(len(pieces) - 1, -1, -1):
            used, choices = -blank, []
            for end in range(start + 1, len(pieces) + 1):
                used += blank + pieces[end - 1][1]
                if used > width and end > start + 1:
                    break
                lines, left, _ = best[end]
                choices.append((lines + 1, left + (width - used) ** 2, end))
            best[start] = min(choices)
        return tuple(_lines([piece for piece, _ in pieces], [end for _, _, end in best]))

    def largest(self, words: str, width: float, lines: int, most: int, *, bold: bool) -> int:
        """The largest size, at most `most` pixels, at which the words take so many lines."""
        return largest_size(
            most, lambda size: len(self.wrap(words, size, width, bold=bold)) <= lines
        )

    def _blank(self, size: float, *, bold: bool) -> float:
        return self.width(" ", size, bold=bold)

    def _pieces(
        self, words: str, size: float, width: float, *, bold: bool
    ) -> list[tuple[str, float]]:
        """The words with their widths, those broken that are wider than a line."""
        pieces: list[tuple[str, float]] = []
        for word in words.split():
            wide = self.width(word, size, bold=bold) * _SLACK
            if wide <= width:
                pieces.append((word, wide))
            else:
                pieces += self._broken(word, size, width, bold=bold)
        return pieces

    def _broken(
        self, word: str, size: float, width: float, *, bold: bool
    ) -> Iterator[tuple[str, float]]:
        """A word in pieces as long as a line takes, broken between whole signs.

        Widths are those of its signs one by one: measuring longer and longer pieces would take
        minutes for what somebody pasted by mistake.
        """
        piece, used = "", 0.0
        for sign in self._parts(word):
            wide = self.width(sign, size, bold=bold) * _SLACK
            if piece and used + wide > width:
                yield piece, used
                piece, used = "", 0.0
            piece, used = piece + sign, used + wide
        yield piece, used

    def _measure(self, words: str, bold: bool) -> float:  # noqa: FBT001 a key of the cache
        return QFontMetricsF(self.font(_REFERENCE, bold=bold)).horizontalAdvance(words) / _REFERENCE

    def _measure_reach(self, word: str) -> tuple[float, float]:
        """How far a word reaches above and below where it stands, whatever its weight."""
        inks = []
        for bold in (False, True):
            # Qt's own measure of a word leaves out how far its marks are lifted.
            path = QPainterPath()
            path.addText(QPointF(0, 0), self.font(_REFERENCE, bold=bold), word)
            inks.append(path.boundingRect())
        above = max(-ink.top() for ink in inks) / _REFERENCE + _CLEARANCE
        return above, max(ink.bottom() for ink in inks) / _REFERENCE + _CLEARANCE


def is_leftward(words: str) -> bool:
    """Whether words run from right to left, all of them."""
    ways = {unicodedata.bidirectional(letter) for letter in words}
    return bool(ways & {"R", "AL"}) and "L" not in ways


def _lines(pieces: list[str], ends: list[int]) -> Iterator[str]:
    start = 0
    while start < len(pieces):
        yield " ".join(pieces[start : ends[start]])
        start = ends[start]


def _graphemes(word: str) -> tuple[str, ...]:
    """A word in what people take for one sign: a letter with its marks, a joined emoji."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    places = [0]
    while (place := finder.toNextBoundary()) >= 0:
        places.append(place)
    # Qt counts in units of sixteen bits.
    units = word.encode("utf-16-le")
    return tuple(units[2 * start : 2 * end].decode("utf-16-le") for start, end in pairwise(places))
