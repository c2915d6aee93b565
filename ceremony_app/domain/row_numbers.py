"""Numbers of a printed list as people write them down: "12, 15, 20-34"."""

import re
from collections.abc import Iterable

from ceremony_app.domain.errors import Refused

_DASH = re.compile(r"\s*[-\N{EN DASH}\N{EM DASH}]\s*")
_BETWEEN = re.compile(r"[\s,;.]+")
_PART = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)
_SHOWN = 10
"""How many bad parts are named; more say nothing more."""


def row_numbers(typed: str, last: int) -> tuple[int, ...]:
    """The numbers meant, ascending, each once; they count from 1 to `last`.

    Commas, semicolons, full stops, blanks and new lines stand between them, a dash makes a range.
    Nothing is guessed: raises Refused naming every part that cannot be read or is not on the
    list, so that somebody at the list can look again.
    """
    parts = [part for part in _BETWEEN.split(_DASH.sub("-", typed.strip())) if part]
    if not parts:
        raise Refused("paper_list.no_numbers")
    wanted: set[int] = set()
    unread: list[str] = []
    beyond: list[str] = []
    for part in parts:
        found = _PART.fullmatch(part)
        first, end = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if found is None or end < first:
            unread.append(part)
        elif first < 1 or end > last:
            beyond.append(part)
        else:
            wanted.update(range(first, end + 1))
    if unread:
        raise Refused("paper_list.not_numbers", parts=_named(unread))
    if beyond:
        raise Refused("paper_list.not_on_list", parts=_named(beyond), last=last)
    return tuple(sorted(wanted))


def _named(parts: Iterable[str]) -> str:
    shown = list(dict.fromkeys(parts))
    return ", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "")
