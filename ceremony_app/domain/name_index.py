"""Finding one name among a hundred thousand while it is being typed.

What a clerk types is the beginning of a word of the name, some part of it, the end of an id
number, an old spelling, or a slip; titles count for nothing. Each keystroke has to be answered
before the next (`make bench`, part search).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ceremony_app.domain.names import respelled, sort_key

LEAST_DIGITS = 3
"""So many digits, at the least, are the end of an id number."""

_LEAST_PART = 3
"""Letters of an inner part of a name: fewer stand in every name."""

_LEAST_FOR_A_SLIP = 4
_LEAST_FOR_TWO = 8
"""Letters of a word in which one slip, or two, are forgiven: a short word with a slip could be
any other."""

_FREQUENT = 256
"""Words of more rows than this keep their rows as bits; of fewer, as a list."""

_SHORT = 2
"""Beginnings of so few letters belong to so many words that their rows are put together
beforehand."""


class NameIndex:
    """An index over rows, each with a name and an id number; answers are row numbers.

    Rows are expected in the order in which they should be offered.
    """

    def __init__(self, names: Sequence[str], numbers: Sequence[str]) -> None:
        keys = [sort_key(name) for name in names]
        self._plain = _Words(keys)
        self._forgiving = _Words([respelled(key) for key in keys])
        self._ends = "\n".join(("", *numbers, ""))
        self._numbers = _starts(numbers)

    def find(self, typed: str, limit: int = 60) -> list[int]:
        """The rows that somebody may mean, at most `limit`, the likeliest kind of match first;
        none for an empty query."""
        digits = "".join(typed.replace(".", "").split())
        if len(digits) >= LEAST_DIGITS and digits.isdigit():
            return self._ending(digits, limit)
        key = sort_key(typed)
        plain, forgiving = key.split(), respelled(key).split()
        if not plain:
            return []
        found, seen = list[int](), 0
        for rows in self._looks(plain, forgiving):
            found += _rows(rows & ~seen, limit - len(found))
            if len(found) == limit:
                return found
            seen |= rows
        return found or _rows(self._forgiving.with_slips(forgiving), limit)

    def _looks(self, plain: Sequence[str], forgiving: Sequence[str]) -> Iterator[int]:
        """The likeliest rows first; each look is made only when it is needed."""
        yield self._plain.beginning(plain)
        yield self._forgiving.beginning(forgiving)
        yield self._plain.holding(plain) | self._forgiving.holding(forgiving)

    def _ending(self, digits: str, limit: int) -> list[int]:
        found: list[int] = []
        for hit in re.finditer(f"{digits}\n", self._ends):
            found.append(bisect_left(self._numbers, hit.end()) - 1)
            if len(found) == limit:
                break
        return found


class _Words:
    """The words of all names, each with the rows that have it.

    Rows are sets of bits, the first row the lowest bit: many words' rows are put together, and
    cut with another's, in a few steps of whole machine words.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        rows_of: dict[str, list[int]] = {}
        for row, key in enumerate(keys):
            for word in set(key.split()):
                rows_of.setdefault(word, []).append(row)
        self._size = len(keys) // 8 + 1
        self._words = sorted(rows_of)
        self._rows = [
            self._bits(rows_of[word]) if len(rows_of[word]) > _FREQUENT else rows_of[word]
            for word in self._words
        ]
        self._text = "\n" + "\n".join(self._words) + "\n"
        self._starts = _starts(self._words)
        self._short = self._short_beginnings()
        self._begun: dict[int, dict[str, list[int]]] = {}

    def beginning(self, typed: Sequence[str]) -> int:
        """The rows in which every word typed begins a word."""
        return self._cut(self._begin(word) for word in typed)

    def holding(self, typed: Sequence[str]) -> int:
        """The rows that hold every word typed somewhere."""
        if min(map(len, typed)) < _LEAST_PART:
            return 0
        return self._cut(self._together(self._with_part(word)) for word in typed)

    def with_slips(self, typed: Sequence[str]) -> int:
        """The rows with a word for each one typed, a slip or two forgiven."""
        return self._cut(
            self._together(self._meant(word))
            if len(word) >= _LEAST_FOR_A_SLIP
            else self._begin(word)
            for word in typed
        )

    @staticmethod
    def _cut(sets: Iterator[int]) -> int:
        left = -1
        for rows in sets:
            left &= rows
            if not left:
                return 0
        return left

    def _begin(self, word: str) -> int:
        if len(word) <= _SHORT:
            return self._short.get(word, 0)
        return self._together(self._from(word))

    def _from(self, word: str) -> range:
        """The numbers of the words that begin so."""
        return range(bisect_left(self._words, word), bisect_left(self._words, word + "\uffff"))

    def _with_part(self, part: str) -> list[int]:
        """The numbers of the words that hold this somewhere, by one search through them all."""
        return [
            bisect_left(self._starts, hit.end()) - 1
            for hit in re.finditer(re.escape(part), self._text)
        ]

    def _meant(self, word: str) -> list[int]:
        """The numbers of the words that somebody who typed this may have meant, or begun to."""
        # Late: a door at which nobody mistypes has no need of it.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= _LEAST_FOR_TWO else 1
        meant: set[int] = set()
        # Where a letter was left out, the beginning that was meant is one letter longer.
        for letters in (len(word), len(word) + 1):
            known = self._beginnings(letters)
            for beginning, _, _ in process.extract(
                word, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                meant.update(known[beginning])
        return list(meant)

    def _beginnings(self, letters: int) -> dict[str, list[int]]:
        """The words by their beginnings of some length; made once for each length."""
        if letters not in self._begun:
            begun: dict[str, list[int]] = {}
            for number, word in enumerate(self._words):
                begun.setdefault(word[:letters], []).append(number)
            self._begun[letters] = begun
        return self._begun[letters]

    def _short_beginnings(self) -> dict[str, int]:
        short: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for letters in range(1, _SHORT + 1):
                short.setdefault(word[:letters], []).append(number)
        return {beginning: self._together(numbers) for beginning, numbers in short.items()}

    def _together(self, numbers: Sequence[int]) -> int:
        """The rows of some words."""
        bits, few = 0, list[int]()
        for number in numbers:
            rows = self._rows[number]
            if isinstance(rows, int):
                bits |= rows
            else:
                few += rows
        return bits | self._bits(few) if few else bits

    def _bits(self, rows: Sequence[int]) -> int:
        held = bytearray(self._size)
        for row in rows:
            held[row >> 3] |= 1 << (row & 7)
        return int.from_bytes(held, "little")


def _starts(parts: Sequence[str]) -> list[int]:
    """Where each of some parts begins in a text that has a line feed before each of them."""
    starts, at = [], 1
    for part in parts:
        starts.append(at)
        at += len(part) + 1
    return starts


def _rows(bits: int, limit: int) -> list[int]:
    """The first rows of a set, in order."""
    rows: list[int] = []
    while bits and len(rows) < limit:
        lowest = bits & -bits
        rows.append(lowest.bit_length() - 1)
        bits ^= lowest
    return rows
