"""The clock is set while the door is open: said in the window at once."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from ceremony_app.console.clock_sentry import ClockSentry
from ceremony_app.domain.clock import SystemClock
from ceremony_app.ui_kit.messages import Level, Notice
from tests.helpers.clocks import FakeClock
from tests.helpers.desks import Desks


class Told:
    """A sentry over a desk, and what it told."""

    def __init__(self, qtbot: QtBot, desks: Desks, clock: FakeClock, hours: int = 7) -> None:
        self.desk = desks.open(3)
        self.notices: list[Notice] = []
        desks.channel.told.connect(self.notices.append)
        desks.channel.listen()
        self.sentry = ClockSentry(desks.channel, self.desk, clock, lambda: timedelta(hours=hours))
        qtbot.waitUntil(self.sentry._timer.isActive)
        desks.find(self.desk, lambda _: None)

    @property
    def keys(self) -> list[str]:
        return [notice.text.key for notice in self.notices]


def right() -> FakeClock:
    return FakeClock(SystemClock().now().isoformat())


def test_a_jump_is_said_at_once(qtbot: QtBot, desks: Desks) -> None:
    clock = right()
    told = Told(qtbot, desks, clock)
    told.sentry.look()
    assert told.keys == []
    clock.set_wall("2010-01-01T00:00:00+00:00")
    told.sentry.look()
    told.sentry.look()
    assert told.keys == ["clock.set_back"]
    assert told.notices[0].level is Level.ERROR


def test_a_flat_battery_is_said_at_start(qtbot: QtBot, desks: Desks) -> None:
    told = Told(qtbot, desks, FakeClock("2010-01-01T00:00:00+00:00"))
    qtbot.waitUntil(lambda: told.keys == ["clock.behind"])


def test_another_zone_is_a_remark(qtbot: QtBot, desks: Desks) -> None:
    told = Told(qtbot, desks, right(), hours=9)
    qtbot.waitUntil(lambda: told.keys == ["clock.other_zone"])
    assert told.notices[0].level is Level.INFO


def test_it_ends_with_the_file(qtbot: QtBot, desks: Desks) -> None:
    told = Told(qtbot, desks, right())
    told.desk.closing.emit()
    assert not told.sentry._timer.isActive()
