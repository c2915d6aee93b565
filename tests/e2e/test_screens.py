"""Projectors that go away, come back and change, on an X server with a window manager.

What is asked each time: is the hall's window exactly where it should be, and nowhere else? And
has the operator's monitor shown a single pixel of the hall's picture?
"""

from pathlib import Path

import pytest

from ceremony_app.projector.hall_window import TITLE
from tests.helpers.bare_show import CONSOLE_TITLE
from tests.helpers.cables import Watcher, playing
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import CONSOLE, HALL, Area, Desktop

pytestmark = pytest.mark.x11

SEEN, UNSEEN = True, False


def test_no_pixel_of_the_hall_is_ever_seen_by_the_operator(
    desktop: Desktop, tmp_path: Path
) -> None:
    with playing(desktop, tmp_path) as played:
        screen = desktop.monitors()[HALL]
        with Watcher(played) as watcher:
            for _ in range(4):
                played.unplug()
                played.wait_for_hall(None, "the hall out of sight", seconds=1)
                played.plug_in()
                played.wait_for_hall(screen, "the hall back")
        assert watcher.looks > 40
        assert watcher.stains == 0
        wait_until(lambda: len(played.told()) == 9, "all of it told")
        assert [seen for _, _, seen in played.told()] == [SEEN, *[UNSEEN, SEEN] * 4]
        assert desktop.active_window() == CONSOLE_TITLE
        assert played.end() == 0


def test_the_show_goes_on_while_the_projector_is_away(desktop: Desktop, tmp_path: Path) -> None:
    with playing(desktop, tmp_path) as played:
        screen = desktop.monitors()[HALL]
        played.unplug()
        wait_until(lambda: played.windows() == {"hall": ["", True]}, "the console told", 1)
        played.do("next")
        played.plug_in()
        played.wait_for_hall(screen, "the hall back")
        wait_until(lambda: played.told()[-1] == ["c2", HALL, SEEN], "the next step")
        assert played.told() == [["c1", HALL, SEEN], ["c1", HALL, UNSEEN], ["c2", HALL, SEEN]]
        assert played.windows() == {"hall": [HALL, False]}


def test_modes_and_places_change(desktop: Desktop, tmp_path: Path) -> None:
    with playing(desktop, tmp_path) as played:
        for change in (
            (HALL, "--mode", "1280x800"),
            (HALL, "--mode", "1024x768"),
            (HALL, "--mode", "1920x1080", "--left-of", CONSOLE),
            (HALL, "--right-of", CONSOLE),
            (CONSOLE, "--mode", "1280x720"),
            (HALL, "--rotate", "normal", "--pos", "1366x300"),
        ):
            played.wire(*change)
            played.wait_for_hall(desktop.monitors()[HALL], f"the hall after {change}")
        assert played.windows() == {"hall": [HALL, False]}


def test_the_operators_monitor_may_take_the_place_of_the_projector(
    desktop: Desktop, tmp_path: Path
) -> None:
    """What stood there is on the operator's monitor until the show hears of it: milliseconds."""
    with playing(desktop, tmp_path) as played:
        for _ in range(3):
            played.wire(HALL, "--pos", "0x0", "--output", CONSOLE, "--pos", "1920x0")
            played.wait_for_hall(desktop.monitors()[HALL], "the hall at the left")
            played.wire(HALL, "--off", "--output", CONSOLE, "--pos", "0x0")
            played.wait_for_hall(None, "the hall out of sight", seconds=0.5)
            played.plug_in()
            played.wait_for_hall(desktop.monitors()[HALL], "the hall back")


def test_mirroring_hides_the_hall_and_extending_shows_it(desktop: Desktop, tmp_path: Path) -> None:
    with playing(desktop, tmp_path) as played:
        played.wire(HALL, "--same-as", CONSOLE)
        played.wait_for_hall(None, "the hall out of sight", seconds=1)
        assert played.windows() == {"hall": ["", True]}
        played.wire(HALL, "--right-of", CONSOLE)
        played.wait_for_hall(desktop.monitors()[HALL], "the hall back")


def test_a_screen_that_is_lent_is_free_for_others(desktop: Desktop, tmp_path: Path) -> None:
    with playing(desktop, tmp_path) as played:
        screen = desktop.monitors()[HALL]
        played.do("lend")
        played.wait_for_hall(None, "the hall out of sight")
        played.unplug()
        played.plug_in()
        played.do("take back")
        played.wait_for_hall(screen, "the hall back")
        wait_until(lambda: played.told()[-1][-1] is SEEN, "seen again")
        assert [seen for _, _, seen in played.told()] == [SEEN, UNSEEN, SEEN]


def test_a_window_that_is_moved_by_force_goes_out_of_sight(
    desktop: Desktop, tmp_path: Path
) -> None:
    with playing(desktop, tmp_path) as played:
        desktop.move_window(TITLE, 40, 40)
        played.wait_for_hall(None, "the hall out of sight", seconds=0.5)
        wait_until(lambda: played.windows() == {"hall": ["", True]}, "the console told", 1)


@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_a_scaled_desktop_gets_exactly_the_projectors_pixels(
    desktop: Desktop, tmp_path: Path, scale: str
) -> None:
    """Left of the operator's monitor, where one column too many would be seen on it."""
    desktop.xrandr("--output", HALL, "--mode", "1024x768", "--left-of", CONSOLE)
    with playing(desktop, tmp_path, QT_SCALE_FACTOR=scale) as played:
        screen = desktop.monitors()[HALL]
        assert (screen.width, screen.height) == (1024, 768)
        assert played.hall() == screen
        assert played.console_is_white()
        last = Area(screen.width - 1, screen.height - 1, 1, 1)
        assert desktop.picture(last).convert("RGB").getpixel((0, 0)) == played.ground()
