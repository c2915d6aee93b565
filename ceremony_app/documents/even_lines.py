"""Where the lines of a paragraph end so that none is loose: no hyphens, and no rivers.

A line reaches the right edge by a little in every blank and, unseen, a little between its letters.
Indonesian words are long and a line has eight blanks, so a single break taken by itself would
leave holes; the whole paragraph is weighed at once.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_WIDER, _WIDEST, _NARROWER = 1.0, 2.5, 0.12
"""How much a blank grows without being seen, grows at most, and shrinks at most, in its widths."""

_APART, _CLOSER = 0.02, 0.008
"""How far letters stand apart and draw together at most, as parts of the size."""

_SHRUNK, _RAGGED, _LOST = 0.4, 60.0, 0.5
"""What a line costs that is as close as may be, that stays ragged, that is the last and short;
one that grows as far as is not seen costs 1."""

_SHORT = 0.12
"""A last line that fills less of the width than this looks lost."""


@dataclass(frozen=True, slots=True)
class Give:
    """How far lines give: the width of a blank, the size of the letters, the width to fill."""

    blank: float
    size: float
    full: float

    def shared(self, slack: float, blanks: int, letters: int) -> tuple[float, float] | None:
        """What each blank and each letter takes of the slack; None for a line to leave ragged."""
        strain = self.strain(slack, blanks, letters)
        if not blanks or strain == math.inf:
            return None
        if strain < 0:
            return strain * _NARROWER * self.blank, strain * _CLOSER * self.size
        tracking = min(strain, 1.0) * _APART * self.size
        return (slack - tracking * letters) / blanks, tracking

    def strain(self, slack: float, blanks: int, letters: int) -> float:
        """How far a line is stretched: 1 where it begins to be seen, -1 as close as may be,
        infinite where it would need more than a line may give."""
        if slack < 0:
            room = blanks * _NARROWER * self.blank + letters * _CLOSER * self.size
            return slack / room if room else -1.0
        unseen = letters * _APART * self.size
        if slack > blanks * _WIDEST * self.blank + unseen or not blanks:
            return math.inf if slack else 0.0
        return slack / (blanks * _WIDER * self.blank + unseen)

    def cost(self, strain: float, slack: float, *, last: bool) -> float:
        """What a line costs the paragraph; the last one may be short, but not lost."""
        if last and slack >= 0:
            return _LOST if slack > (1 - _SHORT) * self.full else 0.0
        if strain == math.inf:
            return _RAGGED * (1 + slack / self.full)
        return strain**3 if strain >= 0 else _SHRUNK * strain**2


def even_breaks(pieces: Sequence[tuple[float, int, int]], give: Give) -> list[tuple[int, int]]:
    """The lines as (first piece, one past the last), those that cost least together.

    A piece is what is not broken: its width, its letters, the blanks among them.
    """
    ends = _least_cost(pieces, give)
    spans, start = [], 0
    while start < len(pieces):
        spans.append((start, ends[start]))
        start = ends[start]
    return spans


def _least_cost(pieces: Sequence[tuple[float, int, int]], give: Give) -> list[int]:
    """Where the line that begins with each piece ends."""
    count = len(pieces)
    best, ends = [0.0] * (count + 1), list(range(1, count + 1))
    for start in range(count - 1, -1, -1):
        best[start] = math.inf
        width, letters, blanks = -give.blank, -2, -1
        for end in range(start + 1, count + 1):
            more, longer, inner = pieces[end - 1]
            width, letters = width + more + give.blank, letters + longer + 1
            blanks += inner + 1
            slack = give.full - width
            strain = give.strain(slack, blanks, letters)
            if strain < -1 and end > start + 1:
                break
            cost = best[end] + give.cost(strain, slack, last=end == count)
            if cost < best[start]:
                best[start], ends[start] = cost, end
    return ends
