"""The latest events, newest first."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.record.kinds import kind_words
from ceremony_app.console.words import day_and_hour, verdict_words
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_SHOWN = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """An event with the name of whom it is about, as people know it."""

    event: Event
    who: str


@dataclass(frozen=True, slots=True)
class _Known:
    lines: list[Line]
    count: int


class EventsPanel(QWidget):
    """Reads the newest events; names are looked up, the record itself holds none."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._say = tools.say
        self._desk = desk
        say = self._say
        self.count = label("", "lead")
        self.table: DataTable[Line] = DataTable(
            say("archive.events.table"),
            [
                Column(
                    say("archive.events.at"), lambda one: day_and_hour(one.event.local), width=150
                ),
                Column(say("archive.events.what"), self._what),
                Column(say("archive.events.who"), lambda one: one.who),
                Column(say("archive.events.door"), lambda one: one.event.door, width=140),
                Column(say("archive.events.name"), lambda one: one.event.name, width=200),
            ],
            sortable=False,
        )
        again = icon_button(tools, "repeat", say("archive.events.again"), self.read)
        self.setLayout(column(row(self.count, None, again), self.table, gap=10))

    def read(self) -> None:
        """Read the newest events again."""

        def work(services: Services) -> _Known:
            journal = Journal(services.file)
            names = {person.id: person.name for person in services.people.everyone()}
            details = services.preparation.details()
            names.update({party.id: party.name for party in details.parties})
            events = journal.latest(_SHOWN)
            lines = [Line(event, names.get(event.person, "")) for event in events]
            return _Known(lines, journal.count())

        self._desk.ask(work, self._show)

    def _show(self, known: _Known) -> None:
        self.table.show_rows(known.lines)
        self.count.setText(
            self._say("archive.events.count", shown=len(known.lines), all=known.count)
        )

    def _what(self, line: Line) -> str:
        words = self._say.say(kind_words(line.event.kind))
        if line.event.kind == EventKind.SCAN.value:
            verdict = Verdict(str(body_of(line.event)["verdict"]))
            return f"{words}: {self._say.say(verdict_words(verdict)).capitalize()}"
        return words
