"""Photographs of the ceremony: brought in, seen, captioned, put in order, left out again.

The paper that shows them is one of the papers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.attachments import Attachment
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.services.photographs import Photographs
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_open_many
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, icon_button, label, row
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.file_drop import FileDrop, files_of
from ceremony_app.ui_kit.widgets.form import FormRow, line
from ceremony_app.ui_kit.widgets.page_picture import PagePicture
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_LIST_WIDTH = 480

Change: TypeAlias = Callable[[Services], object]


@dataclass(frozen=True, slots=True)
class _Brought:
    count: int
    refused: tuple[KnownError, ...]


class PhotographsPanel(FileDrop):
    """Brings pictures in on the lane of pictures, so that no scan at a door waits."""

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._wanted = 0
        say = self._say
        self.bring = icon_button(
            tools, "import", say("photographs.panel.bring"), self._ask_files, kind="primary"
        )
        self.busy = BusyStrip(tools)
        self.table: DataTable[Attachment] = DataTable(
            say("photographs.panel.table"), self._columns(), sortable=False
        )
        self.table.chosen.connect(self._chosen)
        self.picture = PagePicture(say("photographs.panel.picture"))
        self.caption = FormRow(say("photographs.panel.caption"), line())
        self.caption.on_enter(self._describe)
        self.describe = icon_button(tools, "check", say("photographs.panel.keep"), self._describe)
        up, down = say("photographs.panel.earlier"), say("photographs.panel.later")
        self.earlier = icon_button(tools, "up", up, lambda: self._move(-1))
        self.later = icon_button(tools, "chevron-down", down, lambda: self._move(1))
        self.out = icon_button(tools, "close", say("photographs.panel.out"), self._ask_out)
        self.empty = EmptyState(
            tools, "import", say("photographs.panel.none"), say("photographs.panel.none_hint")
        )
        self.dropped.connect(self._take_dropped)
        self._lay_out()
        self._show([])

    def read(self) -> None:
        """Read which photographs there are."""
        self._desk.ask(lambda services: services.photographs.all(), self._show)

    def bring_files(self, paths: Sequence[Path]) -> None:
        """Bring photographs in, in the order of their names where a folder was given."""

        def work(file: CeremonyFile, report: Reporter) -> _Brought:
            files, refused, kept = files_of(paths), list[KnownError](), Photographs(file)
            for done, path in enumerate(files):
                report(done, len(files))
                try:
                    kept.add(path)
                except KnownError as error:
                    refused.append(error)
            return _Brought(len(files) - len(refused), tuple(refused))

        running = self._desk.draw(
            work, self._brought, self._failed, progress=self.busy.advance, cancelled=self._rest
        )
        self.bring.setEnabled(False)
        self.busy.watch(self._say("photographs.panel.bringing"), running)

    def _take_dropped(self, paths: list[Path]) -> None:
        if self.bring.isEnabled():
            self.bring_files(paths)

    def _ask_files(self) -> None:
        title, kinds = self._say("photographs.panel.bring"), self._say("photographs.panel.kinds")
        ask_open_many(self, title, kinds, self.bring_files)

    def _brought(self, brought: _Brought) -> None:
        self._rest()
        if brought.count:
            self._tools.channel.done(message("photographs.panel.brought", count=brought.count))
        for error in brought.refused:
            self._tools.channel.refuse(error)

    def _failed(self, error: KnownError) -> None:
        self._rest()
        self._tools.channel.refuse(error)

    def _rest(self) -> None:
        self.busy.rest()
        self.bring.setEnabled(True)
        self.read()

    def _show(self, photographs: Sequence[Attachment]) -> None:
        self.table.show_again(photographs, lambda one: one.id)
        if photographs and self.table.current() is None:
            self.table.selectRow(0)
        self.empty.setVisible(not photographs)
        for part in (self.table, self._beside, self.earlier, self.later, self.out):
            part.setVisible(bool(photographs))
        self._chosen(self.table.current())

    def _chosen(self, one: Attachment | None) -> None:
        at, last = self.table.currentIndex().row(), len(self.table.rows_model.rows) - 1
        self.earlier.setEnabled(one is not None and at > 0)
        self.later.setEnabled(one is not None and at < last)
        self.picture.clear()
        self._wanted += 1
        if one is not None:
            self.caption.value = one.caption
            wanted = self._wanted
            self._desk.ask(
                lambda services: QImage.fromData(services.photographs.content(one)),
                lambda image: self._show_picture(wanted, image),
            )

    def _show_picture(self, wanted: int, image: QImage) -> None:
        if wanted == self._wanted:
            self.picture.show_page(image)

    def _describe(self) -> None:
        one, words = self.table.current(), self.caption.value
        if one is not None:
            self._change(lambda services: services.photographs.describe(one, words))

    def _move(self, by: int) -> None:
        one = self.table.current()
        if one is not None:
            self._change(lambda services: services.photographs.move(one, by))

    def _ask_out(self) -> None:
        one = self.table.current()
        if one is not None:
            self._confirm.ask(
                self._say("photographs.panel.out_question", file=one.name),
                self._say("photographs.panel.out_yes"),
                lambda values: self._change(
                    lambda services: services.photographs.take_out(one, values["reason"])
                ),
                [("reason", self._say("table.sign.reason"))],
            )

    def _change(self, work: Change) -> None:
        self._desk.ask(work, lambda _: self.read())

    def _columns(self) -> list[Column[Attachment]]:
        say = self._say
        return [
            Column(say("photographs.panel.file"), lambda one: one.name, width=170),
            Column(say("photographs.panel.caption"), lambda one: one.caption or "-"),
        ]

    def _lay_out(self) -> None:
        say = self._say
        hint = label(say("photographs.panel.drop"), "quiet")
        head = row(self.bring, hint, None, self.busy, gap=14)
        written = row(self.caption, self.describe, gap=10)
        written.setStretch(0, 1)
        written.setAlignment(self.describe, Qt.AlignmentFlag.AlignBottom)
        inside = column(written, self.picture, gap=10, margin=10)
        inside.setStretch(1, 1)
        self._beside = box(inside, "card")
        self.table.setFixedWidth(_LIST_WIDTH)
        middle = row(self.table, gap=16)
        middle.addWidget(self._beside, 1)
        whole = column(head, gap=10)
        whole.addWidget(self.empty, 1)
        whole.addLayout(middle, 1)
        whole.addLayout(row(self.earlier, self.later, self.out, None, gap=10))
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)
