"""While the hall is live: a word of the oath changes, the programme changes, the hall goes on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.domain.ceremony import Cue, CueKind, Look, Theme
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.programme import move, skip
from ceremony_app.domain.show import Cover
from ceremony_app.domain.texts import Text
from ceremony_app.projector.screen_window import ScreenWindow
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.hall_room import HallRoom, approve_everything


@pytest.fixture
def room(qtbot: QtBot, desks: Desks, tools: Tools) -> Iterator[HallRoom]:
    """The hall live on its first cue, with real windows."""
    desk = desks.open(people=3)
    desks.find(desk, approve_everything)
    made = HallRoom(qtbot, desks, tools, desk, real=True)
    made.go_live()
    made.wait_for_steps(1)
    yield made
    made.leave()


def reopen(services: Services) -> Text:
    preparation = services.preparation
    preparation.reopen(preparation.text(""), "Kepala Kantor", "satu kata")
    return preparation.text("").text


def approve_with_another_word(services: Services) -> Text:
    preparation = services.preparation
    text = preparation.text("").text
    first, *rest = text.points[0].phrases
    words = replace(first, words=first.words.replace("Menjaga", "Memelihara"))
    point = replace(text.points[0], phrases=(words, *rest))
    preparation.change_text(replace(text, points=(point, *text.points[1:])))
    preparation.approve(preparation.text(""), "Kepala Kantor")
    return preparation.text("").text


def refuses(room: HallRoom, cue: int) -> bool:
    """Whether a jump to a cue is refused in a sentence."""
    room.jump(cue)
    return any("belum disahkan" in said for said in room.bar.words())


def goes(room: HallRoom, cue: int) -> bool:
    room.jump(cue)
    return room.show.state.cue == cue


def test_a_word_changes_while_another_cue_is_live(room: HallRoom, qtbot: QtBot) -> None:
    before, cue = room.show.show.texts()[0], room.text_cue()
    assert goes(room, 1)
    room.wait_for_steps(2)
    room.find(reopen)
    room.desk.texts_changed.emit()
    assert not room.find(lambda services: services.preparation.text("").approved)
    assert refuses(room, cue)
    assert room.show.state.cue == 1, "a text that is not approved is not gone to"

    changed = room.find(approve_with_another_word)
    assert changed.sha256 != before.sha256
    room.desk.texts_changed.emit()
    qtbot.waitUntil(lambda: room.show.show.texts()[0] == changed)
    assert room.show.is_open(Place.HALL), "nothing was taken away for it"
    qtbot.waitUntil(lambda: goes(room, cue))
    assert room.show.step.words.startswith("Memelihara")
    sworn = [step for step in room.wait_for_steps(3) if step["text"]]
    assert {step["text_sha256"] for step in sworn} == {changed.sha256}


def test_a_text_that_another_program_reopened_is_not_gone_to(
    room: HallRoom, desks: Desks, qtbot: QtBot
) -> None:
    """The command line, or a second window, at the same file: nobody tells this one."""
    other = desks.open_file(room.desk.path)
    desks.find(other, reopen)
    assert goes(room, 1)
    room.wait_for_steps(2)
    assert refuses(room, room.text_cue())
    changed = desks.find(other, approve_with_another_word)
    assert goes(room, 0)
    qtbot.waitUntil(lambda: room.show.show.texts()[0] == changed)
    assert goes(room, room.text_cue())


def test_what_is_being_sworn_is_not_changed_under_the_hall(room: HallRoom) -> None:
    assert goes(room, room.text_cue())
    room.wait_for_steps(2)

    def tries(services: Services) -> str:
        try:
            reopen(services)
        except Refused as refused:
            return refused.message.key
        return ""

    assert room.find(tries) == "text.on_screen"
    room.press(Qt.Key.Key_B, "b")
    room.wait_for_steps(3)
    assert room.find(tries) == "text.on_screen", "black is no way around"


def test_the_programme_changes_under_a_live_hall(room: HallRoom, qtbot: QtBot) -> None:
    shown = room.show.step.cue
    other = room.show.show.cues[2]

    def change(services: Services) -> None:
        programme = services.preparation.details().programme
        services.preparation.change_programme(move(skip(programme, other.id), shown.id, +1))

    room.find(change)
    room.desk.details_changed.emit()
    qtbot.waitUntil(lambda: other.id not in [cue.id for cue in room.show.show.cues])
    assert room.show.step.cue == shown
    assert room.show.state.cue == 1
    assert room.show.is_open(Place.HALL)
    assert len(room.steps()) == 1, "the hall saw nothing else"


def test_the_offices_pictures_come_to_the_hall_also_while_it_is_live(
    room: HallRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "foto.png"
    Image.new("RGB", (64, 36), (250, 10, 200)).save(path)

    def add(services: Services) -> tuple[str, ...]:
        made = services.attachments.add_picture(path)
        preparation = services.preparation
        photograph = Cue(new_id(), CueKind.PICTURE, "Foto bersama", picture=made.id)
        after = preparation.change_programme((*preparation.details().programme, photograph))
        return tuple(cue.id for cue in after.programme)

    cues = room.desks.find(room.desk, add)
    room.desk.details_changed.emit()
    qtbot.waitUntil(lambda: tuple(cue.id for cue in room.show.show.cues) == cues)
    room.jump(len(cues) - 1)
    hall = room.show.preview(QSize(640, 360))
    middle = hall.pixelColor(320, 160)
    assert (middle.red() > 200, middle.green() < 60, middle.blue() > 150) == (True, True, True)


def test_another_theme_and_a_logo_are_in_the_open_windows_at_once(
    room: HallRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGB", (64, 64), (250, 10, 200)).save(path)
    room.show.open(Place.PODIUM, room.window.screen())
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, ScreenWindow)]
    before = [grabbed(window) for window in windows]
    room.press(Qt.Key.Key_L, "l")
    qtbot.waitUntil(lambda: room.show.state.cover is Cover.LOGO)

    def dress(services: Services) -> None:
        preparation = services.preparation
        look = Look(Theme.WHITE, logo=services.attachments.add_picture(path).id)
        preparation.change_details(replace(preparation.details(), look=look))

    room.find(dress)
    room.desk.details_changed.emit()
    qtbot.waitUntil(lambda: room.show.show.details.look.theme is Theme.WHITE)
    for window, dark in zip(windows, before, strict=True):
        assert dark.pixelColor(3, 3).lightness() < 100
        assert grabbed(window).pixelColor(3, 3).lightness() > 200
    middle = room.show.preview(QSize(640, 360)).pixelColor(320, 100)
    assert (middle.red() > 200, middle.green() < 60) == (True, True), "the logo on its cover"


def grabbed(window: QWidget) -> QImage:
    return window.grab().toImage()
