"""Breaking text into lines: nothing is hyphenated, nothing is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ceremony_app.documents.even_lines import Give, even_breaks
from ceremony_app.documents.faces import NO_BREAK, Face, tidy
from ceremony_app.documents.holding import together

_BREAK_AFTER = frozenset("-/.,@_&+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is set; to reach the right edge `spacing` is added to each blank and
    `tracking` to each letter."""

    words: str
    width: float
    spacing: float = 0.0
    tracking: float = 0.0


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
    sizes = [(measure.of(piece), len(piece), _blanks(piece)) for piece in pieces]
    give = Give(measure.of(" "), measure.size, measure.width)
    return tuple(
        _stretched(" ".join(pieces[start:end]), measure, give, last=end == len(pieces))
        for start, end in even_breaks(sizes, give)
    )


def _stretched(line: str, measure: Measure, give: Give, *, last: bool) -> Line:
    width, blanks = measure.of(line), _blanks(line)
    slack = measure.width - width
    if last and slack >= 0:
        return Line(line, width)
    shared = give.shared(slack, blanks, len(line) - 1)
    return Line(line, measure.width, *shared) if shared else Line(line, width)


def _blanks(line: str) -> int:
    """Those that are stretched: the ones that may not break are set as the others are."""
    return line.count(" ") + line.count(NO_BREAK)


def _filled(words: str, measure: Measure) -> list[str]:
    """As few lines as there can be; what belongs together is kept so where that costs no line."""
    if measure.of(words) <= measure.width:
        return [words] if words else []
    held = _greedy(_fitting(words, measure), measure)
    free = _greedy(_broken_words(words.split(" "), measure), measure)
    return held if len(held) <= len(free) else free


def _greedy(pieces: Sequence[str], measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        longer = f"{line} {piece}" if line else piece
        if line and measure.of(longer) > measure.width:
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line]


def _fitting(words: str, measure: Measure) -> list[str]:
    """What a line keeps together, parted into words where that is too long for one."""
    pieces: list[str] = []
    for held in together(words):
        whole = " ".join(held)
        if len(held) > 1 and measure.of(whole) <= measure.width:
            pieces.append(whole)
        else:
            pieces.extend(_broken_words(held, measure))
    return pieces


def _broken_words(words: Sequence[str], measure: Measure) -> list[str]:
    """The words, those too long for a line broken after a mark or, failing that, anywhere."""
    pieces: list[str] = []
    for word in words:
        fits = measure.of(word) <= measure.width
        pieces.extend((word,) if fits else _broken(word, measure))
    return pieces


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
