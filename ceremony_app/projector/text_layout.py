"""How a text lies on the screen: one size for all of it, and pages where a point is too long.

The size is the largest at which every point fits as a whole. Where that would be too small to
read, the readable size is kept and a point goes over pages, broken between breaths; only a
single breath that is too long for a page makes the letters smaller still. Nothing is ever cut.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ceremony_app.domain.show import Unit, units
from ceremony_app.domain.texts import Text
from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.letters import Letters

GAP = 0.42
"""The room between two phrases, in sizes of the letters."""


@dataclass(frozen=True, slots=True)
class PhraseBox:
    """One phrase in its place; `rect` is as wide as the room for words."""

    phrase: int
    lines: tuple[str, ...]
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Page:
    """Phrases of one part that are on the screen together; `number` of `total`, from 1."""

    boxes: tuple[PhraseBox, ...]
    number: int
    total: int

    def holds(self, phrase: int) -> bool:
        return any(box.phrase == phrase for box in self.boxes)


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A text laid out for one room: the size of its letters in pixels, pages by part.

    `tightest` is the breath that would be the first to gain from smaller letters.
    """

    size: int
    parts: tuple[tuple[Page, ...], ...]
    tightest: Unit

    def page(self, part: int, phrase: int) -> Page:
        """The page that a phrase stands on."""
        return next(page for page in self.parts[part] if page.holds(phrase))


def lay_out(text: Text, letters: Letters, room: QRectF, most: int, readable: int) -> TextLayout:
    """The text in a room; `most` and `readable` are sizes of letters in pixels."""
    fitting = _Fitting(text, letters, room)
    whole = largest_size(most, fitting.parts_fit)
    size = max(whole, min(readable, largest_size(most, fitting.units_fit)))
    return TextLayout(size, fitting.pages(size), fitting.tightest(size))


class _Fitting:
    """The heights of a text's parts and breaths in one room, at any size."""

    def __init__(self, text: Text, letters: Letters, room: QRectF) -> None:
        self._letters = letters
        self._room = room
        self._parts = [[phrase.words for phrase in part.phrases] for part in text.parts]
        self._units = units(text)

    def parts_fit(self, size: int) -> bool:
        return all(self._height(part, size) <= self._room.height() for part in self._parts)

    def units_fit(self, size: int) -> bool:
        return all(self._unit_height(unit, size) <= self._room.height() for unit in self._units)

    def tightest(self, size: int) -> Unit:
        """Of the part that is the highest, the breath that is; of equals the one with most words.

        Raises ValueError for a text without a phrase.
        """
        spoken = sorted({unit.part for unit in self._units})
        part = max(spoken, key=lambda at: self._weight(self._parts[at], size))
        own = [unit for unit in self._units if unit.part == part]
        return max(own, key=lambda unit: self._weight(self._words_of(unit), size))

    def pages(self, size: int) -> tuple[tuple[Page, ...], ...]:
        return tuple(self._pages_of(part, size) for part in range(len(self._parts)))

    def _pages_of(self, part: int, size: int) -> tuple[Page, ...]:
        own = [unit for unit in self._units if unit.part == part]
        heights = [self._unit_height(unit, size) for unit in own]
        groups = _evenly(heights, self._room.height(), GAP * size)
        pages, at = [], 0
        for number, count in enumerate(groups, start=1):
            phrases = range(own[at].first, own[at + count - 1].last + 1)
            pages.append(Page(self._boxes(part, phrases, size), number, len(groups)))
            at += count
        return tuple(pages)

    def _boxes(self, part: int, phrases: range, size: int) -> tuple[PhraseBox, ...]:
        words = self._parts[part]
        whole = self._height([words[phrase] for phrase in phrases], size)
        top = self._room.top() + (self._room.height() - whole) / 2
        boxes = []
        for phrase in phrases:
            lines = self._letters.balanced(words[phrase], size, self._room.width(), bold=True)
            high = self._letters.depth(lines) * size
            rect = QRectF(self._room.left(), top, self._room.width(), high)
            boxes.append(PhraseBox(phrase, lines, rect))
            top += rect.height() + GAP * size
        return tuple(boxes)

    def _unit_height(self, unit: Unit, size: int) -> float:
        return self._height(self._words_of(unit), size)

    def _words_of(self, unit: Unit) -> list[str]:
        return self._parts[unit.part][unit.first : unit.last + 1]

    def _weight(self, phrases: list[str], size: int) -> tuple[float, int]:
        return self._height(phrases, size), sum(map(len, phrases))

    def _height(self, phrases: list[str], size: int) -> float:
        width = self._room.width()
        depths = (
            self._letters.depth(self._letters.wrap(words, size, width, bold=True))
            for words in phrases
        )
        return (sum(depths) + (len(phrases) - 1) * GAP) * size


def _evenly(heights: list[float], room: float, gap: float) -> list[int]:
    """How many breaths go on each page: as few pages as can be, about equally full."""
    groups = _greedy(heights, room, gap)
    limit = room
    while len(groups) > 1:
        limit -= gap
        tighter = _greedy(heights, limit, gap)
        if len(tighter) > len(groups) or limit < max(heights):
            break
        groups = tighter
    return groups


def _greedy(heights: list[float], room: float, gap: float) -> list[int]:
    groups: list[int] = []
    used = 0.0
    for height in heights:
        if groups and used + gap + height <= room:
            groups[-1] += 1
            used += gap + height
        else:
            groups.append(1)
            used = height
    return groups
