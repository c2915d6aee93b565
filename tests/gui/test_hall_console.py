"""What the operator does at the console, on a show whose windows are marks."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Cover
from ceremony_app.domain.token import new_token
from ceremony_app.ui_kit.running_show import Place
from tests.helpers.hall_room import HallRoom, room

__all__ = ["room"]

CTRL = Qt.KeyboardModifier.ControlModifier


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
    assert room.page.face.programme.rows()[0].tag == ""
    room.do(Deed.NEXT)
    room.fake.find(Place.HALL)
    assert room.state == "TAYANG"


def test_a_hall_without_a_screen_of_its_own_says_why(room: HallRoom) -> None:
    room.go_live()
    room.fake.why = message("screens.mirrored")
    room.fake.lose(Place.HALL)
    assert "Gandakan" in room.page.face.air.sentence.text()
    room.fake.why = message("screens.single")
    room.fake.windows[Place.HALL] = ""
    room.fake.find(Place.HALL)
    assert "Hanya ada satu layar" in room.page.face.air.sentence.text()


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


def test_a_skipped_item_is_struck_and_not_looked_at(room: HallRoom) -> None:
    rows = room.page.face.programme.rows()
    skipped = next(row for row in rows if row.standing == "skipped")
    assert (skipped.number, skipped.about) == ("", ("dilewati",))
    room.page.face.programme.wanted.emit(skipped.cue)
    room.wait_for_words("dilewati")
    assert room.page.driver is not None
    assert room.page.driver.looking is None


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
    least = room.page.minimumSizeHint()
    assert (least.width() <= 1080, least.height() <= 690) == (True, True), least


def test_what_the_hall_sees_is_said_whatever_page_is_in_sight(room: HallRoom) -> None:
    said: list[str] = []
    room.page.remarked.connect(said.append)
    room.go_live()
    room.window.setCurrentWidget(room.other_page)
    room.do(Deed.BLACK)
    room.show.close(Place.HALL)
    assert [said[0], said[-2], said[-1]] == ["TAYANG", "LAYAR HITAM", ""]
