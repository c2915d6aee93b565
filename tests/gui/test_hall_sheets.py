"""The sheets beside the live picture: what is changed while the show runs."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.show import Cover, ShowState
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.readings import Readings
from ceremony_app.services.record import backup
from ceremony_app.storage.journal import Journal
from ceremony_app.ui_kit.running_show import Place, ScreenChoice
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.hall_room import HallRoom, approve_everything

WAV = b"RIFF" + bytes(40)


@pytest.fixture
def room(qtbot: QtBot, desks: Desks, tools: Tools) -> Iterator[HallRoom]:
    desk = desks.open(people=2)
    desks.find(desk, approve_everything)
    made = HallRoom(qtbot, desks, tools, desk)
    yield made
    made.leave()


def titles(room: HallRoom) -> list[str]:
    return [cue.title for cue in room.show.show.cues]


def test_an_item_is_moved_skipped_and_added_while_the_hall_is_live(room: HallRoom) -> None:
    room.go_live()
    running, before = room.show, titles(room)
    sheet = room.page.sheets.programme
    room.page.face.beside.open_sheet(sheet)
    sheet.list.setCurrentRow(3)
    sheet.up.click()
    room.qtbot.waitUntil(lambda: titles(room)[2:4] == [before[3], before[2]])
    sheet.list.setCurrentRow(5)
    sheet.skip.click()
    room.qtbot.waitUntil(lambda: before[5] not in titles(room))
    assert sheet.skip.text() == "Kembalikan"
    sheet.list.setCurrentRow(0)
    sheet.add.click()
    sheet.keep.click()
    assert sheet.form.rows["title"].complaint
    sheet.form.rows["title"].value = "Sambutan tamu"
    sheet.keep.click()
    room.qtbot.waitUntil(lambda: titles(room)[1] == "Sambutan tamu")
    assert room.show is running, "the windows stay"
    assert room.show.is_open(Place.HALL)
    assert room.show.state.cue == 0
    sheet.list.setCurrentRow(1)
    sheet.change.click()
    sheet.form.rows["speaker"].value = "Ketua Bawaslu"
    sheet.form.rows["minutes"].value = "4"
    sheet.keep.click()
    room.qtbot.waitUntil(lambda: room.show.show.cues[1].speaker == "Ketua Bawaslu")
    rows = room.page.face.programme.rows()
    assert "4 menit" in rows[1].about
    assert [row.title for row in rows if row.standing == "skipped"] == [before[5]]


def test_the_item_on_the_screen_is_not_skipped(room: HallRoom, refused: list[KnownError]) -> None:
    room.go_live()
    room.wait_for_steps(1)
    sheet = room.page.sheets.programme
    room.page.face.beside.open_sheet(sheet)
    sheet.list.setCurrentRow(0)
    before = titles(room)
    sheet.skip.click()
    room.qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].message.key == "programme.on_screen"
    assert titles(room) == before


def test_a_word_is_changed_and_approved_again_while_the_hall_is_live(room: HallRoom) -> None:
    room.go_live()
    room.wait_for_steps(1)
    sheet = room.page.sheets.text
    room.page.face.beside.open_sheet(sheet)
    sheet.list.setCurrentRow(1)
    assert not sheet.agree.isEnabled()
    sheet.words.setPlainText("di lingkungan Kantor Baru")
    sheet.agree.click()
    assert sheet.by.complaint
    assert sheet.reason.complaint
    sheet.by.value, sheet.reason.value = "Tejo Harwanto", "nama kantor"
    sheet.agree.click()
    room.wait_for_words("disahkan kembali")
    room.qtbot.waitUntil(lambda: "Kantor Baru" in room.show.show.texts()[0].points[0].words)
    room.jump(room.text_cue())
    assert room.show.state.cue == room.text_cue(), "it is approved: it may be shown"
    assert room.show.is_open(Place.HALL)


def test_a_text_on_the_screen_is_not_changed_and_the_sheet_says_why(room: HallRoom) -> None:
    room.go_live()
    room.jump(room.text_cue())
    room.do(Deed.NEXT, Deed.NEXT)
    room.wait_for_steps(4)
    sheet = room.page.sheets.text
    room.page.face.beside.open_sheet(sheet)
    assert sheet.list.currentRow() == 1, "it begins where the show stands"
    sheet.words.setPlainText("lain")
    sheet.by.value, sheet.reason.value = "Tejo", "uji"
    sheet.agree.click()
    room.qtbot.waitUntil(lambda: "sedang berada di layar aula" in sheet.answer.text())
    assert sheet.words.toPlainText() == "lain", "what was typed stays"


def test_a_text_that_was_reopened_elsewhere_is_not_shown(room: HallRoom) -> None:
    room.go_live()
    room.wait_for_steps(1)

    def reopen(services: Services) -> None:
        services.preparation.reopen(services.preparation.text(""), "Tejo", "satu kata")

    room.find(reopen)
    room.desk.texts_changed.emit()
    room.find(lambda _: None)
    room.jump(room.text_cue())
    room.wait_for_words("belum disahkan")
    assert room.show.state.cue == 0


def test_a_text_is_read_from_paper(room: HallRoom) -> None:
    sheet = room.page.sheets.paper
    room.page.face.beside.open_sheet(sheet)
    assert sheet.reader.value == "Tejo Harwanto"
    sheet.at.value = "25.10"
    sheet.agree.click()
    room.qtbot.waitUntil(lambda: "25.10" in sheet.answer.text())
    sheet.at.value, sheet.reader.value = "", "Kepala Regu"
    sheet.agree.click()
    room.wait_for_words("Kepala Regu")
    session = room.desk.session.id

    def read(services: Services) -> Completion:
        text = services.preparation.text("").text
        return Readings(services.file, session).of(text).completion

    assert room.find(read) is Completion.ON_PAPER


def test_screens_are_chosen_told_apart_and_swapped(room: HallRoom) -> None:
    room.fake.choices = (
        ScreenChoice("1", "BOE · eDP-1 · 1366 × 768", is_operators=True),
        ScreenChoice("2", "Epson · HDMI-1 · 1920 × 1080"),
        ScreenChoice("3", "Epson · HDMI-2 · 1920 × 1080"),
        ScreenChoice("4", "Cermin · VGA-1 · 1366 × 768", is_mirrored=True),
    )
    sheet = room.page.sheets.screens
    room.page.face.beside.open_sheet(sheet)
    offered = [button.property("screen") for button in sheet.choices]
    assert offered == ["2", "2", "3", "3"], "for the hall and for the podium"
    sheet.choices[2].click()
    sheet.identify.click()
    assert room.fake.chosen == [(Place.HALL, "3")]
    assert sheet.swap.isEnabled()
    sheet.swap.click()
    sheet.shared.click()
    assert room.fake.is_open(Place.SHARED)
    assert sheet.shared.text() == "Tutup jendela rapat daring"
    sheet.shared.click()
    assert not room.fake.is_open(Place.SHARED)
    assert room.fake.asked == ["identify", "swap"]


def test_two_screens_that_are_alike_are_asked_about(room: HallRoom) -> None:
    room.fake.choices = (
        ScreenChoice("1", "BOE", is_operators=True),
        ScreenChoice("2", "Epson"),
        ScreenChoice("3", "Epson"),
    )
    room.fake.ask_screen.emit(Place.HALL, room.fake.choices[1:])
    sheet = room.page.sheets.screens
    assert sheet.isVisible()
    assert "aula" in sheet.question.text()
    assert not sheet.shared.isVisible(), "the question has the room to itself"
    assert room.fake.asked == ["identify"]
    sheet.choices[0].click()
    assert room.fake.chosen == [(Place.HALL, "2")]
    assert sheet.asked is None
    assert room.page.face.beside.sheet is None


def test_a_key_is_given_to_another_deed_and_remembered(room: HallRoom) -> None:
    sheet = room.page.sheets.keys
    room.press(Qt.Key.Key_F1)
    assert sheet.isVisible()
    sheet.catchers[Deed.LOGO].click()
    room.press(Qt.Key.Key_B, "b")
    room.qtbot.waitUntil(lambda: "sudah dipakai" in sheet.answer.text())
    assert room.show.state.cover is Cover.NONE, "it was meant for the sheet"
    sheet.catchers[Deed.LOGO].click()
    room.press(Qt.Key.Key_F9)
    room.page.face.rest()
    room.press(Qt.Key.Key_F9)
    assert room.show.state.cover is Cover.LOGO
    assert "F9" in room.tools.settings.now.choices["hall.keys"]
    sheet.reset.click()
    room.press(Qt.Key.Key_F9)
    assert room.show.state.cover is Cover.LOGO, "F9 does nothing any more"
    assert room.tools.settings.now.choices["hall.keys"] == ""


def test_escape_and_another_focus_leave_a_key_as_it_was(room: HallRoom) -> None:
    sheet = room.page.sheets.keys
    room.do(Deed.KEYS)
    catcher = sheet.catchers[Deed.BLACK]
    catcher.click()
    assert catcher.text() == "Tekan tombol…"
    room.press(Qt.Key.Key_Escape)
    assert catcher.text() == "+"
    catcher.click()
    room.page.face.rest()
    assert catcher.text() == "+"
    room.press(Qt.Key.Key_PageDown)
    assert room.show.state.cue == 1, "the keys belong to the show again"


def test_a_sound_is_started_faded_and_stopped_by_key(
    qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: object
) -> None:
    desk = desks.open(people=1)
    desks.find(desk, approve_everything)
    path = desk.path.with_name("mars.wav")
    path.write_bytes(WAV)

    def bring(services: Services) -> None:
        sound = Attachments(services.file).add_sound(path).id
        details = services.preparation.details()
        first = replace(details.programme[0], sound=sound)
        programme = (first, *details.programme[1:])
        services.preparation.change_details(replace(details, programme=programme))

    desks.find(desk, bring)
    room = HallRoom(qtbot, desks, tools, desk)
    card = room.page.face.beside.cue
    qtbot.waitUntil(lambda: card.sound.text() == "mars.wav")
    room.press(Qt.Key.Key_S, "s")
    qtbot.waitUntil(lambda: room.player.heard == [f"play mars.wav {len(WAV)}"])
    assert card.heard.text().startswith("Diputar")
    room.do(Deed.NEXT)
    assert card.sound.text() == "mars.wav", "it outlasts its picture"
    room.press(Qt.Key.Key_D, "d")
    qtbot.waitUntil(lambda: room.player.heard[1:] == ["fade"])
    card.stop.click()
    assert room.player.heard[2:] == ["stop"]
    assert not card.sound.isVisible()
    room.leave()


def killed(qtbot: QtBot, desks: Desks, tools: Tools) -> tuple[ShowState, Desk]:
    """Where a live show stood, in the oath, and its file as a power cut leaves it."""
    desk = desks.open(people=1)
    desks.find(desk, approve_everything)
    room = HallRoom(qtbot, desks, tools, desk)
    room.go_live()
    room.jump(room.text_cue())
    room.do(Deed.NEXT, Deed.NEXT)
    room.wait_for_steps(4)
    stood, copied = room.show.state, desk.path.with_name("salinan.ikrar")
    room.find(lambda services: backup(services.file.path, copied))
    room.leave()
    return stood, desks.open_file(copied)


def count(room: HallRoom, kind: EventKind) -> int:
    return room.find(lambda services: len(Journal(services.file).of_kind(kind)))


def asked(qtbot: QtBot, desks: Desks, tools: Tools, desk: Desk, why: Message | None) -> HallRoom:
    """The file is opened again, where the hall has a screen of its own or `why` says why not."""
    room = HallRoom(qtbot, desks, tools, desk, advice=why)
    qtbot.waitUntil(room.page.resume.isVisible)
    return room


def test_the_file_of_a_killed_show_asks_once_whether_to_go_on(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    stood, desk = killed(qtbot, desks, tools)
    room = asked(qtbot, desks, tools, desk, None)
    assert room.show.state == replace(stood, cover=Cover.BLACK)
    assert f"“{room.show.step.words}”" in room.page.resume.words.text()
    qtbot.waitUntil(lambda: room.show.is_open(Place.HALL))
    room.page.catch_up()
    assert room.state == "LAYAR HITAM"
    assert not room.wait_for_steps(5)[-1]["visible"]
    assert room.page.resume.agree.hasFocus(), "opening the hall takes no keys from the question"
    room.page.resume.agree.click()
    assert room.show.state == stood
    qtbot.waitUntil(lambda: room.state == "TAYANG")
    assert room.page.resume.isHidden()
    assert room.wait_for_steps(6)[-1]["visible"]
    room.leave()


def test_without_a_screen_of_its_own_the_hall_waits_for_the_answer(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    stood, desk = killed(qtbot, desks, tools)
    room = asked(qtbot, desks, tools, desk, message("screens.single"))
    assert not room.show.is_open(Place.HALL)
    room.page.resume.agree.click()
    qtbot.waitUntil(lambda: room.show.is_open(Place.HALL))
    assert room.show.state == stood
    room.leave()


def test_not_going_on_begins_anew_and_is_not_asked_again(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    _, desk = killed(qtbot, desks, tools)
    room = asked(qtbot, desks, tools, desk, message("screens.single"))
    room.page.resume.decline.click()
    assert room.show.state == room.show.show.first()
    assert not room.show.is_open(Place.HALL)
    assert count(room, EventKind.HALL_CLOSED) == 1
    room.leave()


def test_not_going_on_leaves_an_open_hall_black_and_the_text_once(
    qtbot: QtBot, desks: Desks, tools: Tools
) -> None:
    _, desk = killed(qtbot, desks, tools)
    room = asked(qtbot, desks, tools, desk, None)
    qtbot.waitUntil(lambda: room.show.is_open(Place.HALL))
    room.page.resume.decline.click()
    assert room.show.state == replace(room.show.show.first(), cover=Cover.BLACK)
    assert not room.wait_for_steps(6)[-1]["visible"]
    assert count(room, EventKind.TEXT_LEFT) == 1
    assert count(room, EventKind.HALL_CLOSED) == 0, "it is not"
    room.leave()
