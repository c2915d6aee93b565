"""Whether the record agrees with itself, and with a head that was printed before.

The rows are summed up by the event that they name; then one pass over the events checks every
chain, and what each says of its rows. Then the derived tables are held against their
definitions. Memory does not grow with the number of events.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from ceremony_app.domain.events import (
    GENESIS,
    EventKind,
    event_hash,
    printed_head,
    row_hash,
    rows_digest,
)
from ceremony_app.domain.messages import Message, message
from ceremony_app.storage.attachments import content_problems
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.derived import differences
from ceremony_app.storage.driver import Connection, DriverError, known_troubles, primary_code
from ceremony_app.storage.migrations import schema_of
from ceremony_app.storage.rows import PERSON_FIELDS, TABLES, spelled_badge

MOST_PROBLEMS = 200
"""A report that nobody can read helps nobody; the first ones tell where to look."""

Report = Callable[[int, int], None]
"""Is told how many events were checked of how many; what it raises ends the verification."""

_REPORTED_EVERY = 1024

_NOT_OURS = (-1, 1)
"""The driver has no code for a text that is not UTF-8; a wrong argument of a function is 1."""

_EVENTS = (
    "SELECT writer, seq, tick, utc, local, mono, kind, session, person, door, body, prev, hash "
    "FROM event ORDER BY writer, seq"
)
_ROWS = {
    "badge": "SELECT writer, seq, id, person, token FROM badge ORDER BY writer, seq, token",
    "item": "SELECT writer, seq, id, kind, data, salt, hash FROM item ORDER BY writer, seq, id",
    "person": f"SELECT writer, seq, id, {', '.join(PERSON_FIELDS)}, salt, hash "  # noqa: S608
    "FROM person ORDER BY writer, seq, id",
}


@dataclass(slots=True)
class Verification:
    """What a verification found; `head` is the latest sealed one, as papers print it.

    `since` says, where a head was asked for, how many events each writer added after it.
    """

    events: int = 0
    head: str = ""
    problems: list[Message] = field(default_factory=list)
    since: dict[str, int] | None = None
    erased: int = 0

    @property
    def ok(self) -> bool:
        return not self.problems

    def report(self, key: str, **values: str | int) -> None:
        self.add(message(f"verify.{key}", **values))

    def add(self, problem: Message) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


@dataclass(slots=True)
class _Chain:
    """Where the pass stands in one writer's chain."""

    writer: str
    seq: int = 0
    tick: int = 0
    hash: bytes = GENESIS


def _unreported(done: int, total: int) -> None:
    """For whoever does not watch."""


def verify(file: CeremonyFile, head: str = "", report: Report = _unreported) -> Verification:
    """Check the whole record of an open file, as of one moment.

    `head` is what somebody read from signed minutes: 32 hex digits, blanks allowed.
    Raises FileTrouble where the file cannot be read at all.
    """
    found = Verification()
    with known_troubles(file.path):
        connection = file.connection
        connection.execute("BEGIN")
        try:
            _check(file, found, "".join(head.split()).lower(), report)
        except DriverError as error:
            # A text that is no text, or a body that is no JSON: whoever wrote it was not us.
            if primary_code(error) not in _NOT_OURS:
                raise
            found.report("unreadable")
        finally:
            connection.execute("ROLLBACK")
    return found


def _check(file: CeremonyFile, found: Verification, head: str, report: Report) -> None:
    connection = file.connection
    if not _schema_holds(file, found):
        return
    claims = _Claims(_sum_up_rows(connection, found))
    ends = _check_chains(connection, found, claims, report)
    _check_heads(connection, found, ends)
    _check_claims(connection, found, claims)
    for table, writer, seq in sorted(claims.rows):
        found.report("ownerless", table=table, event=f"{writer}:{seq}")
    for table, count in differences(connection):
        found.report("derived", table=table, count=count)
    for problem in content_problems(connection):
        found.add(problem)
    if claims.sealed:
        found.head = printed_head(max(claims.sealed).hash)
    if head:
        _hold_against(found, claims, ends, head)


