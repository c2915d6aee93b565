"""One phrase: who says it, and how it is pronounced."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.domain.texts import Phrase, PhraseRole
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, label
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line


class PhraseForm(QWidget):
    """Follows the phrase that somebody is at.

    `revised` carries its role and its aid when somebody has changed one of them.
    """

    revised = Signal(object, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        say = tools.say
        self._heading = label("", "heading")
        self.role = FormRow(
            say("prepare.phrase.who"),
            choice(
                [
                    (PhraseRole.HALL.value, say("prepare.phrase.role.hall")),
                    (PhraseRole.LEADER.value, say("prepare.phrase.role.leader")),
                    (PhraseRole.ALL.value, say("prepare.phrase.role.all")),
                ]
            ),
        )
        self.aid = FormRow(say("prepare.phrase.aid"), line(), say("prepare.phrase.aid_hint"))
        self.setLayout(column(self._heading, self.role, self.aid, gap=6))
        self._is_filling = False
        for field in (self.role, self.aid):
            field.on_change(self._revise)

    def show_phrase(self, heading: str, phrase: Phrase, *, locked: bool) -> None:
        """Show another phrase, or the same one; what is being typed in it stays as it is."""
        self._is_filling = True
        self._heading.setText(heading)
        self.role.value = phrase.role.value
        if self.aid.value != phrase.aid:
            self.aid.value = phrase.aid
        for field in (self.role, self.aid):
            field.field.setEnabled(not locked)
        self._is_filling = False

    def _revise(self) -> None:
        if not self._is_filling:
            self.revised.emit(PhraseRole(self.role.value), self.aid.value)
