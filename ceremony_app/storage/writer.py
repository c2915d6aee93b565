"""Appending events: one writer for each opening of the file by one process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import Clock, local_text, utc_text
from ceremony_app.domain.events import (
    GENESIS,
    Event,
    EventKind,
    Json,
    canonical,
    event_hash,
    has_control,
)
from ceremony_app.domain.ids import new_id
from ceremony_app.storage.driver import Connection
from ceremony_app.storage.rows import Brought, Item, insert_rows

JUMP_SECONDS = 5.0
"""A wall clock that strays this far from the monotonic one was set, not slow."""

_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_HEAD = (
    "INSERT INTO head VALUES (?, ?, ?, ?) "
    "ON CONFLICT (writer) DO UPDATE SET seq = excluded.seq, tick = excluded.tick,"
    " hash = excluded.hash"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opens a file, and with what: the first event of a writer says so.

    `installation` is a random id of this computer's set-up; `operator` is what somebody typed,
    and the record claims no more for it.
    """

    clock: Clock
    installation: str
    version: str
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be recorded: an event before it has its place in the chain."""

    kind: EventKind
    body: Mapping[str, Json]
    session: str = ""
    person: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The moment and place of the next event, settled before its body is known."""

    writer: str
    seq: int
    tick: int
    moment: datetime
    local: str
    mono: int


@dataclass(frozen=True, slots=True)
class _End:
    """Where this writer's chain ends; `seq` is zero while nothing was written."""

    seq: int = 0
    tick: int = 0
    hash: bytes = GENESIS


class Writer:
    """The chain of this opening; used inside a transaction, on one thread at a time.

    What it remembers of its own chain becomes true only with the commit: `settle` after it,
    `doubt` where a transaction ended otherwise.
    """

    def __init__(self, connection: Connection, opening: Opening, zone: Zone) -> None:
        self.id = new_id()
        self.zone = zone
        self._connection = connection
        self._opening = opening
        self._end = _End()
        self._in_doubt = False
        self._seen_tick = 0
        self._data_version = -1
        self._drift = self._clock_drift()

    def append(self, entry: Entry, brought: Brought | None = None) -> Event:
        """Write one event, with the rows that it brings; raises ValueError on control characters.

        The first call also writes the event that says who opened the file.
        """
        stamp = self.stamp()
        body = dict(entry.body)
        if brought is not None:
            body["rows"] = insert_rows(self._connection, stamp.writer, stamp.seq, brought)
        return self.write(stamp, entry, body)

    def stamp(self) -> Stamp:
        """The place and time of the next event, after those that must come before it."""
        if self._in_doubt:
            self._ask_the_file()
        if self._end.seq == 0:
            self._write_opening()
        drift = self._clock_drift()
        jump = drift - self._drift
        if abs(jump) > JUMP_SECONDS:
            self._drift = drift
            entry = Entry(EventKind.CLOCK_JUMPED, {"milliseconds": round(jump * 1000)})
            self.write(self._next(), entry, entry.body)
        return self._next()

    def write(self, stamp: Stamp, entry: Entry, body: Mapping[str, Json]) -> Event:
        """Write the event that belongs to `stamp`."""
        if has_control(entry.door) or has_control(entry.session) or has_control(entry.person):
            raise ValueError("control characters in a field of the record")
        fields = (
            stamp.writer,
            stamp.seq,
            stamp.tick,
            utc_text(stamp.moment),
            stamp.local,
            stamp.mono,
            entry.kind.value,
            entry.session,
            entry.person,
            entry.door,
            canonical(body),
            self._end.hash,
        )
        digest = event_hash(*fields)
        event = Event(*fields, digest)
        self._connection.execute(_INSERT, (*fields, digest))
        self._connection.execute(_HEAD, (stamp.writer, stamp.seq, stamp.tick, digest))
        self._end = _End(stamp.seq, stamp.tick, digest)
        return event

    def settle(self) -> None:
        """The transaction is durable, and with it the end of the chain."""
        self._in_doubt = False

    def doubt(self) -> None:
        """The transaction did not end well. It may have been durable all the same (somebody
        pressed Ctrl-C just after the commit), so the file is asked before the next event."""
        self._in_doubt = True

    def look_again(self) -> None:
        """Events of others came in through this connection: later events must come after them."""
        self._data_version = -1

    def _ask_the_file(self) -> None:
        row = self._connection.execute(
            "SELECT seq, tick, hash FROM head WHERE writer = ?", (self.id,)
        ).fetchone()
        self._end = _End(*row) if row else _End()

    def _next(self) -> Stamp:
        clock = self._opening.clock
        moment = clock.now()
        wall = int(moment.timestamp() * 1_000_000)
        return Stamp(
            self.id,
            self._end.seq + 1,
            max(wall, self._end.tick + 1, self._latest_tick() + 1),
            moment,
            local_text(moment, self.zone),
            clock.monotonic_ns(),
        )

    def _latest_tick(self) -> int:
        """The latest tick in the file, read again only when others have written."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._data_version:
            self._data_version = version
            (tick,) = self._connection.execute("SELECT coalesce(max(tick), 0) FROM head").fetchone()
            self._seen_tick = int(tick)
        return self._seen_tick

    def _write_opening(self) -> None:
        stamp = self._next()
        heads: dict[str, Json] = {
            str(writer): [int(seq), digest.hex()]
            for writer, seq, digest in self._connection.execute(
                "SELECT writer, seq, hash FROM head ORDER BY writer"
            )
        }
        operator = Item.note(self._opening.operator)
        body: dict[str, Json] = {
            "heads": heads,
            "installation": self._opening.installation,
            "operator": operator.id,
            "version": self._opening.version,
        }
        brought = Brought(items=(operator,))
        body["rows"] = insert_rows(self._connection, stamp.writer, stamp.seq, brought)
        self.write(stamp, Entry(EventKind.FILE_OPENED, body), body)

    def _clock_drift(self) -> float:
        clock = self._opening.clock
        return clock.now().timestamp() - clock.monotonic_ns() / 1e9
