"""Rows outside the chain, bound to it: persons, badges, and items (whatever is written down).

An event that brings rows holds, by table, their number and the digest of their hashes, persons
and items in the order of their ids, badges in that of their tokens. A changed row is a new
version with its own event; the old one stays. Decision 0012.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from ceremony_app.domain.events import SEPARATOR, Json, canonical, row_hash, row_hashes, rows_digest
from ceremony_app.domain.ids import new_id, new_salt, new_salts
from ceremony_app.domain.people import IdKind, Person, PersonKind
from ceremony_app.storage.driver import Connection

DETAILS = "details"
TEXT = "text"
SESSION = "session"
NOTE = "note"
ATTACHMENT = "attachment"
LOCK = "lock"
SHEET_ORDER = "sheet_order"
"""Whose each sheet of a document is: ids, by the sheets' numbers."""

TABLES = ("badge", "item", "person")
"""The tables of bound rows, in the order in which an event's body names them."""

PERSON_FIELDS = (
    "name",
    "id_number",
    "id_kind",
    "rank",
    "post",
    "division",
    "staff_kind",
    "institution",
    "kind",
    "active",
)

_AT_A_TIME = 500
"""Rows that are made together: so few that they are still in the processor's cache when SQLite
takes them."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something written down: the ceremony's details, a text, a session, a note."""

    id: str
    kind: str
    data: Mapping[str, Json]

    @classmethod
    def note(cls, words: str) -> "Item":
        """What somebody typed (a reason, a name, a letter's number): kept outside the chain,
        since it may name people and must be erasable."""
        return cls(new_id(), NOTE, {"words": words})


class Badge(NamedTuple):
    """A badge: its token, and whose it is. A tuple, since a roster may have 100,000."""

    id: str
    person: str
    token: str


@dataclass(frozen=True, slots=True)
class Brought:
    """The rows that one event brings."""

    persons: tuple[Person, ...] = ()
    badges: tuple[Badge, ...] = ()
    items: tuple[Item, ...] = ()


def person_of(row: Iterable[object]) -> Person:
    """The person of a row `id, name, ..., active`; blanks where it was erased."""
    identity, *texts, active = row
    words = ["" if text is None else str(text) for text in texts]
    return Person(
        id=str(identity),
        name=words[0],
        id_number=words[1],
        id_kind=IdKind(words[2] or IdKind.NONE),
        rank=words[3],
        post=words[4],
        division=words[5],
        staff_kind=words[6],
        institution=words[7],
        kind=PersonKind(words[8] or PersonKind.STAFF),
        active=bool(active),
    )


def spelled_badge(badge_id: str, person: str, token: str) -> bytes:
    """What stands for a badge under its event's digest: the row itself, not a hash of it.

    A badge is three random names of our own, in which no separator can stand; there is nothing
    in it to hide or to erase, and a roster has a hundred thousand.
    """
    return f"{badge_id}{SEPARATOR}{person}{SEPARATOR}{token}\n".encode()


def insert_rows(connection: Connection, writer: str, seq: int, brought: Brought) -> dict[str, Json]:
    """Insert the rows and answer what the event's body must hold of them."""
    held: dict[str, Json] = {}
    if brought.badges:
        held["badge"] = _insert_badges(connection, writer, seq, brought.badges)
    if brought.items:
        held["item"] = _insert_items(connection, writer, seq, brought.items)
    if brought.persons:
        held["person"] = _insert_persons(connection, writer, seq, brought.persons)
    return held


def _insert_badges(
    connection: Connection, writer: str, seq: int, badges: tuple[Badge, ...]
) -> Json:
    spelled: list[bytes] = []
    rows = _badge_rows(writer, seq, sorted(badges, key=_token_of), spelled)
    connection.executemany("INSERT INTO badge VALUES (?, ?, ?, ?, ?)", rows)
    return _held(spelled)


def _badge_rows(
    writer: str, seq: int, badges: list[Badge], spelled: list[bytes]
) -> Iterator[tuple[object, ...]]:
    """The values of a badge's row, one row after the other; `spelled` is filled on the way.

    Columns are worked on, some hundred badges at a time: what was sorted lies anywhere in memory,
    and so it is fetched once.
    """
    for start in range(0, len(badges), _AT_A_TIME):
        identity, person, token = zip(*badges[start : start + _AT_A_TIME], strict=True)
        spelled += map(spelled_badge, identity, person, token)
        yield from zip(identity, repeat(writer), repeat(seq), person, token, strict=False)


def _insert_items(connection: Connection, writer: str, seq: int, items: tuple[Item, ...]) -> Json:
    hashes = []
    for item in sorted(items, key=_id_of):
        salt, data = new_salt(), canonical(item.data)
        digest = row_hash(salt, (item.id, item.kind, data))
        connection.execute("UPDATE item SET current = 0 WHERE id = ? AND current = 1", (item.id,))
        connection.execute(
            "INSERT INTO item VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
            (item.id, writer, seq, item.kind, salt, data, digest),
        )
        hashes.append(digest)
    return _held(hashes)


def _insert_persons(
    connection: Connection, writer: str, seq: int, persons: tuple[Person, ...]
) -> Json:
    if connection.execute("SELECT 1 FROM person LIMIT 1").fetchone():
        connection.executemany(
            "UPDATE person SET current = 0 WHERE id = ? AND current = 1",
            ((person.id,) for person in persons),
        )
    hashes: list[bytes] = []
    rows = _person_rows(writer, seq, sorted(persons, key=_id_of), hashes)
    connection.executemany(_INSERT_PERSON, rows)
    return _held(hashes)


def _person_rows(
    writer: str, seq: int, persons: list[Person], hashes: list[bytes]
) -> Iterator[tuple[object, ...]]:
    """The values of _INSERT_PERSON, one row after the other; `hashes` is filled on the way.

    Columns are worked on, as with badges. The driver asks around whether somebody would adapt a
    value to SQL, unless it is a plain str, int or bytearray: for bytes, bool and enums that would
    take more time than all else.
    """
    for start in range(0, len(persons), _AT_A_TIME):
        some = persons[start : start + _AT_A_TIME]
        salts = new_salts(len(some))
        identity, name, number, id_kind, *texts, kind, active = zip(*some, strict=True)
        columns = (identity, name, number, _values(id_kind), *texts, _values(kind))
        flags = list(map(int, active))
        fresh = row_hashes(salts, (*columns, map(str, flags)))
        hashes += fresh
        bound = (map(bytearray, salts), map(bytearray, fresh), repeat(writer), repeat(seq))
        yield from zip(*columns, flags, *bound, strict=False)


def _values(kinds: Iterable[StrEnum]) -> list[str]:
    # A plain attribute, several times as quick to fetch as an enum's `value`.
    return [kind._value_ for kind in kinds]


_INSERT_PERSON = (
    f"INSERT INTO person (id, {', '.join(PERSON_FIELDS)}, salt, hash, writer, seq, current)"  # noqa: S608
    f" VALUES ({', '.join('?' * 15)}, 1)"
)
_id_of = attrgetter("id")
_token_of = attrgetter("token")


def _held(hashes: list[bytes]) -> Json:
    return [len(hashes), rows_digest(hashes)]


def item_data(data: object) -> dict[str, Json]:
    """An item's data from its column; empty where it was erased."""
    loaded: dict[str, Json] = json.loads(str(data)) if data is not None else {}
    return loaded
