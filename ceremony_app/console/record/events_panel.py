"""The latest events in plain words, newest first; filtered by kind and by name."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.record.event_detail import EventDetail
from ceremony_app.console.record.event_words import event_words
from ceremony_app.console.record.groups import GROUPS, group_named
from ceremony_app.console.words import moment_in_figures
from ceremony_app.services.history import History, Told, Wanted
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, holder, label, row
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.form import choice
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_AT_ONCE = 500
_SETTLE_MS = 300


@dataclass(frozen=True, slots=True)
class _Known:
    events: list[Told]
    count: int


class EventsPanel(QWidget):
    """Reads beside the door, on a lane of its own, and again whenever something has changed."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._limit = _AT_ONCE
        say = self._say
        self.group = choice([(group.name, say.say(group.words)) for group in GROUPS])
        self.group.setAccessibleName(say("archive.events.group"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("archive.events.search"))
        self.search.setAccessibleName(say("archive.events.search"))
        self.search.setClearButtonEnabled(True)
        self.count = label("", "quiet")
        self.table: DataTable[Told] = DataTable(
            say("archive.events.table"), self._columns(), sortable=False
        )
        self.detail = EventDetail(tools)
        self.more = button(say("archive.events.more"), self._read_more)
        self.more.setVisible(False)
        self._stack = QStackedWidget()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out()
        self._join()

    def read(self) -> None:
        """Read the events that are wanted again."""
        group = group_named(str(self.group.currentData()))
        wanted = Wanted(self._limit, group.kinds, group.verdicts, self.search.text())

        def work(file: CeremonyFile, _: Reporter) -> _Known:
            return _Known(History(file).read(wanted), Journal(file).count())

        self._desk.draw(work, self._show)

    def _show(self, known: _Known) -> None:
        chosen = self.table.current()
        self.table.show_rows(known.events)
        names = [told.event.name for told in known.events]
        if names:
            kept = chosen is not None and chosen.event.name in names
            self.table.selectRow(names.index(chosen.event.name) if kept and chosen else 0)
        self._stack.setCurrentIndex(0 if names else 1)
        self.count.setText(self._say("archive.events.count", shown=len(names), all=known.count))
        self.more.setVisible(len(names) == self._limit)
        self.detail.show_event(self.table.current())

    def _read_more(self) -> None:
        self._limit += _AT_ONCE
        self.read()

    def _filter(self) -> None:
        self._limit = _AT_ONCE
        self._settle.start()

    def _look_again(self) -> None:
        if self.isVisible():
            self._settle.start()

    def _columns(self) -> list[Column[Told]]:
        say, colours = self._say, self._tools.palette

        def who(told: Told) -> str:
            return told.who or (say("archive.erased_name") if told.event.person else "")

        return [
            Column(
                say("archive.events.at"),
                lambda told: moment_in_figures(told.event.local, zone=False),
                width=174,
            ),
            Column(
                say("archive.events.what"),
                lambda told: say.say(event_words(told)),
                colour=lambda told: colours.quiet if told.taken_back else "",
            ),
            Column(say("archive.events.who"), who, width=190),
            Column(say("archive.events.door"), lambda told: told.event.door, width=118),
        ]

    def _lay_out(self) -> None:
        say = self._say
        self.search.setMinimumWidth(260)
        self.group.setMinimumWidth(230)
        head = row(self.group, self.search, self.count, None, self.more, gap=12)
        body = row(self.table, self.detail, gap=14)
        body.setStretch(0, 1)
        body.setContentsMargins(0, 0, 0, 0)
        empty = EmptyState(
            self._tools, "record", say("archive.events.none"), say("archive.events.none_hint")
        )
        self._stack.addWidget(holder(body))
        self._stack.addWidget(empty)
        whole = column(head, self._stack, gap=10)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    def _join(self) -> None:
        self._settle.timeout.connect(self.read)
        self._desk.closing.connect(self._settle.stop)
        self.group.currentIndexChanged.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.table.chosen.connect(self.detail.show_event)
        for changed in (
            self._desk.details_changed,
            self._desk.texts_changed,
            self._desk.people_changed,
            self._desk.attendance_changed,
            self._desk.session_changed,
        ):
            changed.connect(self._look_again)
