"""Whether the record agrees with itself, and with a code that was printed on signed minutes."""

from PySide6.QtWidgets import QListWidget, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.domain.errors import KnownError
from ceremony_app.services.record import Record
from ceremony_app.storage.verify import Verification
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, icon_button, label, restyle, row
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.form import FormRow, line


class VerifyPanel(QWidget):
    """Without a printed code it only says that the file agrees with itself, and no more."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        say = self._say
        self.head = FormRow(
            say("archive.verify.head"),
            line("0000 0000 0000 0000 0000 0000 0000 0000"),
            say("archive.verify.head_hint"),
        )
        self.check = icon_button(
            tools, "shield", say("archive.verify.do"), self.verify, kind="primary"
        )
        self.busy = BusyStrip(tools)
        self.verdict = label("", "title", wrap=True)
        self.about = label("", "", wrap=True)
        self.sealed = label("", "code", wrap=True)
        self.problems = QListWidget()
        self.problems.setAccessibleName(say("archive.verify.problems"))
        self.problems.setVisible(False)
        answer = column(self.verdict, self.about, self.sealed, self.problems, None, gap=10)
        answer.setContentsMargins(20, 16, 20, 16)
        words = label(say("archive.verify.about"), "quiet", wrap=True)
        self._answer = box(answer)
        self._answer.setVisible(False)
        whole = column(words, self.head, row(self.check, None), self.busy, gap=12)
        whole.addWidget(self._answer, 1)
        whole.addStretch(0)
        self.setLayout(whole)

    def verify(self) -> None:
        """Verify on a lane of its own, so that the door goes on."""
        head = self.head.value
        running = self._desk.draw(
            lambda file, _: Record(file).verify(head), self._show, self._failed
        )
        self._answer.setVisible(False)
        self.busy.watch(self._say("archive.verify.running"), running, can_stop=False)

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self.head.complain(self._say.say(error.message))

    def _show(self, found: Verification) -> None:
        self.busy.rest()
        say = self._say
        if not found.ok:
            verdict, tone = say("archive.verify.bad", count=len(found.problems)), "bad"
        elif found.since is not None:
            verdict, tone = say("archive.verify.good_head"), "good"
        else:
            verdict, tone = say("archive.verify.good_alone"), "good"
        self.verdict.setText(verdict)
        restyle(self.verdict, tone=tone)
        about = [say("archive.verify.events", count=found.events)]
        if found.since is not None:
            about.append(say("archive.verify.since", count=sum(found.since.values())))
        elif found.ok:
            about.append(say("archive.verify.no_head"))
        self.about.setText(" ".join(about))
        self.sealed.setText(say("archive.verify.sealed", head=found.head) if found.head else "")
        self.problems.clear()
        self.problems.addItems([say.say(problem) for problem in found.problems])
        self.problems.setVisible(bool(found.problems))
        self._answer.setVisible(True)
