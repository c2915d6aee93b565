"""Taking in events that were written elsewhere, word for word: copies, mirrors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.storage.attachments import copy_contents
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file, delete_whole
from ceremony_app.storage.derived import rebuild
from ceremony_app.storage.driver import Connection, connect, known_troubles, transaction
from ceremony_app.storage.erase import erase_again, leave_no_trace
from ceremony_app.storage.header import wal_of
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.open_mark import version_of
from ceremony_app.storage.rehearsals import begun_rehearsals
from ceremony_app.storage.rows import PERSON_FIELDS, TABLES
from ceremony_app.storage.verify import verify
from ceremony_app.storage.volume import refuse_network
from ceremony_app.storage.writer import Entry

_BORN = "SELECT writer, seq, hash FROM {}event WHERE kind = 'ceremony_made' AND kind <> 'scan'"
_GAPS = frozenset({"verify.gap", "verify.lost"})
"""What verifying says where events were there once and are not any more."""

_COPIED = {
    "badge": "id, writer, seq, person, token",
    "item": "id, writer, seq, 0, kind, salt, data, hash",
    "person": f"id, writer, seq, 0, salt, {', '.join(PERSON_FIELDS)}, hash",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same event name with another body: one of the two files was tampered with."""

    writer: str
    seq: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What another file has that this one has not.

    `new`: number of new events by writer. `scans`: how many of them are scans. `people`,
    `badges`: new rows. `known`: events that both files have. `both`: persons whom both files saw
    arrive, by session. `doubtful`: those of them where the clocks do not settle who was first.
    """

    new: dict[str, int] = field(default_factory=dict)
    scans: int = 0
    people: int = 0
    badges: int = 0
    both: int = 0
    doubtful: int = 0
    known: int = 0
    conflicts: tuple[Conflict, ...] = ()

    @property
    def events(self) -> int:
        return sum(self.new.values())


def compare(file: CeremonyFile, other: Path) -> Difference:
    """What `take_in` would bring; raises as it does, but changes nothing."""
    with _attached(file, other):
        return _difference(file.connection)


def take_in(file: CeremonyFile, other: Path) -> Difference:
    """Take in every event and row that `other` has beyond this file; again changes nothing.

    Raises Refused where `other` is another ceremony, a rehearsal of this one, or its events
    contradict this file's, and FileTrouble where it is damaged; then nothing was taken in.
    """
    with _attached(file, other):
        difference = _difference(file.connection)
        if difference.conflicts:
            first = difference.conflicts[0]
            raise Refused("merge.conflict", file=other.name, event=f"{first.writer}:{first.seq}")
        erased = 0
        if difference.new:
            with file.transaction():
                _copy(file.connection)
                file.writer.look_again()
                body: dict[str, Json] = {"from": {**difference.new}, "events": difference.events}
                file.append(Entry(EventKind.COPY_MERGED, body))
                rebuild(file.connection)
                erased = erase_again(file.connection)
    if erased:
        leave_no_trace(file)
    return difference


@contextmanager
def _attached(file: CeremonyFile, other: Path) -> Iterator[None]:
    """Attach a whole, verified copy of `other`: it may be in use, on a stick that can be pulled
    out, on a medium that cannot be written, or of an older version."""
    copy = file.path.with_name(file.path.name + ".merging")
    header = file.opener.check(other)
    if header.marked_open or wal_of(other).exists():
        refuse_network(other, file.opener.mounts)
    try:
        copy_file(other, copy)
        _bring_up_to_date(file.opener.migrations, copy)
        with file.opener.read(copy) as checked:
            found = verify(checked)
        if not found.ok:
            gaps = [one for one in found.problems if one.key in _GAPS]
            key = "merge.gaps" if gaps else "merge.not_sound"
            raise FileTrouble(key, file=other.name, count=len(gaps or found.problems))
        with known_troubles(other):
            file.connection.execute("ATTACH ? AS other", (str(copy),))
        try:
            _refuse_strangers(file.connection, other)
            yield
        finally:
            file.connection.execute("DETACH other")
    finally:
        delete_whole(copy)


def _bring_up_to_date(migrations: Migrations, copy: Path) -> None:
    """Migrate a copy that nobody will write in: no event tells of it."""
    with known_troubles(copy):
        connection = connect(copy)
        try:
            if version_of(connection) < migrations.newest:
                with transaction(connection):
                    migrations.apply(connection)
                    rebuild(connection)
        finally:
            connection.close()


def _refuse_strangers(connection: Connection, other: Path) -> None:
    ours = connection.execute(_BORN.format("main.")).fetchall()
    theirs = connection.execute(_BORN.format("other.")).fetchall()
    if set(ours).isdisjoint(theirs):
        raise Refused("merge.other_ceremony", file=other.name)
    (twice,) = connection.execute(
        "SELECT count(*) FROM other.badge o JOIN main.badge m USING (token) WHERE m.id <> o.id"
    ).fetchone()
    if twice:
        raise Refused("merge.same_badges", file=other.name, count=twice)
    if begun_rehearsals(connection, "other") - begun_rehearsals(connection):
        raise Refused("merge.rehearsal", file=other.name)


# A clock is in doubt where it was set, and where it lagged behind what had already happened: a
# tick that runs ahead of the wall clock says so. Two seconds apart nobody can vouch for.
_BOTH = """
WITH
  seen AS (
    SELECT o.tick AS there, p.tick AS here, e.utc AS there_utc, f.utc AS here_utc,
      o.writer AS there_writer, p.writer AS here_writer
    FROM other.present o
    JOIN main.present p ON p.session = o.session AND p.person = o.person
    JOIN other.event e ON e.writer = o.writer AND e.seq = o.seq
    JOIN main.event f ON f.writer = p.writer AND f.seq = p.seq
    WHERE (p.writer, p.seq) <> (o.writer, o.seq)),
  jumped AS (
    SELECT writer FROM other.event WHERE kind = 'clock_jumped' AND kind <> 'scan'
    UNION SELECT writer FROM main.event WHERE kind = 'clock_jumped' AND kind <> 'scan')
