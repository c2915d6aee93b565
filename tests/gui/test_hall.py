"""The hall's console: keys in, pictures out, and a record of what was painted."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.hall.keys import Deed
from ceremony_app.console.hall.page import HallPage
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Cover, Show
from ceremony_app.domain.texts import Text
from ceremony_app.projector.hall_window import TITLE
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.screens import SystemScreens
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.ui_kit.palette import DARK
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.windows import LOCATOR


def approve_everything(services: Services) -> None:
    for state in services.preparation.texts():
        services.preparation.approve(state, "Tejo Harwanto")


class Hall:
    """A hall page in sight over an approved ceremony."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, *, approved: bool = True) -> None:
        self.qtbot, self.desks, self.tools = qtbot, desks, tools
        self.desk = desks.open(people=5)
        if approved:
            desks.find(self.desk, approve_everything)
        self.page = HallPage(tools.in_colours(DARK), self.desk, self._make_show)
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.arrive()
        qtbot.waitUntil(lambda: self.page.show_ is not None)

    def _make_show(self, details: Details, texts: Sequence[Text]) -> RunningShow:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        painter = painter_of(Show(details, texts), LOCATOR)
        screens = SystemScreens(application)
        return LiveShow(painter, screens, self.tools.settings, self.tools.say)

    @property
    def show(self) -> RunningShow:
        assert self.page.show_ is not None
        return self.page.show_

    def go_live(self) -> None:
        self.page.face.hall.click()
        self.qtbot.waitUntil(lambda: self.show.is_open(Place.HALL))
        self.qtbot.waitUntil(self.page.isActiveWindow)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.page.face.buttons[Deed.NEXT], key)

    def steps(self) -> list[dict[str, object]]:
        """The bodies of the steps that the record knows, in order."""

        def read(services: Services) -> list[dict[str, object]]:
            events = Journal(services.file).of_kind(EventKind.STEP_PRESENTED)
            return [dict(body_of(event)) for event in events]

        return self.desks.find(self.desk, read)

    def wait_for_steps(self, count: int) -> list[dict[str, object]]:
        self.qtbot.waitUntil(lambda: len(self.steps()) >= count)
        return self.steps()


@pytest.fixture
def hall(qtbot: QtBot, desks: Desks, tools: Tools) -> Iterator[Hall]:
    made = Hall(qtbot, desks, tools)
    yield made
    made.page.stop()


def test_it_opens_on_the_programme_and_shows_nothing_in_the_hall(hall: Hall) -> None:
    assert hall.page.face.cues.count() == len(hall.show.show.cues)
    assert hall.page.face.state.text() == "BELUM TAYANG"
    assert not hall.show.is_open(Place.HALL)
    assert hall.steps() == []


def test_what_is_painted_is_recorded_once(hall: Hall) -> None:
    hall.go_live()
    assert hall.page.face.state.text() == "TAYANG"
    hall.wait_for_steps(1)
    hall.press(Qt.Key.Key_PageDown)
    steps = hall.wait_for_steps(2)
    assert [step["visible"] for step in steps] == [True, True]
    assert steps[0]["cue"] != steps[1]["cue"]
    hall.show.tell(Live(3, 5))
    hall.press(Qt.Key.Key_PageUp)
    assert len(hall.wait_for_steps(3)) == 3


def test_the_keys_of_clickers(hall: Hall) -> None:
    first = hall.show.state
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
        hall.press(key)
    assert hall.show.state.cue == first.cue + 3
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
        hall.press(key)
    assert hall.show.state.cue == first.cue + 3
    hall.press(Qt.Key.Key_B)
    assert hall.show.state.cover is Cover.BLACK
    hall.press(Qt.Key.Key_L)
    assert hall.show.state.cover is Cover.LOGO
    hall.press(Qt.Key.Key_L)
    hall.press(Qt.Key.Key_PageUp)
    assert (hall.show.state.cue, hall.show.state.cover) == (first.cue + 2, Cover.NONE)


def test_keys_on_the_halls_own_window_move_the_show_too(hall: Hall) -> None:
    hall.go_live()
    window = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == TITLE)
    before = hall.show.state.cue
    hall.qtbot.keyClick(window, Qt.Key.Key_PageDown)
    hall.qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert hall.show.state.cue == before + 1


def test_black_is_recorded_as_covered(hall: Hall) -> None:
    hall.go_live()
    hall.wait_for_steps(1)
    hall.page.face.buttons[Deed.BLACK].click()
    assert hall.page.face.state.text() == "LAYAR HITAM"
    assert [step["visible"] for step in hall.wait_for_steps(2)] == [True, False]


def test_a_frozen_hall_keeps_its_picture_and_the_record_says_nothing(hall: Hall) -> None:
    hall.go_live()
    hall.wait_for_steps(1)
    before = hall.show.preview(hall.show.hall_shape())
    hall.press(Qt.Key.Key_F)
    hall.press(Qt.Key.Key_PageDown)
    assert hall.page.face.state.text() == "DIBEKUKAN"
    assert hall.show.preview(hall.show.hall_shape()) == before
    hall.press(Qt.Key.Key_F)
    assert len(hall.wait_for_steps(2)) == 2


def test_a_text_that_was_left_early_asks_for_a_reason(hall: Hall) -> None:
    hall.go_live()
    text = next(n for n, cue in enumerate(hall.show.show.cues) if cue.text)
    hall.show.jump(text)
    hall.wait_for_steps(2)
    assert hall.page.face.turn.text() == "Pembaca membacakan"
    hall.press(Qt.Key.Key_PageDown)
    assert hall.page.face.turn.text() == "Aula mengulangi"
    hall.wait_for_steps(3)
    hall.show.jump(text + 1)
    hall.qtbot.waitUntil(hall.page.confirm.isVisible)
    hall.page.confirm.rows["reason"].value = "proyektor padam, dibaca dari kertas"
    hall.page.confirm.agree.click()
    hall.qtbot.waitUntil(lambda: any("sampai selesai" in said for said in hall.bar.words()))


def test_an_unapproved_text_never_goes_live(qtbot: QtBot, desks: Desks, tools: Tools) -> None:
    hall = Hall(qtbot, desks, tools, approved=False)
    hall.page.face.hall.click()
    qtbot.waitUntil(lambda: bool(hall.bar.words()))
    assert "belum disahkan" in hall.bar.words()[0]
    assert not hall.show.is_open(Place.HALL)


def test_stopping_the_show_is_asked_for_first(hall: Hall) -> None:
    hall.go_live()
    hall.page.face.hall.click()
    assert hall.show.is_open(Place.HALL)
    hall.page.confirm.agree.click()
    assert not hall.show.is_open(Place.HALL)
    assert hall.page.face.state.text() == "BELUM TAYANG"


def test_the_podium_comes_and_goes(hall: Hall) -> None:
    hall.page.face.podium.click()
    assert hall.show.is_open(Place.PODIUM)
    assert hall.page.face.podium.text() == "Tutup layar podium"
    hall.page.face.podium.click()
    assert not hall.show.is_open(Place.PODIUM)


def test_a_changed_text_is_shown_anew_when_nothing_is_live(hall: Hall) -> None:
    before = hall.show

    def reopen(services: Services) -> None:
        services.preparation.reopen(services.preparation.text(""), "Tejo", "satu kata")

    hall.desks.find(hall.desk, reopen)
    hall.desk.texts_changed.emit()
    hall.qtbot.waitUntil(lambda: hall.show is not before)
    assert hall.page.face.cues.count() == len(hall.show.show.cues)
