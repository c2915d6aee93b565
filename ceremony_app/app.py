"""The composition root: everything that a running program is made of is built and joined here."""

import logging
import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ceremony_app.console.start import StartPage
from ceremony_app.console.window import Window
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator
from ceremony_app.ui_kit.bugs import BugReporter
from ceremony_app.ui_kit.icons import Icons
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.palette import BRIGHT
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.theme import Theme, load_fonts
from ceremony_app.ui_kit.tools import Tools


def start(launch: Launch, catalogue: Catalogue, locator: Locator) -> int:
    """Open the windows that `launch` asks for, run until they close, give the exit code."""
    application = _qt_application()
    load_fonts(locator.fonts)
    settings = Settings(platformdirs.user_config_path("ikrar", appauthor=False) / "settings.json")
    program = Program(locator, _in_language(catalogue, settings, locator), settings)
    program.begin(launch)
    code = application.exec()
    program.end()
    return code


class Program:
    """The parts that live as long as the program, and the window they meet in."""

    def __init__(self, locator: Locator, say: Catalogue, settings: Settings) -> None:
        self._locator = locator
        self._channel = MessageChannel()
        self._bugs = BugReporter(self._channel)
        self._files = Lane("file", self._channel.refuse)
        self._pictures = Lane("pictures", self._channel.refuse)
        self._tools = Tools(
            say, Theme(locator), Icons(locator.icons), self._channel, settings, BRIGHT
        )
        self._window: Window | None = None

    def begin(self, launch: Launch) -> None:
        """Show the first window."""
        self._bugs.install()
        self._window = Window(self._tools, "main")
        self._show_start()
        self._window.show()

    def end(self) -> None:
        """Let what is in line come to its end and give the hooks back."""
        self._files.close()
        self._pictures.close()
        self._bugs.remove()

    def _show_start(self) -> None:
        page = StartPage(self._tools, self._files)
        self._window.show_page(page)


def _qt_application() -> QApplication:
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(["ikrar"])
    application.setApplicationName("ikrar")
    application.setApplicationDisplayName("Ikrar")
    application.setStyle("Fusion")
    return application


def _in_language(catalogue: Catalogue, settings: Settings, locator: Locator) -> Catalogue:
    """The remembered language, unless the start asked for another than the first."""
    remembered = settings.now.language
    if catalogue.language == remembered or catalogue.language != "id":
        return catalogue
    return Catalogue.read(locator.translations, remembered)
