"""A running show on screens that a test plugs in and out, and all that it told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.domain.show import Show, Step
from ceremony_app.projector import hall_window, podium_window, shared_window
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.screen_match import ScreenIdentity
from ceremony_app.projector.screen_sign import ScreenSign
from ceremony_app.projector.screen_window import ScreenWindow
from ceremony_app.ui_kit.running_show import Place, ScreenChoice
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.fake_screens import FakeScreens
from tests.helpers.fake_show import small_show
from tests.helpers.windows import LOCATOR

TITLES = {
    Place.HALL: hall_window.TITLE,
    Place.PODIUM: podium_window.TITLE,
    Place.SHARED: shared_window.TITLE,
}


@dataclass
class Running:
    """A show on fake screens, and all that it told."""

    qtbot: QtBot
    qapp: QApplication
    show: LiveShow
    screens: FakeScreens
    told: list[tuple[Step, str, bool]] = field(default_factory=list)
    asked: list[tuple[Place, tuple[ScreenChoice, ...]]] = field(default_factory=list)
    changes: int = 0

    def __post_init__(self) -> None:
        self.show.presented.connect(lambda *told: self.told.append(told))
        self.show.ask_screen.connect(lambda *asked: self.asked.append(asked))
        self.show.outputs_changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    @property
    def cues(self) -> list[tuple[str, str, bool]]:
        """What was told, by the cue's id."""
        return [(step.cue.id, screen, visible) for step, screen, visible in self.told]

    def open(self, place: Place = Place.HALL) -> None:
        self.show.open(place, self.qapp.primaryScreen())

    def wait_for(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.told) >= count)
        assert len(self.told) == count

    def window(self, place: Place = Place.HALL) -> ScreenWindow:
        windows = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == TITLES[place]]
        (found,) = (window for window in windows if isinstance(window, ScreenWindow))
        return found

    def stands_on(self, place: Place = Place.HALL) -> str:
        return self.show.screen_of(place)


MakeShow = Callable[..., Running]


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication, tools: Tools) -> Iterator[MakeShow]:
    """Make a show on the laptop and whatever is plugged in; one that was made before has ended."""
    made: list[Running] = []

    def make(*plugged: ScreenIdentity, show: Show | None = None) -> Running:
        screens = FakeScreens(qapp.primaryScreen(), *plugged)
        painter = painter_of(show or small_show(), LOCATOR)
        live = LiveShow(painter, screens, tools.settings, tools.say)
        made.append(Running(qtbot, qapp, live, screens))
        return made[-1]

    yield make
    for one in made:
        one.show.close_all()
    for sign in QApplication.topLevelWidgets():
        if isinstance(sign, ScreenSign):
            sign.close()
    # Windows that were dismissed wait for the event loop, which the next test would begin.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
