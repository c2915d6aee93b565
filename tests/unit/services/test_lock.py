"""The door's lock: PIN guessing is slowed down and recorded, also over restarts and set clocks."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.domain.errors import DiskTrouble, FileTrouble, Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.services.lock import FREE_GUESSES, LONGEST_WAIT, Lock
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import new_file, opener
from tests.helpers.clocks import FakeClock
from tests.helpers.pins import quick_hasher


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def file(tmp_path: Path, clock: FakeClock) -> Iterator[CeremonyFile]:
    with new_file(tmp_path / "upacara.ikrar", clock=clock) as opened:
        yield opened


@pytest.fixture
def lock(file: CeremonyFile, clock: FakeClock) -> Lock:
    made = Lock(file, clock, "Utara", quick_hasher)
    made.set("2468")
    return made


def test_only_the_pin_opens(lock: Lock, file: CeremonyFile) -> None:
    assert lock.is_set
    assert not lock.try_pin("2469").opened
    assert not lock.try_pin("").opened
    assert lock.try_pin("2468").opened
    events = Journal(file).of_kind(EventKind.LOCK_REFUSED, EventKind.LOCK_OPENED)
    assert [(event.kind, event.door) for event in events] == [
        ("lock_refused", "Utara"),
        ("lock_refused", "Utara"),
        ("lock_opened", "Utara"),
    ]
    assert verify(file).ok


@pytest.mark.parametrize("pin", ["", "123", "12a4", "1" * 13, "١٢٣٤", "12 34"])
def test_what_is_no_pin_is_refused(file: CeremonyFile, clock: FakeClock, pin: str) -> None:
    lock = Lock(file, clock, "")
    with pytest.raises(Refused) as caught:
        lock.set(pin)
    assert caught.value.message.key == "lock.bad_pin"
    assert not lock.is_set
    with pytest.raises(Refused) as caught:
        lock.try_pin("1234")
    assert caught.value.message.key == "lock.no_pin"


def test_guessing_is_slowed_down_and_a_right_pin_has_to_wait_too(
    lock: Lock, clock: FakeClock
) -> None:
    waits = []
    for guess in range(FREE_GUESSES + 4):
        answer = lock.try_pin(f"{guess:04d}")
        waits.append(answer.wait)
        if answer.wait:
            early = lock.try_pin("2468")
            assert (early.opened, early.wait) == (False, answer.wait)
        clock.run(answer.wait)
    assert waits == [0] * FREE_GUESSES + [2, 4, 8, 16]
    assert lock.try_pin("2468").opened
    assert lock.try_pin("0000").wait == 0, "the patience begins anew"


def test_ten_thousand_pins_would_take_a_month(lock: Lock, clock: FakeClock) -> None:
    for guess in range(20):
        clock.run(lock.try_pin(f"{guess:04d}").wait)
    assert lock.try_pin("9999").wait == LONGEST_WAIT
    assert 10_000 * LONGEST_WAIT / 86_400 > 30


def test_starting_again_does_not_shorten_the_wait(
    file: CeremonyFile, lock: Lock, clock: FakeClock
) -> None:
    for guess in range(FREE_GUESSES + 3):
        clock.run(lock.try_pin(f"{guess:04d}").wait)
    wait = lock.try_pin("0000").wait
    file.close()
    with opener(clock).open(file.path) as again:
        assert Lock(again, clock, "Utara").wait() == wait


def test_a_clock_that_was_set_back_shuts_nobody_out(lock: Lock, clock: FakeClock) -> None:
    for guess in range(FREE_GUESSES + 1):
        lock.try_pin(f"{guess:04d}")
    clock.set_wall("2003-01-01T00:00:00+00:00")
    assert lock.wait() <= LONGEST_WAIT


def test_a_refusal_that_lies_ahead_is_waited_for_once(
    file: CeremonyFile, lock: Lock, clock: FakeClock
) -> None:
    for guess in range(FREE_GUESSES + 5):
        clock.run(lock.try_pin(f"{guess:04d}").wait)
    wait = lock.try_pin("0000").wait
    file.close()
    clock.set_wall("2003-01-01T00:00:00+00:00")
    with opener(clock).open(file.path) as again:
        after = Lock(again, clock, "Utara")
        assert after.wait() == wait
        clock.run(wait - 1)
        assert not after.try_pin("2468").opened
        clock.run(1)
        assert after.try_pin("2468").opened


@pytest.mark.parametrize("to", ["2003-01-01T00:00:00+00:00", "2040-01-01T00:00:00+00:00"])
def test_a_set_clock_neither_shortens_the_wait_nor_lengthens_it(
    lock: Lock, clock: FakeClock, to: str
) -> None:
    """While the file is open the wait goes by the counter that nobody can set."""
    for guess in range(FREE_GUESSES + 5):
        clock.run(lock.try_pin(f"{guess:04d}").wait)
    wait = lock.try_pin("0000").wait
    assert wait == 2**6
    clock.set_wall(to)
    assert lock.wait() == wait
    assert not lock.try_pin("2468").opened
    clock.run(wait - 1)
    assert not lock.try_pin("2468").opened
    clock.run(1)
    assert lock.try_pin("2468").opened


def test_guesses_at_two_doors_wait_for_one_another(
    lock: Lock, file: CeremonyFile, clock: FakeClock
) -> None:
    for guess in range(FREE_GUESSES + 3):
        clock.run(lock.try_pin(f"{guess:04d}").wait)
    wait = lock.try_pin("0000").wait
    with opener(clock).open(file.path) as other:
        assert Lock(other, clock, "Timur").wait() == wait
        assert not Lock(other, clock, "Timur").try_pin("2468").opened


def test_the_file_holds_no_pin(file: CeremonyFile, clock: FakeClock) -> None:
    Lock(file, clock, "Utara").set("2468")
    file.close()
    database = sqlite3.connect(file.path)
    dump = "\n".join(database.iterdump())
    database.close()
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in dump
    assert '"2468"' not in dump


def test_a_new_pin_takes_the_place_of_the_old_one(lock: Lock) -> None:
    lock.set("8642")
    assert not lock.try_pin("2468").opened
    assert lock.try_pin("8642").opened


def test_a_full_disk_shuts_nobody_out_and_lets_nobody_in(lock: Lock, file: CeremonyFile) -> None:
    file.connection.execute("PRAGMA query_only = 1")
    with pytest.raises((DiskTrouble, FileTrouble)):
        lock.try_pin("2469")
    answer = lock.try_pin("2468")
    assert answer.opened
    assert isinstance(answer.unrecorded, DiskTrouble | FileTrouble)
    file.connection.execute("PRAGMA query_only = 0")
