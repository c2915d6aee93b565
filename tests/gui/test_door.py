"""The door: keys as a scanner types them, words as a clerk reads them."""

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.status import Status
from ceremony_app.domain.token import new_token
from ceremony_app.services.statuses import Remark
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.door_room import Door


def set_read_only(services: Services, *, read_only: bool) -> None:
    """Let the file take nothing, as a full disk does."""
    services.file.connection.execute(f"PRAGMA query_only = {int(read_only)}")


def test_a_badge_is_scanned_and_the_hall_is_counted(door: Door) -> None:
    assert door.page.panel.answer.word == "SIAP MEMINDAI"
    assert door.page.scan_field.hasFocus()
    door.scan(door.tokens[door.names[0]])
    door.wait_for("HADIR", door.names[0])
    assert door.count == "1 / 12"
    assert door.page.scan_field.text() == ""


def test_the_second_scan_says_when_and_where(door: Door) -> None:
    door.scan(door.tokens[door.names[0]])
    door.wait_for("HADIR", door.names[0])
    door.scan(door.tokens[door.names[0]].lower())
    door.wait_for("SUDAH HADIR", door.names[0])
    assert "di Pintu Utara" in door.page.panel.answer.lines[0]
    assert door.count == "1 / 12"


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Santoso", "Ini bukan kode kartu"),
        ("3201012345678901", "Ini bukan kode kartu"),
        ("https://contoh.id/absen", "Ini bukan kode kartu"),
        ("IK84G7ZWYRD6Z1RV0WX", "Salah baca"),
        ("IK84G7ZWYRD", "Baru 11 karakter"),
        ("IKIKIKIKIKIKIKIKIKI", "Salah baca"),
    ],
)
def test_what_is_no_token_is_said_and_never_guessed(door: Door, word: str, why: str) -> None:
    """With the reason, as far as the code tells."""
    door.scan(word)
    door.wait_for("TIDAK TERBACA")
    assert door.page.panel.answer.lines[0].startswith(why)
    assert door.count == "0 / 12"


def test_a_revoked_badge_says_since_when_and_whether_there_is_a_new_one(door: Door) -> None:
    def revoke(services: Services, name: str, *, again: bool) -> int:
        person = next(one for one in services.people.everyone() if one.name == name)
        return len(services.people.reissue(person)) if again else services.people.revoke(person)

    for name, again, said in (
        (door.names[2], True, "kartu baru sudah diterbitkan"),
        (door.names[3], False, "belum ada kartu baru"),
    ):
        door.desks.find(door.desk, lambda s, name=name, again=again: revoke(s, name, again=again))
        door.scan(door.tokens[name])
        door.wait_for("KARTU DICABUT", name)
        assert said in door.page.panel.answer.lines[0]
        assert door.page.panel.answer.keys == (("F2", "Cari nama"),)


def test_a_badge_from_elsewhere_names_the_keys_for_what_can_be_done(door: Door) -> None:
    door.scan(new_token())
    door.wait_for("TIDAK TERDAFTAR")
    assert door.page.panel.answer.keys == (("F2", "Cari nama"), ("F3", "Catat tamu"))
    door.hands.press("", key=int(Qt.Key.Key_F2))
    assert door.page.search.field.hasFocus()
    door.hands.press("", key=int(Qt.Key.Key_F3))
    assert door.page.confirm.isVisible()


def test_a_chosen_row_stays_chosen_while_scans_come_in(door: Door) -> None:
    door.scan(door.tokens[door.names[0]])
    door.wait_for("HADIR", door.names[0])
    door.page.last.selectRow(0)
    door.scan(door.tokens[door.names[1]])
    door.wait_for("HADIR", door.names[1])
    chosen = door.page.last.to_take_back()
    assert chosen is not None
    assert chosen.person is not None
    assert chosen.person.name == door.names[0]


def test_whoever_is_recorded_leaves_the_list_of_the_missing(door: Door) -> None:
    def listed() -> list[str]:
        return [state.person.name for state in door.page.search.table.rows_model.rows]

    assert set(listed()) == set(door.names)
    chosen = listed().index(door.names[0])
    door.page.search.table.selectRow(chosen)
    door.scan(door.tokens[door.names[0]])
    door.wait_for_count("1 / 12")
    assert set(listed()) == set(door.names[1:])
    assert door.page.search.table.current() is None
    door.page.search.field.setText(door.names[1][:4])
    door.scan(door.tokens[door.names[1]])
    door.wait_for_count("2 / 12")
    assert door.names[1] in listed()


