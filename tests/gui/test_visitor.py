"""What faces the visitor, and where it may stand."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.menu import DoorMenu
from ceremony_app.console.door.visitor import VisitorWindow
from ceremony_app.domain.verdicts import ScanAnswer, Seen, Verdict
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.windows import LOCATOR

SEEN = Seen("p", "196608011988031001", "Sri Lestari, S.H.", "Analis", "Divisi Administrasi")
AT = "2022-10-17T07:41:12+07:00"
ANSWER = ScanAnswer(1, "w:1", Verdict.RECORDED, "IK", SEEN, AT, AT, "Utara", "Utara")


@pytest.fixture
def window(qtbot: QtBot, tools: Tools) -> VisitorWindow:
    made = VisitorWindow(tools)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_the_visitor_reads_a_greeting_and_a_name(window: VisitorWindow) -> None:
    assert window.windowTitle() == "Ikrar · Tamu Pintu"
    assert window.shown.name == ""
    window.greet(ANSWER)
    assert window.accessibleName() == (
        "Selamat datang. Sri Lestari, S.H.. Kehadiran Anda sudah dicatat"
    )
    window.greet(replace(ANSWER, verdict=Verdict.ALREADY))
    assert "memang sudah tercatat" in window.shown.below


@pytest.mark.parametrize(
    "verdict", [Verdict.REVOKED, Verdict.CLOSED, Verdict.UNKNOWN, Verdict.MALFORMED]
)
def test_nobody_is_turned_away_by_a_screen(window: VisitorWindow, verdict: Verdict) -> None:
    window.greet(ANSWER)
    window.greet(replace(ANSWER, verdict=verdict))
    assert window.shown.name == ""
    assert window.shown.words == "Selamat datang"


def test_a_name_does_not_stay(window: VisitorWindow, qtbot: QtBot) -> None:
    window._back.setInterval(20)
    window.greet(ANSWER)
    qtbot.waitUntil(lambda: window.shown.name == "")


def test_a_screen_pulled_out_takes_the_greeting_with_it(window: VisitorWindow) -> None:
    window._lost(window.screen())
    assert not window.isVisible()


@pytest.fixture
def menu(qtbot: QtBot, tools: Tools) -> DoorMenu:
    made = DoorMenu(tools, Sounds(LOCATOR.sounds, tools.settings, muted=True))
    qtbot.addWidget(made)
    return made


def test_with_one_screen_the_menu_says_what_to_do(menu: DoorMenu) -> None:
    menu.fill()
    assert menu.menu.actions()[-1].text() == "Sambungkan layar kedua untuk sapaan tamu"
    assert not menu.menu.actions()[-1].isEnabled()


def test_mute_and_volume_are_chosen_in_the_menu(menu: DoorMenu, tools: Tools) -> None:
    menu.fill()
    menu.menu.actions()[0].trigger()
    chosen = next(action for action in menu.menu.actions() if "50 %" in action.text())
    chosen.trigger()
    again = Sounds(LOCATOR.sounds, tools.settings)
    assert (again.muted, again.volume) == (False, 50)
    menu.fill()
    checked = [action.text() for action in menu.menu.actions() if action.isChecked()]
    assert checked == ["Volume 50 %"]


def test_the_greeting_comes_and_goes(menu: DoorMenu, qtbot: QtBot) -> None:
    menu.show()
    menu.greet(ANSWER)
    menu.show_visitor(QGuiApplication.primaryScreen())
    assert menu.visitor is not None
    qtbot.addWidget(menu.visitor)
    menu.greet(ANSWER)
    assert menu.visitor.shown.name == SEEN.name
    menu.close_visitor()
    assert menu.visitor is None
