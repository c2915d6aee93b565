"""For whoever cannot see the window or use a mouse: names on everything that takes the keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ceremony_app.app import Program
from ceremony_app.console.ceremony import CeremonyPage
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue
from ceremony_app.ui_kit.settings import Settings
from tests.helpers.desks import make_ceremony
from tests.helpers.windows import LOCATOR

PAGES = ("ready", "prepare", "door", "hall", "table", "record")
_OWN_PARTS = (QComboBox, QAbstractScrollArea, QTabBar)


def _is_of_a_choice(widget: QWidget) -> bool:
    """Whether it is part of a choice's list, which the choice itself speaks for."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QComboBox):
            return True
        parent = parent.parent()
    return False


def nameless(page: QWidget) -> list[str]:
    """What takes the keys and has neither words nor an accessible name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not widget.isHidden()
        and not isinstance(widget, QTabBar)
        and not _is_of_a_choice(widget)
        and not isinstance(widget.parent(), _OWN_PARTS)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not (isinstance(widget, QLineEdit) and widget.isReadOnly())
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_that_takes_the_keys_has_a_name(
    qtbot: QtBot, fonts: object, tmp_path: Path, language: str
) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    say = Catalogue.read(LOCATOR.translations, language)
    settings = Settings(tmp_path / "settings.json")
    settings.remember_language(language)
    program = Program(LOCATOR, say, settings, tmp_path)
    program.begin(Launch(file=path))
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: isinstance(window.page, CeremonyPage))
    pages = window.page
    assert isinstance(pages, CeremonyPage)
    found: dict[str, list[str]] = {}
    for name in PAGES:
        pages.open_page(name)
        assert pages.page is not None
        found[name] = nameless(pages.page)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.deleteLater()
    program.end()
    assert {name: parts for name, parts in found.items() if parts} == {}


def test_the_window_fits_the_smallest_screen(qtbot: QtBot, fonts: object, tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    say = Catalogue.read(LOCATOR.translations, "id")
    program = Program(LOCATOR, say, Settings(tmp_path / "settings.json"), tmp_path)
    program.begin(Launch(file=path))
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: isinstance(window.page, CeremonyPage))
    pages = window.page
    assert isinstance(pages, CeremonyPage)
    for name in PAGES:
        pages.open_page(name)
    least = window.minimumSizeHint()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.deleteLater()
    program.end()
    # A title bar and a task bar take about 70 of the 768.
    assert least.width() <= 1280
    assert least.height() <= 690
