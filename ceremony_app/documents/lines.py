"""Breaking text into lines: nothing is hyphenated, nothing is cut."""

import math
from dataclasses import dataclass
from functools import lru_cache

from ceremony_app.documents.faces import Face, tidy

_LOOSEST_BLANK = 2.5
"""A blank may grow by this many of its own widths; a line that would need more stays ragged."""

_BREAK_AFTER = frozenset("-/.,@_&+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is set; `spacing` is added to each blank to reach the right edge."""

    words: str
    width: float
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Face, size and width (points) in which text is set."""

    face: Face
    size: float
    width: float

    def of(self, words: str) -> float:
        """The width of `words`."""
        return self.face.width(words, self.size)


@lru_cache(maxsize=32768)
def ragged(words: str, measure: Measure) -> tuple[Line, ...]:
    """Lines filled one after the other, as table cells and names are set; none for no text."""
    return tuple(Line(line, measure.of(line)) for line in _filled(tidy(words), measure))


@lru_cache(maxsize=4096)
def justified(words: str, measure: Measure) -> tuple[Line, ...]:
    """Lines flush at both edges, broken so that the blanks are as even as can be."""
    pieces = _fitting(tidy(words), measure)
    return tuple(
        _stretched(" ".join(pieces[start:end]), measure, last=end == len(pieces))
        for start, end in _even_breaks(pieces, measure)
    )


def _stretched(line: str, measure: Measure, *, last: bool) -> Line:
    width, blanks = measure.of(line), line.count(" ")
    spacing = (measure.width - width) / blanks if blanks and not last else 0.0
    if spacing > _LOOSEST_BLANK * measure.of(" "):
        spacing = 0.0
    return Line(line, width + spacing * blanks, spacing)


def _filled(words: str, measure: Measure) -> list[str]:
    if measure.of(words) <= measure.width:
        return [words] if words else []
    lines: list[str] = []
    line = ""
    for piece in _fitting(words, measure):
        longer = f"{line} {piece}" if line else piece
        if line and measure.of(longer) > measure.width:
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line]


def _even_breaks(pieces: list[str], measure: Measure) -> list[tuple[int, int]]:
    """The breaks with the least sum of cubed slack; the last line may be short at no cost."""
    blank = measure.of(" ")
    widths = [measure.of(piece) for piece in pieces]
    best, follower = _least_slack(widths, blank, measure.width)
    if not best:
        return []
    spans, start = [], 0
    while start < len(pieces):
        spans.append((start, follower[start]))
        start = follower[start]
    return spans


def _least_slack(
    widths: list[float], blank: float, full: float
) -> tuple[list[float], dict[int, int]]:
    count = len(widths)
    best = [0.0] * (count + 1) if count else []
    follower: dict[int, int] = {}
    for start in range(count - 1, -1, -1):
        best[start], width = math.inf, -blank
        for end in range(start + 1, count + 1):
            width += widths[end - 1] + blank
            if width > full and end > start + 1:
                break
            slack = max(full - width, 0.0) / full
            cost = best[end] + (0.0 if end == count else slack**3)
            if cost < best[start]:
                best[start], follower[start] = cost, end
    return best, follower


def _fitting(words: str, measure: Measure) -> list[str]:
    """The words, those too long for a line broken after a mark or, failing that, anywhere."""
    pieces: list[str] = []
    for word in words.split(" "):
        if measure.of(word) <= measure.width:
            pieces.append(word)
        else:
            pieces.extend(_broken(word, measure))
    return [piece for piece in pieces if piece]


def _broken(word: str, measure: Measure) -> list[str]:
    pieces = []
    while measure.of(word) > measure.width and len(word) > 1:
        fits = next(
            (end for end in range(len(word) - 1, 1, -1) if measure.of(word[:end]) <= measure.width),
            1,
        )
        after_mark = next((end for end in range(fits, 1, -1) if word[end - 1] in _BREAK_AFTER), 0)
        end = after_mark or fits
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]
