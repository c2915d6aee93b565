"""Keys as the windows get them: with their stamps, wherever the focus is."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from ceremony_app.domain.token import new_token
from tests.helpers.gate_room import Room, Show
from tests.helpers.scanners import ALT, Recorded, recorded_keys


def test_the_gate_is_not_there_while_nobody_wants_scans(room: Room) -> None:
    room.hands.scan("ABCDEFGH12", end="")
    assert room.field.text() == "ABCDEFGH12"
    assert not room.scans


def test_a_burst_is_a_scan_and_nothing_is_typed(room: Room) -> None:
    room.want()
    token = new_token()
    room.hands.scan(token)
    assert room.texts == [token]
    assert room.field.text() == ""


def test_typing_arrives_after_the_hold(room: Room) -> None:
    room.want()
    room.hands.type("Sri R")
    room.qtbot.waitUntil(lambda: room.field.text() == "Sri R")
    assert not room.scans


def test_typing_burst_typing(room: Room) -> None:
    room.want()
    token = new_token()
    room.hands.type("Sri")
    room.hands.scan(token, after=100)
    room.hands.type(" Rahayu", after=100)
    room.qtbot.waitUntil(lambda: room.field.text() == "Sri Rahayu")
    assert room.texts == [token]


def test_a_stalled_window_tells_typing_from_a_burst(room: Room) -> None:
    """Everything is handled at once; only the stamps are apart."""
    room.want()
    token = new_token()
    room.hands.type("Wayan", every=120)
    room.hands.scan(token, every=15)
    room.hands.type(" Indarto", every=120)
    room.qtbot.waitUntil(lambda: room.field.text() == "Wayan Indarto")
    assert room.texts == [token]


@pytest.mark.parametrize("ending", ["\r", "\t", ""])
def test_a_burst_into_a_dialog_neither_types_nor_answers(room: Room, ending: str) -> None:
    room.want()
    dialog = QDialog(room.window)
    entry, agree = QLineEdit(dialog), QPushButton("ya", dialog)
    agree.setDefault(True)
    agree.clicked.connect(dialog.accept)
    QVBoxLayout(dialog).addWidget(entry)
    dialog.layout().addWidget(agree)
    dialog.open()
    entry.setFocus()
    room.qtbot.waitUntil(lambda: entry.hasFocus())
    tokens = [new_token(), new_token()]
    for token in tokens:
        room.hands.scan(token, end=ending)
    assert room.texts == tokens
    assert dialog.isVisible()
    assert entry.hasFocus()
    assert entry.text() == ""


def test_space_presses_the_button_that_has_the_focus(room: Room) -> None:
    room.want()
    room.button.setFocus()
    room.hands.press(" ", after=500)
    room.qtbot.waitUntil(lambda: room.clicks == [1])


def test_enter_comes_after_what_was_typed_before_it(room: Room) -> None:
    room.want()
    told: list[str] = []
    room.field.returnPressed.connect(lambda: told.append(room.field.text()))
    room.hands.type("ab")
    room.hands.press("\r", after=60)
    assert told == ["ab"]


def test_keys_without_a_letter_keep_their_place(room: Room) -> None:
    room.want()
    room.hands.type("ac")
    room.hands.press("", after=60, key=int(Qt.Key.Key_Left))
    room.hands.type("b", after=60)
    room.qtbot.waitUntil(lambda: room.field.text() == "abc")


def test_shortcuts_of_single_letters_wait_for_the_hold(room: Room) -> None:
    room.want()
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence("B"), room.window)
    shortcut.activated.connect(lambda: pressed.append("B"))
    room.button.setFocus()
    room.hands.scan("IK" + "B" * 17)
    assert room.texts == ["IK" + "B" * 17]
    room.hands.press("b", after=500)
    room.qtbot.waitUntil(lambda: pressed == ["B"])


def test_a_slow_scanner_leaves_the_field_as_it_was(room: Room) -> None:
    room.want()
    token = new_token()
    room.field.setText("Sri")
    room.hands.scan(token, every=70)
    room.qtbot.waitUntil(lambda: room.texts == [token])
    assert room.field.text() == "Sri"


def test_what_a_scanner_sends_after_its_code_is_told(room: Room) -> None:
    room.want()
    with room.qtbot.waitSignal(room.inlet.ended) as told:
        room.hands.scan(new_token(), end="\t")
    assert told.args == ["tab"]


def test_the_latest_receiver_has_the_scans_until_it_lets_go(room: Room) -> None:
    room.want()
    others: list[str] = []
    table = QWidget()
    room.inlet.receive(table, lambda scan: others.append(scan.text))
    first, second, third = new_token(), new_token(), new_token()
    room.hands.scan(first)
    room.inlet.release(table)
    room.hands.scan(second)
    room.inlet.receive(table, lambda scan: others.append(scan.text))
    delete(table)
    room.hands.scan(third)
    assert (others, room.texts) == ([first], [second, third])


@pytest.mark.parametrize("stream", recorded_keys(), ids=lambda one: one.name)
def test_kinds_of_scanners_leave_nothing_behind(room: Room, stream: Recorded) -> None:
    room.want()
    chords: list[str] = []
    for keys in ("Ctrl+B", "Ctrl+C", "Ctrl+]", "Alt+7", "Alt+Up"):
        QShortcut(QKeySequence(keys), room.window).activated.connect(partial(chords.append, keys))
    for pause, text in stream.keys:
        if text.startswith(ALT):
            room.hands.alt(text.removeprefix(ALT), pause)
        else:
            room.hands.press(text, pause)
    room.qtbot.waitUntil(lambda: room.texts == stream.scans)
    typed = stream.typed
    for scan in stream.scans:
        typed = typed.replace(scan, "")
    room.qtbot.waitUntil(lambda: room.field.text() == typed)
    assert not chords, "a shortcut ran for a scanner"
    assert room.field.hasFocus()


def test_page_keys_and_arrows_act_at_once(room: Room, show: Show) -> None:
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        room.hands.press("", key=int(key))
    assert show.done == ["next", "next"]


def test_character_keys_act_after_the_hold_and_reach_no_button(room: Room, show: Show) -> None:
    room.hands.press("b", after=500)
    assert show.done == []
    room.qtbot.waitUntil(lambda: show.done == ["black"])
    room.hands.press(" ", after=500)
    room.qtbot.waitUntil(lambda: show.done == ["black", "next"])
    assert room.clicks == []


def test_a_burst_never_drives_the_show(room: Room, show: Show) -> None:
    room.hands.scan("IKBBBB BBBB BBBB BB", every=3)
    room.hands.scan("B.B.", every=3)
    room.hands.press("", after=500, key=int(Qt.Key.Key_PageDown))
    assert show.done == ["next"]
    assert [notice.text.key for notice in room.notices] == ["scan.nobody"]


def test_a_slow_scanner_never_drives_the_show(room: Room, show: Show) -> None:
    token = new_token()
    room.hands.scan(token[:8] + "B" + token[9:], every=70)
    room.hands.press("", after=500, key=int(Qt.Key.Key_PageDown))
    assert show.done == ["next"]


def test_text_fields_keep_their_letters_but_not_the_clicker(room: Room, show: Show) -> None:
    room.field.setFocus()
    room.hands.type("B ")
    room.hands.press("", key=int(Qt.Key.Key_Right))
    room.hands.press("", key=int(Qt.Key.Key_PageDown))
    assert (room.field.text(), show.done) == ("B ", ["next"])


def test_a_clicker_pressed_while_a_scanner_types_acts_at_once(room: Room, show: Show) -> None:
    room.want()
    token = new_token()
    room.hands.scan(token[:9], end="")
    room.hands.press("", after=2, key=int(Qt.Key.Key_PageDown))
    assert show.done == ["next"]
    room.hands.scan(token[9:], after=2)
    assert room.texts == [token]


def test_keys_are_the_windows_own_when_the_hall_is_off(room: Room, show: Show) -> None:
    show.keys.live = False
    room.hands.press(" ", after=500)
    room.hands.press("", key=int(Qt.Key.Key_PageDown))
    assert (show.done, room.clicks) == ([], [1])


def test_keys_can_be_set_anew(room: Room, show: Show) -> None:
    show.keys.bind({"F9": "freeze", "?": "help", "Ctrl+Up": "look"})
    room.hands.press("", key=int(Qt.Key.Key_PageDown))
    room.hands.press("", key=int(Qt.Key.Key_F9))
    room.hands.press("", key=int(Qt.Key.Key_Up), held=Qt.KeyboardModifier.ControlModifier)
    room.hands.press("?", 500, held=Qt.KeyboardModifier.ShiftModifier)
    room.qtbot.waitUntil(lambda: show.done == ["freeze", "look", "help"])


def test_a_key_held_down_does_its_deed_once(room: Room, show: Show) -> None:
    room.hands.press("", key=int(Qt.Key.Key_PageDown), repeats=5)
    assert show.done == ["next"]


def test_a_letter_held_down_in_a_field_repeats(room: Room) -> None:
    room.want()
    room.hands.press("a", after=500, repeats=3)
    assert room.field.text() == "aaaa"
