"""The line above a door: which session, whether it is open, which door, how many are here."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.sessions import SessionKeeper
from ceremony_app.domain.messages import message
from ceremony_app.domain.sessions import Session
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, restyle, row
from ceremony_app.ui_kit.widgets.form import line

_EXPECTED = 100
"""So many people have room in the line before they are counted."""


class DoorHeader(QWidget):
    """Chooses the session that door, hall and table work on, opens and closes it, and names the
    door and who works there. `is_live` says whether a show runs on this laptop."""

    door_changed = Signal()
    adding_wanted = Signal()

    def __init__(
        self, tools: Tools, desk: Desk, door: str, is_live: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._say = tools.say
        self.keeper = SessionKeeper(tools, desk)
        self._sessions: list[Session] = []
        self._figure = label("", "display")
        self._counted = label("", "quiet")
        for each in (self._figure, self._counted):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self._say("sessions.name"))
        self.choice.setMinimumWidth(120)
        self.choice.activated.connect(self._choose)
        self._state = label("", "caption")
        self.turn = icon_button(
            tools,
            "lock",
            self._say("sessions.close"),
            lambda: self.keeper.turn(self._desk.session),
        )
        self.operator = line(tools.say("door.operator.placeholder"), width=124)
        self.operator.setAccessibleName(self._say("door.operator.name"))
        self.operator.editingFinished.connect(self._name_operator)
        self.operator.setText(desk.operator)
        self._is_live = is_live
        self._door = line(width=124)
        self._door.setText(door)
        self._door.setAccessibleName(self._say("door.name"))
        self._door.editingFinished.connect(self._name)
        self._named = self.door
        self._aside = row(gap=8)
        self.setLayout(
            row(
                column(label(self._say("door.title"), "title"), self._state, gap=0),
                8,
                self._aside,
                None,
                column(label(self._say("door.name"), "caption"), self._door, gap=2),
                column(label(self._say("door.operator.name"), "caption"), self.operator, gap=2),
                column(label(self._say("sessions.name"), "caption"), self.choice, gap=2),
                column(label("", "caption"), self.turn, gap=2),
                12,
                column(self._figure, self._counted, gap=0),
                gap=10,
            )
        )
        desk.session_changed.connect(self.read)

    def put_aside(self, *parts: QWidget) -> None:
        """Put what belongs to the whole door beside its title."""
        for part in parts:
            self._aside.addWidget(part)

    @property
    def door(self) -> str:
        """The door's name as it stands in the record; it may be empty."""
        return " ".join(self._door.text().split())

    def read(self) -> None:
        """Read the sessions again."""
        self._desk.ask(lambda services: services.sessions.all(), self._show)

    def show_counts(self, here: int, people: int, guests: int) -> None:
        """Show how many of the staff are here, and how many guests."""
        self._keep_room(people)
        self._figure.setText(f"{here} / {people}")
        self._figure.setAccessibleName(self._say("door.counts", here=here, people=people))
        self._counted.setText(
            self._say("door.here_and_guests", guests=guests) if guests else self._say("door.here")
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """With the letters of the style sheet, and before the first count is known."""
        super().showEvent(event)
        if not self._figure.text():
            self._keep_room(_EXPECTED)

    def _keep_room(self, people: int) -> None:
        """Figures of different widths would lay the whole window out anew at every scan."""
        metrics = self._figure.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, "0123456789"))
        self._figure.setMinimumWidth(
            2 * len(str(people)) * widest + metrics.horizontalAdvance(" / ")
        )

    def _show(self, sessions: list[Session]) -> None:
        self._sessions = sessions
        self.choice.clear()
        for session in sessions:
            self.choice.addItem(session.name, session.id)
        self.choice.addItem(self._say("sessions.add"), "")
        now = next((s for s in sessions if s.id == self._desk.session.id), sessions[0])
        self.choice.setCurrentIndex(sessions.index(now))
        self._desk.choose_session(now)
        opened = now.open
        self._state.setText(self._say("sessions.is_open" if opened else "sessions.is_closed"))
        restyle(self._state, tone="good" if opened else "warn")
        self.turn.setText(self._say("sessions.close" if opened else "sessions.open"))
        self.turn.setAccessibleName(self.turn.text())
        icon = "lock" if opened else "unlock"
        self.turn.setIcon(self._tools.icons(icon, self._tools.palette.ink, 18))

    def _choose(self, index: int) -> None:
        if index < len(self._sessions):
            self._desk.choose_session(self._sessions[index])
        else:
            self.adding_wanted.emit()
            self.read()

    def _name_operator(self) -> None:
        """Somebody else works here from now on; an empty name changes nothing."""
        typed, channel = " ".join(self.operator.text().split()), self._tools.channel
        if typed and typed != self._desk.operator:
            if self._is_live():
                channel.warn(message("door.operator.hall_live"))
            else:
                told = message("door.operator.done", name=typed)
                self._desk.hand_over(typed, lambda: channel.done(told))
        self.operator.setText(self._desk.operator)

    def _name(self) -> None:
        if self.door != self._named:
            self._named = self.door
            self._tools.settings.remember_choice("door", self.door)
            self.door_changed.emit()
