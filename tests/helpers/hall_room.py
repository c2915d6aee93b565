"""The hall's console in sight over an open ceremony, with a hand on its keys."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.console.hall.means import HallMeans
from ceremony_app.console.hall.page import HallPage
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Show
from ceremony_app.domain.texts import Text
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.screens import SystemScreens
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.ui_kit.palette import DARK
from ceremony_app.ui_kit.player import Playing, SoundPlayer
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.scan_gate import KeyGate
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.clocks import FakeClock
from tests.helpers.desks import Desks
from tests.helpers.fake_show import FakeShow
from tests.helpers.keyboard import Hands
from tests.helpers.windows import LOCATOR

T = TypeVar("T")

PAGE_SIZE = (1166, 700)
"""What a laptop of 1366 x 768 leaves for a page."""


class QuietPlayer(SoundPlayer):
    """A player without a sound: `heard` holds what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def play(self, name: str, path: Path) -> None:
        self.heard.append(f"play {name} {path.stat().st_size}")
        self._name = name
        self._become(Playing.SOUND)

    def fade(self, _: int = 0) -> None:
        self.heard.append("fade")
        self._become(Playing.FADING)

    def stop(self) -> None:
        self.heard.append("stop")
        self._become(Playing.NOTHING)


def approve_everything(services: Services) -> None:
    for state in services.preparation.texts():
        services.preparation.approve(state, "Tejo Harwanto")


class HallRoom:
    """A hall page over a ceremony; with `real`, its windows are real ones. `advice` is why the
    hall has no screen of its own, None where it has one."""

    def __init__(
        self,
        qtbot: QtBot,
        desks: Desks,
        tools: Tools,
        desk: Desk,
        *,
        real: bool = False,
        advice: Message | None = None,
    ) -> None:
        self.qtbot, self.desks, self.tools, self.desk = qtbot, desks, tools, desk
        self._advice = advice
        self.clock = FakeClock("2023-02-13T01:00:00+00:00")
        self.player = QuietPlayer()
        self.hands = Hands()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self.gate = KeyGate(application, ScanInlet(tools.channel))
        means = HallMeans(
            self._real_show if real else self._fake_show,
            self.clock,
            self.gate,
            self.player,
            desk.path.parent,
        )
        self.page = HallPage(tools.in_colours(DARK), desk, means)
        self.bar = NoticeBar(tools)
        self.window, self.other_page = QStackedWidget(), QWidget()
        for part in (self.page, self.other_page):
            self.window.addWidget(part)
        for widget in (self.window, self.bar):
            qtbot.addWidget(widget)
        self.window.resize(*PAGE_SIZE)
        self.window.show()
        self.window.activateWindow()
        self.page.arrive()
        qtbot.waitUntil(lambda: self.page.driver is not None)
        qtbot.waitUntil(self.page.isActiveWindow)

    @property
    def show(self) -> RunningShow:
        assert self.page.show_ is not None
        return self.page.show_

    @property
    def fake(self) -> FakeShow:
        """The running show where it has no real windows."""
        assert isinstance(self.show, FakeShow)
        return self.show

    @property
    def state(self) -> str:
        """The word on the sign."""
        return self.page.face.air.word.text()

    def go_live(self) -> None:
        self.page.face.hall.click()
        self.qtbot.waitUntil(lambda: self.show.is_open(Place.HALL))
        self.qtbot.waitUntil(self.page.isActiveWindow)

    def press(self, key: Qt.Key, text: str = "") -> None:
        """A key pressed by a person, into whichever window has the focus."""
        self.hands.press(text, after=500, key=key)
        self.page.catch_up()

    def type(self, text: str) -> None:
        """Characters typed one after the other."""
        self.hands.type(text)

    def jump(self, cue: int) -> None:
        """To the beginning of a cue."""
        assert self.page.driver is not None
        self.page.driver.jump(self.show.show.jump(self.show.state, cue))
        self.page.catch_up()

    def text_cue(self) -> int:
        """The number of the first cue with a text, from 0."""
        return next(number for number, cue in enumerate(self.show.show.cues) if cue.text)

    def do(self, *deeds: Deed) -> None:
        for deed in deeds:
            self.page.do(deed)
            self.page.catch_up()

    def find(self, work: Callable[[Services], T]) -> T:
        """What the use cases answer."""
        return self.desks.find(self.desk, work)

    def steps(self) -> list[dict[str, object]]:
        """The bodies of the steps that the record knows, in order."""

        def read(services: Services) -> list[dict[str, object]]:
            events = Journal(services.file).of_kind(EventKind.STEP_PRESENTED)
            return [dict(body_of(event)) for event in events]

        return self.find(read)

    def wait_for_steps(self, count: int) -> list[dict[str, object]]:
        self.qtbot.waitUntil(lambda: len(self.steps()) >= count)
        return self.steps()

    def wait_for_words(self, words: str) -> None:
        """Until a notice says so."""
        self.qtbot.waitUntil(lambda: any(words in said for said in self.bar.words()))

    def leave(self) -> None:
        """Let go of windows and keys."""
        self.page.stop()
        self.gate.close()

    def _fake_show(self, details: Details, texts: Sequence[Text]) -> RunningShow:
        show = FakeShow(Show(details, texts))
        show.why = self._advice
        return show

    def _real_show(self, details: Details, texts: Sequence[Text]) -> RunningShow:
        painter = painter_of(Show(details, texts), LOCATOR)
        screens = SystemScreens(self._application)
        return LiveShow(painter, screens, self.tools.settings, self.tools.say)


def plan(services: Services) -> None:
    """Five minutes for each item, a note and a speaker for the oath, one item skipped."""
    details = services.preparation.details()
    programme = [replace(cue, minutes=5) for cue in details.programme]
    oath = next(number for number, cue in enumerate(programme) if cue.text)
    programme[oath] = replace(programme[oath], speaker="Tejo", note="Mikrofon dua")
    programme[oath + 2] = replace(programme[oath + 2], skipped=True)
    services.preparation.change_details(replace(details, time="08:00", programme=tuple(programme)))


@pytest.fixture
def room(qtbot: QtBot, desks: Desks, tools: Tools) -> Iterator[HallRoom]:
    """A hall page over an approved and planned ceremony, on a show whose windows are marks."""
    desk = desks.open(people=5)
    desks.find(desk, approve_everything)
    desks.find(desk, plan)
    made = HallRoom(qtbot, desks, tools, desk)
    yield made
    made.leave()
