"""A keyboard-wedge scanner before the real windows: typed by X itself, at a scanner's speed."""

import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ceremony_app.domain.token import new_token
from ceremony_app.scanning.pages import read_badges
from ceremony_app.ui_kit.palette import BRIGHT
from tests.helpers.command import Ikrar
from tests.helpers.desks import make_ceremony
from tests.helpers.operator import HALL_TITLE, Operator, Watched, sitting_at
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import Area, Desktop

if TYPE_CHECKING:
    import subprocess

pytestmark = pytest.mark.x11

PEOPLE = 60
SAVE = "Simpan PDF…"
_PAGE = Area(220, 120, 1130, 640)
_DOOR = Area(10, 170, 1330, 590)


def made(ikrar: Ikrar, folder: Path) -> tuple[Path, list[str]]:
    """A ceremony and the tokens of its badges."""
    path = make_ceremony(folder / "upacara.ikrar", PEOPLE)
    assert ikrar("badges", path, "-o", "kartu.pdf").code == 0
    return path, read_badges(folder / "kartu.pdf")


def test_no_scan_is_lost_whatever_is_in_front(
    desktop: Desktop, ikrar: Ikrar, tmp_path: Path
) -> None:
    path, tokens = made(ikrar, tmp_path)
    ceremony, waiting, given = Watched(path), iter(tokens), 0

    def scan(count: int) -> None:
        nonlocal given
        for _ in range(count):
            desktop.scan(next(waiting))
        given += count
        ceremony.wait_for("scan", given)
        breathe()

    with sitting_at(desktop, ikrar, "open", path, "--page", "door", pictures=tmp_path) as operator:
        operator.wait_for_window("· Ikrar")
        operator.wait_for_colour(BRIGHT.calm, _PAGE, "the door at rest")
        scan(20)
        # Another page of the window, then a dialog over it.
        desktop.press("ctrl+5")
        operator.wait_for_colour(BRIGHT.selection, _PAGE, "the papers")
        scan(10)
        desktop.press("Tab", "Return")
        operator.wait_for_window(SAVE)
        scan(10)
        assert SAVE in desktop.active_window(), "a scan answered the dialog"
        desktop.press("Escape")
        operator.wait_for_window("· Ikrar")
        # A name is being typed, and the scanner falls in between.
        desktop.press("ctrl+2")
        desktop.type("Sri")
        scan(5)
        desktop.type("Rahayu")
        scan(5)
        assert operator.leave() == 0
    assert [verdict for _, verdict in ceremony.scans()] == ["recorded"] * given
    assert ikrar("show", path, "--json").json["present"] == given
    assert ikrar("verify", path).code == 0


def test_a_stalled_door_turns_no_typing_into_a_scan_and_loses_none(
    desktop: Desktop, ikrar: Ikrar, tmp_path: Path
) -> None:
    """The program stands still while somebody types and scans; then all comes at once."""
    path, tokens = made(ikrar, tmp_path)
    ceremony = Watched(path)
    with sitting_at(desktop, ikrar, "door", path, "--door", "U", pictures=tmp_path) as operator:
        operator.wait_for_window("Ikrar · Pintu U")
        operator.wait_for_colour(BRIGHT.calm, _DOOR, "the door at rest")
        with standing_still(operator):
            desktop.scan(tokens[0])
            desktop.type("Sri Rahayu Lestari")
            desktop.scan(tokens[1])
            desktop.scan(tokens[2])
        ceremony.wait_for("scan", 3)
        # What was typed stands in the field, whole and by itself: Enter makes it a scan.
        desktop.press("Return")
        ceremony.wait_for("scan", 4)
        assert operator.leave() == 0
    verdicts = [scan["verdict"] for scan in ceremony.bodies("scan")]
    assert verdicts == ["recorded", "recorded", "recorded", "malformed"]
    assert ceremony.bodies("scan")[-1]["length"] == len("Sri Rahayu Lestari")


