"""A window is told what its seat decides: where, when, and never twice."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from ceremony_app.projector.placement import Placement
from ceremony_app.projector.screen_match import ScreenIdentity
from ceremony_app.projector.seating import Room
from tests.helpers.fake_screens import ACER, EPSON, FakeScreens


class NotedWindow:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.deeds: list[str] = []

    def fill_screen(self, _: QScreen) -> None:
        self.deeds.append("fill")

    def show_windowed(self, _: QScreen) -> None:
        self.deeds.append("window")

    def withdraw(self) -> None:
        self.deeds.append("withdraw")


class Placing:
    """A placement in a room of fake screens, and all that it said."""

    def __init__(
        self, qapp: QApplication, *plugged: ScreenIdentity, known: ScreenIdentity | None = None
    ) -> None:
        self.screens = FakeScreens(qapp.primaryScreen(), *plugged)
        self.window = NotedWindow()
        self.placement = Placement(self.window, self.screens, known)
        self.said: list[str] = []
        self.asked: list[list[str]] = []
        self.placement.hidden.connect(lambda: self.said.append("hidden"))
        self.placement.moved.connect(lambda: self.said.append("moved"))
        self.placement.asked.connect(
            lambda choices: self.asked.append([one.identity.name for one in choices])
        )
        self.screens.changed.connect(lambda: self.placement.review(self.room()))

    def room(self) -> Room:
        return Room(self.screens.all(), operators=1)


@pytest.fixture
def placing(qapp: QApplication) -> Placing:
    made = Placing(qapp, EPSON)
    made.placement.open(made.room())
    return made


def test_unplugged_and_plugged_in_again(placing: Placing) -> None:
    placing.screens.unplug("HDMI-1")
    assert placing.placement.is_lost
    placing.screens.plug(EPSON)
    assert not placing.placement.is_lost
    assert placing.window.deeds == ["fill", "withdraw", "fill"]
    assert placing.said == ["moved", "hidden", "moved", "moved"]


def test_another_mode_fills_again_and_another_screen_does_not(placing: Placing) -> None:
    placing.screens.move("HDMI-1", (1366, 0, 800, 600))
    placing.screens.plug(ACER)
    placing.screens.unplug("DP-1")
    assert placing.window.deeds == ["fill", "fill"]
    assert not placing.placement.is_lost


def test_a_single_screen_gives_a_window_and_a_known_projector_takes_it(qapp: QApplication) -> None:
    placing = Placing(qapp, known=EPSON)
    placing.placement.open(placing.room())
    placing.screens.plug(replace(EPSON, name="DP-2"))
    assert placing.window.deeds == ["window", "fill"]


def test_a_question_opens_nothing(qapp: QApplication) -> None:
    placing = Placing(qapp, EPSON, ACER)
    placing.placement.open(placing.room())
    assert placing.asked == [["HDMI-1", "DP-1"]]
    assert placing.window.deeds == []
    assert not placing.placement.is_open
    placing.placement.choose(placing.screens.number("DP-1"), placing.room())
    assert placing.window.deeds == ["fill"]


def test_a_lent_screen_is_left_alone_until_it_is_taken_back(placing: Placing) -> None:
    placing.placement.lend()
    placing.placement.lend()
    assert placing.placement.is_lent
    assert placing.placement.number is not None
    placing.screens.move("HDMI-1", (1366, 0, 800, 600))
    placing.screens.unplug("HDMI-1")
    placing.screens.plug(EPSON)
    assert "fill" not in placing.window.deeds[1:]
    placing.placement.take_back()
    placing.placement.take_back()
    assert placing.window.deeds.count("fill") == 2
    assert not placing.placement.is_lent


def test_a_lent_screen_that_is_gone_when_it_is_taken_back_is_waited_for(placing: Placing) -> None:
    placing.placement.lend()
    placing.screens.unplug("HDMI-1")
    placing.placement.take_back()
    assert placing.placement.is_lost
    assert "fill" not in placing.window.deeds[1:]
    placing.screens.plug(EPSON)
    assert placing.window.deeds[-1] == "fill"


def test_an_ordinary_window_comes_back_as_one(qapp: QApplication) -> None:
    placing = Placing(qapp)
    placing.placement.open(placing.room())
    placing.placement.lend()
    placing.screens.plug(ACER)
    placing.screens.unplug("eDP-1")
    placing.placement.take_back()
    assert placing.window.deeds == ["window", "withdraw", "window"]


def test_a_stray_window_is_told_as_hidden(placing: Placing) -> None:
    placing.placement.stray()
    assert placing.placement.is_lost
    assert placing.said == ["moved", "hidden", "moved"]
    placing.screens.move("HDMI-1", (1366, 0, 1024, 768))
    assert placing.window.deeds[-1] == "fill"
