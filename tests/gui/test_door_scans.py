"""How scans and typing come to a door, whatever is in front of it."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.away import AwayStrip
from ceremony_app.console.door.scanner_test import ScannerTest
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.door_room import Door

if TYPE_CHECKING:
    from ceremony_app.ui_kit.messages import Notice


@pytest.mark.parametrize("ending", ["\r", "\t", "\n", "\r\n", ""])
def test_scanners_end_in_their_own_ways(door: Door, ending: str) -> None:
    door.scan(door.tokens[door.names[3]], ending)
    door.wait_for("HADIR", door.names[3])


def test_twenty_scans_without_a_pause_are_twenty_answers(
    qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners
) -> None:
    door = Door(qtbot, desks, tools, scanners, people=20)
    for name in door.names:
        door.scan(door.tokens[name])
    door.wait_for_count("20 / 20")
    shown = [answer.person.name for answer in door.page.last.rows_model.rows if answer.person]
    assert sorted(shown) == sorted(door.names)


def test_a_code_typed_by_hand_is_a_scan(door: Door) -> None:
    door.type(f"IK-{door.tokens[door.names[1]][2:]}".lower())
    door.wait_for("HADIR", door.names[1])


def test_a_slow_scanner_leaves_nothing_in_the_field(door: Door) -> None:
    door.hands.type(door.tokens[door.names[1]], every=60)
    door.wait_for("HADIR", door.names[1])
    assert door.page.scan_field.text() == ""


def test_a_code_of_another_layout_is_explained(door: Door) -> None:
    door.scan(
        door.tokens[door.names[0]].translate(str.maketrans("AZQW0123456789", "QWAZà&é\"'(-è_ç"))
    )
    door.qtbot.waitUntil(lambda: "AZERTY" in door.page.panel.answer.lines[0])
    assert door.count == "0 / 12"


def test_another_page_in_front_still_gets_the_scans(door: Door) -> None:
    notices: list[Notice] = []
    door.tools.channel.told.connect(notices.append)
    door.tools.channel.listen()
    front = QWidget()
    door.qtbot.addWidget(front)
    front.show()
    front.activateWindow()
    door.page.hide()
    door.qtbot.waitUntil(front.isActiveWindow)
    door.scan(door.tokens[door.names[0]])
    door.scan(door.tokens[door.names[0]])
    door.scan("Santoso")
    door.qtbot.waitUntil(lambda: len(notices) == 3)
    said = [door.tools.say.say(notice.text) for notice in notices]
    assert said[0] == f"{door.names[0]}: HADIR."
    assert "sudah hadir sejak" in said[1]
    assert "TIDAK TERBACA" in said[2]


def test_letters_on_a_button_go_to_the_scan_field(door: Door) -> None:
    other = next(b for b in door.page.findChildren(QPushButton) if b.text() == "Catat tamu…")
    other.setFocus()
    door.type(door.tokens[door.names[1]])
    door.wait_for("HADIR", door.names[1])
    assert door.page.scan_field.text() == ""


def test_a_scan_into_the_search_field_is_still_a_scan(door: Door) -> None:
    door.page.search.field.setFocus()
    door.hands.type("Sri")
    door.scan(door.tokens[door.names[2]])
    door.wait_for("HADIR", door.names[2])
    assert door.page.search.field.text() == "Sri"
    assert door.page.search.field.hasFocus()


def test_a_scan_during_a_question_is_not_lost(door: Door) -> None:
    door.page.by_hand.ask_guest()
    door.scan(door.tokens[door.names[4]])
    door.wait_for("HADIR", door.names[4])
    assert door.page.confirm.isVisible()
    assert door.page.confirm.rows["name"].value == ""


def test_a_keyboard_that_went_elsewhere_is_said(door: Door) -> None:
    strip = door.page.findChild(AwayStrip)
    assert isinstance(strip, AwayStrip)
    assert not strip.isVisible()
    strip.follow(Qt.ApplicationState.ApplicationInactive)
    door.qtbot.waitUntil(strip.isVisible)
    strip.follow(Qt.ApplicationState.ApplicationActive)
    assert not strip.isVisible()


def test_going_from_one_window_of_ours_to_another_is_not_said(door: Door) -> None:
    strip = door.page.findChild(AwayStrip)
    assert isinstance(strip, AwayStrip)
    strip.follow(Qt.ApplicationState.ApplicationInactive)
    strip.follow(Qt.ApplicationState.ApplicationActive)
    assert not strip._after.isActive()


def test_the_scanner_test_opens_from_the_door(door: Door) -> None:
    button = next(b for b in door.page.findChildren(QPushButton) if b.text() == "Uji pemindai…")
    button.click()
    dialog = door.page.findChild(ScannerTest)
    assert isinstance(dialog, ScannerTest)
    door.qtbot.waitUntil(dialog.isVisible)
    door.scan(door.tokens[door.names[0]])
    door.qtbot.waitUntil(lambda: bool(dialog.remarks))
    dialog.reject()
    assert door.count == "0 / 12"
