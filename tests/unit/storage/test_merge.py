"""Two copies of one ceremony come together: nothing is lost, nothing is counted twice."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.merge import compare, take_in
from ceremony_app.storage.people import People
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, main_session, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.other_laptops import copy_with, scans


def foreign(file: CeremonyFile) -> dict[str, Event]:
    """Every event but those that only say that a copy was merged, and by whom."""
    events = Journal(file).latest(10_000)
    merging = {event.writer for event in events if event.kind == EventKind.COPY_MERGED}
    return {event.name: event for event in events if event.writer not in merging}


def test_both_ways_twice_and_in_any_order(origin: Path, tmp_path: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1, 2))
    south = copy_with(origin, "south.ikrar", scans("Selatan", 2, 3), late := FakeClock())
    late.run(0)
    yard = copy_with(
        origin, "yard.ikrar", lambda file: door(file, "Lapangan").guest("Tamu", "Ketua")
    )
    seen = []
    for number, order in enumerate(permutations((north, south, yard))):
        merged = tmp_path / f"merged-{number}.ikrar"
        shutil.copy(origin, merged)
        with opener().open(merged) as file:
            for other in (*order, *order):
                take_in(file, other)
            assert verify(file).ok
            session = main_session(file).id
            arrivals = Attendance(file).arrivals(session)
            seen.append((foreign(file), arrivals, len(People(file).everyone())))
            assert Journal(file).count() == len(foreign(file)) + 1 + 3
    assert all(one == seen[0] for one in seen)
    assert len(seen[0][1]) == 5
    assert seen[0][2] == 7


def test_a_second_time_changes_nothing(origin: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1))
    with opener().open(origin) as file:
        first = take_in(file, north)
        assert (first.events, first.scans) == (3, 2)
        events = Journal(file).count()
        assert take_in(file, north).events == 0
        assert compare(file, north).events == 0
        assert Journal(file).count() == events
    for beside in origin.parent.iterdir():
        assert "merging" not in beside.name


def test_a_dry_run_changes_nothing(origin: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1))
    with opener().open(origin) as file:
        events = Journal(file).count()
        assert compare(file, north).scans == 2
        assert Journal(file).count() == events
        assert take_in(file, north).scans == 2


def test_back_and_forth(origin: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1))
    with opener().open(origin) as file:
        scans("Selatan", 1, 2)(file)
        take_in(file, north)
    with opener().open(north) as file:
        take_in(file, origin)
        scans("Utara", 3)(file)
        assert verify(file).ok
    with opener().open(origin) as file:
        take_in(file, north)
        assert verify(file).ok
        assert door(file).present_count() == 4
        kinds = [event.kind for event in Journal(file).latest(3)]
        assert kinds[0] == EventKind.COPY_MERGED


def test_the_earlier_record_stands_and_both_stay(origin: Path, clock: FakeClock) -> None:
    early, late = FakeClock("2023-02-13T00:31:00+00:00"), FakeClock("2023-02-13T00:35:00+00:00")
    south = copy_with(origin, "south.ikrar", scans("Selatan", 0), early)
    with opener(late).open(origin) as file:
        answer = door(file).scan(tokens(file)[0])
        assert answer.verdict is Verdict.RECORDED
        difference = take_in(file, south)
        assert (difference.both, difference.doubtful) == (1, 0)
        (arrival,) = Attendance(file).arrivals(main_session(file).id).values()
        assert arrival.door == "Selatan"
        again = door(file).scan(tokens(file)[0])
        assert (again.verdict, again.first_door) == (Verdict.ALREADY, "Selatan")
        verdicts = [body_of(e)["verdict"] for e in Journal(file).latest(100) if e.kind == "scan"]
        assert sorted(map(str, verdicts)) == ["already", "recorded", "recorded"]


@pytest.mark.parametrize(
    ("there", "jumps"),
    [("2023-02-13T00:35:00+00:00", False), ("2010-01-01T00:00:00+00:00", False),
     ("2023-02-13T00:38:00+00:00", True)],
)  # fmt: skip
def test_doubtful_clocks_are_said(origin: Path, there: str, jumps: bool) -> None:
    """At the same moment; on a laptop with a flat battery; on one whose clock was set."""
    other = FakeClock(there)

    def work(file: CeremonyFile) -> None:
        scans("Selatan", 0)(file)
        if jumps:
            other.set_wall("2023-02-13T03:00:00+00:00")
            scans("Selatan", 1)(file)

    south = copy_with(origin, "south.ikrar", work, other)
    with opener(FakeClock("2023-02-13T00:35:00+00:00")).open(origin) as file:
        scans("Utara", 0)(file)
        difference = take_in(file, south)
        assert (difference.both, difference.doubtful) == (1, 1)
        assert verify(file).ok


def test_what_happens_after_a_merge_is_later(origin: Path) -> None:
    """The other laptop lives in 2040: what is written here afterwards still comes after it."""
    south = copy_with(
        origin, "south.ikrar", scans("Selatan", 0), FakeClock("2040-01-01T00:00:00+00:00")
    )
    with opener(FakeClock("2023-02-13T00:40:00+00:00")).open(origin) as file:
        scans("Utara", 1)(file)
        take_in(file, south)
        undone = door(file).scan(tokens(file)[2])
        latest = Journal(file).latest(2)
        assert latest[0].name == undone.event
        assert latest[1].kind == EventKind.COPY_MERGED


def test_a_guest_and_a_reissue_at_the_other_door(origin: Path) -> None:
    def work(file: CeremonyFile) -> None:
        door(file, "Timur").guest("Warits", "Ketua", "Bawaslu")
        desk = PeopleDesk(file)
        desk.reissue(desk.everyone()[0])
        door(file, "Timur").scan(desk.badges()[desk.everyone()[0].id].token)

    east = copy_with(origin, "east.ikrar", work)
    with opener().open(origin) as file:
        difference = take_in(file, east)
        assert (difference.people, difference.badges) == (1, 2)
        assert "Warits" in {person.name for person in People(file).everyone()}
        with opener().read(east) as other:
            assert tokens(file) == tokens(other)
            assert door(file).states() == door(other).states()


def test_undo_there_and_arrival_here(origin: Path) -> None:
    with opener().open(origin) as file:
        arrived = door(file).scan(tokens(file)[0])
    south = copy_with(
        origin, "south.ikrar", lambda f: door(f, "Selatan").undo(arrived.event, "keliru")
    )
    with opener().open(origin) as file:
        take_in(file, south)
        assert door(file).present_count() == 0
        assert verify(file).ok


def test_a_session_closed_at_both_doors(origin: Path) -> None:
    def close(file: CeremonyFile) -> None:
        Sessions(file).close(Sessions(file).main())

    south = copy_with(origin, "south.ikrar", close)
    with opener().open(origin) as file:
        close(file)
        take_in(file, south)
        assert not Sessions(file).main().open
        assert (
            CheckIn(file, Sessions(file).main(), "U").scan(tokens(file)[0]).verdict
            is Verdict.CLOSED
        )


@pytest.mark.parametrize("length", [2, 3])
def test_joins_that_go_round_in_a_circle(origin: Path, length: int) -> None:
    """Each laptop joins one row to the next; together that is a circle, and one row stands."""
    with opener().open(origin) as file:
        people = sorted(PeopleDesk(file).everyone(), key=lambda person: person.name)
    copies = [
        copy_with(
            origin,
            f"{number}.ikrar",
            lambda f, n=number: PeopleDesk(f).join(people[n], people[(n + 1) % length]),  # type: ignore[misc]
        )
        for number in range(length)
    ]
    with opener().open(origin) as file:
        for badge in tokens(file)[:length]:
            door(file).scan(badge)
        for other in copies:
            take_in(file, other)
        standing = {person.id for person in PeopleDesk(file).everyone()}
        assert min(person.id for person in people[:length]) in standing
        assert len(standing) == 6 - length + 1
        assert door(file).present_count() == 1
        assert verify(file).ok
