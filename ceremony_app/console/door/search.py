"""People found by name or number, and what can be written down for the one chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.door.crowd import Crowd
from ceremony_app.console.door.statuses import let_note
from ceremony_app.console.words import hour, status_words
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import PersonState
from ceremony_app.services.statuses import Remark
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, icon_button, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_ORDER = (
    Status.PRESENT,
    Status.LATE,
    Status.EXCUSED,
    Status.SICK,
    Status.LEAVE,
    Status.ASSIGNED_ELSEWHERE,
    Status.ON_DUTY,
    Status.OFF_DUTY,
    Status.STUDY,
    Status.UNEXPLAINED,
)


_OWN_WORDS = "own"
_BESIDE_WORDS = 30
"""Pixels of a frame and its margins: a long post is cut, and said whole in the tip."""
_NOW = "now"


class _SearchField(QLineEdit):
    left = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)


class SearchPanel(QWidget):
    """A search field, who was found, and a status for the one chosen.

    Enter goes to the first who was found, and Enter there records them, with the reason that
    stands below. `mark_wanted` carries the state, the status and the remark; the status is None
    for somebody who has just come, of whom the clock says whether they are late. `undo_wanted` and
    `badge_wanted` (a new badge) carry the state; `left` says that the operator is done here, and
    the scan field should have the focus again.
    """

    mark_wanted = Signal(object, object, object)
    undo_wanted = Signal(object)
    badge_wanted = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self._crowd = Crowd(())
        self._quiet = tools.palette.quiet
        self.field = _SearchField()
        self.field.setPlaceholderText(tools.say("door.search.placeholder"))
        self.field.setAccessibleName(tools.say("door.search.name"))
        self.field.setClearButtonEnabled(True)
        self.table: DataTable[PersonState] = DataTable(
            tools.say("door.search.found"), self._columns(tools)
        )
        self._chosen = label("", wrap=True)
        self._last = ""
        options = [(_NOW, tools.say("by_hand.now"))]
        options += [(str(status), tools.say.say(status_words(status))) for status in _ORDER]
        self.status = FormRow(tools.say("door.mark.status"), choice(options))
        self.reason = FormRow(tools.say("by_hand.reason"), choice(_reasons(tools.say)))
        self.letter = FormRow(tools.say("missing.mark.letter"), line())
        self.note = FormRow(tools.say("door.mark.note"), line())
        self.mark = icon_button(
            tools, "check", tools.say("door.mark.do"), self._mark, kind="primary"
        )
        self.undo = icon_button(tools, "undo", tools.say("door.undo.do"), self._undo)
        self.badge = icon_button(
            tools,
            "badge",
            tools.say("by_hand.badge"),
            self._ask_badge,
            tip=tools.say("by_hand.tip"),
        )
        actions = column(
            self._chosen,
            row(self.status, self.reason, self.letter, self.note),
            row(self.mark, self.undo, self.badge, None),
        )
        actions.setContentsMargins(12, 10, 12, 10)
        self._actions = box(actions, "well")
        self._actions.setVisible(False)
        self.below = column()
        self.setLayout(column(self.field, self.table, self._actions, self.below))
        self.field.textChanged.connect(lambda _: self._search())
        self.field.left.connect(self.left)
        self.field.down.connect(self._to_table)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.status.on_change(self._show_reason)
        self.reason.on_change(self.note.forgive)
        self.note.on_enter(self._mark)
        self.letter.on_enter(self._mark)

    def show_crowd(self, crowd: Crowd) -> None:
        """Search among these people; what was typed and who was chosen stay."""
        self._crowd = crowd
        self.table.show_again(self._found(), lambda state: state.person.id)
        self._choose(self.table.current())

    def make_room(self, taken: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Give the list's place to what stands `below`, or take it back."""
        self.table.setVisible(not taken)
        self._actions.setVisible(not taken and self.table.current() is not None)

    def step_aside(self, *, asked: bool) -> None:
        """Give the room of the fields below to a question, or take it back."""
        self._actions.setVisible(
            not asked and self.table.isVisible() and self.table.current() is not None
        )

    def arrived(self, person: str) -> None:
        """Somebody in the crowd was just recorded: only that row changes."""
        rows = self.table.rows_model.rows
        place = next((at for at, state in enumerate(rows) if state.person.id == person), None)
        now = self._crowd.get(person)
        if place is None or now is None:
            return
        if self.field.text().strip():
            self.table.rows_model.change(place, now)
            if self.table.currentIndex().row() == place:
                self._choose(now)
        else:
            self.table.drop_row(place)

    def _columns(self, tools: Tools) -> list[Column[PersonState]]:
        say, colours = tools.say, tools.palette
        return [
            Column(say("door.column.name"), lambda state: state.person.name),
            Column(
                say("door.column.status"),
                lambda state: (
                    f"{say.say(status_words(state.status))} {hour(state.at)}".strip()
                    if state.status
                    else ""
                ),
                width=120,
                colour=lambda state: (
                    colours.good_ink if state.status and state.status.is_here else colours.quiet
                ),
            ),
        ]

    def _search(self) -> None:
        words = "door.search.nobody" if self.field.text().strip() else "door.search.nobody_left"
        self.table.say_when_empty(self._say(words), self._quiet)
        self.table.show_rows(self._found())
        self._choose(None)

    def _found(self) -> list[PersonState]:
        typed = self.field.text().strip()
        return self._crowd.search(typed) if typed else self._crowd.missing()

    def _to_table(self) -> None:
        if self.table.rows_model.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def _choose(self, state: PersonState | None) -> None:
        self._actions.setVisible(state is not None)
        if state is not None:
            if state.person.id != self._last:
                # What was chosen for somebody else is not meant for this one.
                self._last = state.person.id
                self.status.value, self.note.value = _NOW, ""
                self.letter.value = ""
            person = state.person
            about = " · ".join(part for part in (person.post, person.division) if part)
            room = self.table.width() - _BESIDE_WORDS
            shown = self.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, room)
            self._chosen.setText(f"{person.name}\n{shown}" if about else person.name)
            self._chosen.setToolTip(about)
            self.undo.setVisible(bool(state.event))
            self._show_reason()

    def _show_reason(self) -> None:
        status = self._status()
        is_here = status is None or status.is_here
        self.reason.setVisible(is_here)
        self.letter.setVisible(not is_here)
        let_note(self.note, status or Status.PRESENT, self._say)

    def _status(self) -> Status | None:
        """What was chosen; None for somebody who has just come."""
        return None if self.status.value == _NOW else Status(self.status.value)

    def _open(self, state: PersonState) -> None:
        """One key records; who is here already is not recorded again by it."""
        if state.status is not None and state.status.is_here:
            self.status.field.setFocus()
        else:
            self._mark()

    def _mark(self) -> None:
        state = self.table.current()
        if state is None:
            return
        status = self._status()
        reason = self.reason.value if status is None or status.is_here else ""
        if reason == _OWN_WORDS and not self.note.value:
            self.note.complain(self._say("by_hand.needed"))
            self.note.field.setFocus()
            return
        words = dict(_reasons(self._say)).get(reason, "") if reason != _OWN_WORDS else ""
        note = "; ".join(part for part in (words, self.note.value) if part)
        letter = "" if status is None or status.is_here else self.letter.value
        self.mark_wanted.emit(state, status, Remark(note, letter))
        self.note.value = self.letter.value = ""

    def _undo(self) -> None:
        state = self.table.current()
        if state is not None and state.event:
            self.undo_wanted.emit(state)

    def _ask_badge(self) -> None:
        state = self.table.current()
        if state is not None:
            self.badge_wanted.emit(state)


def _reasons(say: Catalogue) -> list[tuple[str, str]]:
    """Why somebody is recorded by hand; the last asks for words of one's own."""
    return [
        ("forgotten", say("by_hand.forgotten")),
        ("damaged", say("by_hand.damaged")),
        ("lost", say("by_hand.lost")),
        (_OWN_WORDS, say("by_hand.own_words")),
    ]
