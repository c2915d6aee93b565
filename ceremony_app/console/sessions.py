"""Sessions in the windows: added, opened and closed by hand, and which one is worked on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.messages import message
from ceremony_app.domain.sessions import Session
from ceremony_app.storage.backup import Moment
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.press import PressButton

_ROOM = 150
"""Pixels of a name beside the pages; a longer one is cut and said whole in the tip."""


class SessionKeeper(QObject):
    """Changes sessions and says so; a copy is kept whenever one is opened or closed.

    `changed` comes after each change, also of a session that is not the one worked on.
    """

    changed = Signal()

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk

    def ask_name(self, confirm: ConfirmStrip) -> None:
        """Ask for the name of a follow-up session, and add it."""
        say = self._tools.say
        confirm.ask(
            say("sessions.add_question"),
            say("sessions.add_yes"),
            lambda values: self.add(values["name"]),
            [("name", say("sessions.add_name"))],
            values={"name": say("sessions.add_suggestion")},
            tone="calm",
        )

    def add(self, name: str) -> None:
        """Add a follow-up session, open from the start, and work on it."""
        self._desk.ask(lambda services: services.sessions.add(name), self._added)

    def turn(self, session: Session) -> None:
        """Close a session that is open, open one that is closed."""

        def work(services: Services) -> Session:
            if session.open:
                services.sessions.close(session)
            else:
                services.sessions.open(session)
            return services.sessions.by_id(session.id)

        self._desk.ask(work, self._turned)

    def work_on(self, session: Session) -> None:
        """Let door, hall and table work on a session."""
        if session.id != self._desk.session.id:
            self._desk.choose_session(session)
            self._tools.channel.info(message("sessions.working", session=session.name))
            self.changed.emit()

    def _added(self, session: Session) -> None:
        self._desk.guard.ask(Moment.SESSION)
        self._tools.channel.done(message("sessions.added", session=session.name))
        self._desk.choose_session(session)
        self.changed.emit()

    def _turned(self, session: Session) -> None:
        self._desk.guard.ask(Moment.SESSION)
        key = "sessions.opened" if session.open else "sessions.closed"
        self._tools.channel.done(message(key, session=session.name))
        if session.id == self._desk.session.id:
            self._desk.choose_session(session)
        self.changed.emit()


class SessionSign(PressButton):
    """Says at the side of every page which session is worked on, and leads to all of them."""

    def __init__(self, tools: Tools, desk: Desk, on_press: Callable[[], object]) -> None:
        super().__init__()
        self._say = tools.say
        self._desk = desk
        self.clicked.connect(lambda _=False: on_press())
        desk.session_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        session = self._desk.session
        state = self._say("sessions.is_open" if session.open else "sessions.is_closed")
        room = self.fontMetrics().elidedText(session.name, Qt.TextElideMode.ElideRight, _ROOM)
        self.setText(f"{state}\n{room}")
        self.setAccessibleName(self._say("sessions.sign", session=session.name, state=state))
        self.setToolTip(f"{session.name}. {self._say('sessions.sign_tip')}")
