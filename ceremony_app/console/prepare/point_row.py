"""One point of a pact in a form: its words, and what moves it or takes it out."""

from PySide6.QtWidgets import QWidget

from ceremony_app.console.prepare.growing import GrowingText
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import only_icon, row
from ceremony_app.ui_kit.widgets.form import FormRow


class PointRow(QWidget):
    """The words are one paragraph: line ends count as blanks."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self.row = FormRow(tools.say("prepare.pact.point", number=1), GrowingText())
        self.up = only_icon(tools, "up", tools.say("prepare.party.up"))
        self.down = only_icon(tools, "down", tools.say("prepare.party.down"))
        self.remove = only_icon(tools, "close", tools.say("prepare.text.remove"))
        buttons = row(self.up, self.down, self.remove, gap=2)
        whole = row(gap=8)
        whole.addWidget(self.row, 1)
        whole.addLayout(buttons)
        self.setLayout(whole)

    @property
    def words(self) -> str:
        return " ".join(self.row.value.split())

    def number(self, number: int) -> None:
        """Its place among the points, from 1."""
        self.row.rename(self._say("prepare.pact.point", number=number))

    def lock(self, *, is_locked: bool) -> None:
        """Whether its words stand as they are."""
        self.row.set_read_only(is_locked)
        for one in (self.up, self.down, self.remove):
            one.setEnabled(not is_locked)