SELECT count(*), coalesce(sum(
    abs(there - here) < 2000000
    OR there - unixepoch(there_utc, 'subsec') * 1000000 > 2000000
    OR here - unixepoch(here_utc, 'subsec') * 1000000 > 2000000
    OR there_writer IN jumped OR here_writer IN jumped), 0)
FROM seen
"""

_NEW = """
FROM other.event o JOIN other.head t ON t.writer = o.writer
LEFT JOIN main.head h ON h.writer = o.writer
WHERE o.seq > coalesce(h.seq, 0)
"""


def _difference(connection: Connection) -> Difference:
    new = dict(connection.execute(f"SELECT o.writer, count(*) {_NEW} GROUP BY o.writer").fetchall())
    (scans,) = connection.execute(f"SELECT count(*) {_NEW} AND o.kind = 'scan'").fetchone()
    both, doubtful = connection.execute(_BOTH).fetchone()
    (known,) = connection.execute(
        "SELECT coalesce(sum(min(h.seq, t.seq)), 0)"
        " FROM main.head h JOIN other.head t USING (writer)"
    ).fetchone()
    conflicts = connection.execute(
        "SELECT h.writer, min(h.seq, t.seq) FROM main.head h JOIN other.head t USING (writer)"
        " JOIN main.event a ON a.writer = h.writer AND a.seq = min(h.seq, t.seq)"
        " JOIN other.event b ON b.writer = h.writer AND b.seq = a.seq"
        " WHERE a.hash <> b.hash"
    ).fetchall()
    counts = {table: _count_new(connection, table) for table in ("person", "badge")}
    return Difference(
        new=new,
        scans=scans,
        people=counts["person"],
        badges=counts["badge"],
        both=both,
        doubtful=doubtful,
        known=known,
        conflicts=tuple(Conflict(str(writer), int(seq)) for writer, seq in conflicts),
    )


def _count_new(connection: Connection, table: str) -> int:
    (count,) = connection.execute(
        f"SELECT count(*) FROM other.{table} r LEFT JOIN main.head h USING (writer)"  # noqa: S608
        " WHERE r.seq > coalesce(h.seq, 0)"
    ).fetchone()
    return int(count)


def _copy(connection: Connection) -> None:
    for table in TABLES:
        connection.execute(
            f"INSERT INTO main.{table} SELECT {_COPIED[table]} FROM other.{table} r"  # noqa: S608
            " WHERE r.seq > coalesce((SELECT h.seq FROM main.head h WHERE h.writer = r.writer), 0)"
        )
    connection.execute(
        "INSERT INTO main.event SELECT o.* FROM other.event o"
        " WHERE o.seq > coalesce((SELECT h.seq FROM main.head h WHERE h.writer = o.writer), 0)"
    )
    connection.execute(
        "INSERT INTO main.head SELECT * FROM other.head WHERE true"
        " ON CONFLICT (writer) DO UPDATE SET seq = excluded.seq, tick = excluded.tick,"
        " hash = excluded.hash WHERE excluded.seq > head.seq"
    )
    copy_contents(connection)
