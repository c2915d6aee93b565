"""Whether the record agrees with itself, and with a code that was printed on signed minutes."""

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.words import moment_in_figures
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.events import printed_head
from ceremony_app.domain.messages import message
from ceremony_app.services.history import History, Told
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.verify import Verification
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    column,
    holder,
    icon_button,
    label,
    picture,
    restyle,
    row,
    scrolled,
    word_list,
)
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.form import FormRow, line

_LEFT_WIDTH = 430
_SIGN = 40


@dataclass(frozen=True, slots=True)
class _Answer:
    found: Verification
    since: list[tuple[Told, int]]


class VerifyPanel(QWidget):
    """Without a printed code it only says that the file agrees with itself, and no more."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        say = self._say
        typed = line("xxxx xxxx xxxx xxxx xxxx xxxx xxxx xxxx")
        typed.returnPressed.connect(self.verify)
        self.head = FormRow(say("archive.verify.head"), typed)
        self.check = icon_button(
            tools, "shield", say("archive.verify.do"), self.verify, kind="primary"
        )
        self.busy = BusyStrip(tools)
        self.sealed = label("", "code", wrap=True)
        self.sealed_about = label("", "small", wrap=True)
        self.copy = icon_button(tools, "copy", say("archive.verify.copy"), self._copy)
        self.verdict = label("", "title", wrap=True)
        self.about = label("", wrap=True)
        self.list = word_list(say("archive.verify.problems"))
        self._sign = picture(tools, "shield", tools.palette.good_ink, _SIGN)
        self._list_name = label("", "caption")
        self._answer = QStackedWidget()
        self._lay_out()

    def read(self) -> None:
        """Read the latest seal."""

        def work(file: CeremonyFile, _: Reporter) -> list[Told]:
            return History(file).seals()[:1]

        self._desk.draw(work, self._show_seal)

    def verify(self) -> None:
        """Verify on a lane of its own, so that the door goes on."""
        head = self.head.value

        def work(file: CeremonyFile, report: Reporter) -> _Answer:
            found = Record(file).verify(head, report)
            return _Answer(found, History(file).openings(found.since or {}) if found.ok else [])

        running = self._desk.draw(
            work, self._show, self._failed, progress=self.busy.advance, cancelled=self._rest
        )
        self.check.setEnabled(False)
        self.busy.watch(self._say("archive.verify.running"), running)

    def _rest(self) -> None:
        self.busy.rest()
        self.check.setEnabled(True)

    def _failed(self, error: KnownError) -> None:
        self._rest()
        if error.message.key == "record.not_a_head":
            self.head.complain(self._say.say(error.message))
            self.head.field.setFocus()
        else:
            self._tools.channel.refuse(error)

    def _show(self, answer: _Answer) -> None:
        self._rest()
        say, found = self._say, answer.found
        tone = "good" if found.ok else "bad"
        colour = self._tools.palette.colours()[f"{tone}_ink"]
        icon = "shield" if found.ok else "warning"
        self._sign.setPixmap(self._tools.icons.pixmap(icon, colour, _SIGN, 2.0))
        self.verdict.setText(self._verdict(found))
        restyle(self.verdict, tone=tone)
        self.about.setText(" ".join(self._sentences(found)))
        name = say("archive.verify.problems" if found.problems else "archive.verify.since_list")
        self._list_name.setText(name)
        self.list.setAccessibleName(name)
        self.list.clear()
        if not _only_strange_head(found):
            self.list.addItems([say.say(problem) for problem in found.problems])
        self.list.addItems([self._since_words(told, count) for told, count in answer.since])
        self._list_name.setVisible(self.list.count() > 0)
        self.list.setVisible(self.list.count() > 0)
        self._answer.setCurrentIndex(1)
        self.read()

    def _verdict(self, found: Verification) -> str:
        if _only_strange_head(found):
            return self._say("archive.verify.strange_head")
        if not found.ok:
            return self._say("archive.verify.bad", count=len(found.problems))
        if found.since is not None:
            return self._say("archive.verify.good_head")
        return self._say("archive.verify.good_alone")

    def _sentences(self, found: Verification) -> list[str]:
        say = self._say
        told = [say("archive.verify.events", count=found.events)]
        if _only_strange_head(found):
            told.append(say("archive.verify.strange_head_hint"))
        elif not found.ok:
            told.append(say("archive.verify.bad_hint"))
        elif found.since is None:
            told.append(say("archive.verify.no_head"))
        elif found.since:
            told.append(say("archive.verify.since", count=sum(found.since.values())))
        else:
            told.append(say("archive.verify.since_none"))
        if found.erased:
            told.append(say("archive.verify.erased", count=found.erased))
        return told

    def _since_words(self, told: Told, count: int) -> str:
        at = moment_in_figures(told.event.local)
        if not told.operator:
            return self._say("archive.verify.since_at", at=at, count=count)
        return self._say("archive.verify.since_by", at=at, count=count, operator=told.operator)

    def _show_seal(self, seals: list[Told]) -> None:
        self.copy.setVisible(bool(seals))
        self.sealed.setVisible(bool(seals))
        if not seals:
            self.sealed_about.setText(self._say("archive.verify.never_sealed"))
            return
        seal = seals[0]
        self.sealed.setText(printed_head(seal.event.hash))
        self.sealed_about.setText(
            self._say(
                "archive.verify.sealed_at",
                at=moment_in_figures(seal.event.local),
                events=seal.number("events"),
            )
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.sealed.text())
        self._tools.channel.done(message("archive.verify.copied"))

    def _card(self) -> QFrame:
        head = row(self._sign, self.verdict, gap=14)
        head.setStretch(1, 1)
        inside = column(head, self.about, self._list_name, self.list, gap=12)
        inside.addStretch(0)
        inside.setStretch(3, 1)
        inside.setContentsMargins(22, 18, 22, 18)
        return box(inside)

    def _lay_out(self) -> None:
        say, tools = self._say, self._tools
        check = column(
            label(say("archive.verify.heading"), "heading"),
            label(say("archive.verify.explained"), "quiet", wrap=True),
            self.head,
            row(self.check, None),
            self.busy,
            gap=10,
        )
        check.setContentsMargins(18, 14, 18, 16)
        seal = column(
            label(say("archive.verify.sealed"), "heading"),
            self.sealed,
            self.sealed_about,
            row(self.copy, None),
            gap=8,
        )
        seal.setContentsMargins(18, 14, 18, 16)
        left = column(box(check), box(seal), None, gap=12)
        side = scrolled(holder(left))
        side.setFixedWidth(_LEFT_WIDTH)
        empty = EmptyState(
            tools, "shield", say("archive.verify.not_yet"), say("archive.verify.not_yet_hint")
        )
        self._answer.addWidget(empty)
        self._answer.addWidget(self._card())
        whole = row(side, self._answer, gap=16)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)


def _only_strange_head(found: Verification) -> bool:
    """Whether the record is whole, and only the code that was typed is not one of its seals."""
    return [problem.key for problem in found.problems] == ["verify.no_such_head"]
