"""Killed in the middle of a phrase: the show is there again, black until somebody says so."""

from pathlib import Path

import pytest

from ceremony_app.ui_kit.palette import DARK
from tests.helpers.command import Ikrar
from tests.helpers.desks import make_ceremony
from tests.helpers.operator import HALL_TITLE, Watched, sitting_at
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import HALL, Area, Desktop

pytestmark = pytest.mark.x11

_PLACE = ("cue", "part", "phrase", "phase", "text_sha256")
_PRESSES = 12
_PAGE = Area(210, 60, 1140, 700)
"""The hall's page, beside the names of the pages."""


def test_killed_in_mid_phrase(desktop: Desktop, ikrar: Ikrar, tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "upacara.ikrar", approved=True)
    ceremony = Watched(path)
    opening = ("open", path, "--page", "hall", "--live")
    with sitting_at(desktop, ikrar, *opening, pictures=tmp_path) as operator:
        wait_until(operator.hall_is_on_its_screen, "the hall on the second monitor")
        ceremony.wait_for("step_presented", 1)
        for steps in range(2, _PRESSES + 2):
            desktop.press("Next")
            ceremony.wait_for("step_presented", steps)
        operator.program.kill()
        operator.program.wait(timeout=20)
    killed = ceremony.bodies("step_presented")[-1]
    assert killed["text"], "in the middle of the pledge"
    wait_until(lambda: desktop.place_of(HALL_TITLE) is None, "the hall gone with the program")

    with sitting_at(desktop, ikrar, pictures=tmp_path) as operator:
        # Nobody has to look for the file either.
        operator.wait_for_window("· Ikrar")
        wait_until(operator.hall_is_on_its_screen, "the hall on its monitor again, unasked")
        covered = ceremony.wait_for("step_presented", _PRESSES + 2)[-1]
        assert not covered["visible"]
        assert operator.colours(desktop.monitors()[HALL]) == {(0, 0, 0)}, "covered"
        # The question has the keys: nothing but its answer is asked for.
        operator.wait_for_colour(DARK.warn_soft, _PAGE, "the question")
        desktop.picture(operator.console_screen).save(tmp_path / "question.png")
        desktop.press("Return")
        gone_on = ceremony.wait_for("step_presented", _PRESSES + 3)[-1]
        for event in (covered, gone_on):
            assert [event[name] for name in _PLACE] == [killed[name] for name in _PLACE]
        assert gone_on["visible"]
        desktop.press("ctrl+t", "Return")
        wait_until(lambda: desktop.place_of(HALL_TITLE) is None, "the hall taken away")
        assert operator.leave() == 0
    assert len(ceremony.bodies("attendance_frozen")) == 1
    assert len(ceremony.bodies("hall_closed")) == 1
    assert ikrar("verify", path).code == 0
    assert desktop.monitors()[HALL]

    with sitting_at(desktop, ikrar, "open", path, pictures=tmp_path) as operator:
        operator.wait_for_window("· Ikrar")
        assert operator.leave() == 0
    assert len(ceremony.bodies("hall_closed")) == 1, "closed in good order: nobody is asked"
