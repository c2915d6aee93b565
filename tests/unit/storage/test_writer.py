"""A writer's chain: gapless, in the order of cause and effect, whatever the wall clock says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.events import GENESIS, EventKind
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.operators import Operators
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.verify import verify
from ceremony_app.storage.writer import Entry
from tests.helpers.ceremony_files import LOCATOR, append, door, opener, tokens
from tests.helpers.clocks import FakeClock


class Interruption(BaseException):
    """Somebody pressed Ctrl-C."""


def fail(file: CeremonyFile, error: type[BaseException]) -> None:
    """Begin a step and come to nothing."""
    with file.transaction():
        file.append(Entry(EventKind.DETAILS_CHANGED, {}))
        raise error


def chain_of(file: CeremonyFile) -> list[tuple[int, str]]:
    events = sorted(Journal(file).latest(1000), key=lambda event: event.seq)
    return [(event.seq, event.kind) for event in events if event.writer == file.writer.id]


def test_the_first_event_says_who_opened_the_file(small: CeremonyFile) -> None:
    small.close()
    heads = {}
    with opener(FakeClock(), operator="Bu Rini").open(small.path) as file:
        heads = {head.writer: [head.seq, head.hash.hex()] for head in Journal(file).heads()}
        append(file, EventKind.DETAILS_CHANGED)
        (first,) = (e for e in Journal(file).after({}) if e.writer == file.writer.id and e.seq == 1)
    body = body_of(first)
    assert first.kind == EventKind.FILE_OPENED
    assert first.prev == GENESIS
    assert body["heads"] == heads
    assert (body["installation"], body["version"]) == ("0123456789abcdef", "0.1")
    assert "Rini" not in first.body


def test_looking_at_a_file_writes_nothing(small: CeremonyFile) -> None:
    events = Journal(small).count()
    small.close()
    with opener().open(small.path) as file:
        assert Journal(file).count() == events
    with opener().open(small.path) as file:
        assert Journal(file).count() == events


def test_a_clock_that_is_set_back_and_forward(small: CeremonyFile, clock: FakeClock) -> None:
    badges, north = tokens(small), door(small)
    events = []
    for at in (
        "2023-02-13T00:31:00+00:00",
        "2010-01-01T00:00:00+00:00",
        "2010-01-01T00:00:03+00:00",
        "2040-06-01T00:00:00+00:00",
        "2023-02-13T00:40:00+00:00",
    ):
        clock.set_wall(at)
        events.append(north.scan(badges[len(events) % len(badges)]).event)
        clock.run(1)
    in_order = [
        e
        for e in sorted(Journal(small).latest(1000), key=lambda e: e.tick)
        if e.writer == small.writer.id
    ]
    assert [e.seq for e in in_order] == list(range(1, len(in_order) + 1))
    assert [e.name for e in in_order if e.name in events] == events
    jumps = [body_of(e)["milliseconds"] for e in in_order if e.kind == EventKind.CLOCK_JUMPED]
    assert len(jumps) == 4, "three seconds are no jump, the other four changes are"
    assert jumps[1] < 0 < jumps[2]  # type: ignore[operator]
    assert verify(small).ok


def test_a_laptop_that_slept_has_no_jump(small: CeremonyFile, clock: FakeClock) -> None:
    door(small).scan(tokens(small)[0])
    clock.run(3 * 3600)
    door(small).scan(tokens(small)[1])
    assert not Journal(small).of_kind(EventKind.CLOCK_JUMPED)


def test_who_takes_over_has_a_chain_of_their_own(small: CeremonyFile) -> None:
    """What was written before stays in the name of who wrote it; the order goes on."""
    door(small).scan(tokens(small)[0])
    before = small.writer.id
    small.hand_over("Siti Petugas")
    mark = door(small).scan(tokens(small)[1])
    small.hand_over("Budi Petugas")
    small.hand_over("Rini Petugas")
    last = door(small).scan(tokens(small)[2])
    assert before not in (mark.event.split(":")[0], last.event.split(":")[0])
    names = Operators(small)
    newest = [event for event in Journal(small).latest(20) if event.kind == "scan"]
    assert [names[event.writer] for event in newest] == ["Rini Petugas", "Siti Petugas", ""]
    assert verify(small).ok


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.integers(-(10**8), 10**8), min_size=1, max_size=6))
def test_ticks_rise_whatever_the_clock_does(
    steps: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    clock = FakeClock()
    path = tmp_path_factory.mktemp("ticks") / "a.ikrar"
    with opener(clock).create(path, Zone.WIB) as file:
        for step in steps:
            clock.run(0.000_001)
            clock.set_wall(datetime.fromtimestamp(1.6e9 + step, UTC).isoformat())
            append(file, EventKind.DETAILS_CHANGED)
        ticks = [event.tick for event in Journal(file).after({})]
        assert ticks == sorted(set(ticks))
        assert verify(file).ok


def test_a_second_writer_comes_after_what_it_has_seen(
    small: CeremonyFile, clock: FakeClock
) -> None:
    """The other laptop's clock is years ahead; what happens here afterwards is still later."""
    clock.set_wall("2040-01-01T00:00:00+00:00")
    door(small).scan(tokens(small)[0])
    with opener(FakeClock()).open(small.path) as other:
        answer = door(other, "Selatan").scan(tokens(other)[0])
        later = Journal(other).event(answer.event)
        assert later.tick == max(event.tick for event in Journal(other).latest(1000))
        assert later.utc.startswith("2023")


def test_a_step_that_fails_leaves_no_gap(small: CeremonyFile) -> None:
    before = chain_of(small)
    for error in (RuntimeError, KeyboardInterrupt, Interruption):
        with pytest.raises(error):
            fail(small, error)
    append(small, EventKind.DETAILS_CHANGED)
    assert chain_of(small) == [*before, (len(before) + 1, "details_changed")]
    assert verify(small).ok


def test_an_interruption_after_the_commit_breaks_no_chain(small: CeremonyFile) -> None:
    """Ctrl-C between the commit and whatever comes next: the event is in the file."""
    step = small.transaction()
    step.__enter__()
    small.append(Entry(EventKind.DETAILS_CHANGED, {}))
    small.connection.execute("COMMIT")
    with pytest.raises(KeyboardInterrupt):
        step.gen.throw(KeyboardInterrupt())  # type: ignore[attr-defined]
    append(small, EventKind.DETAILS_CHANGED)
    assert verify(small).ok


def test_a_failed_first_step_is_begun_anew(tmp_path: Path) -> None:
    with opener().create(tmp_path / "a.ikrar", Zone.WIB) as file:
        with pytest.raises(RuntimeError):
            fail(file, RuntimeError)
        append(file, EventKind.CEREMONY_MADE)
        assert chain_of(file) == [(1, "file_opened"), (2, "ceremony_made")]
        assert verify(file).ok


@pytest.mark.parametrize("field", ["session", "person", "door"])
def test_control_characters_are_kept_out(field: str, small: CeremonyFile) -> None:
    entry = Entry(EventKind.MARK, {}, **{field: "a\x1fb"})
    with pytest.raises(ValueError, match="control"), small.transaction():
        small.append(entry)
    assert verify(small).ok


def test_local_time_follows_the_ceremonys_zone(tmp_path: Path) -> None:
    ceremonies = Ceremonies(opener(FakeClock()), Templates(LOCATOR.templates))
    with ceremonies.create(tmp_path / "a.ikrar", "generic", {"zone": "WIT"}) as file:
        event = append(file, EventKind.DETAILS_CHANGED)
    assert event.local == "2023-02-13T09:30:00.000+09:00[WIT]"
