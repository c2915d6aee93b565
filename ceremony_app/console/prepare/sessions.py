"""All sessions of the ceremony: which there are, which are open, which one is worked on."""

from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.sessions import SessionKeeper
from ceremony_app.services.sessions import SessionCounts
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.table import Column, DataTable


class SessionsPanel(QWidget):
    """Enter on a session lets door, hall and table work on it."""

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._worked_on = ""
        say = self._say
        self.keeper = SessionKeeper(tools, desk)
        self.table: DataTable[SessionCounts] = DataTable(
            say("sessions.table"), self._columns(), sortable=False
        )
        self.add = icon_button(
            tools,
            "plus",
            say("sessions.add"),
            lambda: self.keeper.ask_name(confirm),
            kind="primary",
        )
        self.turn = icon_button(tools, "lock", say("sessions.close"), self._turn)
        self.work = icon_button(tools, "check", say("sessions.work"), self._work)
        whole = column(
            label(say("sessions.about"), "quiet", wrap=True),
            self.table,
            row(self.work, self.turn, None, self.add, gap=10),
            gap=10,
        )
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)
        self.table.chosen.connect(lambda _: self._show_actions())
        self.table.opened.connect(lambda _: self._work())
        self.keeper.changed.connect(self.read)
        desk.session_changed.connect(self._look_again)
        desk.attendance_changed.connect(self._look_again)

    def read(self) -> None:
        """Read the sessions again."""
        self._desk.ask(lambda services: services.sessions.counted(), self._show)

    def _show(self, sessions: list[SessionCounts]) -> None:
        chosen, now = self.table.current(), self._desk.session.id
        wanted = chosen.session.id if chosen and now == self._worked_on else now
        self._worked_on = now
        self.table.show_rows(sessions)
        ids = [one.session.id for one in sessions]
        self.table.selectRow(ids.index(wanted) if wanted in ids else 0)
        self._show_actions()

    def _show_actions(self) -> None:
        chosen = self.table.current()
        opened = chosen is not None and chosen.session.open
        words = self._say("sessions.close" if opened else "sessions.open")
        self.turn.setText(words)
        self.turn.setAccessibleName(words)
        icon = "lock" if opened else "unlock"
        self.turn.setIcon(self._tools.icons(icon, self._tools.palette.ink, 18))
        self.work.setEnabled(chosen is not None and chosen.session.id != self._desk.session.id)

    def _turn(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.keeper.turn(chosen.session)

    def _work(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.keeper.work_on(chosen.session)

    def _look_again(self) -> None:
        if self.isVisible():
            self.read()

    def _columns(self) -> list[Column[SessionCounts]]:
        say, colours = self._say, self._tools.palette

        def name(one: SessionCounts) -> str:
            if one.session.id == self._desk.session.id:
                return say("sessions.now", session=one.session.name)
            return one.session.name

        return [
            Column(say("sessions.number"), lambda one: str(one.session.number), width=60),
            Column(say("sessions.name"), name),
            Column(
                say("sessions.state"),
                lambda one: say("sessions.is_open" if one.session.open else "sessions.is_closed"),
                width=160,
                colour=lambda one: colours.good_ink if one.session.open else colours.warn_ink,
            ),
            Column(say("sessions.present"), lambda one: str(one.present), width=120, at_right=True),
            Column(say("sessions.pledged"), lambda one: str(one.pledged), width=120, at_right=True),
        ]
