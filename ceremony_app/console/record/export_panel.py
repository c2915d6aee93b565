"""The office's archive: one folder with everything, made here and checked here."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.record.titled_card import titled_card
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message, message
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_folder, ask_open
from ceremony_app.ui_kit.tasks import Reporter, Running
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

_LEFT_WIDTH = 430
_SIGN = 40

Answer = tuple[bool, Message, Sequence[Message]]
"""Whether all is well, in one sentence, and what belongs to it."""


class ExportPanel(QWidget):
    """Works on the lane of pictures, so that no scan waits; making can be cancelled."""

    def __init__(self, tools: Tools, desk: Desk, stationery: Callable[[], Stationery]) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._stationery = stationery
        say = self._say
        self.make = icon_button(
            tools, "folder", say("export.panel.make"), self._ask_place, kind="primary"
        )
        self.folder = icon_button(tools, "shield", say("export.panel.folder"), self._ask_folder)
        self.paper = icon_button(tools, "search", say("export.panel.paper"), self._ask_paper)
        self.busy = BusyStrip(tools)
        self.verdict = label("", "title", wrap=True)
        self.list = word_list(say("export.panel.details"))
        self._sign = picture(tools, "shield", tools.palette.good_ink, _SIGN)
        self._answer = QStackedWidget()
        self._lay_out()

    def write_into(self, place: Path) -> None:
        """Make the archive in a new folder of `place`, named after the ceremony's file."""
        target, stationery = _free_name(place, self._desk.path.stem), self._stationery

        def work(file: CeremonyFile, report: Reporter) -> Answer:
            from ceremony_app.services.archive import Archive

            made = Archive(file, stationery()).write(target, report)
            said = message("export.made", folder=str(made.folder), count=made.files)
            told = [message("export.left_out", reason=one) for one in made.left_out]
            return True, said, [*told, *_head(made.head)]

        self._run(work, "export.panel.making", can_stop=True)

    def check_folder(self, folder: Path) -> None:
        """Hold a folder against its manifest, its events, and the record that is open."""

        def work(file: CeremonyFile, report: Reporter) -> Answer:
            from ceremony_app.services.archive_check import check_folder

            found = check_folder(folder, record=file, report=report)
            if not found.ok:
                count = len(found.problems)
                said = message("export.verify.folder_failed", folder=folder.name, count=count)
                return False, said, found.problems
            said = message(
                "export.verify.folder_holds",
                folder=folder.name,
                at=found.made,
                files=found.files,
                events=found.events,
            )
            return True, said, [message("export.verify.of_record"), *_head(found.head)]

        self._run(work, "export.panel.checking", can_stop=True)

    def check_paper(self, paper: Path) -> None:
        """Look for a document in its archive and in the record that is open."""

        def work(file: CeremonyFile, _: Reporter) -> Answer:
            from ceremony_app.services.archive_paper import check_paper

            read = file.opener.read
            found = check_paper(paper, read)
            if not found.known and not found.problems:
                found = check_paper(paper, read, file.path)
            if not found.known or found.what is None:
                return False, message("export.panel.not_known", file=paper.name), found.problems
            known = {"file": paper.name, "place": found.place}
            if not found.ok:
                return False, message("export.verify.doubtful", **known), found.problems
            said = message("export.verify.known", **known, what=found.what)
            by = message("export.verify.by_event", at=found.made, event=found.event)
            return True, said, [by] if found.event else []

        self._run(work, "export.panel.checking", can_stop=False)

    def _run(
        self, work: Callable[[CeremonyFile, Reporter], Answer], words: str, *, can_stop: bool
    ) -> None:
        running: Running = self._desk.draw(
            work, self._show, self._failed, progress=self.busy.advance, cancelled=self._stopped
        )
        for one in (self.make, self.folder, self.paper):
            one.setEnabled(False)
        self.busy.watch(self._say(words), running, can_stop=can_stop)

    def _rest(self) -> None:
        self.busy.rest()
        for one in (self.make, self.folder, self.paper):
            one.setEnabled(True)

    def _stopped(self) -> None:
        self._rest()
        self._tools.channel.done(message("export.panel.cancelled"))

    def _failed(self, error: KnownError) -> None:
        self._rest()
        self._tools.channel.refuse(error)

    def _show(self, answer: Answer) -> None:
        self._rest()
        good, said, told = answer
        tone, icon = ("good", "shield") if good else ("bad", "warning")
        colour = self._tools.palette.colours()[f"{tone}_ink"]
        self._sign.setPixmap(self._tools.icons.pixmap(icon, colour, _SIGN, 2.0))
        self.verdict.setText(self._say.say(said))
        restyle(self.verdict, tone=tone)
        self.list.clear()
        self.list.addItems([self._say.say(one) for one in told])
        self.list.setVisible(bool(told))
        self._answer.setCurrentIndex(1)

    def _ask_place(self) -> None:
        ask_folder(self, self._say("export.panel.make"), self.write_into)

    def _ask_folder(self) -> None:
        ask_folder(self, self._say("export.panel.folder"), self.check_folder)

    def _ask_paper(self) -> None:
        title, kinds = self._say("export.panel.paper"), self._say("export.panel.kinds")
        ask_open(self, title, kinds, self.check_paper)

    def _lay_out(self) -> None:
        say = self._say
        making = titled_card(
            say("export.panel.heading"),
            label(say("export.panel.about"), "quiet", wrap=True),
            row(self.make, None),
        )
        checking = titled_card(
            say("export.panel.check"),
            label(say("export.panel.check_about"), "quiet", wrap=True),
            row(self.folder, None),
            row(self.paper, None),
        )
        side = scrolled(holder(column(making, checking, self.busy, None, gap=12)))
        side.setFixedWidth(_LEFT_WIDTH)
        empty = EmptyState(
            self._tools, "folder", say("export.panel.empty"), say("export.panel.empty_hint")
        )
        self._answer.addWidget(empty)
        head = row(self._sign, self.verdict, gap=14)
        head.setStretch(1, 1)
        inside = column(head, self.list, None, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(22, 18, 22, 18)
        self._answer.addWidget(box(inside))
        whole = row(side, self._answer, gap=16)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)


def _head(head: str) -> list[Message]:
    return [message("export.head", head=head)] if head else []


def _free_name(place: Path, stem: str) -> Path:
    """A folder in `place` that nobody has yet."""
    target, number = place / f"{stem}-arsip", 2
    while target.exists():
        target = place / f"{stem}-arsip-{number}"
        number += 1
    return target
