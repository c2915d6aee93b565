"""What stands where on a badge: one layout for the sheet to cut and for pictures.

Distances are points from the badge's top left corner. A badge is 90 x 55 mm: code on the left
with its quiet zone, words on the right, a line code, where one is wanted, along the foot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ceremony_app.documents import qr
from ceremony_app.documents.faces import Face, Faces, tidy
from ceremony_app.documents.lines import Measure, ragged
from ceremony_app.documents.pdf import MM
from ceremony_app.domain.papers import BadgePrint

WIDTH = 90 * MM
HEIGHT = 55 * MM

_MODULE = 1.2 * MM
_EDGE = 4 * MM
_HEADING_SIZE = 7.0
_HEADING_BASELINE = 5.6 * MM
_RULE_AT = 7.2 * MM
_WORDS_LEFT = 37 * MM
_WORDS_WIDTH = WIDTH - _WORDS_LEFT - _EDGE
_CODE_TOP = 8.2 * MM
_WORDS_TOP = 9 * MM
_WORDS_BOTTOM = 48.5 * MM
_WORDS_BOTTOM_OVER_LINES = 41.5 * MM
_TOKEN_SIZE = 6.5
_TOKEN_AT = 50.5 * MM

_NAME_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
_POST_SIZE = 9.0
_LEADING = 1.18
_SHRINKING = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4, 0.3)

LINE_MODULE = 0.25 * MM
LINE_TOP = 43.2 * MM
LINE_HEIGHT = 6.6 * MM
_TOKEN_AT_UNDER_LINES = 52.8 * MM


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text at its baseline."""

    x: float
    baseline: float
    words: str
    face: Face
    size: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A badge ready to be painted: lines of text, the corner and the unit of its code."""

    lines: tuple[Words, ...]
    code_left: float = qr.QUIET * _MODULE
    code_top: float = _CODE_TOP + qr.QUIET * _MODULE
    module: float = _MODULE
    rule_at: float = _RULE_AT
    edge: float = _EDGE


class BadgeLayouts:
    """Lays out the badges of one sheet."""

    def __init__(self, faces: Faces, heading: str, *, line_codes: bool) -> None:
        self._faces = faces
        self._heading = self._heading_line(tidy(heading))
        self._bottom = _WORDS_BOTTOM_OVER_LINES if line_codes else _WORDS_BOTTOM
        self._token_at = _TOKEN_AT_UNDER_LINES if line_codes else _TOKEN_AT

    def of(self, badge: BadgePrint) -> Layout:
        """Name, post and division beside the code, the token readable under it."""
        token = " ".join(
            (badge.token[:2], *(badge.token[at : at + 4] for at in range(2, len(badge.token), 4)))
        )
        regular = self._faces.regular
        written = Words(qr.QUIET * _MODULE, self._token_at, token, regular, _TOKEN_SIZE)
        return Layout((*self._heading, *self._person(badge), written))

    def _heading_line(self, heading: str) -> tuple[Words, ...]:
        if not heading:
            return ()
        face, room = self._faces.bold, WIDTH - 2 * _EDGE
        size = min(_HEADING_SIZE, room / max(face.width(heading, 1.0), 1.0))
        return (Words(_EDGE, _HEADING_BASELINE, heading, face, size),)

    def _person(self, badge: BadgePrint) -> Iterator[Words]:
        room = self._bottom - _WORDS_TOP
        rows = self._fitted(badge, room)
        height = sum(row.gap + row.size * _LEADING for row in rows)
        top = _WORDS_TOP + (room - height) / 2
        for row in rows:
            top += row.gap
            yield Words(_WORDS_LEFT, top + row.size * 0.95, row.words, row.face, row.size)
            top += row.size * _LEADING

    def _fitted(self, badge: BadgePrint, room: float) -> "list[_Row]":
        """The largest setting in which every word has room; words are wrapped, never cut."""
        rows: list[_Row] = []
        for scale in _SHRINKING:
            rows = [
                *_name_rows(badge.name, self._faces.bold, scale),
                *_rows(badge.post, self._faces.regular, _POST_SIZE * scale, 4.0 * scale),
                *_rows(badge.division, self._faces.bold, _POST_SIZE * scale, 4.0 * scale),
            ]
            if sum(row.gap + row.size * _LEADING for row in rows) <= room:
                break
        return rows


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    face: Face
    size: float
    gap: float = 0.0


def _name_rows(name: str, face: Face, scale: float) -> tuple[_Row, ...]:
    """On one line as long as it can be read from afar, then on several."""
    words = tidy(name)
    unit = face.width(words, 1.0)
    for size in _NAME_SIZES:
        if unit * size * scale <= _WORDS_WIDTH:
            return (_Row(words, face, size * scale),)
    return _rows(words, face, _NAME_SIZES[-2] * scale, 0.0)


@lru_cache(maxsize=4096)
def _rows(words: str, face: Face, size: float, gap: float) -> tuple[_Row, ...]:
    lines = ragged(words, Measure(face, size, _WORDS_WIDTH))
    return tuple(
        _Row(line.words, face, size, gap if not index else 0.0) for index, line in enumerate(lines)
    )
