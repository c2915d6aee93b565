"""The line above a door: what it holds stays in its place, fits, and is reached by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.ceremony import SIDE_WIDTH
from ceremony_app.console.door.header import DoorHeader
from ceremony_app.console.door.menu import DoorMenu
from ceremony_app.console.page import MARGIN
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button
from tests.helpers.desks import Desks
from tests.helpers.door_room import Door
from tests.helpers.windows import LOCATOR, make_tools


def test_the_first_count_moves_nothing_in_the_line_above(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    header = DoorHeader(tools, desks.open(people=1), "Pintu Utara")
    tools.theme.dress(header, tools.palette)
    qtbot.addWidget(header)
    header.resize(1122, 60)
    header.show()
    name, layout = header._door, header.layout()
    assert layout is not None
    layout.activate()
    before = name.x()
    for here in (0, 81, 121):
        header.show_counts(here, 121, 0)
        layout.activate()
        assert name.x() == before


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_line_above_a_door_fits_a_small_screen(
    qtbot: QtBot, desks: Desks, fonts: object, tmp_path: Path, language: str
) -> None:
    """1366 pixels, less the window's side and the page's margins, with thousands expected."""
    tools = make_tools(tmp_path, language)
    header = DoorHeader(tools, desks.open(people=1), "Pintu Utara")
    header.put_aside(
        icon_button(tools, "shield", tools.say("lock.open")),
        DoorMenu(tools, Sounds(LOCATOR.sounds, muted=True)).button,
    )
    tools.theme.dress(header, tools.palette)
    qtbot.addWidget(header)
    header.show()
    header.show_counts(1234, 1500, 12)
    assert header.minimumSizeHint().width() <= 1366 - SIDE_WIDTH - 2 * MARGIN


def test_the_tab_key_reaches_everything_and_a_click_beside_it_the_scan_field(door: Door) -> None:
    reached = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        reached.add(focus)
        door.qtbot.keyClick(focus, Qt.Key.Key_Tab)
    header = door.page.header
    assert {header._door, header.operator, header.choice, header.turn} <= reached
    assert {door.page.menu.button, door.page.search.field, door.page.last} <= reached
    header.choice.setFocus()
    door.qtbot.mouseClick(door.page, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert door.page.scan_field.hasFocus()
