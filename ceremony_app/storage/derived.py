"""Derived tables: what follows from the events, kept ready for the door and the papers.

Each table T is defined by the view T_defined (decision 0013). `follow` fills the keys that an
event touches from the view, in the event's transaction; `verify` compares whole tables with
their views. Only the scan itself, the hot path, writes its row of `present` directly.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_app.domain.events import Event, EventKind
from ceremony_app.storage.driver import Connection


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived table and its columns; `key` are those by which it can be refreshed in part."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...] = ()


UNDONE = Derived("undone", ("writer", "seq", "by_writer", "by_seq"), ("writer", "seq"))
JOINED = Derived("joined", ("person", "survivor", "writer", "seq"))
PRESENT = Derived(
    "present",
    ("session", "person", "tick", "writer", "seq", "local", "door"),
    ("session", "person"),
)
MARKED = Derived("marked", ("session", "person", "status", "writer", "seq"), ("session", "person"))
PLEDGED = Derived("pledged", ("session", "text", "person", "source"), ("session",))
PLEDGED_BY_ONE = Derived("pledged", PLEDGED.columns, ("session", "text", "person"))
"""The same table, refreshed for one person: hundreds may be set by hand at once."""

SIGNED = Derived("signed", ("pact", "person", "source", "writer", "seq"), ("person",))
SESSION_STATE = Derived("session_state", ("session", "open", "writer", "seq"), ("session",))
BADGE_STATE = Derived("badge_state", ("badge", "revoked", "writer", "seq"), ("badge",))
APPROVAL = Derived("approval", ("text", "approved", "sha256", "writer", "seq"), ("text",))
WITNESSED = Derived("witnessed", ("person", "writer", "seq"), ("person",))

IN_ORDER = (
    UNDONE,
    JOINED,
    PRESENT,
    MARKED,
    PLEDGED,
    SIGNED,
    SESSION_STATE,
    BADGE_STATE,
    APPROVAL,
    WITNESSED,
)
"""Every derived table but the heads; later ones build on earlier ones."""

_FOLLOWING: dict[str, tuple[Derived, ...]] = {
    EventKind.SCAN: (PRESENT,),
    EventKind.MARK: (PRESENT, MARKED),
    EventKind.TEXT_COMPLETED: (PLEDGED,),
    EventKind.PLEDGE_SET: (PLEDGED_BY_ONE,),
    EventKind.SIGNED: (SIGNED,),
    EventKind.WITNESS_PRESENT: (WITNESSED,),
    EventKind.SESSION_OPENED: (SESSION_STATE,),
    EventKind.SESSION_CLOSED: (SESSION_STATE,),
    EventKind.BADGE_REVOKED: (BADGE_STATE,),
    EventKind.TEXT_APPROVED: (APPROVAL,),
    EventKind.TEXT_REOPENED: (APPROVAL,),
    EventKind.TEXT_CHANGED: (APPROVAL,),
}
_EVENT = (
    "SELECT writer, seq, tick, utc, local, mono, kind, session, person, door, body, prev, hash"
    " FROM event WHERE writer = ? AND seq = ?"
)


def follow(connection: Connection, event: Event) -> None:
    """Bring the derived tables to where they are after an event; in the event's transaction."""
    if event.kind == EventKind.UNDO:
        _follow_undo(connection, event)
    elif event.kind == EventKind.PERSON_JOINED:
        rebuild(connection)
    else:
        for derived in _FOLLOWING.get(event.kind, ()):
            refresh(connection, derived, **_key(connection, derived, event))


def follow_all(connection: Connection, events: Iterable[Event]) -> None:
    """As `follow`, for many events of persons at once: each table is refreshed by session.

    A table filled for one person after the other would look through the record for each.
    """
    touched: set[tuple[str, str]] = set()
    for event in events:
        about = event
        if event.kind == EventKind.UNDO:
            about = _undone_by(connection, event) or event
            # Who pledged depends on who was there.
            touched |= {(UNDONE.table, ""), (PLEDGED.table, about.session)}
        touched |= {(one.table, about.session) for one in _FOLLOWING.get(about.kind, ())}
    for derived in IN_ORDER:
        for session in sorted(of for table, of in touched if table == derived.table):
            key = {"session": session} if "session" in derived.key else {}
            refresh(connection, derived, **key)


def _undone_by(connection: Connection, undo: Event) -> Event | None:
    row = connection.execute(_EVENT, tuple(json.loads(undo.body)["of"])).fetchone()
    return Event(*row) if row is not None else None


def _follow_undo(connection: Connection, undo: Event) -> None:
    writer, seq = json.loads(undo.body)["of"]
    refresh(connection, UNDONE, writer=writer, seq=seq)
    undone = _undone_by(connection, undo)
    if undone is not None:
        following = _FOLLOWING.get(undone.kind, ())
        # Who pledged depends on who was there.
        for derived in (*following, *((PLEDGED,) if PRESENT in following else ())):
            refresh(connection, derived, **_key(connection, derived, undone))


def _key(connection: Connection, derived: Derived, event: Event) -> dict[str, object]:
    body = json.loads(event.body)
    named = {"session": event.session, "badge": body.get("badge"), "text": body.get("text")}
    if "person" in derived.key:
        survivor = connection.execute(
            "SELECT survivor FROM joined WHERE person = ?", (event.person,)
        ).fetchone()
        named["person"] = survivor[0] if survivor else event.person
    return {column: named[column] for column in derived.key}


def refresh(connection: Connection, derived: Derived, **key: object) -> None:
    """Fill the rows of one key anew from the table's definition; without a key, all rows."""
    columns = ", ".join(derived.columns)
    where = " AND ".join(f"{column} = ?" for column in key)
    where = f" WHERE {where}" if where else ""
    values = tuple(key.values())
    connection.execute(f"DELETE FROM {derived.table}{where}", values)  # noqa: S608
    connection.execute(
        f"INSERT INTO {derived.table} ({columns}) "  # noqa: S608
        f"SELECT {columns} FROM {derived.table}_defined{where}",
        values,
    )


def rebuild(connection: Connection) -> None:
    """All derived tables anew, after events came in from another file."""
    for table in ("person", "item"):
        connection.execute(
            f"UPDATE {table} SET current = NOT current WHERE current <> "  # noqa: S608
            f"((id, writer, seq) IN (SELECT id, writer, seq FROM {table}_defined))"
        )
    for derived in IN_ORDER:
        refresh(connection, derived)


def differences(connection: Connection) -> Iterator[tuple[str, int]]:
    """Tables that do not hold what their definition says, with the number of rows that differ."""
    for derived in IN_ORDER:
        count = _unlike(connection, derived.table, f"{derived.table}_defined", derived.columns)
        if count:
            yield derived.table, count
    for table in ("person", "item"):
        current = f"(SELECT id, writer, seq FROM {table} WHERE current = 1)"  # noqa: S608
        count = _unlike(connection, current, f"{table}_defined", ("id", "writer", "seq"))
        if count:
            yield table, count


def _unlike(connection: Connection, kept: str, defined: str, columns: tuple[str, ...]) -> int:
    names = ", ".join(columns)
    (count,) = connection.execute(
        f"SELECT (SELECT count(*) FROM (SELECT {names} FROM {kept} "  # noqa: S608
        f"EXCEPT SELECT {names} FROM {defined})) + "
        f"(SELECT count(*) FROM (SELECT {names} FROM {defined} "
        f"EXCEPT SELECT {names} FROM {kept}))"
    ).fetchone()
    return int(count)
