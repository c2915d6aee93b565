"""The keys that `--set` takes: which there are, and what their values may be."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence

from ceremony_app.domain.ceremony import Paper, Zone
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.id_numbers import NIK_LENGTH, NIP_LENGTH, NRP_LENGTH, clean_id_number
from ceremony_app.domain.people import IdKind, Party, Role

PLAIN_KEYS = (
    "title",
    "event",
    "unit",
    "year",
    "date",
    "time",
    "place",
    "city",
    "zone",
    "paper",
    "ministry",
    "office",
    "address",
)
"""Keys that every template takes; `address` holds its lines with `|` between them."""

PARTY_FIELDS = (
    "name",
    "post",
    "prefix",
    "division",
    "institution",
    "rank",
    "id_number",
    "id_kind",
    "signs",
    "on_behalf_of",
    "mandated_by",
)
SINGLE_ROLES = (Role.PRESIDER, Role.READER, Role.ACKNOWLEDGER)
NUMBERED_ROLES = (Role.REPRESENTATIVE, Role.WITNESS)

_PARTY_KEY = re.compile(
    rf"(?P<slot>{'|'.join(SINGLE_ROLES)}|(?:{'|'.join(NUMBERED_ROLES)})\.[1-9][0-9]?)"
    rf"\.(?P<field>{'|'.join(PARTY_FIELDS)})"
)
_POINT_NUMBER = re.compile(r"[1-9][0-9]?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def is_party_key(key: str) -> bool:
    """Whether the key is one of a person with a part: `reader.name`, `witness.2.post`."""
    return _PARTY_KEY.fullmatch(key) is not None


def party_keys(defaults: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of people: those of the template's own slots, and of the first in each role."""
    first = [str(role) for role in SINGLE_ROLES] + [f"{role}.1" for role in NUMBERED_ROLES]
    slots = sorted({*first, *_slots(defaults)}, key=_order)
    return tuple(f"{slot}.{field}" for slot in slots for field in PARTY_FIELDS)


def check_keys(
    settings: Mapping[str, str], plain: Sequence[str], open_texts: Sequence[str]
) -> None:
    """Raises Refused for the first key that is none, and names those that there are."""
    for key in settings:
        head, _, number = key.rpartition(".")
        is_point = head in open_texts and _POINT_NUMBER.fullmatch(number) is not None
        if not (key in plain or is_party_key(key) or is_point):
            raise Refused("templates.unknown_key", name=key, known=_known(plain, open_texts))


def _known(plain: Sequence[str], open_texts: Sequence[str]) -> str:
    people = [f"{role}.*" for role in SINGLE_ROLES] + [f"{role}.1.*" for role in NUMBERED_ROLES]
    points = [f"{text}.1" for text in open_texts]
    return ", ".join([*plain, *people, *points]) + f" (* = {', '.join(PARTY_FIELDS)})"


def read_parties(
    values: Mapping[str, str], fill: Callable[[str], str], make_id: Callable[[], str]
) -> tuple[Party, ...]:
    """The people with a part, by role and number; a slot of the template may be all blank.

    `fill` fills placeholders in a value. Raises Refused for an `id_kind` that is none, and for
    a NIK, which is private and has no place on the papers.
    """
    return tuple(
        _party(
            slot, {name: fill(values.get(f"{slot}.{name}", "")) for name in PARTY_FIELDS}, make_id
        )
        for slot in sorted(_slots(values), key=_order)
    )


def _party(slot: str, values: Mapping[str, str], make_id: Callable[[], str]) -> Party:
    number = clean_id_number(values["id_number"])
    if number.isdecimal() and len(number) == NIK_LENGTH:
        raise Refused("templates.private_number", name=f"{slot}.id_number")
    return Party(
        id=make_id(),
        role=Role(slot.partition(".")[0]),
        name=values["name"],
        post=values["post"],
        prefix=values["prefix"],
        division=values["division"],
        institution=values["institution"],
        rank=values["rank"],
        id_number=number,
        id_kind=_id_kind(values["id_kind"], number),
        signs=_yes_or_no(slot, values["signs"]),
        on_behalf_of=values["on_behalf_of"],
        mandated_by=values["mandated_by"],
    )


def _yes_or_no(slot: str, value: str) -> bool:
    if value.lower() not in ("", "no", "yes"):
        raise Refused("templates.not_yes_or_no", name=f"{slot}.signs", value=value)
    return value.lower() == "yes"


def _id_kind(given: str, number: str) -> IdKind:
    """The kind that was named, else the one that the number's length tells (domain.md)."""
    if given:
        try:
            return IdKind(given.lower())
        except ValueError as error:
            raise Refused("templates.bad_id_kind", value=given, known=", ".join(IdKind)) from error
    if not number:
        return IdKind.NONE
    if number.isdecimal() and len(number) == NIP_LENGTH:
        return IdKind.NIP if "01" <= number[12:14] <= "12" else IdKind.NI_PPPK
    return IdKind.NRP if number.isdecimal() and len(number) == NRP_LENGTH else IdKind.LOCAL


def _slots(values: Mapping[str, str]) -> set[str]:
    found = (_PARTY_KEY.fullmatch(key) for key in values)
    return {match["slot"] for match in found if match}


def _order(slot: str) -> tuple[int, int]:
    role, _, number = slot.partition(".")
    return list(Role).index(Role(role)), int(number or 0)


def read_date(value: str) -> str:
    """An ISO date, or empty; raises Refused for a day that is not in the calendar."""
    if not value:
        return ""
    # fromisoformat takes more forms than the one that is stored.
    iso = value if _DATE.fullmatch(value) else ""
    try:
        return datetime.date.fromisoformat(iso).isoformat()
    except ValueError as error:
        raise Refused("templates.bad_date", value=value) from error


def read_time(value: str) -> str:
    """A time of day as HH:MM, from "8.30" as from "08:30", or empty; raises Refused."""
    if not value:
        return ""
    found = _TIME.fullmatch(value)
    if not found:
        raise Refused("templates.bad_time", value=value)
    return f"{int(found[1]):02d}:{found[2]}"


def read_zone(value: str) -> Zone:
    """One of the three zones, in either case; raises Refused."""
    try:
        return Zone(value.upper())
    except ValueError as error:
        raise Refused("templates.bad_zone", value=value, known=", ".join(Zone)) from error


def read_paper(value: str) -> Paper:
    """One of the paper sizes, in either case; raises Refused."""
    try:
        return Paper(value.lower())
    except ValueError as error:
        raise Refused("templates.bad_paper", value=value, known=", ".join(Paper)) from error
