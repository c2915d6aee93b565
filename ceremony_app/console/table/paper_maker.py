"""Papers made for good: asked where to, written and recorded, and printed if that was wanted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeAlias

from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.table.jobs_strip import told_sent
from ceremony_app.console.table.papers import Sheet, Wish, make, page_mm
from ceremony_app.console.table.save_buttons import PDF, WORD, Ending
from ceremony_app.documents.ruler_page import make_ruler_page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.papers import Made
from ceremony_app.domain.printing import PrintWish
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_folder, ask_save
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip

_FOLDER = "papers_folder"

Then: TypeAlias = Callable[[Path, Made], object]


class Chosen(Protocol):
    """What is chosen on the page: a paper, and how it is wanted."""

    @property
    def sheet(self) -> Sheet | None:
        """The paper, if one is chosen."""

    def wish(self) -> Wish:
        """How it is wanted."""


@dataclass(frozen=True, slots=True)
class Means:
    """What papers are made with: how they look, where drafts and printings wait, the printers."""

    stationery: Callable[[], Stationery]
    folder: Path
    printing: PrintDesk


class PaperMaker:
    """Saves and prints the chosen paper: only here is anything recorded or sealed."""

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        means: Means,
        confirm: ConfirmStrip,
        busy: BusyStrip,
        page: QWidget,
        chosen: Chosen,
    ) -> None:
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._stationery = means.stationery
        self._folder = means.folder
        self._printing = means.printing
        self._busy = busy
        self._page = page
        self._chosen = chosen
        self._prints = 0

    def ask_pdf(self) -> None:
        """The chosen paper as PDF."""
        self.ask_file(PDF)

    def ask_file(self, form: Ending) -> None:
        """A form of the chosen paper; only a draft in Word is made without the seal."""
        if form is WORD:
            self._ask_save_as(form)
        elif self._chosen.sheet is not None:
            self.unless_unsealed(self._chosen.sheet, lambda: self._ask_save_as(form))

    def ask_pictures(self) -> None:
        """One picture a person, to send by messenger to those who will forget the card."""
        name = self._say("table.file.pictures")
        title = self._say("table.save_png")
        ask_folder(self._page, title, lambda folder: self.make(folder / name, self.saved))

    def ask_each(self) -> None:
        """A sheet each in a file of its own, to be sent to those who sign elsewhere."""
        if self._chosen.sheet is not None:
            name = self._say.say(self._chosen.sheet.file_name)
            title = self._say("paperwork.save_each")
            ask_folder(self._page, title, lambda folder: self.make(folder / name, self.saved))

    def print(self, wish: PrintWish) -> None:
        """The chosen paper, to a printer."""
        sheet = self._chosen.sheet
        if sheet is not None:
            out = self._print_file(self._say.say(sheet.file_name))
            wish = replace(wish, size_mm=page_mm(sheet, self._chosen.wish()))
            title = self._say.say(sheet.title)
            self.unless_unsealed(
                sheet, lambda: self.make(out, lambda out, made: self._send(out, made, wish, title))
            )

    def print_test(self, wish: PrintWish) -> None:
        """A page of rulers, on the paper that is chosen."""
        title = self._say("printing.sheet.test_title")
        out = self._print_file(title)
        paper, stationery = self._chosen.wish().paper, self._stationery
        self._desk.pictures.ask(
            lambda: make_ruler_page(stationery(), out, paper),
            lambda made: self._send(out, made, replace(wish, size_mm=paper.size_mm), title),
        )

    def make(self, out: Path, then: Then) -> None:
        """Make the chosen paper for good: written, recorded, minutes sealed."""
        sheet, wish, stationery = self._chosen.sheet, self._chosen.wish(), self._stationery
        if sheet is None:
            return

        def work(file: CeremonyFile, report: Reporter) -> Made:
            return make(file, stationery(), sheet, wish, out, report)

        running = self._desk.draw(
            work,
            lambda made: self._made(made, out, then),
            self._failed,
            progress=self._busy.advance,
            cancelled=self._busy.rest,
        )
        self._busy.watch(self._say("table.making"), running)

    def saved(self, out: Path, made: Made) -> None:
        """Say where a paper lies, and offer the next one the same place."""
        self._tools.settings.remember_choice(_FOLDER, str(out.parent))
        self._tools.channel.done(message("table.saved", file=str(out), pages=made.pages))

    def last_folder(self) -> Path:
        """Where the last paper went, or where the ceremony lies."""
        kept = self._tools.settings.now.choices.get(_FOLDER, "")
        return Path(kept) if kept else self._desk.path.parent

    def unless_unsealed(self, sheet: Sheet, go_on: Callable[[], object]) -> None:
        """Minutes seal the record: that is asked before it is done."""
        if not sheet.seals:
            go_on()
            return

        def answered(_: Mapping[str, str]) -> None:
            go_on()

        self._confirm.ask(self._say("table.seal_question"), self._say("table.seal_yes"), answered)

    def _ask_save_as(self, form: Ending) -> None:
        sheet, say = self._chosen.sheet, self._say
        if sheet is None:
            return
        suggestion = self.last_folder() / f"{say.say(sheet.file_name)}{form.ending}"
        ask_save(
            self._page,
            say(form.title),
            say(form.kinds),
            suggestion,
            lambda out: self.make(out, self.saved),
        )

    def _print_file(self, name: str) -> Path:
        """Where a PDF waits that may be printed once more, as it is now."""
        self._prints += 1
        folder = self._folder / f"print-{self._prints}"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.pdf"

    def _made(self, made: Made, out: Path, then: Then) -> None:
        self._busy.rest()
        self._desk.documents_changed.emit()
        then(out, made)

    def _failed(self, error: KnownError) -> None:
        self._busy.rest()
        self._tools.channel.refuse(error)

    def _send(self, out: Path, made: Made, wish: PrintWish, title: str) -> None:
        self._printing.send(
            out, wish, title, made.pages, lambda sent: self._tools.channel.done(told_sent(sent))
        )