def _schema_holds(file: CeremonyFile, found: Verification) -> bool:
    known = file.opener.migrations.schema()
    actual = schema_of(file.connection)
    for name in sorted(known.keys() | actual.keys()):
        if known.get(name) != actual.get(name):
            found.report("schema", name=name)
    return found.ok


@dataclass(slots=True)
class _Claims:
    """What events say of other events and of rows, gathered in the pass.

    `rows`: the sums of rows that no event has accounted for yet, by table and event. `erased`,
    `all_erased`: the tick of the latest erasure of an id, and of everything. `bare`: ids of rows
    without their data, with the tick of the event that brought them.
    """

    rows: dict[tuple[str, str, int], "_Sum"]
    heads: list[tuple[str, dict[str, tuple[int, str]]]] = field(default_factory=list)
    sealed: list["_Seal"] = field(default_factory=list)
    erased: dict[str, int] = field(default_factory=dict)
    all_erased: int = 0
    bare: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sum:
    """The rows that name one event: their number, their digest, and ids of those without data."""

    count: int
    digest: str
    bare: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Seal:
    """A sealed event: where it stands, and the heads that it lists."""

    tick: int
    writer: str
    seq: int
    hash: bytes
    heads: dict[str, tuple[int, str]] = field(compare=False)


def _check_chains(
    connection: Connection, found: Verification, claims: _Claims, report: Report
) -> dict[str, _Chain]:
    ends: dict[str, _Chain] = {}
    chain = _Chain("")
    for row in _events(connection, report):
        writer, seq, tick = row[0], row[1], row[2]
        if writer != chain.writer:
            chain = ends[writer] = _Chain(writer)
            if row[6] != EventKind.FILE_OPENED:
                found.report("no_opening", writer=writer)
        if seq != chain.seq + 1:
            found.report("gap", writer=writer, seq=chain.seq + 1)
        elif row[11] != chain.hash:
            found.report("broken", event=f"{writer}:{seq}")
        if event_hash(*row[:12]) != row[12]:
            found.report("changed", event=f"{writer}:{seq}")
        if tick <= chain.tick:
            found.report("order", event=f"{writer}:{seq}")
        chain.seq, chain.tick, chain.hash = seq, tick, row[12]
        found.events += 1
        if row[6] not in _PLAIN:
            try:
                _gather(found, claims, row)
            except (ValueError, TypeError, KeyError, AttributeError):
                found.report("not_understood", event=f"{writer}:{seq}")
    return ends


def _events(connection: Connection, report: Report) -> Iterator[tuple[Any, ...]]:
    (total,) = connection.execute("SELECT coalesce(sum(seq), 0) FROM head").fetchone()
    for done, row in enumerate(connection.execute(_EVENTS)):
        if done % _REPORTED_EVERY == 0:
            report(done, max(total, done))
        yield row


_PLAIN = frozenset({EventKind.SCAN.value, EventKind.STEP_PRESENTED.value})
"""Kinds that claim nothing about other rows: the many."""


def _gather(found: Verification, claims: _Claims, row: tuple[Any, ...]) -> None:
    writer, seq, tick, kind, name = row[0], row[1], row[2], row[6], f"{row[0]}:{row[1]}"
    body = json.loads(row[10])
    for table, (count, digest) in body.get("rows", {}).items():
        brought = claims.rows.pop((table, writer, seq), None)
        if brought is None or (brought.count, brought.digest) != (count, digest):
            found.report("rows", table=table, event=name)
        for identity in brought.bare if brought else ():
            claims.bare[identity] = max(tick, claims.bare.get(identity, 0))
    if kind == EventKind.FILE_OPENED:
        claims.heads.append((name, _named_heads(body["heads"])))
    elif kind == EventKind.SEALED:
        heads = _named_heads(body["heads"])
        claims.heads.append((name, heads))
        claims.sealed.append(_Seal(tick, writer, seq, row[12], heads))
        if body["events"] != sum(at for at, _ in heads.values()):
            found.report("seal_count", event=name)
    elif kind == EventKind.ERASED:
        for identity in body["erased"]:
            claims.erased[identity] = max(tick, claims.erased.get(identity, 0))
        if body["all"]:
            claims.all_erased = max(tick, claims.all_erased)


