"""A programme: when its items begin, what they have; and items moved, skipped, added, taken out.

Each change answers a new programme and raises LookupError where it has no such item.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from ceremony_app.domain.ceremony import Cue, CueKind

Programme = tuple[Cue, ...]

LONGEST = 600
"""Minutes; nobody plans an item of more than ten hours."""

_WAITING = (CueKind.HOLDING, CueKind.COUNTDOWN)
_OWN = {
    CueKind.COUNTDOWN: "until",
    CueKind.TEXT: "text",
    CueKind.SIGNING: "pact",
    CueKind.PICTURE: "picture",
}


def planned_starts(programme: Programme, time: str) -> dict[str, str]:
    """When each cue is planned to begin, as "08.05", by its id.

    The ceremony's time (HH:MM) is that of the first cue for which nobody is waited any more. From
    there times are added up, forwards and backwards, as far as lengths were planned; a cue that
    is skipped takes no time and has none.
    """
    cues = [cue for cue in programme if not cue.skipped]
    begin = next((at for at, cue in enumerate(cues) if cue.kind not in _WAITING), 0)
    starts: dict[str, str] = {}
    try:
        ceremony = datetime.strptime(time, "%H:%M")
    except ValueError:
        return starts
    at = ceremony
    for cue in cues[begin:]:
        starts[cue.id] = f"{at:%H.%M}"
        if not cue.minutes:
            break
        at += timedelta(minutes=cue.minutes)
    at = ceremony
    for cue in reversed(cues[:begin]):
        if not cue.minutes:
            break
        at -= timedelta(minutes=cue.minutes)
        starts[cue.id] = f"{at:%H.%M}"
    return starts


def own_field(kind: CueKind) -> str:
    """The field that only items of a kind have; empty for kinds that have none."""
    return _OWN.get(kind, "")


def without_foreign(cue: Cue) -> Cue:
    """An item without what belongs to other kinds: its kind may have been another one."""
    own = own_field(cue.kind)
    return replace(
        cue,
        until=cue.until if own == "until" else "",
        text=cue.text if own == "text" else "",
        pact=cue.pact if own == "pact" else "",
        picture=cue.picture if own == "picture" else "",
    )


def planned_minutes(programme: Programme) -> int:
    """The planned length of all items that are not skipped."""
    return sum(cue.minutes for cue in programme if not cue.skipped)


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


def double(programme: Programme, cue: str, identity: str) -> Programme:
    """A copy of an item after it, under an id of its own; raises ValueError as `add` does."""
    copy = replace(programme[_index(programme, cue)], id=identity)
    return add(programme, copy, after=cue)


def take_out(programme: Programme, cue: str) -> Programme:
    """The programme without an item."""
    at = _index(programme, cue)
    return (*programme[:at], *programme[at + 1 :])


def _index(programme: Programme, cue: str) -> int:
    for index, one in enumerate(programme):
        if one.id == cue:
            return index
    raise LookupError(cue)
