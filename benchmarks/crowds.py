"""Big files for benchmarks: as many people and events as asked for, written in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import SystemClock, local_text, utc_text
from ceremony_app.domain.events import Event, EventKind, canonical, event_hash
from ceremony_app.domain.ids import new_ids
from ceremony_app.domain.people import Person
from ceremony_app.domain.token import new_tokens
from ceremony_app.locator import installed
from ceremony_app.services.opening import opener
from ceremony_app.storage.ceremony_file import CeremonyFile, Opener
from ceremony_app.storage.derived import rebuild
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.writer import Entry

SESSION = "0" * 20
STARTS = datetime(2023, 2, 13, 0, 30, tzinfo=UTC)

_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_HEAD = "UPDATE head SET seq = ?, tick = ?, hash = ? WHERE writer = ?"


def bench_opener() -> Opener:
    return opener(installed(), SystemClock())


def make_people(count: int) -> tuple[tuple[Person, ...], tuple[Badge, ...]]:
    """Staff with every field filled, and a badge each."""
    ids = new_ids(count)
    persons = tuple(
        Person(
            id=identity,
            name=f"Pegawai Dengan Nama {number}, S.H., M.H.",
            id_number=str(197001011995031001 + number),
            rank="Penata Muda Tingkat I, III/b",
            post="Pengelola Data Kepegawaian",
            division=f"Divisi {number % 20}",
            staff_kind="PNS",
        )
        for number, identity in enumerate(ids)
    )
    return persons, tuple(map(Badge, new_ids(count), ids, new_tokens(count)))


def make_file(path: Path, people: int) -> tuple[CeremonyFile, tuple[Badge, ...]]:
    """A new file with people, badges and an open session, open for work."""
    persons, badges = make_people(people)

    def begin(file: CeremonyFile) -> None:
        file.append(Entry(EventKind.CEREMONY_MADE, {"template": "blank"}))
        file.append(Entry(EventKind.ROSTER_IMPORTED, {}), Brought(persons, badges))
        file.append(Entry(EventKind.SESSION_OPENED, {}, session=SESSION))

    return bench_opener().create(path, Zone.WIB, begin), badges


def add_scans(file: CeremonyFile, badges: Sequence[Badge], count: int) -> None:
    """Scans without end: each badge once and recorded, then all of them again and again."""
    with file.transaction():
        first = file.append(Entry(EventKind.STEP_PRESENTED, {}))
        last = first
        cut = file.connection.executemany

        def scans() -> Iterator[tuple[object, ...]]:
            nonlocal last
            for number in range(count):
                last = _scan(last, badges[number % len(badges)], first=number < len(badges))
                yield astuple(last)

        cut(_INSERT, scans())
        file.connection.execute(_HEAD, (last.seq, last.tick, last.hash, last.writer))
        rebuild(file.connection)


def _scan(before: Event, badge: Badge, *, first: bool) -> Event:
    moment = STARTS + timedelta(milliseconds=before.seq)
    verdict = "recorded" if first else "already"
    fields = (
        before.writer,
        before.seq + 1,
        before.tick + 1,
        utc_text(moment),
        local_text(moment, Zone.WIB),
        before.mono + 1_000_000,
        EventKind.SCAN.value,
        SESSION,
        badge.person,
        "Pintu Utara",
        canonical({"badge": badge.id, "verdict": verdict}),
        before.hash,
    )
    return Event(*fields, event_hash(*fields))
