"""The offer of a rehearsal, on every day but the ceremony's own."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.door.other_day import OtherDay
from ceremony_app.domain.ceremony import Details
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.clocks import FakeClock
from tests.helpers.desks import Desks

Show = Callable[[str, str], OtherDay]


@pytest.fixture
def show(qtbot: QtBot, desks: Desks, tools: Tools) -> Show:
    """The line over a ceremony of some day, looked at on another."""

    def make(day: str, now: str) -> OtherDay:
        desk = desks.open(people=1)

        def change(services: Services) -> Details:
            details = services.preparation.details()
            services.preparation.change_details(replace(details, date=day))
            return services.preparation.details()

        desks.find(desk, change)
        line = OtherDay(tools, desk, FakeClock(now))
        qtbot.addWidget(line)
        line.read()
        desks.find(desk, lambda services: services.preparation.details())
        return line

    return make


def test_on_another_day_a_rehearsal_is_offered(qtbot: QtBot, show: Show) -> None:
    line = show("2023-02-13", "2023-02-12T01:00:00+00:00")
    assert line.isVisible()
    assert "13-02-2023" in line.words.text()
    with qtbot.waitSignal(line.wanted):
        line.rehearse.click()


@pytest.mark.parametrize("day", ["2023-02-13", ""])
def test_on_the_day_itself_or_without_one_it_is_not(show: Show, day: str) -> None:
    assert not show(day, "2023-02-13T01:00:00+00:00").isVisible()
