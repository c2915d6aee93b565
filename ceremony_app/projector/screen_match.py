"""Knows a screen again: by its maker, model, serial number, connector, size and place.

None of these can be trusted alone. Cheap adapters hide maker and serial number, two projectors of
one office are of one model, connectors are named anew when the cable goes into another socket,
and a size changes with the mode. So each gives points, and what contradicts takes them away.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

ENOUGH: Final = 15
"""Points from which a screen is taken for the one that is remembered."""

LEAD: Final = 10
"""Points by which the best must be ahead of the next, so that nobody has to be asked."""

_SERIAL, _OTHER_SERIAL = 50, -30
_MODEL, _OTHER_MODEL = 30, -60
_NAME, _SIZE, _PLACE = 15, 6, 4

Box = tuple[int, int, int, int]
"""Left, top, width and height of a screen, in the desktop's own units."""


@dataclass(frozen=True, slots=True)
class ScreenIdentity:
    """By what a screen is known; empty where the system does not say.

    `name` is the connector's or the system's ("HDMI-1"), `box` where the screen lies.
    """

    make: str
    model: str
    serial: str
    name: str
    box: Box

    def to_text(self) -> str:
        """For keeping; `read_identity` reads it back."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Match:
    """Where in a list the screen was found; `alike` are the places that only a person can tell
    apart. Both are empty where it is not there."""

    found: int | None = None
    alike: tuple[int, ...] = ()


def read_identity(text: str) -> ScreenIdentity | None:
    """A kept identity; None for what is none, since anybody can edit the settings."""
    try:
        kept = json.loads(text)
        left, top, width, height = (int(part) for part in kept["box"])
        make, model, serial, name = (str(kept[p]) for p in ("make", "model", "serial", "name"))
    except (ValueError, TypeError, LookupError):
        return None
    return ScreenIdentity(make, model, serial, name, (left, top, width, height))


def score(known: ScreenIdentity, seen: ScreenIdentity) -> int:
    """How much speaks for a screen being the one that is known; negative where it is another.

    Serial numbers count within one model only: many makers give the same to every device. Another
    serial number of the same model is a replacement from the same cupboard, another model is not.
    """
    points = 0
    if known.model and seen.model:
        is_model = (known.make, known.model) == (seen.make, seen.model)
        points += _MODEL if is_model else _OTHER_MODEL
        if is_model and known.serial and seen.serial:
            points += _SERIAL if known.serial == seen.serial else _OTHER_SERIAL
    points += _NAME if known.name and known.name == seen.name else 0
    points += _SIZE if known.box[2:] == seen.box[2:] else 0
    points += _PLACE if known.box[:2] == seen.box[:2] else 0
    return points


def find(known: ScreenIdentity, seen: Sequence[ScreenIdentity]) -> Match:
    """The remembered screen among those that are there."""
    points = {at: score(known, one) for at, one in enumerate(seen)}
    likely = {at: mark for at, mark in points.items() if mark >= ENOUGH}
    if not likely:
        return Match()
    best = max(likely.values())
    alike = tuple(at for at, mark in likely.items() if mark > best - LEAD)
    return Match(found=alike[0]) if len(alike) == 1 else Match(alike=alike)


def overlap(one: Box, other: Box) -> bool:
    """Whether two screens show a part of the same: a mirrored one lies over the other."""
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
