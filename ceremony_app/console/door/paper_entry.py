"""From paper: the numbers that were ticked on a printed list, typed in and looked at first."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.words import status_words
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.status import Status
from ceremony_app.services.facts import Choice
from ceremony_app.services.paper_list import FromPaper, PaperLine, PaperList, PaperLists
from ceremony_app.services.paper_list_print import PrintedList, print_paper_list
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_save
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_PAUSE_MS = 250
"""Names are looked up when the hands rest: not for each digit of a number."""


class PaperEntry(QWidget):
    """A field for numbers, whose they are, and one button; `recorded` says that people came.

    Names are read on the lane of pictures, so that no scan waits for them. What cannot be read
    is said beside the field, and nothing can be recorded before it is mended.
    """

    recorded = Signal()

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        door: Callable[[], str],
        stationery: Callable[[], Stationery] | None = None,
    ) -> None:
        super().__init__()
        self._tools, self._say, self._desk = tools, tools.say, desk
        self._door, self._stationery = door, stationery
        self._lists: list[PaperList] = []
        self._previewed = ""
        say = tools.say
        self.list = FormRow(say("paper_list.tab.list"), choice([]))
        kinds = [(one.value, say.say(status_words(one))) for one in (Status.PRESENT, Status.LATE)]
        self.status = FormRow(say("paper_list.tab.late"), choice(kinds))
        self.numbers = FormRow(say("paper_list.tab.numbers"), line(say("paper_list.tab.example")))
        self.table: DataTable[PaperLine] = DataTable(
            say("paper_list.tab.preview"), self._columns(tools), sortable=False
        )
        self.record = icon_button(
            tools, "check", say("paper_list.tab.nothing"), self._record, kind="primary"
        )
        self.print = icon_button(tools, "printer", say("paper_list.tab.print"), self._ask_print)
        self.print.setVisible(stationery is not None)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._join()

    def read(self) -> None:
        """Read which lists were printed; what was typed stays."""
        self._desk.ask(lambda services: PaperLists(services.file).all(), self._show_lists)

    def _show_lists(self, lists: list[PaperList]) -> None:
        if lists != self._lists:
            self._lists = lists
            chosen = self.list.value
            self.list.refill([(one.code, one.code) for one in lists])
            if chosen in {one.code for one in lists}:
                self.list.value = chosen
        for part in (self.list, self.status, self.numbers, self.table, self.record):
            part.setVisible(bool(lists))
        # The names take all the room there is; without a list the room stays below.
        self._whole.setStretchFactor(self.table, int(bool(lists)))
        self._whole.setStretch(self._whole.count() - 1, int(not lists))
        self._wait()

    def _wait(self) -> None:
        self._previewed = ""
        self.record.setEnabled(False)
        self._pause.start()

    def _preview(self) -> None:
        typed, printed = self.numbers.value, self._printed()
        if not typed or printed is None:
            self._show_lines(typed, [])
            return
        session = self._desk.session

        def work(file: CeremonyFile, _: Reporter) -> list[PaperLine]:
            return PaperLists(file).preview(printed, typed, session)

        self._desk.draw(
            work, lambda lines: self._show_lines(typed, lines), lambda e: self._complain(typed, e)
        )

    def _show_lines(self, typed: str, lines: list[PaperLine]) -> None:
        if typed != self.numbers.value:
            return
        self._previewed = typed
        self.table.show_rows(lines)
        new = sum(one.arrival is None for one in lines)
        say = self._say
        self.record.setText(
            say("paper_list.tab.record", count=new) if new else say("paper_list.tab.nothing")
        )
        self.record.setEnabled(new > 0)

    def _complain(self, typed: str, error: KnownError) -> None:
        if typed == self.numbers.value:
            self.table.show_rows([])
            self.numbers.complain(self._say.say(error.message))

    def _record(self) -> None:
        typed, printed = self.numbers.value, self._printed()
        if printed is None or not typed or typed != self._previewed:
            return
        session, door, status = self._desk.session, self._door(), Status(self.status.value)

        def work(services: Services) -> FromPaper:
            lists = PaperLists(services.file)
            return lists.record(printed, typed, session, door, status=status)

        self.record.setEnabled(False)
        self._desk.ask(work, self._done, lambda error: self._complain(typed, error))

    def _done(self, done: FromPaper) -> None:
        self._tools.channel.done(message("paper_list.tab.done", count=len(done.events)))
        self.numbers.value = ""
        self.numbers.field.setFocus()
        self.recorded.emit()

    def _printed(self) -> PaperList | None:
        return next((one for one in self._lists if one.code == self.list.value), None)

    def _ask_print(self) -> None:
        say = self._say
        suggestion = self._desk.path.with_name(say("paper_list.tab.file"))
        kinds = say("paper_list.tab.print_kinds")
        ask_save(self, say("paper_list.tab.print"), kinds, suggestion, self.print_to)

    def print_to(self, out: Path) -> None:
        """Make a new list and keep who stands at which number."""
        if self._stationery is None:
            return
        stationery, session = self._stationery, self._desk.session

        def work(file: CeremonyFile, _: Reporter) -> PrintedList:
            return print_paper_list(file, stationery(), out, Choice(session))

        def made(printed: PrintedList) -> None:
            code = printed.list.code
            self._tools.channel.done(message("paper_list.tab.made", code=code, file=out.name))
            self.read()

        self._desk.draw(work, made)

    def _columns(self, tools: Tools) -> list[Column[PaperLine]]:
        say, colours = tools.say, tools.palette
        return [
            Column(say("paper_list.tab.number"), lambda one: str(one.number), 56, at_right=True),
            Column(say("door.column.name"), lambda one: one.person.name),
            Column(
                say("door.column.status"),
                lambda one: say("paper_list.tab.here") if one.arrival else "",
                width=120,
                colour=lambda _: colours.quiet,
            ),
        ]

    def _lay_out(self) -> None:
        about = label(self._say("paper_list.tab.about"), "quiet", wrap=True)
        whole = column(
            about,
            row(self.list, self.status),
            self.numbers,
            self.table,
            row(self.record, self.print, None),
            gap=10,
        )
        whole.addStretch(1)
        whole.setContentsMargins(0, 10, 0, 0)
        self._whole = whole
        self.setLayout(whole)

    def _join(self) -> None:
        self._pause.timeout.connect(self._preview)
        self.numbers.on_change(self._wait)
        self.list.on_change(self._wait)
        self._desk.session_changed.connect(self._wait)
        # Enter goes to the button, so that the names have been in sight before it is pressed.
        self.numbers.on_enter(self.record.setFocus)
