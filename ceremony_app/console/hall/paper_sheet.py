"""A text that is read from paper, without a screen: who read it, and when it was begun."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.people import Role
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line


class PaperSheet(Sheet):
    """Text, reader and time. `wanted` carries the text's id, the reader's name, and HH:MM or
    nothing for now."""

    wanted = Signal(str, str, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.paper.title"))
        say = self.say
        self.text = FormRow(say("hall.text.which"), choice([]))
        self.reader = FormRow(say("hall.paper.reader"), line())
        self.at = FormRow(say("hall.paper.at"), line("08.30"), say("hall.paper.at_hint"))
        self.answer = label("", "error", wrap=True)
        self.agree = icon_button(
            tools, "check", say("hall.paper.record"), self._agree, kind="primary"
        )
        self.at.on_enter(self._agree)
        self.lines.addWidget(label(say("hall.paper.how"), "small", wrap=True))
        for part in (self.text, self.reader, self.at, self.answer):
            self.lines.addWidget(part)
        self.lines.addLayout(row(None, self.agree))
        self.lines.addStretch(1)

    def follow(self, details: Details, texts: Sequence[Text]) -> None:
        """The texts that there are, and who is to read them."""
        self.text.refill([(text.id, text.title) for text in texts])
        readers = details.with_role(Role.READER) or details.with_role(Role.PRESIDER)
        if not self.reader.value and readers:
            self.reader.value = readers[0].name

    def arrive(self) -> None:
        self.answer.clear()
        self.reader.field.setFocus()

    def refuse(self, words: str) -> None:
        """Say why nothing was recorded; what was typed stays."""
        self.answer.setText(words)

    def _agree(self) -> None:
        if self.reader.value:
            self.wanted.emit(self.text.value, self.reader.value, self.at.value)
        else:
            self.reader.complain(self.say("ui.required"))
            self.reader.field.setFocus()
