"""From when arrivals are late and which quorum counts, as two fields that are kept at once."""

from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.door.missing_words import quorum_words
from ceremony_app.domain.attendance import LateRule, Quorum
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.services.attendance_rules import AttendanceRules
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line


class RulesFields(QWidget):
    """The time is that of the session in work; the quorum is the ceremony's."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        say = tools.say
        self._late, self._quorum = "", Quorum.NONE
        self._time = line(say("missing.late.placeholder"), width=110)
        self.late = FormRow(say("missing.late.name"), self._time)
        self._choice = choice([(one.value, say.say(quorum_words(one))) for one in Quorum])
        self.quorum = FormRow(say("missing.quorum.name"), self._choice)
        self.setLayout(row(self.late, self.quorum, gap=12))
        self._time.editingFinished.connect(self._keep_late)
        self._choice.activated.connect(lambda _: self._keep_quorum())

    def show_rules(self, late: LateRule, quorum: Quorum) -> None:
        """Show what is kept; what is being typed stays."""
        if late.since != self._late or not self._time.hasFocus():
            self._late = late.since
            self.late.value = late.since.replace(":", ".")
        self._quorum = quorum
        self.quorum.value = quorum.value

    def _keep_late(self) -> None:
        typed, session = self.late.value, self._desk.session
        if typed.replace(".", ":") == self._late:
            return

        def work(services: Services) -> str:
            return AttendanceRules(services.file).set_late_from(session, typed)

        self._desk.ask(work, self._kept_late, self._wrong_time)

    def _kept_late(self, since: str) -> None:
        self._late = since
        self._desk.details_changed.emit()
        told = "missing.late.kept" if since else "missing.late.none"
        self._tools.channel.done(message(told, time=since.replace(":", ".")))

    def _wrong_time(self, error: KnownError) -> None:
        self.late.complain(self._tools.say.say(error.message))

    def _keep_quorum(self) -> None:
        quorum = Quorum(self.quorum.value)
        if quorum is self._quorum:
            return

        def work(services: Services) -> None:
            AttendanceRules(services.file).set_quorum(quorum)

        self._desk.ask(work, lambda _: self._desk.details_changed.emit())
