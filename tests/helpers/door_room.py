"""A door page in sight over an open ceremony, with a hand on its keys."""

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.page import DoorPage
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.keyboard import Hands
from tests.helpers.windows import LOCATOR


class Door:
    """A door page in sight, and what is on its panel."""

    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners, people: int = 12
    ) -> None:
        self.qtbot, self.desks, self.tools = qtbot, desks, tools
        self.hands = Hands()
        self.desk = desks.open(people)
        self.tokens = desks.tokens(self.desk)
        self.names = list(self.tokens)
        sounds = Sounds(LOCATOR.sounds, muted=True)
        self.page = DoorPage(tools, self.desk, scanners, sounds, "Pintu Utara")
        qtbot.addWidget(self.page)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.activateWindow()
        self.page.arrive()
        self.wait_for_count(f"0 / {people}")

    @property
    def count(self) -> str:
        return self.page.header._figure.text()

    def scan(self, code: str, end: str = "\r") -> None:
        """What a keyboard wedge types, wherever the focus is."""
        self.hands.scan(code, end=end)

    def type(self, words: str) -> None:
        """What a person types, and Enter."""
        self.hands.type(f"{words}\r")

    def wait_for_count(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.count == words)

    def wait_for(self, word: str, name: str = "") -> None:
        self.qtbot.waitUntil(
            lambda: (self.page.panel.answer.word, self.page.panel.answer.name) == (word, name)
        )


@pytest.fixture
def door(qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners) -> Door:
    return Door(qtbot, desks, tools, scanners)
