"""Lines of words set into rectangles."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QRectF

from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.items import Words
from ceremony_app.projector.letters import Letters

LINE = 1.24
"""The height of a line in sizes of its letters."""

_LEFTWARDS = ("R", "AL", "AN")


class Align(Enum):
    """Where a line stands in its room."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Typesetter:
    """Sets words in one family of letters."""

    def __init__(self, letters: Letters) -> None:
        self.letters = letters

    def line(
        self,
        words: str,
        room: QRectF,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> Words:
        """One line in the middle of a room's height; smaller where the room is too narrow."""
        size = self.letters.largest(words, room.width(), 1, size, bold=bold)
        wide = min(self.letters.width(words, size, bold=bold), room.width())
        high = size * LINE
        left = room.left() + (room.width() - wide) * align.value
        rect = QRectF(left, room.center().y() - high / 2, wide, high)
        return Words(words, rect, self.baseline(rect.top(), size), size, colour, bold)

    def block(
        self,
        lines: Iterable[str],
        room: QRectF,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> Iterator[Words]:
        """Lines one below the other from the top of a room, all of one size."""
        for index, words in enumerate(lines):
            wide = self.letters.width(words, size, bold=bold)
            left = room.left() + (room.width() - wide) * align.value
            rect = QRectF(left, room.top() + index * size * LINE, wide, size * LINE)
            yield Words(words, rect, self.baseline(rect.top(), size), size, colour, bold)

    def steady(
        self, lines: Iterable[str], room: QRectF, size: int, colour: str, *, bold: bool
    ) -> Iterator[Words]:
        """As `block`, each word where it stands in bold letters: none moves as it becomes bold."""
        for line in self.block(lines, room, size, colour, bold=bold):
            wide = self.letters.width(line.words, size, bold=True)
            rect = QRectF(line.rect.left(), line.rect.top(), wide, line.rect.height())
            yield replace(line, rect=rect, starts=self._starts(line.words, size))

    def _starts(self, line: str, size: int) -> tuple[float, ...]:
        """Where the words of a line begin; nothing where some run from right to left."""
        if any(unicodedata.bidirectional(letter) in _LEFTWARDS for letter in line):
            return ()
        starts, at = [], 0.0
        blank = self.letters.width(" ", size, bold=True)
        for word in line.split(" "):
            starts.append(at)
            at += self.letters.width(word, size, bold=True) + blank
        return tuple(starts)

    def height(self, words: str, room: QRectF, size: int) -> float:
        """The height of words in lines as wide as a room, in pixels."""
        return len(self.letters.wrap(words, size, room.width(), bold=True)) * size * LINE

    def centred(
        self,
        words: str,
        room: QRectF,
        most: int,
        colour: str,
        *,
        bold: bool = False,
        align: Align = Align.LEFT,
    ) -> Iterator[Words]:
        """Words in lines in the middle of a room's height, as large as fits up to `most`."""
        size = largest_size(most, lambda size: self.height(words, room, size) <= room.height())
        lines = self.letters.balanced(words, size, room.width(), bold=True)
        top = room.center().y() - len(lines) * size * LINE / 2
        place = QRectF(room.left(), top, room.width(), room.height())
        yield from self.block(lines, place, size, colour, bold=bold, align=align)

    def baseline(self, top: float, size: float) -> float:
        """Where the letters of a line stand whose room begins at `top`."""
        letters = self.letters
        return top + size * ((LINE - letters.ascent - letters.descent) / 2 + letters.ascent)
