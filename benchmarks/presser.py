"""Somebody who presses keys while a show runs, at moments that nothing waits for.

Screens are described to Qt's offscreen platform: raster, no graphics card, no compositor.
"""

import json
import os
import random
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator
from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.screens import SystemScreens
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.settings import Settings

SCREENS = {
    "Laptop": (1366, 768),
    "Podium": (1920, 1080),
    "Proyektor kecil": (1280, 720),
    "Proyektor": (1920, 1080),
    "Proyektor besar": (3840, 2160),
}
_REST = (0.04, 0.24)
"""Seconds between a picture and the next key: quicker than anybody leads an oath."""


class Deed(StrEnum):
    """What a key does."""

    NEXT = "next"
    BACK = "back"
    COVER = "cover"
    JUMP = "jump"


_KEYS = {
    Qt.Key.Key_PageDown: Deed.NEXT,
    Qt.Key.Key_PageUp: Deed.BACK,
    Qt.Key.Key_B: Deed.COVER,
    Qt.Key.Key_L: Deed.COVER,
    Qt.Key.Key_G: Deed.JUMP,
}
_OFTEN = {
    Qt.Key.Key_PageDown: 12,
    Qt.Key.Key_PageUp: 4,
    Qt.Key.Key_B: 2,
    Qt.Key.Key_L: 2,
    Qt.Key.Key_G: 2,
}


@dataclass(frozen=True, slots=True)
class Press:
    """One key: seconds until its picture was painted, fonts and layouts made on the way."""

    deed: Deed
    seconds: float
    made: int


def application_with_screens(folder: Path) -> QApplication:
    """Qt on the screens above; the caller holds on to it."""
    described, left = [], 0
    for name, (width, height) in SCREENS.items():
        place = {"x": left, "y": 0, "width": width, "height": height}
        described.append({"name": name, **place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1})
        left += width
    path = folder / "screens.json"
    path.write_text(json.dumps({"screens": described}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
    return QApplication(["bench"])


class Presser(QObject):
    """Runs a show on one of the screens, the podium beside, and presses its keys."""

    def __init__(
        self, application: QApplication, painter: Painter, locator: Locator, folder: Path
    ) -> None:
        super().__init__()
        self._painter = painter
        # The same keys in every run.
        self._random = random.Random(7)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setTimerType(Qt.TimerType.PreciseTimer)
        self._laptop = next(one for one in application.screens() if one.name() == "Laptop")
        self._screens = SystemScreens(application)
        settings = Settings(folder / "settings.json")
        say = Catalogue.read(locator.translations, "id")
        self._live = LiveShow(painter, self._screens, settings, say)
        self._live.pressed.connect(self._on_key)
        self._hall: HallWindow | None = None

    def open(self, screen: str) -> None:
        """Put the hall on a screen, and the podium on its own."""
        for place, wanted in ((Place.HALL, screen), (Place.PODIUM, "Podium")):
            self._live.close(place)
            number = next(one.number for one in self._screens.all() if one.identity.name == wanted)
            self._live.choose(place, str(number), self._laptop)
        windows = QApplication.topLevelWidgets()
        self._hall = next(one for one in windows if isinstance(one, HallWindow) and one.isVisible())
        rest(0.8)

    def close(self) -> None:
        """Take the windows away."""
        self._live.close_all()

    def press(self, count: int) -> list[Press]:
        """Keys at random moments, most of them forward; each waits for its own picture only."""
        return [self._press_one(self._random.uniform(*_REST)) for _ in range(count)]

    def walk(self, count: int) -> None:
        """Keys one after the other, without a rest."""
        for _ in range(count):
            self._press_one(0.0)

    def _press_one(self, wait: float) -> Press:
        keys, often = zip(*_OFTEN.items(), strict=True)
        key = self._random.choices(keys, often)[0]
        before = self._live.state
        if key is Qt.Key.Key_PageDown and self._live.show.next(before) == before:
            key = Qt.Key.Key_G
        if key is Qt.Key.Key_PageUp and self._live.show.back(before) == before:
            key = Qt.Key.Key_PageDown
        loop, started, made = QEventLoop(), [0.0], [0]

        def press() -> None:
            made[0] = self._painter.made
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._window, event)
            if self._live.state == before:
                loop.quit()

        def painted(_: object) -> None:
            made[0] = self._painter.made - made[0]
            started[0] = time.perf_counter() - started[0]
            loop.quit()

        seen = self._window.painted.connect(painted)
        struck = self._due.timeout.connect(press)
        # The key is struck when its time has come, whatever is being painted then.
        started[0] = time.perf_counter() + round(wait * 1000) / 1000
        self._due.start(round(wait * 1000))
        loop.exec()
        self._window.painted.disconnect(seen)
        self._due.timeout.disconnect(struck)
        return Press(_KEYS[key], started[0], made[0])

    @property
    def _window(self) -> HallWindow:
        if self._hall is None:
            raise LookupError("no hall is open")
        return self._hall

    def _on_key(self, key: int, _: str) -> None:
        live = self._live
        deeds = {
            Qt.Key.Key_PageDown: live.go_next,
            Qt.Key.Key_PageUp: live.go_back,
            Qt.Key.Key_B: live.go_black,
            Qt.Key.Key_L: live.go_logo,
            Qt.Key.Key_G: self._jump,
        }
        deeds[Qt.Key(key)]()

    def _jump(self) -> None:
        """To any other step of the show, as search and lists do."""
        steps = self._live.show.steps()
        here = self._live.show.step(self._live.state)
        target = self._random.choice([step for step in steps if step is not here])
        self._live.go_to(target.state)


def rest(seconds: float) -> None:
    """Let the program go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
