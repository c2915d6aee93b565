"""Rows outside the chain, bound to it: persons, badges, and items (whatever is written down).

An event that brings rows holds, by table, their number and the digest of their hashes, persons
and items in the order of their ids, badges in that of their tokens. A changed row is a new
version with its own event; the old one stays. Decision 0012.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from ceremony_app.domain.events import SEPARATOR, Json, canonical, row_hash, rows_digest
from ceremony_app.domain.ids import new_id, new_salt, new_salts
from ceremony_app.domain.people import IdKind, Person, PersonKind
from ceremony_app.storage.driver import Connection

DETAILS = "details"
TEXT = "text"
SESSION = "session"
NOTE = "note"
ATTACHMENT = "attachment"

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
    ordered = sorted(badges, key=_token_of)
    connection.executemany(
        "INSERT INTO badge VALUES (?, ?, ?, ?, ?)",
        [(identity, writer, seq, person, token) for identity, person, token in ordered],
    )
    return _held([spelled_badge(*badge) for badge in ordered])


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
    connection.executemany(_INSERT_PERSON, _person_rows(writer, seq, persons, hashes))
    return _held(hashes)


def _person_rows(
    writer: str, seq: int, persons: tuple[Person, ...], hashes: list[bytes]
) -> Iterator[tuple[object, ...]]:
    """The values of _INSERT_PERSON, one row after the other; `hashes` is filled on the way."""
    salts, keep = new_salts(len(persons)), hashes.append
    for person, salt in zip(sorted(persons, key=_id_of), salts, strict=True):
        texts, active = _texts_of(person), int(person.active)
        digest = row_hash(salt, (*texts, _FLAG[active]))
        keep(digest)
        yield (*texts, active, salt, digest, writer, seq)


_FLAG = ("0", "1")
_texts_of = attrgetter(
    *(
        # Plain attributes, which are several times as quick to fetch as an enum's `value`.
        f"{name}._value_" if name in ("id_kind", "kind") else name
        for name in ("id", *PERSON_FIELDS[:-1])
    )
)
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
