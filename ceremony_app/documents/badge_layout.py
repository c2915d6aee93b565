"""The words of a badge, set to fit: one layout for sheets, labels and pictures alike.

Distances are points from the badge's top left corner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ceremony_app.documents.badge_forms import Form, WordsBox
from ceremony_app.documents.faces import Face, Faces, tidy
from ceremony_app.documents.lines import Measure, ragged
from ceremony_app.domain.papers import BadgePrint

_LEADING = 1.18


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text at its baseline."""

    x: float
    baseline: float
    words: str
    face: Face
    size: float


class BadgeWords:
    """Sets the words of the badges of one sheet."""

    def __init__(self, faces: Faces, heading: str, form: Form) -> None:
        self._faces = faces
        self._form = form
        self._box = form.words
        self._heading = self._heading_line(tidy(heading))

    def of(self, badge: BadgePrint) -> tuple[Words, ...]:
        """Heading, name, post and division; last the token, readable under its code."""
        token = " ".join(
            (badge.token[:2], *(badge.token[at : at + 4] for at in range(2, len(badge.token), 4)))
        )
        form, face = self._form, self._faces.regular
        left = form.token_left
        if self._box.centred:
            left = (form.width - face.width(token, form.token_size)) / 2
        written = Words(left, form.token, token, face, form.token_size)
        return (*self._heading, *self._person(badge), written)

    def _heading_line(self, heading: str) -> tuple[Words, ...]:
        if not heading:
            return ()
        form, face = self._form, self._faces.bold
        room, unit = form.width - 2 * form.edge, max(face.width(heading, 1.0), 1.0)
        size = min(form.heading_size, room / unit)
        left = form.edge + ((room - unit * size) / 2 if self._box.centred else 0.0)
        return (Words(left, form.heading, heading, face, size),)

    def _person(self, badge: BadgePrint) -> Iterator[Words]:
        box = self._box
        room = box.bottom - box.top
        rows = self._fitted(badge, room)
        top = box.top + (room - _height(rows)) / 2
        for row in rows:
            top += row.gap
            left = box.left + ((box.width - row.width) / 2 if box.centred else 0.0)
            yield Words(left, top + row.size * 0.95, row.words, row.face, row.size)
            top += row.size * _LEADING

    def _fitted(self, badge: BadgePrint, room: float) -> "tuple[_Row, ...]":
        """The largest setting in which every word has room; words are wrapped, never cut, and
        one of the name is broken only where nothing else helps."""
        broken: tuple[_Row, ...] = ()
        rows: tuple[_Row, ...] = ()
        for name_step, rest_step in self._box.steps:
            name, is_whole = _name_rows(badge.name, self._faces.bold, name_step, self._box)
            rows = (*name, *self._rest(badge, rest_step))
            if _height(rows) <= room:
                if is_whole:
                    return rows
                broken = broken or rows
        return broken or rows

    def _rest(self, badge: BadgePrint, step: float) -> "Iterator[_Row]":
        box, faces = self._box, self._faces
        size, gap = box.rest * step, box.gap * step
        if box.with_post:
            yield from _rows(badge.post, faces.regular, size, gap, box.width)
        yield from _rows(badge.division, faces.bold, size, gap, box.width)


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    face: Face
    size: float
    width: float
    gap: float = 0.0


def _height(rows: tuple[_Row, ...]) -> float:
    return sum(row.gap + row.size * _LEADING for row in rows)


def _name_rows(name: str, face: Face, step: float, box: WordsBox) -> tuple[tuple[_Row, ...], bool]:
    """On one line as long as it can be read from afar, then on several; and whether all its
    words are whole."""
    words = tidy(name)
    unit = face.width(words, 1.0)
    for size in box.names:
        if unit * size * step <= box.width:
            return (_Row(words, face, size * step, unit * size * step),), True
    size = box.wrapped * step
    is_whole = all(face.width(word, size) <= box.width for word in words.split(" "))
    return _rows(words, face, size, 0.0, box.width), is_whole


@lru_cache(maxsize=4096)
def _rows(words: str, face: Face, size: float, gap: float, width: float) -> tuple[_Row, ...]:
    lines = ragged(words, Measure(face, size, width))
    return tuple(
        _Row(line.words, face, size, line.width, gap if not index else 0.0)
        for index, line in enumerate(lines)
    )
