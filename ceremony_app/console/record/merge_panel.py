"""A copy that was used elsewhere: looked at first, then taken in."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.merge import Difference
from ceremony_app.ui_kit.choose_file import ask_open
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    clear,
    column,
    icon_button,
    label,
    row,
)
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.figure import Figure

_EMPTY, _PREVIEW = range(2)
_CONFLICTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Looked:
    """Another file and what it would bring."""

    other: Path
    difference: Difference


class MergePanel(QWidget):
    """Nothing is taken in before somebody has seen what it is."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._looked: Looked | None = None
        say = self._say
        self.choose = icon_button(tools, "join", say("archive.merge.choose"), self._ask)
        self.choose_first = icon_button(
            tools, "join", say("archive.merge.choose"), self._ask, kind="primary"
        )
        self.merge = icon_button(
            tools, "check", say("archive.merge.do"), self.take_in, kind="primary"
        )
        self.leave = button(say("ui.cancel"), self._leave)
        self.busy = BusyStrip(tools)
        self.title = label("", "heading", wrap=True)
        self.sentences = label("", wrap=True)
        self.alarm = label("", tone="bad", wrap=True)
        self._alarm_box = box(column(self.alarm, margin=10), "notice", "bad")
        self._figures = row(gap=12)
        self._stack = QStackedWidget()
        self._lay_out()

    def compare(self, other: Path) -> None:
        """Look what a copy would bring; nothing is changed."""

        def work(file: CeremonyFile, _: Reporter) -> Looked:
            return Looked(other, Record(file).compare(other))

        running = self._desk.draw(work, self._show, lambda error: self._refuse(other, error))
        self.busy.watch(self._say("archive.merge.comparing"), running, can_stop=False)

    def take_in(self) -> None:
        """Take in what was looked at."""
        if self._looked is None:
            return
        other = self._looked.other

        def work(file: CeremonyFile, _: Reporter) -> Looked:
            return Looked(other, Record(file).merge(other))

        running = self._desk.draw(work, self._merged, lambda error: self._refuse(other, error))
        self.merge.setEnabled(False)
        self.busy.watch(self._say("archive.merge.merging"), running, can_stop=False)

    def _show(self, looked: Looked) -> None:
        self.busy.rest()
        self._looked = looked
        found, say = looked.difference, self._say
        possible = bool(found.events) and not found.conflicts
        title = "archive.merge.would_bring" if possible else "archive.merge.brings_nothing"
        if found.conflicts:
            title = "archive.merge.refused"
        conflict = say("archive.merge.conflict", count=len(found.conflicts), events=_named(found))
        self._tell(
            say(title, file=looked.other.name),
            self._explained(found),
            alarm=conflict if found.conflicts else "",
            possible=possible,
        )
        for count, key in (
            (found.events, "archive.merge.events"),
            (found.scans, "archive.merge.scans"),
            (found.people, "archive.merge.people"),
            (found.known, "archive.merge.known"),
            (found.both, "archive.merge.both"),
        ):
            self._figures.addWidget(Figure(str(count), say(key)))
        self._figures.addStretch(1)

    def _refuse(self, other: Path, error: KnownError) -> None:
        """Say in the page why a copy is not taken in, in the place of what it would bring."""
        self.busy.rest()
        self._looked = None
        title = self._say("archive.merge.refused", file=other.name)
        self._tell(title, [], alarm=self._say.say(error.message), possible=False)

    def _tell(self, title: str, told: list[str], *, alarm: str, possible: bool) -> None:
        clear(self._figures)
        self.title.setText(title)
        self.sentences.setText("\n".join(told))
        self.sentences.setVisible(bool(told))
        self.alarm.setText(alarm)
        self._alarm_box.setVisible(bool(alarm))
        self.merge.setVisible(possible)
        self.merge.setEnabled(possible)
        self._stack.setCurrentIndex(_PREVIEW)
        (self.merge if possible else self.choose).setFocus()

    def _explained(self, found: Difference) -> list[str]:
        say = self._say
        if found.conflicts:
            return []
        if not found.events:
            return [say("archive.merge.nothing")]
        told = [say("archive.merge.sound"), say("archive.merge.kept")]
        if found.both:
            told.append(say("archive.merge.both_hint"))
        if found.doubtful:
            told.append(say("archive.merge.doubtful", count=found.doubtful))
        return told

    def _merged(self, looked: Looked) -> None:
        self._leave()
        self._tools.channel.done(
            message("archive.merge.done", file=looked.other.name, events=looked.difference.events)
        )
        for changed in (
            self._desk.details_changed,
            self._desk.texts_changed,
            self._desk.people_changed,
            self._desk.attendance_changed,
        ):
            changed.emit()

    def _leave(self) -> None:
        self.busy.rest()
        self._looked = None
        self._stack.setCurrentIndex(_EMPTY)
        self.choose_first.setFocus()

    def _ask(self) -> None:
        title, kinds = self._say("archive.merge.choose"), self._say("archive.copy.kinds")
        ask_open(self, title, kinds, self.compare)

    def _lay_out(self) -> None:
        say = self._say
        empty = EmptyState(
            self._tools,
            "join",
            say("archive.merge.heading"),
            say("archive.merge.about"),
            self.choose_first,
        )
        self._stack.addWidget(empty)
        self._stack.addWidget(self._preview())
        whole = column(self.busy, self._stack, gap=8)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    def _preview(self) -> QWidget:
        inside = column(
            self.title,
            self._figures,
            self.sentences,
            self._alarm_box,
            row(self.merge, self.choose, self.leave, None, gap=10),
            gap=14,
        )
        inside.setContentsMargins(22, 18, 22, 18)
        card: QFrame = box(inside)
        holder = QWidget()
        holder.setLayout(column(card, None))
        return holder


def _named(found: Difference) -> str:
    shown = [f"{one.writer}:{one.seq}" for one in found.conflicts[:_CONFLICTS_SHOWN]]
    return ", ".join([*shown, *(["…"] if len(found.conflicts) > _CONFLICTS_SHOWN else [])])
