"""Reading the events themselves."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json, printed_head
from ceremony_app.storage.ceremony_file import CeremonyFile

_MOST_DIGITS = 15
_COLUMNS = "writer, seq, tick, utc, local, mono, kind, session, person, door, body, prev, hash"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one writer's chain."""

    writer: str
    seq: int
    hash: bytes


class Journal:
    """The events of one file, for reading."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def count(self) -> int:
        row = self._file.connection.execute("SELECT coalesce(sum(seq), 0) FROM head").fetchone()
        return int(row[0])

    def heads(self) -> list[Head]:
        rows = self._file.connection.execute(
            "SELECT writer, seq, hash FROM head ORDER BY writer"
        ).fetchall()
        return [Head(str(writer), int(seq), digest) for writer, seq, digest in rows]

    def event(self, name: str) -> Event:
        """The event named WRITER:SEQ (or by the number alone, where one writer has it).

        Raises Refused where there is none, or a bare number could be several.
        """
        writer, _, seq = name.strip().rpartition(":")
        found = self.numbered(seq, writer)
        if not found:
            raise Refused("storage.no_such_event", event=name)
        if len(found) > 1:
            raise Refused("storage.event_not_clear", event=name)
        return found[0]

    def numbered(self, seq: str, writer: str = "") -> list[Event]:
        """The events with a number, of one writer or of all; none where it is no number."""
        if not (seq.isascii() and seq.isdigit() and len(seq) <= _MOST_DIGITS):
            return []
        where = "seq = ? AND (writer = ? OR ? = '')"
        return list(self._where(where, (int(seq), writer, writer), "ORDER BY writer"))

    def latest(self, limit: int) -> list[Event]:
        """The newest events, the newest first."""
        return list(self._where("1", (), f"ORDER BY tick DESC, writer DESC LIMIT {int(limit)}"))

    def last(self) -> Event | None:
        """The newest event, found by the ends of the chains: quick, however many there are."""
        row = self._file.connection.execute(
            "SELECT writer, seq FROM head ORDER BY tick DESC, writer DESC LIMIT 1"
        ).fetchone()
        return next(self._where("writer = ? AND seq = ?", row, ""), None) if row else None

    def last_by(self, tick: int) -> Event | None:
        """The last event up to a moment in microseconds of the wall clock; None where the record
        begins later. Looks through the whole record."""
        tail = "ORDER BY tick DESC, writer DESC LIMIT 1"
        return next(self._where("tick <= ?", (tick,), tail), None)

    def newest(
        self,
        limit: int,
        kinds: Collection[str] = (),
        verdicts: Collection[str] = (),
        persons: Collection[str] | None = None,
    ) -> list[Event]:
        """The newest events of some kinds, the newest first; all kinds where none is named.

        Of scans only those with one of `verdicts`, where some are named; `persons` leaves only
        events about these, by id. Looks through the whole record: not for the way of a scan.
        """
        where, values = ["1"], list[object]()
        if kinds:
            where.append("kind IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(kinds)))
        if verdicts:
            where.append(
                "(kind <> 'scan' OR json_extract(body, '$.verdict')"
                " IN (SELECT value FROM json_each(?)))"
            )
            values.append(json.dumps(sorted(verdicts)))
        if persons is not None:
            where.append("person IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(persons)))
        tail = f"ORDER BY tick DESC, writer DESC LIMIT {int(limit)}"
        return list(self._where(" AND ".join(where), values, tail))

    def of_kind(self, *kinds: EventKind) -> list[Event]:
        """Events of some kinds in the order of cause and effect; not for scans, which are many."""
        marks = ", ".join("?" * len(kinds))
        where = f"kind IN ({marks}) AND kind <> 'scan'"
        return list(self._where(where, [kind.value for kind in kinds], "ORDER BY tick, writer"))

    def ticks_of(self, session: str) -> tuple[int, int]:
        """The first and the last tick of what people did in a session: came, saw, spoke, signed;
        zeros where nothing was done. Looks through the whole record."""
        row = self._file.connection.execute(
            "SELECT coalesce(min(tick), 0), coalesce(max(tick), 0) FROM event"
            " WHERE session = ? AND kind IN ('scan', 'mark', 'step_presented', 'text_completed',"
            " 'pledge_set', 'signed', 'witness_present')",
            (session,),
        ).fetchone()
        return int(row[0]), int(row[1])

    def after(self, heads: dict[str, int]) -> list[Event]:
        """Events beyond the given last sequence numbers, by writer and sequence."""
        events: list[Event] = []
        for head in self.heads():
            known = heads.get(head.writer, 0)
            if head.seq > known:
                events += self._where(
                    "writer = ? AND seq > ?", (head.writer, known), "ORDER BY seq"
                )
        return events

    def everything(self) -> Iterator[Event]:
        """Every event as of one moment, by writer and sequence, as it is read from the file."""
        return self._where("1", (), "ORDER BY writer, seq")

    def sealed_head(self) -> str:
        """The latest head that was sealed, as papers print it; empty where none was."""
        sealed = self.of_kind(EventKind.SEALED)
        return printed_head(sealed[-1].hash) if sealed else ""

    def _where(self, where: str, values: Iterable[object], tail: str) -> Iterator[Event]:
        sql = f"SELECT {_COLUMNS} FROM event WHERE {where} {tail}"  # noqa: S608
        for row in self._file.connection.execute(sql, tuple(values)):
            yield Event(*row)


def body_of(event: Event) -> dict[str, Json]:
    """An event's body, read."""
    body: dict[str, Json] = json.loads(event.body)
    return body
