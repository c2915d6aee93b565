"""The letters of the screen: fonts, widths of words, and lines that fit a width."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.projector.fitting import largest_size

_FILES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")
_REFERENCE = 200
# Hinted or kerned across blanks, a line may come out this much wider than its words.
_SLACK = 1.01


class Letters:
    """Fonts by size in pixels, and the widths of words at any size.

    Widths are measured once at a large size and scaled, so fitting a text to a screen is
    arithmetic. Needs a QGuiApplication. Raises FileTrouble where a font file cannot be used.
    """

    def __init__(self, fonts: Path) -> None:
        families = [_family(fonts / name) for name in _FILES]
        self.family = families[0]
        self.font = lru_cache(maxsize=64)(self._make_font)
        self._width = lru_cache(maxsize=20_000)(self._measure)
        metrics = QFontMetricsF(self.font(_REFERENCE, bold=True))
        self.ascent = metrics.ascent() / _REFERENCE
        self.descent = metrics.descent() / _REFERENCE

    def width(self, words: str, size: float, *, bold: bool) -> float:
        """The width of a word or line in pixels."""
        return self._width(words, bold) * size

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
                broken = self._broken(word, size, width, bold=bold)
                pieces += [(part, self.width(part, size, bold=bold) * _SLACK) for part in broken]
        return pieces

    def _broken(self, word: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
        piece = ""
        for letter in word:
            wide = self.width(piece + letter, size, bold=bold) * _SLACK
            if piece and wide > width and not unicodedata.combining(letter):
                yield piece
                piece = letter
            else:
                piece += letter
        yield piece

    def _measure(self, words: str, bold: bool) -> float:  # noqa: FBT001 a key of the cache
        return QFontMetricsF(self.font(_REFERENCE, bold=bold)).horizontalAdvance(words) / _REFERENCE

    def _make_font(self, size: int, *, bold: bool) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(size)
        font.setBold(bold)
        # Unhinted letters keep their widths in proportion at every size.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def _lines(pieces: list[str], ends: list[int]) -> Iterator[str]:
    start = 0
    while start < len(pieces):
        yield " ".join(pieces[start : ends[start]])
        start = ends[start]


def _family(path: Path) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    if not families:
        raise FileTrouble("show.no_font", file=path.name)
    return families[0]
