"""Changing a programme: items moved, skipped, added, taken out. Each answers a new programme and
raises LookupError where it has no such item."""

from dataclasses import replace

from ceremony_app.domain.ceremony import Cue

Programme = tuple[Cue, ...]


def move(programme: Programme, cue: str, by: int) -> Programme:
    """An item further down by so many places, or up where `by` is negative; no further than the
    ends."""
    at = _index(programme, cue)
    rest = [*programme[:at], *programme[at + 1 :]]
    rest.insert(min(max(at + by, 0), len(rest)), programme[at])
    return tuple(rest)


def skip(programme: Programme, cue: str, *, skipped: bool = True) -> Programme:
    """An item passed over, or shown again; it keeps its place."""
    return change(programme, replace(programme[_index(programme, cue)], skipped=skipped))


def change(programme: Programme, changed: Cue) -> Programme:
    """An item in place of the one with its id."""
    at = _index(programme, changed.id)
    return (*programme[:at], changed, *programme[at + 1 :])


def add(programme: Programme, cue: Cue, after: str = "") -> Programme:
    """A new item after another; at the beginning where none is named.

    Raises ValueError where its id is taken.
    """
    if any(one.id == cue.id for one in programme):
        raise ValueError(f"{cue.id} is in the programme already")
    at = _index(programme, after) + 1 if after else 0
    return (*programme[:at], cue, *programme[at:])


def take_out(programme: Programme, cue: str) -> Programme:
    """The programme without an item."""
    at = _index(programme, cue)
    return (*programme[:at], *programme[at + 1 :])


def _index(programme: Programme, cue: str) -> int:
    for index, one in enumerate(programme):
        if one.id == cue:
            return index
    raise LookupError(cue)
