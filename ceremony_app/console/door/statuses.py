"""An absence with its note and letter: for those chosen in a list, or for all who are left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.words import status_words
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.status import Status
from ceremony_app.services.statuses import Remark
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, icon_button, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_ORDER = (
    Status.ASSIGNED_ELSEWHERE,
    Status.LEAVE,
    Status.SICK,
    Status.EXCUSED,
    Status.STUDY,
    Status.ON_DUTY,
    Status.OFF_DUTY,
    Status.UNEXPLAINED,
)


def let_note(note: FormRow, status: Status, say: Catalogue, otherwise: str = "") -> None:
    """Close the field of a note beside a status that is stored bare, and say why there."""
    note.setEnabled(status.takes_note)
    if not status.takes_note:
        note.value = ""
    if isinstance(note.field, QLineEdit):
        note.field.setPlaceholderText(otherwise if status.takes_note else say("door.mark.bare"))


class StatusForm(QWidget):
    """`chosen_wanted` marks those chosen, `rest_wanted` all who are left; both carry the status
    and the remark. `undo_wanted` takes the marks of those chosen back, by `undo`, a button that
    stands where its owner puts it."""

    chosen_wanted = Signal(object, object)
    rest_wanted = Signal(object, object)
    undo_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = say = tools.say
        options = [(str(status), say.say(status_words(status))) for status in _ORDER]
        self.status = FormRow(say("door.mark.status"), choice(options))
        self.letter = FormRow(say("missing.mark.letter"), line(say("missing.mark.optional")))
        self.note = FormRow(say("missing.mark.note"), line(say("missing.mark.optional")))
        self.mark = icon_button(
            tools, "check", say("missing.mark.chosen", count=0), self._mark, kind="primary"
        )
        self.rest = icon_button(tools, "people", say("missing.mark.rest"), self._rest)
        self.undo = icon_button(tools, "undo", say("missing.undo.do"), self.undo_wanted.emit)
        fields = row(self.status, self.letter, self.note)
        inside = column(fields, row(self.mark, self.rest), gap=10)
        inside.setContentsMargins(12, 10, 12, 10)
        self.setLayout(column(box(inside, "well")))
        self.show_chosen(0, marked=0, left=0)
        self.status.on_change(self._let_note)

    def show_chosen(self, chosen: int, *, marked: int, left: int) -> None:
        """So many are chosen, so many of these have a mark; so many are left without an excuse."""
        self.mark.setText(self._say("missing.mark.chosen", count=chosen))
        self.mark.setAccessibleName(self.mark.text())
        self.mark.setEnabled(chosen > 0)
        self.undo.setEnabled(marked > 0)
        self.rest.setEnabled(left > 0)

    def clear(self) -> None:
        """What was typed has been kept."""
        self.letter.value = ""
        self.note.value = ""

    def _let_note(self) -> None:
        status = Status(self.status.value)
        let_note(self.note, status, self._say, self._say("missing.mark.optional"))

    def _wish(self) -> tuple[Status, Remark]:
        return Status(self.status.value), Remark(self.note.value, self.letter.value)

    def _mark(self) -> None:
        self.chosen_wanted.emit(*self._wish())

    def _rest(self) -> None:
        self.rest_wanted.emit(*self._wish())
