"""Kehadiran: who is here, late, excused and missing, by division, while the scans go on."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.door.attendance_rules import RulesFields
from ceremony_app.console.door.attendance_watch import ALL, AttendanceWatch, Seen
from ceremony_app.console.door.away_list import AwayList
from ceremony_app.console.door.missing_words import curve_of, quorum_told, stack_of
from ceremony_app.console.door.statuses import StatusForm
from ceremony_app.console.words import status_words
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.messages import message
from ceremony_app.domain.papers import Made
from ceremony_app.domain.status import Status
from ceremony_app.services.facts import Choice
from ceremony_app.services.missing import Away
from ceremony_app.services.papers import Papers
from ceremony_app.services.statuses import MarkedMany, Remark, Statuses
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_save
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    column,
    holder,
    icon_button,
    label,
    restyle,
    row,
    scrolled,
)
from ceremony_app.ui_kit.widgets.chart import CurveChart
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.figure import Figure
from ceremony_app.ui_kit.widgets.stacks import StackKey, StackList
from ceremony_app.ui_kit.widgets.verdict import Answer

_CHART_LOW = 96
_KINDS = "PDF (*.pdf);;CSV (*.csv)"


class AttendancePanel(QWidget):
    """Reads only while it is in sight. `left` says that the operator wants the door again.

    `door` names the door under which marks are written; `stationery` makes the list on paper;
    without it nothing can be saved.
    """

    left = Signal()

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        door: Callable[[], str],
        stationery: Callable[[], Stationery] | None = None,
    ) -> None:
        super().__init__()
        self._tools, self._desk = tools, desk
        self.confirm = ConfirmStrip(tools)
        self._say = say = tools.say
        self._door, self._stationery = door, stationery
        self._divisions: tuple[str, ...] = ()
        self.watch = AttendanceWatch(tools, desk)
        self.here = Figure("0", say("missing.figure.present"))
        self.late = Figure("0", say("missing.figure.late"))
        self.excused = Figure("0", say("missing.figure.excused"))
        self.gone = Figure("0", say("missing.figure.missing"))
        self.quorum = label("", wrap=True)
        self._quorum_box = box(column(self.quorum, margin=10), "notice", "calm")
        self.rules = RulesFields(tools, desk)
        self.latest = label("", "quiet")
        self.chart = CurveChart(tools, say("missing.chart.name"), say("missing.chart.empty"))
        self.chart.setMinimumHeight(_CHART_LOW)
        self.stacks = StackList(tools)
        self.stacks.setAccessibleName(say("missing.divisions"))
        self.list = AwayList(tools)
        self.form = StatusForm(tools)
        self.back = icon_button(tools, "back", say("missing.back"), self.left.emit)
        self.save = icon_button(tools, "save", say("missing.save.do"), self._ask_save)
        self._lay_out()
        self.save.setVisible(stationery is not None)
        self._join()

    def tell(self, answer: Answer) -> None:
        """Say what the last scan was answered, since the big panel is out of sight."""
        who = f"{answer.word} · {answer.name}" if answer.name else answer.word
        self.latest.setText(self._say("missing.latest", answer=who))
        restyle(self.latest, tone=answer.tone, kind="")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.watch.start()
        self.list.table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.watch.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, seen: Seen) -> None:
        say, picture = self._say, seen.picture
        total = picture.total
        self.here.show_figure(str(total.present))
        self.late.show_figure(str(total.late))
        self.excused.show_figure(str(total.excused))
        self.gone.show_figure(str(total.missing))
        told, tone = quorum_told(say, picture.quorum)
        self.quorum.setText(told)
        restyle(self._quorum_box, tone=tone)
        self.rules.show_rules(picture.late, picture.quorum.rule)
        self.chart.show_curve(*curve_of(say, picture))
        self._divisions = tuple(tally.name for tally in picture.tallies)
        stacks = [stack_of(say, tally, picture) for tally in picture.tallies]
        self.stacks.show_stacks(stacks, self._place())
        self.list.show_away(seen.away, self._divisions)

    def _place(self) -> int:
        division = self.list.division
        return self._divisions.index(division) if division in self._divisions else -1

    def _choose_stack(self, place: int) -> None:
        again = place == self._place()
        self.list.choose_division(ALL if again else self._divisions[place])

    def _filtered(self) -> None:
        self.stacks.show_stacks(self.stacks.stacks, self._place())

    def _chosen(self, chosen: list[Away]) -> None:
        marked = sum(bool(one.event) for one in chosen)
        self.form.show_chosen(len(chosen), marked=marked, left=len(self.list.missing()))

    def _mark_chosen(self, status: Status, remark: Remark) -> None:
        people = [one.person.id for one in self.list.chosen()]
        self._mark(lambda statuses: statuses.mark_people(people, status, remark))

    def _ask_rest(self, status: Status, remark: Remark) -> None:
        division, count = self.list.division, len(self.list.missing())
        where = self._say("missing.all_divisions") if division == ALL else division
        asked = "missing.mark.question" if division else "missing.mark.question_none"
        of = None if division == ALL else division
        self.confirm.ask(
            self._say(asked, count=count, division=where, status=status_words(status)),
            self._say("missing.mark.do"),
            lambda _: self._mark(lambda desk: desk.mark_rest(status, remark, division=of)),
        )

    def _mark(self, work: Callable[[Statuses], MarkedMany]) -> None:
        session, door = self._desk.session, self._door()

        def mark(services: Services) -> MarkedMany:
            return work(services.door(session, door).statuses)

        self._desk.ask(mark, self._marked)

    def _marked(self, done: MarkedMany) -> None:
        self.form.clear()
        kept = message("missing.mark.done", count=len(done.events))
        self._changed()
        self._tools.channel.done(kept)

    def _ask_undo(self) -> None:
        events = [one.event for one in self.list.chosen() if one.event]
        self.confirm.ask(
            self._say("missing.undo.question", count=len(events)),
            self._say("missing.undo.do"),
            lambda values: self._undo(events, values),
            [("reason", self._say("door.undo.reason"))],
        )

    def _undo(self, events: list[str], values: Mapping[str, str]) -> None:
        session, door, reason = self._desk.session, self._door(), values["reason"]

        def undo(services: Services) -> int:
            return len(services.door(session, door).statuses.undo_all(events, reason))

        def done(count: int) -> None:
            self._changed()
            self._tools.channel.done(message("missing.undo.done", count=count))

        self._desk.ask(undo, done)

    def _changed(self) -> None:
        """The statuses are others, though the counts may be as they were."""
        self.watch.look_anew()
        self._desk.attendance_changed.emit()

    def _ask_save(self) -> None:
        suggestion = self._desk.path.with_name(self._say("missing.save.file"))
        ask_save(self, self._say("missing.save.do"), _KINDS, suggestion, self._save)

    def _save(self, out: Path) -> None:
        session, stationery = self._desk.session, self._stationery
        if stationery is None:
            return
        of = None if self.list.division == ALL else self.list.division

        def work(file: CeremonyFile, _: Reporter) -> Made:
            return Papers(file, stationery()).missing(out, Choice(session), division=of)

        told = message("missing.save.done", file=out.name)
        self._desk.draw(work, lambda _: self._tools.channel.done(told))

    def _lay_out(self) -> None:
        say = self._say
        figures: QHBoxLayout = row(self.here, self.late, self.excused, self.gone, gap=8)
        self._quorum_box.setMinimumWidth(280)
        top: QHBoxLayout = row(figures, self._quorum_box, self.rules, gap=12)
        top.setStretch(1, 1)
        names = [say("missing.key.present"), say("missing.key.late"), say("missing.key.excused")]
        left = column(self.chart, StackKey(self._tools, names), scrolled(self.stacks), gap=6)
        left.setStretch(0, 4)
        left.setStretch(2, 5)
        right = column(self.list, self.form, gap=8)
        right.setStretch(0, 1)
        body = row(holder(left), holder(right), gap=16)
        body.setStretch(0, 6)
        body.setStretch(1, 5)
        below = row(self.back, self.latest, None, self.form.undo, self.save)
        whole: QVBoxLayout = column(self.confirm, top, body, below, gap=10)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _join(self) -> None:
        self.watch.changed.connect(self._show)
        self.stacks.chosen.connect(self._choose_stack)
        self.list.filtered.connect(self._filtered)
        self.list.selected.connect(self._chosen)
        self.form.chosen_wanted.connect(self._mark_chosen)
        self.form.rest_wanted.connect(self._ask_rest)
        self.form.undo_wanted.connect(self._ask_undo)
