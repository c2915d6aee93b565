"""A show beside a plain white console, driven by lines on standard input.

For tests on real screens, where every pixel that is not white is seen at once and starting the
whole program would take longer than what is tested. `python -m tests.helpers.bare_show FOLDER`;
what happens is said as one JSON document a line.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Step
from ceremony_app.locator import installed
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.screens import SystemScreens
from ceremony_app.ui_kit.running_show import Place, ScreenChoice
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.theme import load_fonts
from tests.helpers.fake_show import small_show

if TYPE_CHECKING:
    from collections.abc import Callable

CONSOLE_TITLE = "Konsol · Ikrar"


class BareShow:
    """The windows, and the words that move them."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        locator = installed()
        load_fonts(locator.fonts)
        self._application = application
        self._monitor = application.primaryScreen().name()
        self.console = QWidget(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.console.setWindowTitle(CONSOLE_TITLE)
        self.console.setPalette(QPalette(QColor(Qt.GlobalColor.white)))
        self._stay()
        self.console.show()
        screens = SystemScreens(application)
        screens.changed.connect(self._stay)
        self.show = LiveShow(
            painter_of(small_show(), locator),
            screens,
            Settings(folder / "settings.json"),
            Catalogue.read(locator.translations, "id"),
        )
        self.show.presented.connect(self._told)
        self.show.outputs_changed.connect(self._changed)
        self.show.ask_screen.connect(self._asked)
        operators = self.console.screen
        self._deeds: dict[str, Callable[[], object]] = {
            "open": lambda: self.show.open(Place.HALL, operators()),
            "podium": lambda: self.show.open(Place.PODIUM, operators()),
            "shared": lambda: self.show.open(Place.SHARED, operators()),
            "swap": lambda: self.show.swap(operators()),
            "lend": self.show.lend,
            "take back": self.show.take_back,
            "next": self.show.go_next,
            "identify": self.show.identify,
            # Not `quit`, which the hall's window refuses as it does every wish to close it.
            "quit": lambda: application.exit(0),
        }

    def obey(self) -> None:
        """One line of standard input; at its end the program ends too."""
        word = sys.stdin.readline().strip()
        self._deeds[word or "quit"]()
        _say(done=word)

    def _stay(self) -> None:
        """The console on the operator's monitor, wherever that lies now."""
        for screen in self._application.screens():
            if screen.name() == self._monitor:
                self.console.setScreen(screen)
                self.console.setGeometry(screen.geometry())

    def _told(self, step: Step, screen: str, visible: bool) -> None:
        _say(told=[step.cue.id, screen, visible])

    def _changed(self) -> None:
        places = {
            place: [self.show.screen_of(place), self.show.is_lost(place)]
            for place in Place
            if self.show.is_open(place)
        }
        _say(windows=places)

    def _asked(self, place: Place, choices: tuple[ScreenChoice, ...]) -> None:
        _say(asked=[place, [choice.words for choice in choices]])


def _say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run until told to quit."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1])
    bare = BareShow(application, Path(sys.argv[1]))
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(bare.obey)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
