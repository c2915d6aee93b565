"""A burst into each dialog of the program: the door gets it, the dialog does not notice."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.page import DoorPage
from ceremony_app.ui_kit.choose_file import ask_folder, ask_open, ask_save
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.keyboard import Hands
from tests.helpers.windows import LOCATOR

ROOT = Path(__file__).resolve().parents[2] / "ceremony_app"

KNOWN = {"FileDialog", "ScannerTest"}
"""The windows of the program that stand over others; each is tried below or in its own test."""
_DIALOGS = {"QDialog", "QFileDialog", "QMessageBox", "QInputDialog", "QProgressDialog", "QWizard"}
_OF_THE_SYSTEM = {"QPrintDialog", "QPageSetupDialog", "QColorDialog", "QFontDialog", "QMessageBox"}

Opened = QWidget | None


def _question(page: DoorPage, _: Path) -> Opened:
    page.by_hand.ask_guest()
    return page.confirm


def _question_without_fields(page: DoorPage, _: Path) -> Opened:
    page.confirm.ask("Tutup?", "Ya", lambda _: None)
    return page.confirm


def _file_to_open(page: DoorPage, folder: Path) -> Opened:
    page.window().setProperty("last_folder", str(folder))
    return ask_open(page, "Buka", "Semua (*)", lambda _: None)


def _file_to_save(page: DoorPage, folder: Path) -> Opened:
    return ask_save(page, "Simpan", "Semua (*)", folder / "baru.pdf", lambda _: None)


def _folder(page: DoorPage, folder: Path) -> Opened:
    page.window().setProperty("last_folder", str(folder))
    return ask_folder(page, "Folder", lambda _: None)


def _list_that_popped_up(page: DoorPage, _: Path) -> Opened:
    page.header.choice.showPopup()
    return page.header.choice.view().window()


def _menu_of_a_field(page: DoorPage, _: Path) -> Opened:
    menu = page.search.field.createStandardContextMenu()
    menu.setParent(page, Qt.WindowType.Popup)
    menu.popup(page.mapToGlobal(QPoint(10, 10)))
    return menu


OPENERS = (
    *(_question, _question_without_fields, _file_to_open, _file_to_save, _folder),
    *(_list_that_popped_up, _menu_of_a_field),
)


@pytest.fixture
def page(qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners) -> DoorPage:
    sounds = Sounds(LOCATOR.sounds, muted=True)
    made = DoorPage(tools, desks.open(12), scanners, sounds, "Utara")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.arrive()
    qtbot.waitUntil(lambda: made.header._figure.text() == "0 / 12")
    return made


@pytest.mark.qt_log_ignore("raise|grabbing", extend=True)  # offscreen, for lists that pop up
@pytest.mark.parametrize("opener", OPENERS, ids=lambda opener: opener.__name__.strip("_"))
@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_a_burst_passes_by(
    qtbot: QtBot,
    desks: Desks,
    page: DoorPage,
    tmp_path: Path,
    opener: Callable[[DoorPage, Path], QWidget],
    end: str,
) -> None:
    tokens = list(desks.tokens(page.desk).values())[:3]
    opened = opener(page, tmp_path)
    qtbot.waitUntil(lambda: opened.isVisible() and focused(opened))
    before = written(opened)
    hands = Hands()
    for token in tokens:
        hands.scan(token, end=end)
    qtbot.waitUntil(lambda: page.header._figure.text() == "3 / 12")
    assert opened.isVisible()
    assert written(opened) == before
    if isinstance(opened, QFileDialog):
        opened.reject()
    elif opened.isWindow():
        opened.close()


def focused(opened: QWidget) -> bool:
    """Whether keys go to it."""
    if isinstance(opened, QMenu) or opened is QApplication.activePopupWidget():
        return True
    holder = QApplication.focusWidget()
    return holder is not None and (opened is holder or opened.isAncestorOf(holder))


def written(opened: QWidget) -> list[str]:
    """Every text that stands in its fields, and what is chosen."""
    fields = [each.text() for each in opened.findChildren(QLineEdit)]
    notes = [each.toPlainText() for each in opened.findChildren(QPlainTextEdit)]
    chosen = [each.currentText() for each in opened.findChildren(QComboBox)]
    marked = [str(each.isChecked()) for each in opened.findChildren(QAbstractButton)]
    return [*fields, *notes, *chosen, *marked]


def test_every_dialog_of_the_program_is_known_and_its_own() -> None:
    made, used = set(), set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                if bases & _DIALOGS:
                    made.add(node.name)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                used |= {node.func.id} & (_DIALOGS | _OF_THE_SYSTEM)
    assert made == KNOWN
    assert not used


@pytest.mark.parametrize("ask", [_file_to_open, _file_to_save, _folder])
def test_no_file_dialog_is_the_systems(
    page: DoorPage, tmp_path: Path, ask: Callable[[DoorPage, Path], QFileDialog]
) -> None:
    dialog = ask(page, tmp_path)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.reject()
