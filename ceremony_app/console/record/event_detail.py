"""One event beside the list: everything it says, and its codes when they are asked for."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPlainTextEdit

from ceremony_app.console.record.event_words import event_words
from ceremony_app.console.words import moment_in_figures
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.wording import grouped_head
from ceremony_app.services.history import Told
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, label

_WIDTH = 320


class EventDetail(QFrame):
    """Shows one event; hashes stay hidden until somebody wants them."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self.setProperty("kind", "card")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self._say("archive.detail.name"))
        self.words = label("", "heading", wrap=True)
        self._rows = QFormLayout()
        self._rows.setVerticalSpacing(6)
        self._rows.setHorizontalSpacing(12)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.ask_codes = button(self._say("archive.detail.codes"))
        self.ask_codes.setCheckable(True)
        self.ask_codes.toggled.connect(lambda _: self._turn())
        self.codes = QPlainTextEdit()
        self.codes.setReadOnly(True)
        self.codes.setTabChangesFocus(True)
        self.codes.setProperty("kind", "code")
        self.codes.setAccessibleName(self._say("archive.detail.codes_name"))
        inside = column(self.words, self._rows, self.ask_codes, self.codes, gap=10)
        inside.addStretch(0)
        inside.setStretch(3, 1)
        inside.setContentsMargins(16, 14, 16, 14)
        self.setLayout(inside)
        self._turn()

    def show_event(self, told: Told | None) -> None:
        """Show an event, or nothing."""
        self.setVisible(told is not None)
        if told is None:
            return
        self.words.setText(self._say.say(event_words(told)))
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for name, words in self._facts(told):
            if words:
                self._rows.addRow(label(self._say.say(name), "caption"), self._value(words))
        self.codes.setPlainText(self._code_words(told))

    def _facts(self, told: Told) -> list[tuple[Message, str]]:
        who = told.who
        if told.event.person and not who:
            who = self._say("archive.erased_name")
        return [
            (message("archive.detail.at"), moment_in_figures(told.event.local)),
            (message("archive.detail.who"), who),
            (message("archive.detail.session"), told.session),
            (message("archive.detail.door"), told.event.door),
            (message("archive.detail.note"), told.note),
            (message("archive.detail.operator"), told.operator),
        ]

    def _value(self, words: str) -> QLabel:
        made = label(words, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _code_words(self, told: Told) -> str:
        event, say = told.event, self._say
        lines = [
            (say("archive.detail.event"), event.name),
            (say("archive.detail.hash"), grouped_head(event.hash.hex())),
            (say("archive.detail.prev"), grouped_head(event.prev.hex())),
            (say("archive.detail.utc"), event.utc),
            (say("archive.detail.body"), json.dumps(dict(told.body), indent=1, ensure_ascii=False)),
        ]
        return "\n\n".join(f"{name}\n{words}" for name, words in lines)

    def _turn(self) -> None:
        self.codes.setVisible(self.ask_codes.isChecked())
