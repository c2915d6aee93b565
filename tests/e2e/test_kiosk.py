"""A locked door on a real desktop: the window manager's own keys, and a PIN typed by hand."""

import time
from pathlib import Path

import pytest

from ceremony_app.domain.clock import SystemClock
from ceremony_app.scanning.pages import read_badges
from ceremony_app.services.lock import Lock
from ceremony_app.ui_kit.palette import BRIGHT
from tests.helpers.command import Ikrar
from tests.helpers.desks import ceremonies, make_ceremony
from tests.helpers.operator import Watched, sitting_at
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import Area, Desktop

pytestmark = pytest.mark.x11

_TITLE = "Ikrar · Pintu U"
_PANEL_EDGE = Area(2, 200, 20, 200)
_PANEL, _STRIP = Area(40, 160, 1280, 200), Area(30, 30, 1280, 110)


def breathe() -> None:
    """The window manager takes its time to do what it was told."""
    due = time.monotonic() + 0.6
    wait_until(lambda: time.monotonic() > due, "the window manager")


def test_a_locked_door_is_left_by_its_pin_alone(
    desktop: Desktop, ikrar: Ikrar, tmp_path: Path
) -> None:
    path = make_ceremony(tmp_path / "upacara.ikrar", 6)
    assert ikrar("badges", path, "-o", "kartu.pdf").code == 0
    tokens = read_badges(tmp_path / "kartu.pdf")
    with ceremonies().open(path) as file:
        Lock(file, SystemClock(), "U").set("2468")
    ceremony = Watched(path)
    opening = ("door", path, "--door", "U", "--kiosk")
    with sitting_at(desktop, ikrar, *opening, pictures=tmp_path) as operator:
        operator.wait_for_window(_TITLE)
        operator.wait_for_colour(BRIGHT.calm, _PANEL, "the locked door")
        wait_until(lambda: desktop.place_of(_TITLE) == Area(0, 0, 1366, 768), "the whole screen")
        for count, keys in enumerate(("alt+F4", "ctrl+q", "super+d", "alt+Tab", "Escape"), 1):
            desktop.press(keys)
            breathe()
            operator.wait_for_window(_TITLE)
            operator.wait_for_colour(BRIGHT.ground, _PANEL_EDGE, f"the locked door after {keys}")
            desktop.scan(tokens.pop())
            ceremony.wait_for("scan", count)
        assert list(desktop.windows()) == [_TITLE]
        assert desktop.place_of(_TITLE) == Area(0, 0, 1366, 768)
        # Alt+F4 asked for the PIN and Escape took the question away; now it comes again.
        desktop.press("Escape")
        operator.wait_for_colour(BRIGHT.calm_soft, _STRIP, "the question for the PIN")
        # A badge is a scan there too, and no guess.
        desktop.scan(tokens.pop())
        ceremony.wait_for("scan", 6)
        breathe()
        desktop.type("1357")
        breathe()
        desktop.press("Return")
        ceremony.wait_for("lock_refused", 1)
        desktop.type("2468")
        breathe()
        desktop.press("Return")
        ceremony.wait_for("lock_opened", 1)
        operator.wait_for_colour(BRIGHT.surface, Area(853, 560, 480, 190), "the door's list")
        assert operator.leave() == 0
    assert [verdict for _, verdict in ceremony.scans()] == ["recorded"] * 6
    assert ikrar("verify", path).code == 0
