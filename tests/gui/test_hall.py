"""The hall's console with real windows: keys in, pictures out, a record of what was painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.domain.live import Live
from ceremony_app.projector.hall_window import TITLE
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.hall_room import HallRoom, approve_everything


@pytest.fixture
def room(qtbot: QtBot, desks: Desks, tools: Tools) -> Iterator[HallRoom]:
    desk = desks.open(people=5)
    desks.find(desk, approve_everything)
    made = HallRoom(qtbot, desks, tools, desk, real=True)
    yield made
    made.leave()


def test_it_opens_on_the_programme_and_shows_nothing_in_the_hall(room: HallRoom) -> None:
    assert len(room.page.face.programme.rows()) == len(room.show.show.cues)
    assert room.state == "BELUM TAYANG"
    assert not room.show.is_open(Place.HALL)
    assert room.steps() == []


def test_what_is_painted_is_recorded_once(room: HallRoom) -> None:
    room.go_live()
    assert room.state == "TAYANG"
    room.wait_for_steps(1)
    room.press(Qt.Key.Key_PageDown)
    steps = room.wait_for_steps(2)
    assert [step["visible"] for step in steps] == [True, True]
    assert steps[0]["cue"] != steps[1]["cue"]
    room.show.tell(Live(3, 5))
    room.press(Qt.Key.Key_PageUp)
    assert len(room.wait_for_steps(3)) == 3


def test_keys_on_the_halls_own_window_move_the_show_too(room: HallRoom) -> None:
    room.go_live()
    window = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == TITLE)
    window.activateWindow()
    room.qtbot.waitUntil(window.isActiveWindow)
    before = room.show.state.cue
    room.press(Qt.Key.Key_PageDown)
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_F5)
    assert room.show.state.cue == before + 1
    room.press(Qt.Key.Key_B, "b")
    room.qtbot.waitUntil(lambda: room.state == "LAYAR HITAM")


def test_black_is_recorded_as_covered(room: HallRoom) -> None:
    room.go_live()
    room.wait_for_steps(1)
    room.page.face.moves.buttons[Deed.BLACK].click()
    room.qtbot.waitUntil(lambda: room.state == "LAYAR HITAM")
    assert [step["visible"] for step in room.wait_for_steps(2)] == [True, False]


def test_a_frozen_hall_keeps_its_picture_and_the_record_says_nothing(room: HallRoom) -> None:
    room.go_live()
    room.do(Deed.NEXT)
    room.wait_for_steps(2)
    before = room.show.preview(room.show.hall_shape())
    room.do(Deed.FREEZE, Deed.NEXT)
    assert room.state == "DIBEKUKAN"
    assert room.show.preview(room.show.hall_shape()) == before
    room.do(Deed.FREEZE)
    assert len(room.wait_for_steps(3)) == 3


def test_a_text_that_was_left_early_says_what_was_missing_and_asks_for_a_reason(
    room: HallRoom,
) -> None:
    room.go_live()
    text = room.text_cue()
    room.jump(text)
    room.wait_for_steps(2)
    assert room.page.face.now.turn.text() == "Pembaca membacakan"
    room.press(Qt.Key.Key_PageDown)
    assert room.page.face.now.turn.text() == "Aula mengulangi"
    room.wait_for_steps(3)
    room.jump(text + 1)
    room.qtbot.waitUntil(room.page.confirm.isVisible)
    asked = room.page.confirm.accessibleName()
    assert "Tidak tampil: Butir 1 penggal 2" in asked
    assert "Terlalu singkat: Butir 1 penggal 1" in asked
    room.page.confirm.rows["reason"].value = "proyektor padam, dibaca dari kertas"
    room.page.confirm.agree.click()
    room.wait_for_words("sampai selesai")


def test_the_show_goes_on_while_the_question_about_a_text_stands(room: HallRoom) -> None:
    room.go_live()
    room.jump(room.text_cue())
    room.wait_for_steps(2)
    room.jump(room.text_cue() + 1)
    room.qtbot.waitUntil(room.page.confirm.isVisible)
    before = room.show.state.cue
    room.press(Qt.Key.Key_PageDown)
    assert room.show.state.cue == before + 1
    room.type("mikrofon mati b")
    reason = room.page.confirm.rows["reason"]
    room.qtbot.waitUntil(lambda: reason.value == "mikrofon mati b")
    assert room.state == "TAYANG"


def test_stopping_the_show_is_asked_for_first(room: HallRoom) -> None:
    room.go_live()
    room.page.face.hall.click()
    assert room.show.is_open(Place.HALL)
    room.page.confirm.agree.click()
    assert not room.show.is_open(Place.HALL)
    assert room.state == "BELUM TAYANG"


def test_an_unapproved_text_never_goes_live(qtbot: QtBot, desks: Desks, tools: Tools) -> None:
    room = HallRoom(qtbot, desks, tools, desks.open(people=1), real=True)
    room.page.face.hall.click()
    room.wait_for_words("belum disahkan")
    assert not room.show.is_open(Place.HALL)
    room.leave()


def test_a_changed_text_is_shown_anew_when_nothing_is_live(room: HallRoom) -> None:
    before = room.show

    def reopen(services: Services) -> None:
        services.preparation.reopen(services.preparation.text(""), "Tejo", "satu kata")

    room.find(reopen)
    room.desk.texts_changed.emit()
    room.qtbot.waitUntil(lambda: room.show is not before)
    assert len(room.page.face.programme.rows()) == len(room.show.show.cues)
