"""A window with the gate before its keys, and a live show beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.ui_kit.messages import MessageChannel, Notice
from ceremony_app.ui_kit.scan_gate import KeyGate
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.show_keys import ShowKeys
from tests.helpers.keyboard import Hands

if TYPE_CHECKING:
    from ceremony_app.scanning.scan import Scan


class Room:
    """A window with a field, a button and a list, and the gate before it."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self.qtbot = qtbot
        self.hands = Hands()
        self.channel = MessageChannel()
        self.notices: list[Notice] = []
        self.channel.told.connect(self.notices.append)
        self.channel.listen()
        self.inlet = ScanInlet(self.channel)
        self.gate = KeyGate(application, self.inlet)
        self.scans: list[Scan] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field, self.button, self.list = QLineEdit(), QPushButton("x"), QComboBox()
        self.list.addItems(["satu", "dua"])
        column = QVBoxLayout(self.window)
        for one in (self.field, self.button, self.list):
            column.addWidget(one)
        self.clicks: list[int] = []
        self.button.clicked.connect(lambda _=False: self.clicks.append(1))
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(lambda: self.field.hasFocus())

    def want(self) -> None:
        self.inlet.receive(self.window, self.scans.append)

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Iterator[Room]:
    made = Room(qtbot, qapp)
    yield made
    made.gate.close()


@dataclass
class Show:
    """A live show's keys, and what they did."""

    keys: ShowKeys
    done: list[str]


@pytest.fixture
def show(room: Room) -> Show:
    bindings = {"PgDown": "next", "Right": "next", "Space": "next", "B": "black"}
    made = Show(ShowKeys(room.gate, bindings, room.window), [])
    made.keys.pressed.connect(made.done.append)
    made.keys.live = True
    room.button.setFocus()
    return made