def _named_heads(heads: dict[str, list[object]]) -> dict[str, tuple[int, str]]:
    return {writer: (int(str(seq)), str(digest)) for writer, (seq, digest) in heads.items()}


def _sum_up_rows(connection: Connection, found: Verification) -> dict[tuple[str, str, int], _Sum]:
    """Each row's hash computed anew where it still can be, and the sums by event."""
    sums = {}
    for table in TABLES:
        hash_of = _spelled_badge if table == "badge" else partial(_kept_hash, found, table)
        for (writer, seq), rows in groupby(connection.execute(_ROWS[table]), itemgetter(0, 1)):
            bare: list[str] = []
            hashes = [hash_of(row[2:], bare) for row in rows]
            sums[table, writer, seq] = _Sum(len(hashes), rows_digest(hashes), tuple(bare))
            found.erased += len(bare)
    return sums


def _spelled_badge(row: tuple[Any, ...], _bare: list[str]) -> bytes:
    return spelled_badge(*row)


def _kept_hash(found: Verification, table: str, row: tuple[Any, ...], bare: list[str]) -> bytes:
    """The hash that stands in a row of persons or items, after a look at what it is of."""
    identity, *texts, salt, kept = row
    if salt is None:
        bare.append(identity)
        if any(text is not None for text in texts[1 if table == "item" else 0 :]):
            found.report("half_erased", table=table, id=identity)
    elif not _holds(salt, [identity, *texts], kept):
        found.report("row", table=table, id=identity)
    return bytes(kept)


def _holds(salt: bytes, fields: list[object], kept: bytes) -> bool:
    # An empty text that became NULL is a change too.
    if None in fields:
        return False
    try:
        return row_hash(salt, tuple(map(str, fields))) == kept
    except ValueError:
        return False


def _check_heads(connection: Connection, found: Verification, ends: dict[str, _Chain]) -> None:
    kept = {row[0]: row for row in connection.execute("SELECT writer, seq, tick, hash FROM head")}
    for writer in sorted(kept.keys() | ends.keys()):
        end, head = ends.get(writer), kept.get(writer)
        actual = (writer, end.seq, end.tick, end.hash) if end else None
        if head != actual:
            found.report("head", writer=writer)


def _check_claims(connection: Connection, found: Verification, claims: _Claims) -> None:
    """Every head that an event names must be an event with that hash."""
    for name, heads in claims.heads:
        for writer, (seq, digest) in heads.items():
            row = connection.execute(
                "SELECT hash FROM event WHERE writer = ? AND seq = ?", (writer, seq)
            ).fetchone()
            if row is None or row[0].hex() != digest:
                found.report("lost", event=name, writer=writer, seq=seq)
    for identity, brought in sorted(claims.bare.items()):
        # What was written after an erasure was not erased by it.
        if brought > max(claims.all_erased, claims.erased.get(identity, 0)):
            found.report("erased_untold", id=identity)


def _hold_against(found: Verification, claims: _Claims, ends: dict[str, _Chain], head: str) -> None:
    for seal in claims.sealed:
        if len(head) >= 32 and seal.hash.hex().startswith(head):
            then = {name: at for name, (at, _) in seal.heads.items()} | {seal.writer: seal.seq}
            found.head = printed_head(seal.hash)
            found.since = {
                name: end.seq - then.get(name, 0)
                for name, end in ends.items()
                if end.seq > then.get(name, 0)
            }
            return
    found.report("no_such_head", head=head)
