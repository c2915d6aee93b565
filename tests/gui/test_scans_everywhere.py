"""A burst into every field, button, sheet, strip, menu and list of the program's own pages.

The test finds them by itself, so that what is added later is tried as well. Dialogs stand in
test_scans_in_dialogs.py, which also finds the program's classes of dialogs.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ceremony_app.app import Program
from ceremony_app.console.ceremony import CeremonyPage
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.token import new_token
from ceremony_app.ui_kit.settings import Settings
from tests.helpers.desks import make_ceremony
from tests.helpers.keyboard import Hands
from tests.helpers.windows import LOCATOR, make_tools

if TYPE_CHECKING:
    from ceremony_app.scanning.scan import Scan

ROOT = Path(__file__).resolve().parents[2] / "ceremony_app"
ELSEWHERE = {"AwayStrip", "BusyStrip", "SummaryStrip", "ResumeStrip", "JobsStrip", "PinStrip"}
"""Strips that take keys only with something to show, or never, and that of the locked door, which
has tests of its own."""
PAGES = ("ready", "prepare", "door", "hall", "table", "record")


class House:
    """The program with a ceremony open, and a scanner that types into whatever has the focus."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.hands = qtbot, Hands()
        settings = Settings(folder / "settings.json")
        self.program = Program(LOCATOR, make_tools(folder).say, settings, folder)
        self.program.begin(Launch(file=make_ceremony(folder / "banten.ikrar", 12)))
        window = self.program.window
        assert window is not None
        self.window = window
        qtbot.waitUntil(lambda: isinstance(window.page, CeremonyPage))
        page = window.page
        assert isinstance(page, CeremonyPage)
        self.page = page
        assert self.program._joining is not None
        self.inlet = self.program._joining._scanners.inlet
        self.scans: list[Scan] = []
        self.tried: set[str] = set()

    def open(self, name: str) -> QWidget:
        self.page.open_page(name)
        found = self.page.page
        assert found is not None
        self.qtbot.waitUntil(found.isVisible)
        return found

    def scan_into(self, widget: QWidget) -> None:
        """The badge is a scan, and the widget is as it was."""
        self.inlet.receive(self.page, self.scans.append)
        before, token = written(self.page), new_token()
        self.scans.clear()
        self.hands.scan(token)
        assert [scan.text for scan in self.scans] == [token], told(widget)
        assert widget.isVisible(), told(widget)
        assert written(self.page) == before, told(widget)
        self.tried.add(type(widget).__name__)

    def close(self) -> None:
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible())
        self.window.deleteLater()
        self.program.end()


@pytest.fixture
def house(qtbot: QtBot, fonts: object, tmp_path: Path) -> Iterator[House]:
    made = House(qtbot, tmp_path)
    yield made
    made.close()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r} {widget.objectName()!r}"


def written(whole: QWidget) -> list[str]:
    """Every text that stands in a field, and what is chosen."""
    return [
        *(one.text() for one in whole.findChildren(QLineEdit)),
        *(one.toPlainText() for one in whole.findChildren(QPlainTextEdit)),
        *(one.currentText() for one in whole.findChildren(QComboBox)),
        *(str(one.isChecked()) for one in whole.findChildren(QAbstractButton)),
    ]


def takes_keys(widget: QWidget) -> bool:
    """Whether keys can go to it now."""
    can = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def is_ours(widget: QWidget) -> bool:
    return type(widget).__module__.startswith("ceremony_app.")


def tabs_of(page: QWidget) -> Iterator[None]:
    """Once for every tab of a page, brought into sight."""
    tabs = page.findChildren(QTabWidget)
    if not tabs:
        yield
    for tab in tabs:
        for place in range(tab.count()):
            tab.setCurrentIndex(place)
            yield


@pytest.mark.qt_log_ignore("raise|grabbing", extend=True)  # offscreen, for lists that pop up
@pytest.mark.parametrize("name", PAGES)
def test_a_burst_into_whatever_has_the_focus(house: House, name: str) -> None:
    page = house.open(name)
    for _ in tabs_of(page):
        for widget in page.findChildren(QWidget):
            if takes_keys(widget):
                widget.setFocus()
                house.scan_into(widget)
    assert house.tried


@pytest.mark.qt_log_ignore("raise|grabbing", extend=True)
@pytest.mark.parametrize("name", PAGES)
def test_a_burst_into_lists_and_menus_that_have_popped_up(house: House, name: str) -> None:
    page = house.open(name)
    for box in page.findChildren(QComboBox):
        if box.isVisible() and box.isEnabled() and box.count():
            box.showPopup()
            house.scan_into(box.view())
            box.hidePopup()
    for menu in page.findChildren(QMenu):
        if menu.actions():
            menu.popup(page.mapToGlobal(QPoint(20, 20)))
            house.scan_into(menu)
            menu.close()


def test_a_burst_into_every_sheet_and_strip(house: House) -> None:
    """What is out of sight until it is wanted is shown, and has the focus."""
    for name in PAGES:
        page = house.open(name)
        for hidden in page.findChildren(QWidget):
            parent = hidden.parentWidget()
            if not (hidden.isHidden() and is_ours(hidden) and parent and parent.isVisible()):
                continue
            hidden.show()
            QCoreApplication.sendPostedEvents()
            field = next((one for one in hidden.findChildren(QWidget) if takes_keys(one)), None)
            if field is not None:
                field.setFocus()
                house.scan_into(hidden)
            hidden.hide()
    sheets = {
        node.name
        for path in (ROOT / "console").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Sheet", "Strip"))
    }
    assert sheets - house.tried - ELSEWHERE - {"Sheet"} == set()
    assert QApplication.activePopupWidget() is None
