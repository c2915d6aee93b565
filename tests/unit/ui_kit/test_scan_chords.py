"""Ctrl with a letter and numbers with Alt: a scanner's prefix and code, or a person's keys."""

from functools import partial

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.domain.token import new_token
from ceremony_app.ui_kit.scan_gate import KeyGate
from tests.helpers.gate_room import Room, Show

CHORDS = {"B": "\x02", "C": "\x03", "S": "\x13", "A": "\x01"}


def test_ctrl_with_a_letter_does_what_it_does_a_moment_later(room: Room) -> None:
    room.want()
    done: list[str] = []
    QShortcut(QKeySequence("Ctrl+S"), room.window).activated.connect(partial(done.append, "S"))
    room.hands.press(CHORDS["S"], after=500)
    assert done == []
    room.qtbot.waitUntil(lambda: done == ["S"])
    assert not room.scans


def test_a_field_keeps_its_own_ctrl_keys_before_those_of_the_window(room: Room) -> None:
    room.want()
    done: list[str] = []
    QShortcut(QKeySequence("Ctrl+A"), room.window).activated.connect(partial(done.append, "A"))
    room.field.setText("Sri Rahayu")
    room.hands.press(CHORDS["A"], after=500)
    room.qtbot.waitUntil(lambda: room.field.selectedText() == "Sri Rahayu")
    assert done == []


def test_ctrl_keys_of_a_show_act_even_close_to_others(room: Room, show: Show) -> None:
    show.keys.bind({"Ctrl+T": "live"})
    room.hands.press("\x14", after=500)
    room.hands.press("\r", after=12)
    assert show.done == ["live"]
    room.hands.press("\x14", after=500)
    room.hands.scan(new_token(), after=9)
    assert show.done == ["live"], "that was a scanner's prefix"


@pytest.mark.parametrize("every", [8, 120])
def test_figures_that_a_person_strikes_with_alt_are_given_back(room: Room, every: int) -> None:
    """At a person's pace, or where they make no character."""
    room.want()
    room.hands.alt("233" if every > 8 else "9999", after=500, every=every)
    assert not room.scans
    room.hands.scan(new_token())
    assert len(room.scans) == 1


def test_characters_that_the_system_composes_are_a_scanners(
    qtbot: QtBot, qapp: QApplication, room: Room
) -> None:
    """As on Windows: the figures come first, then the character made of them."""
    room.gate.close()
    room.gate = KeyGate(qapp, room.inlet, composes=True)
    room.want()
    token = new_token()
    for character in token:
        room.hands.alt(str(ord(character)), after=70)
        room.hands.press(character, after=1)
    qtbot.waitUntil(lambda: room.texts == [token])
    assert room.field.text() == ""
