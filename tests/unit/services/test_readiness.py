"""What is ready: each state, and its remedy."""

from datetime import timedelta
from pathlib import Path

from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.clock import PacedClock
from ceremony_app.services.readiness import Readiness
from ceremony_app.storage.backup import BackupFolder, Moment
from tests.helpers.day import MORNING, Day, begin


def checks(day: Day) -> dict[str, Check]:
    return {check.name: check for check in Readiness(day.file, day.clock).checks()}


def test_a_new_ceremony_says_what_is_missing(tmp_path: Path) -> None:
    day = begin(tmp_path / "a.ikrar", people=0, template="banyuwangi")
    with day.file:
        found = checks(day)
    assert {name: check.state for name, check in found.items()} == {
        "details": State.WARN,
        "law": State.WARN,
        "text": State.FAIL,
        "papers": State.WARN,
        "roster": State.FAIL,
        "badges": State.WARN,
        "backup": State.WARN,
        "clock": State.OK,
    }
    for check in found.values():
        assert check.state is State.OK or check.remedy is not None


def test_each_thing_done_turns_its_check(tmp_path: Path) -> None:
    day = begin(tmp_path / "a.ikrar")
    with day.file:
        day.approve()
        BackupFolder.beside(day.file.path).add(day.file.connection, Moment.OPENED, day.clock.now())
        found = checks(day)
        assert (found["text"].state, found["roster"].state) == (State.OK, State.OK)
        assert found["backup"].state is State.OK
        day.clock.let_pass(timedelta(hours=2).total_seconds())
        assert checks(day)["backup"].state is State.WARN


def test_a_flat_clock_battery_is_seen(tmp_path: Path) -> None:
    day = begin(tmp_path / "a.ikrar")
    with day.file:
        flat = PacedClock(MORNING - timedelta(days=3000))
        found = {check.name: check for check in Readiness(day.file, flat).checks()}
    assert found["clock"].state is State.FAIL
    assert found["clock"].remedy is not None