def test_a_closed_session_lets_nobody_in(door: Door) -> None:
    door.page.header.turn.click()
    door.qtbot.waitUntil(lambda: door.page.header.turn.text() == "Buka sesi")
    door.scan(door.tokens[door.names[0]])
    door.qtbot.waitUntil(lambda: door.page.panel.answer.word == "SESI DITUTUP")
    door.page.header.turn.click()
    door.qtbot.waitUntil(lambda: door.page.header.turn.text() == "Tutup sesi")


def test_a_follow_up_session_counts_anew(door: Door) -> None:
    door.scan(door.tokens[door.names[0]])
    door.wait_for("HADIR", door.names[0])
    door.page.header._choose(door.page.header.choice.count() - 1)
    assert door.page.confirm.rows["name"].value == "susulan"
    door.page.confirm.agree.click()
    door.wait_for_count("0 / 12")
    assert door.page.header.choice.currentText() == "susulan"
    door.scan(door.tokens[door.names[0]])
    door.wait_for_count("1 / 12")


def test_somebody_without_a_badge_is_found_and_marked(door: Door) -> None:
    surname = door.names[5].split(",")[0].split()[-1]
    door.page.search.field.setText(surname[:4])
    found = [state.person.name for state in door.page.search.table.rows_model.rows]
    door.page.search.table.selectRow(found.index(door.names[5]))
    door.page.search.mark.click()
    door.wait_for_count("1 / 12")
    states = door.desks.find(
        door.desk, lambda services: services.door(door.desk.session, "").states()
    )
    here = {state.person.name: state.status for state in states if state.status}
    assert here == {door.names[5]: Status.PRESENT}


def test_an_absence_is_marked_with_its_word(door: Door) -> None:
    door.page.search.field.setText(door.names[6].split()[0])
    door.page.search.table.selectRow(0)
    chosen = door.page.search.table.current()
    assert chosen is not None
    door.page.search.status.value = "sakit"
    door.page.search.mark.click()
    door.qtbot.waitUntil(
        lambda: (
            (s := door.page._crowd.get(chosen.person.id)) is not None and s.status is Status.SICK
        )
    )
    assert door.count == "0 / 12"


@pytest.mark.parametrize(
    ("status", "kept"),
    [("dl", Remark("ke Kupang", "ST-9")), ("sakit", Remark("", "ST-9"))],
)
def test_an_absence_of_one_has_its_letter_and_sick_has_no_note(
    door: Door, status: str, kept: Remark
) -> None:
    search = door.page.search
    search.field.setText(door.names[6].split(",")[0])
    search.table.selectRow(0)
    chosen = search.table.current()
    assert chosen is not None
    assert not search.letter.isVisible()
    search.status.value = status
    assert search.letter.isVisible()
    assert search.note.isEnabled() is bool(kept.note)
    assert ("tanpa catatan" in search.note.field.placeholderText()) is not bool(kept.note)
    search.letter.value, search.note.value = "ST-9", "ke Kupang"
    search.mark.click()

    def marked() -> bool:
        state = door.page._crowd.get(chosen.person.id)
        return state is not None and state.remark == kept

    door.qtbot.waitUntil(marked)


def test_a_question_and_the_door_fit_a_small_screen(door: Door) -> None:
    """1366 x 768, with the line about another day in sight, and a notice above all."""
    page, notice = door.page, 48
    page.other_day._offered = True
    page.other_day.give_way(to_other=False)
    for ask in (page.by_hand.ask_guest, page.locking.ask, page._undo_last):
        ask()
        door.qtbot.waitUntil(page.confirm.isVisible)
        assert not page.other_day.isVisible()
        assert page.minimumSizeHint().height() <= 768 - notice, ask
        page.confirm.dismiss()
        assert page.other_day.isVisible()
        door.scan(door.tokens[door.names[0]])
        door.wait_for_count("1 / 12")


def test_a_search_that_finds_nobody_says_what_to_do(door: Door) -> None:
    door.page.search.field.setText("zzzz")
    assert "catat sebagai tamu" in door.page.search.table.accessibleDescription()


def test_a_record_is_taken_back_with_a_reason(door: Door) -> None:
    door.scan(door.tokens[door.names[0]])
    door.wait_for("HADIR", door.names[0])
    door.page._undo_last()
    door.type("")
    assert door.page.confirm.rows["reason"].complaint == "Wajib diisi."
    door.type("salah orang")
    door.wait_for_count("0 / 12")
    door.scan(door.tokens[door.names[0]])
    door.wait_for_count("1 / 12")