def test_two_scanners_at_once_are_told(desktop: Desktop, ikrar: Ikrar, tmp_path: Path) -> None:
    """Two badges whose characters arrive mixed: neither is taken for anybody."""
    path, tokens = made(ikrar, tmp_path)
    ceremony = Watched(path)
    with sitting_at(desktop, ikrar, "door", path, "--door", "U", pictures=tmp_path) as operator:
        operator.wait_for_window("Ikrar · Pintu U")
        operator.wait_for_colour(BRIGHT.calm, _DOOR, "the door at rest")
        mixed = "".join(a + b for a, b in zip(tokens[0], tokens[1], strict=True))
        desktop.scan(mixed)
        ceremony.wait_for("scan", 1)
        desktop.scan(tokens[0])
        desktop.scan(new_token())
        ceremony.wait_for("scan", 3)
        assert operator.leave() == 0
    verdicts = [verdict for _, verdict in ceremony.scans()]
    assert verdicts == ["malformed", "recorded", "unknown"]


def test_control_prefixes_and_numbers_with_alt_are_scans(
    desktop: Desktop, ikrar: Ikrar, tmp_path: Path
) -> None:
    """On the page of papers, where Ctrl+S and Ctrl+P would open something."""
    path, tokens = made(ikrar, tmp_path)
    ceremony = Watched(path)
    with sitting_at(desktop, ikrar, "open", path, "--page", "door", pictures=tmp_path) as operator:
        operator.wait_for_window("· Ikrar")
        operator.wait_for_colour(BRIGHT.calm, _PAGE, "the door at rest")
        desktop.press("ctrl+5")
        operator.wait_for_colour(BRIGHT.selection, _PAGE, "the papers")
        desktop.press("Tab")
        breathe()
        for prefix, token in zip(("ctrl+b", "ctrl+s", "ctrl+p"), tokens, strict=False):
            desktop.scan_with_prefix(prefix, token)
            breathe()
        desktop.scan_by_numbers(tokens[3])
        ceremony.wait_for("scan", 4)
        assert set(desktop.windows()) == {desktop.active_window()}, "nothing was opened"
        # The shortcut is still there for whoever presses it.
        breathe()
        desktop.press("ctrl+s")
        operator.wait_for_window(SAVE)
        desktop.press("Escape")
        operator.wait_for_window("· Ikrar")
        assert operator.leave() == 0
    assert [verdict for _, verdict in ceremony.scans()] == ["recorded"] * 4


def test_a_scanner_never_advances_the_hall(desktop: Desktop, ikrar: Ikrar, tmp_path: Path) -> None:
    """A badge scanner on the operator's laptop while the hall is live, with a clicker beside it."""
    path = make_ceremony(tmp_path / "upacara.ikrar", PEOPLE, approved=True)
    ceremony = Watched(path)
    opening = ("open", path, "--page", "hall", "--live")
    with sitting_at(desktop, ikrar, *opening, pictures=tmp_path) as operator:
        ceremony.wait_for("step_presented", 1)
        for code in ("IK" + "B" * 17, "B.L.F. B.L.F.", new_token(), "L1F2B3"):
            desktop.scan(code)
        breathe()
        desktop.press("Next")
        ceremony.wait_for("step_presented", 2)
        # Each cover is a step of its own: black, and away with it.
        desktop.press("b")
        ceremony.wait_for("step_presented", 3)
        assert ceremony.bodies("step_presented")[-1]["visible"] is False
        breathe()
        desktop.press("b")
        ceremony.wait_for("step_presented", 4)
        desktop.press("ctrl+t", "Return")
        wait_until(lambda: desktop.place_of(HALL_TITLE) is None, "the hall taken away")
        assert operator.leave() == 0
    assert ceremony.scans() == [], "no door was open"


def breathe() -> None:
    """What comes in the scanner's own rhythm would be taken for its terminator."""
    due = time.monotonic() + 0.2
    wait_until(lambda: time.monotonic() > due, "the operator's hand at the keyboard")


class standing_still:  # noqa: N801 - reads as what it does
    """The program takes no event until the block ends."""

    def __init__(self, operator: Operator) -> None:
        self._program: subprocess.Popen[str] = operator.program

    def __enter__(self) -> None:
        self._program.send_signal(signal.SIGSTOP)

    def __exit__(self, *_: object) -> None:
        self._program.send_signal(signal.SIGCONT)
