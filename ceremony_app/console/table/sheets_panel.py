"""Signed sheets that came back: brought in, seen beside their papers, matched, taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.table.paper_maker import Means
from ceremony_app.console.table.sheet_pair import SheetPair, turn
from ceremony_app.console.table.sheet_words import (
    brought_words,
    paper_name,
    refusals,
    state_words,
)
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.signed_sheets import PageBrought, PaperMade, SheetPage
from ceremony_app.services.sheet_intake import SheetIntake
from ceremony_app.services.sheet_signers import SheetSigners, Unsigned
from ceremony_app.services.signed_sheets import Target
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_open_many
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row, word_list
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.file_drop import FileDrop, files_of
from ceremony_app.ui_kit.widgets.table import Column, DataTable

Change: TypeAlias = Callable[[Services], object]

_LIST_WIDTH = 440
_REFUSAL_HEIGHT, _REFUSALS_SEEN = 58, 2


@dataclass(frozen=True, slots=True)
class _Known:
    pages: tuple[SheetPage, ...]
    papers: tuple[PaperMade, ...]
    names: Mapping[str, str]


class SheetsPanel(FileDrop):
    """Brings files in on the lane of pictures, so that no scan at a door waits."""

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip, means: Means) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._unsigned: Unsigned | None = None
        say = self._say
        self.bring = icon_button(
            tools, "import", say("sheets.panel.bring"), self._ask_files, kind="primary"
        )
        self.busy = BusyStrip(tools)
        self.refused = word_list(say("sheets.panel.refused"))
        self.table: DataTable[SheetPage] = DataTable(say("sheets.panel.table"), self._columns())
        self.table.chosen.connect(self._chosen)
        self.turn = icon_button(tools, "repeat", say("sheets.panel.turn"), self._turn)
        self.unmatch = icon_button(tools, "undo", say("sheets.panel.unmatch"), self._ask_unmatch)
        self.out = icon_button(tools, "close", say("sheets.panel.out"), self._ask_out)
        self.sign = icon_button(tools, "sign", say("sheets.panel.sign"), self._ask_sign)
        self.pair = SheetPair(tools, desk, means.stationery, means.folder, self._match)
        self.empty = EmptyState(
            tools, "scan", say("sheets.panel.none"), say("sheets.panel.none_hint")
        )
        self._names: Mapping[str, str] = {}
        self.dropped.connect(self._take_dropped)
        self._lay_out()
        self._show(_Known((), (), {}))

    def read(self) -> None:
        """Read which pages there are."""

        def work(services: Services) -> _Known:
            desk = services.sheets
            names = {one.id: one.name for one in services.people.everyone()}
            return _Known(tuple(desk.all()), tuple(desk.papers()), names)

        self._desk.ask(work, self._show)

    def bring_files(self, paths: Sequence[Path]) -> None:
        """Bring files in; a folder brings the files in it."""

        def work(file: CeremonyFile, report: Reporter) -> list[PageBrought]:
            return SheetIntake(file).bring(files_of(paths), report)

        self.refused.setVisible(False)
        running = self._desk.draw(
            work,
            self._brought,
            self._failed,
            progress=self.busy.advance,
            cancelled=self._stopped,
        )
        self.bring.setEnabled(False)
        self.busy.watch(self._say("sheets.panel.bringing"), running)

    def _take_dropped(self, paths: list[Path]) -> None:
        if self.bring.isEnabled():
            self.bring_files(paths)

    def _ask_files(self) -> None:
        title, kinds = self._say("sheets.panel.bring"), self._say("sheets.panel.kinds")
        ask_open_many(self, title, kinds, self.bring_files)

    def _brought(self, brought: list[PageBrought]) -> None:
        self._rest()
        self._tools.channel.done(brought_words(brought))
        lines = refusals(self._say, brought)
        self.refused.clear()
        self.refused.addItems(lines)
        self.refused.setFixedHeight(_REFUSAL_HEIGHT * min(_REFUSALS_SEEN, len(lines)))
        self.refused.setVisible(bool(lines))

    def _stopped(self) -> None:
        self._rest()
        self._tools.channel.done(message("sheets.panel.stopped"))

    def _failed(self, error: KnownError) -> None:
        self._rest()
        self._tools.channel.refuse(error)

    def _rest(self) -> None:
        self.busy.rest()
        self.bring.setEnabled(True)
        self.read()

    def _show(self, known: _Known) -> None:
        self._names = known.names
        self.pair.know(known.papers, known.names)
        self.table.show_again(known.pages, lambda page: page.scan.id)
        if known.pages and self.table.current() is None:
            self.table.selectRow(0)
        self.empty.setVisible(not known.pages)
        for part in (self.table, self.pair, self.turn, self.unmatch, self.out):
            part.setVisible(bool(known.pages))
        self._chosen(self.table.current())

    def _chosen(self, page: SheetPage | None) -> None:
        self.pair.show_page(page)
        place = page.place if page else None
        for button in (self.turn, self.out):
            button.setEnabled(page is not None)
        self.unmatch.setEnabled(place is not None)
        self.sign.setVisible(False)
        self._unsigned = None
        if page is not None and place is not None:
            self._desk.ask(
                lambda services: SheetSigners(services.file).unsigned(place),
                lambda found: self._offer(page, found),
            )

    def _offer(self, page: SheetPage, found: Unsigned | None) -> None:
        if page == self.table.current():
            self._unsigned = found
            self.sign.setVisible(found is not None)

    def _match(self, page: SheetPage, target: Target) -> None:
        self._change(lambda services: services.sheets.match(page, target), "sheets.panel.matched")

    def _turn(self) -> None:
        page = self.table.current()
        if page is not None:
            self.turn.setEnabled(False)
            self._desk.draw(turn(page), lambda _: self.read(), self._failed)

    def _ask_unmatch(self) -> None:
        page = self.table.current()
        if page is not None:
            self._confirm.ask(
                self._say("sheets.panel.unmatch_question", file=page.scan.name),
                self._say("sheets.panel.unmatch_yes"),
                lambda values: self._change(
                    lambda services: services.sheets.unmatch(page, values["reason"]),
                    "sheets.panel.unmatched",
                ),
                [("reason", self._say("table.sign.reason"))],
            )

    def _ask_out(self) -> None:
        page = self.table.current()
        if page is not None:
            self._confirm.ask(
                self._say("sheets.panel.out_question", file=page.scan.name, page=page.scan.page),
                self._say("sheets.panel.out_yes"),
                lambda values: self._change(
                    lambda services: services.sheets.take_out(page, values["reason"]),
                    "sheets.panel.taken_out",
                ),
                [("reason", self._say("table.sign.reason"))],
            )

    def _ask_sign(self) -> None:
        page, unsigned = self.table.current(), self._unsigned
        if page is None or page.place is None or unsigned is None:
            return
        place, names = page.place, ", ".join(one.name for one in unsigned.who)
        self._confirm.ask(
            self._say("sheets.panel.sign_question", names=names, pact=unsigned.pact.title),
            self._say("sheets.panel.sign_yes"),
            lambda _: self._change(
                lambda services: SheetSigners(services.file).record(place, unsigned),
                "sheets.panel.signed",
            ),
        )

    def _change(self, work: Change, told: str) -> None:
        def changed(_: object) -> None:
            self._tools.channel.done(message(told))
            # The hall and the other tabs count signatures too.
            self._desk.attendance_changed.emit()
            self.read()

        self._desk.ask(work, changed)

    def _document(self, page: SheetPage) -> str:
        place = page.place
        if place is None:
            return "-"
        name = paper_name(self._say, place.paper)
        whose = self._names.get(place.paper.whose(place.sheet), "")
        if whose:
            return whose
        return f"{name}, {place.page}" if place.page > 1 else name

    def _columns(self) -> list[Column[SheetPage]]:
        say, colours = self._say, self._tools.palette
        return [
            Column(say("sheets.panel.file"), lambda page: page.scan.name),
            Column(
                say("sheets.panel.page"),
                lambda page: str(page.scan.page),
                width=56,
                order=lambda page: page.scan.page,
                at_right=True,
            ),
            Column(say("sheets.panel.paper"), self._document),
            Column(
                say("sheets.panel.state"),
                lambda page: say.say(state_words(page)),
                width=96,
                colour=lambda page: colours.good_ink if page.place else colours.warn_ink,
            ),
        ]

    def _lay_out(self) -> None:
        say = self._say
        head = row(self.bring, label(say("sheets.panel.drop"), "quiet"), None, self.busy, gap=14)
        actions = row(self.turn, self.unmatch, self.out, self.sign, None, gap=10)
        self.refused.setVisible(False)
        self.table.setMinimumWidth(_LIST_WIDTH)
        middle = row(gap=16)
        middle.addWidget(self.table, 3)
        middle.addWidget(self.pair, 5)
        whole = column(head, self.refused, gap=10)
        whole.addWidget(self.empty, 1)
        whole.addLayout(middle, 1)
        whole.addLayout(actions)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)