def test_a_guest_is_written_down_by_keyboard(door: Door) -> None:
    door.page.by_hand.ask_guest()
    door.type("A. Warits")
    door.qtbot.waitUntil(lambda: "1 tamu" in door.page.header._counted.text())
    assert door.count == "0 / 12"
    door.page.search.field.setText("warits")
    assert [s.person.name for s in door.page.search.table.rows_model.rows] == ["A. Warits"]


def test_a_scan_that_cannot_be_kept_is_said_in_red(door: Door, refused: list[KnownError]) -> None:
    door.desks.find(door.desk, lambda services: set_read_only(services, read_only=True))
    door.scan(door.tokens[door.names[0]])
    door.qtbot.waitUntil(lambda: door.page.panel.answer.tone == "bad")
    door.desks.find(door.desk, lambda services: set_read_only(services, read_only=False))
    assert door.count == "0 / 12"


def test_the_door_speaks_english(
    qtbot: QtBot, desks: Desks, english_tools: Tools, scanners: Scanners
) -> None:
    door = Door(qtbot, desks, english_tools, scanners)
    door.scan(door.tokens[door.names[0]])
    door.wait_for("PRESENT", door.names[0])
    assert door.page.header.turn.text() == "Close session"


def test_bars_count_by_division(door: Door) -> None:
    for name in door.names[:4]:
        door.scan(door.tokens[name])
    door.wait_for_count("4 / 12")
    shares = door.page.bars.shares
    assert len(shares) == 4
    assert [share.whole for share in shares] == [3] * 4
    assert sum(share.part for share in shares) == 4


def test_scans_leave_nothing_behind_in_the_window(door: Door) -> None:
    def after(scans: int) -> tuple[int, int]:
        for number in range(scans):
            door.scan(door.tokens[door.names[number % 12]])
        door.qtbot.waitUntil(lambda: not door.desks.files.busy)
        return len(door.page.findChildren(QObject)), len(door.page.last.rows_model.rows)

    first = after(40)
    assert first[1] == 30
    assert after(120) == first


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_scan_while_the_menu_is_open_is_a_scan(door: Door) -> None:
    menu = door.page.menu.menu
    menu.popup(door.page.mapToGlobal(door.page.rect().center()))
    door.qtbot.waitUntil(menu.isVisible)
    door.scan(door.tokens[door.names[0]])
    door.wait_for("HADIR", door.names[0])
    menu.close()


def test_the_last_ten_answers_are_in_sight_on_a_small_screen(door: Door) -> None:
    door.page.other_day.setVisible(False)
    for name in door.names[:10]:
        door.scan(door.tokens[name])
    door.wait_for_count("10 / 12")
    door.page.resize(1166, 768)
    last = door.page.last
    door.qtbot.waitUntil(lambda: last.rowAt(last.viewport().height() - 2) in (-1, 9, 10))
    assert last.rowViewportPosition(9) + last.rowHeight(9) <= last.viewport().height()
    assert door.page.minimumSizeHint().width() <= 1166


def test_many_in_line_are_all_answered_and_the_lists_follow_together(door: Door) -> None:
    """Whoever scans faster than the disk: each answer is shown, counts and lists a few times."""
    shown, refreshed = list[str](), list[int]()
    door.page.panel.painted.connect(lambda: shown.append(door.page.panel.answer.name))
    door.desk.attendance_changed.connect(lambda: refreshed.append(1))
    for name in door.names:
        door.scan(door.tokens[name])
    door.wait_for_count("12 / 12")
    assert [name for name in dict.fromkeys(shown) if name] == door.names
    listed = [answer.person.name for answer in door.page.last.rows_model.rows if answer.person]
    assert listed == door.names[::-1]
    assert door.page.search.table.rows_model.rowCount() == 0
    assert len(refreshed) == 2


def test_a_scan_that_was_not_kept_holds_no_list_back(door: Door) -> None:
    kept, lost = door.names[:2]
    door.scan(door.tokens[kept])
    door.desk.ask(lambda services: set_read_only(services, read_only=True), lambda _: None)
    door.scan(door.tokens[lost])
    door.desk.ask(lambda services: set_read_only(services, read_only=False), lambda _: None)
    door.wait_for_count("1 / 12")
    listed = [answer.person.name for answer in door.page.last.rows_model.rows if answer.person]
    assert listed == [kept]
