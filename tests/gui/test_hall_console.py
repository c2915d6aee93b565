"""What the operator does at the console, on a show whose windows are marks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.show import Cover
from ceremony_app.domain.token import new_token
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.hall_room import HallRoom, approve_everything

CTRL = Qt.KeyboardModifier.ControlModifier


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
    desk = desks.open(people=5)
    desks.find(desk, approve_everything)
    desks.find(desk, plan)
    made = HallRoom(qtbot, desks, tools, desk)
    yield made
    made.leave()


def test_the_keys_of_clickers(room: HallRoom) -> None:
    first = room.show.state
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down):
        room.press(key)
    assert room.show.state.cue == first.cue + 3
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
        room.press(key)
    assert room.show.state.cue == first.cue + 3
    room.press(Qt.Key.Key_B, "b")
    room.qtbot.waitUntil(lambda: room.show.state.cover is Cover.BLACK)
    room.press(Qt.Key.Key_Period, ".")
    room.qtbot.waitUntil(lambda: room.show.state.cover is Cover.NONE)
    room.press(Qt.Key.Key_L, "l")
    room.qtbot.waitUntil(lambda: room.show.state.cover is Cover.LOGO)
    room.press(Qt.Key.Key_Space, " ")
    room.qtbot.waitUntil(lambda: room.show.state.cue == first.cue + 4)
    room.press(Qt.Key.Key_PageUp)
    assert room.show.state.cue == first.cue + 3


def test_a_scanned_badge_moves_nothing(room: HallRoom) -> None:
    room.go_live()
    before = room.show.state
    for code in (new_token(), "LBF.LBF.LBF.", "197001011995031001"):
        room.hands.scan(code)
    room.press(Qt.Key.Key_F, "f")
    room.qtbot.waitUntil(lambda: room.show.state.frozen)
    assert room.show.state == replace(before, frozen=True)


def test_over_another_page_only_a_clickers_keys_move_the_show(room: HallRoom) -> None:
    room.go_live()
    room.window.setCurrentWidget(room.other_page)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        room.press(key)
    room.press(Qt.Key.Key_Space, " ")
    room.press(Qt.Key.Key_B, "b")
    room.qtbot.waitUntil(lambda: room.show.state.cover is Cover.BLACK)
    assert room.show.state.cue == 0
    room.press(Qt.Key.Key_PageDown)
    assert room.show.state.cue == 1
    room.show.close(Place.HALL)
    room.press(Qt.Key.Key_PageDown)
    assert room.show.state.cue == 1, "nothing is live, and the page is not in sight"


def test_every_state_is_said_in_words_and_how_to_leave_it(room: HallRoom) -> None:
    seen = {room.state}
    room.go_live()
    for deed in (Deed.BLACK, Deed.LOGO, Deed.FREEZE, Deed.LEND):
        room.do(deed)
        seen.add(room.state)
        key = room.page.face.air.sentence.text().split(".")[1].split()[0]
        room.press(Qt.Key(ord(key)), key.lower())
        room.qtbot.waitUntil(lambda: room.state == "TAYANG")
    room.fake.lose(Place.HALL)
    seen |= {room.state, "TAYANG"}
    assert seen == {
        "BELUM TAYANG",
        "TAYANG",
        "LAYAR HITAM",
        "LOGO",
        "DIBEKUKAN",
        "DIPINJAMKAN",
        "LAYAR TERPUTUS",
    }
    assert room.page.face.live.tag == "LAYAR TERPUTUS"
    room.do(Deed.NEXT)
    room.fake.find(Place.HALL)
    assert room.state == "TAYANG"


def test_black_lies_over_a_frozen_hall(room: HallRoom) -> None:
    room.go_live()
    room.do(Deed.FREEZE, Deed.BLACK)
    assert room.state == "LAYAR HITAM"
    room.do(Deed.BLACK)
    assert room.state == "DIBEKUKAN"


def test_a_clicked_cue_is_looked_at_and_enter_goes_live_with_it(room: HallRoom) -> None:
    room.go_live()
    face, before = room.page.face, room.show.state
    wanted = face.programme.rows()[4]
    face.programme.wanted.emit(wanted.cue)
    assert room.show.state == before
    assert face.beside.picture.tag == "PRATINJAU"
    assert face.programme.rows()[4].tag == "PRATINJAU"
    room.press(Qt.Key.Key_Return)
    assert room.show.step.cue.id == wanted.cue
    assert face.programme.rows()[4].tag == "TAYANG"
    assert face.beside.picture.tag == ""
    here = room.show.state
    room.press(Qt.Key.Key_Return)
    assert room.show.state == here, "a scanner's late Enter presses nothing"


def test_looking_by_keys_and_away(room: HallRoom) -> None:
    before = room.show.state
    room.hands.press("", after=500, key=Qt.Key.Key_Down, held=CTRL)
    room.hands.press("", after=500, key=Qt.Key.Key_Down, held=CTRL)
    assert room.page.driver is not None
    assert room.page.driver.looking is not None
    assert room.page.driver.looking.cue == 2
    room.page.face.beside.leave.click()
    assert room.page.driver.looking is None
    assert room.show.state == before


def test_one_key_takes_a_wrong_jump_back(room: HallRoom) -> None:
    room.do(Deed.NEXT)
    assert not room.page.face.moves.buttons[Deed.UNDO].isEnabled()
    room.jump(5)
    assert room.page.face.moves.buttons[Deed.UNDO].isEnabled()
    room.press(Qt.Key.Key_Z, "z")
    room.qtbot.waitUntil(lambda: room.show.state.cue == 1)


def test_search_shows_what_it_found_and_enter_jumps_there(room: HallRoom) -> None:
    room.go_live()
    before = room.show.state
    room.press(Qt.Key.Key_Slash, "/")
    search = room.page.sheets.search
    room.qtbot.waitUntil(search.isVisible)
    room.type("politik uang")
    room.qtbot.waitUntil(lambda: search.list.count() == 1)
    assert search.list.item(0).text() == "4. Menolak politik uang"
    assert room.show.state == before
    assert room.page.face.beside.picture.tag == "PRATINJAU"
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.show.step.words == "Menolak politik uang")
    assert room.page.face.beside.sheet is None
    room.do(Deed.UNDO)
    assert room.show.state == before


def test_search_walks_what_it_found_by_arrows_and_says_when_there_is_nothing(
    room: HallRoom,
) -> None:
    room.do(Deed.SEARCH)
    search = room.page.sheets.search
    search.field.setText("pe")
    assert search.list.count() > 2
    room.press(Qt.Key.Key_Down)
    assert search.list.currentRow() == 1
    assert room.show.state.cue == 0
    search.field.setText("tidak ada kata ini")
    assert "Tidak ditemukan" in search.answer.text()
    room.press(Qt.Key.Key_Escape)
    assert room.page.face.beside.sheet is None


def test_times_run_by_the_clock_and_overruns_are_said(room: HallRoom) -> None:
    room.go_live()
    room.clock.run(61)
    room.page.teller.tick()
    assert room.page.face.beside.cue.timer.text() == "1.01"
    assert room.page.face.beside.cue.planned.text() == "dari 5.00"
    room.do(Deed.NEXT)
    room.clock.run(335)
    room.page.teller.tick()
    rows = room.page.face.programme.rows()
    assert (rows[0].spent, rows[0].over) == ("1.01", "")
    assert (rows[1].spent, rows[1].over) == ("5.35", "lewat 0.35")
    assert room.page.face.beside.cue.over.text() == "lewat 0.35"
    assert room.page.face.air.clock.text() == "08.06"
    assert rows[1].about[0] == "08.00"


def test_a_cue_says_who_speaks_and_what_not_to_forget(room: HallRoom) -> None:
    room.jump(room.text_cue())
    cue = room.page.face.beside.cue
    assert cue.speaker.text() == "Pembicara: Tejo"
    assert cue.note.text() == "Mikrofon dua"
    room.jump(0)
    assert cue.speaker.isHidden()
    assert cue.note.isHidden()


def test_a_skipped_item_is_struck_and_not_looked_at(room: HallRoom) -> None:
    rows = room.page.face.programme.rows()
    skipped = next(row for row in rows if row.standing == "skipped")
    assert (skipped.number, skipped.about) == ("", ("dilewati",))
    room.page.face.programme.wanted.emit(skipped.cue)
    room.wait_for_words("dilewati")
    assert room.page.driver is not None
    assert room.page.driver.looking is None


def test_words_reach_the_leader_and_are_cleared_by_key(room: HallRoom) -> None:
    room.press(Qt.Key.Key_1, "1")
    room.qtbot.waitUntil(lambda: room.fake.told[-1].message == "Lebih pelan")
    room.press(Qt.Key.Key_0, "0")
    room.qtbot.waitUntil(lambda: room.fake.told[-1].message == "")
    room.press(Qt.Key.Key_M, "m")
    sheet = room.page.sheets.message
    room.qtbot.waitUntil(sheet.isVisible)
    assert sheet.missing.isVisible()
    room.type("Ulangi butir dua")
    field = sheet.own
    room.qtbot.waitUntil(lambda: field.value == "Ulangi butir dua")
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.fake.told[-1].message == "Ulangi butir dua")
    assert sheet.shown.text() == "Podium melihat: Ulangi butir dua"
    room.page.sheets.screens.podium.click()
    assert room.fake.is_open(Place.PODIUM)
    assert sheet.missing.isHidden()
    sheet.clear.click()
    assert room.fake.told[-1].message == ""


def test_one_key_lends_the_screen_and_takes_it_back(room: HallRoom) -> None:
    room.press(Qt.Key.Key_P, "p")
    room.press(Qt.Key.Key_F, "f")
    room.qtbot.waitUntil(lambda: room.show.state.frozen)
    assert not room.fake.is_lent, "there is no screen to lend"
    room.do(Deed.FREEZE)
    room.go_live()
    room.press(Qt.Key.Key_P, "p")
    room.qtbot.waitUntil(lambda: room.fake.is_lent)
    assert room.page.face.live.tag == "DIPINJAMKAN"
    room.do(Deed.NEXT)
    room.press(Qt.Key.Key_P, "p")
    room.qtbot.waitUntil(lambda: not room.fake.is_lent)
    assert room.state == "TAYANG"


def test_what_ticks_paints_no_picture_again(room: HallRoom) -> None:
    room.go_live()
    room.do(Deed.NEXT)
    room.qtbot.waitUntil(lambda: room.fake.told[-1].expected == 5)
    told = len(room.fake.told)
    changed: list[int] = []
    room.page.teller.pictured.connect(lambda: changed.append(1))
    for _ in range(5):
        room.clock.run(1)
        room.page.teller.tick()
    assert len(room.fake.told) == told + 5
    assert room.fake.told[-1].pacing.elapsed == 5
    room.page.teller.tick()
    assert len(room.fake.told) == told + 5, "nothing new, nothing told"
    assert changed == []


def test_arrivals_reach_the_hall(room: HallRoom) -> None:
    def come(services: Services) -> None:
        door = services.door(services.sessions.main(), "Timur")
        for token in [badge.token for badge in services.people.badges().values()][:3]:
            door.scan(token)

    room.find(come)
    room.desk.attendance_changed.emit()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].present == 3)
    live = room.fake.told[-1]
    assert live.arrivals is not None
    assert live.arrivals.counts[-1] == 3
    assert sum(division.present for division in live.divisions) == 3


def test_what_another_door_wrote_is_found_while_the_hall_counts(room: HallRoom) -> None:
    room.go_live()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].expected == 5)

    def come(services: Services) -> None:
        person = services.people.everyone()[0]
        services.door(services.sessions.main(), "Barat").guest("Tamu", "Bawaslu")
        services.people.add(person._replace(id="another", id_number=""))

    room.find(come)
    for _ in range(4):
        room.clock.run(1)
        room.page.teller.tick()
    room.qtbot.waitUntil(lambda: room.fake.told[-1].expected == 6)


def test_a_mistake_in_the_console_leaves_the_hall_as_it_is(room: HallRoom, qtbot: QtBot) -> None:
    room.go_live()
    with qtbot.captureExceptions() as caught:
        room.page.face.programme.wanted.connect(lambda _: 1 / 0)
        room.page.face.programme.wanted.emit("none")
        room.page.teller.ticked.connect(lambda: 1 / 0)
        room.page.teller.tick()
    assert len(caught) == 2
    room.do(Deed.NEXT)
    assert room.fake.is_open(Place.HALL)
    assert room.show.state.cue == 1


def test_words_of_any_length_leave_the_buttons_in_sight(room: HallRoom) -> None:
    long = " ".join(["kata"] * 500)

    def write(services: Services) -> None:
        details = services.preparation.details()
        cue = Cue("long", details.programme[1].kind, long, note=long[:900], speaker=long[:200])
        programme = (cue, *details.programme)
        services.preparation.change_details(replace(details, programme=programme))

    room.find(write)
    room.desk.details_changed.emit()
    room.qtbot.waitUntil(lambda: room.show.show.cues[0].id == "long")
    room.window.resize(1080, 690)
    for deed in (Deed.NEXT, Deed.BLACK, Deed.LEND):
        button = room.page.face.moves.buttons[deed]
        corner = button.mapTo(room.page, button.rect().bottomRight())
        assert room.page.rect().contains(corner)
    assert room.page.minimumSizeHint().height() <= 690
