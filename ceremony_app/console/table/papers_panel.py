"""Papers: chosen at the left, looked at on the right, saved or printed from above."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QListWidgetItem, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.key_map import remembered_keys
from ceremony_app.console.hall.sheet_desk import KEYS_CHOICE
from ceremony_app.console.table.card_keys import card_keys
from ceremony_app.console.table.jobs_strip import JobsStrip, told_sent
from ceremony_app.console.table.papers import Kind, Sheet, Wish, make, sheets
from ceremony_app.console.table.preview import Preview
from ceremony_app.console.table.print_sheet import PrintSheet
from ceremony_app.console.table.save_buttons import WORD, Ending, SaveButtons
from ceremony_app.documents.ruler_page import make_ruler_page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Details, Paper
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.papers import Made
from ceremony_app.domain.printing import PrintWish
from ceremony_app.services.facts import Choice
from ceremony_app.services.roster import divisions_of
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.choose_file import ask_folder, ask_save
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, icon_button, label, row, word_list
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line
from ceremony_app.ui_kit.widgets.pdf_view import PdfView

_SETTLE_MS = 350
_SAVE_KEYS = "Ctrl+S"
_PRINT_KEYS = "Ctrl+P"
_FOLDER = "papers_folder"


@dataclass(frozen=True, slots=True)
class _Known:
    details: Details
    divisions: tuple[str, ...]


class PapersPanel(QWidget):
    """A preview is a draft: nothing is recorded or sealed before "save" or "print"."""

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        confirm: ConfirmStrip,
        stationery: Callable[[], Stationery],
        folder: Path,
        printing: PrintDesk,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._stationery = stationery
        self._folder = folder
        self._sheets: list[Sheet] = []
        self._drafts = 0
        self._printing = printing
        self._prints = 0
        say = self._say
        self.list = word_list(say("table.papers"))
        self.list.currentRowChanged.connect(lambda _: self._chosen())
        self.list.itemActivated.connect(lambda _: self._ask_save())
        papers = [
            (Paper.A4.value, say("prepare.paper.a4")),
            (Paper.F4.value, say("prepare.paper.f4")),
        ]
        self.paper = FormRow(say("table.paper"), choice(papers))
        self.number = FormRow(say("table.number"), line(), say("table.number_hint"))
        self.division = FormRow(say("table.division"), choice([]))
        self.line_codes = QCheckBox(say("table.line_codes"))
        self.sheet_of_printing = PrintSheet(tools, printing, self._print, self._print_test)
        self.jobs = JobsStrip(tools, printing, confirm)
        self.preview = Preview(tools, desk.pictures)
        desk.closing.connect(self.preview.clear)
        self.busy = BusyStrip(tools)
        self.save = icon_button(
            tools, "save", say("table.save"), self._ask_save, kind="primary", tip=_SAVE_KEYS
        )
        QShortcut(QKeySequence(_SAVE_KEYS), self, self._ask_save).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.others = SaveButtons(tools, self)
        self.print = icon_button(
            tools, "printer", say("table.print"), self.sheet_of_printing.open, tip=_PRINT_KEYS
        )
        QShortcut(QKeySequence(_PRINT_KEYS), self, self.sheet_of_printing.open).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self._hint = label("", "small", wrap=True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draft)
        desk.closing.connect(self._settle.stop)
        for entry in (self.paper, self.number, self.division):
            entry.on_change(self._settle.start)
        self.line_codes.toggled.connect(lambda _: self._settle.start())
        self._lay_out()

    @property
    def view(self) -> PdfView:
        """The pages of the draft."""
        return self.preview.view

    @property
    def sheet(self) -> Sheet | None:
        """The paper that is chosen."""
        at = self.list.currentRow()
        return self._sheets[at] if 0 <= at < len(self._sheets) else None

    def read(self) -> None:
        """Read what papers there are."""

        def work(services: Services) -> _Known:
            details = services.preparation.details()
            return _Known(details, divisions_of(services.people.everyone()))

        self._desk.ask(work, self._show)

    def choose(self, kind: Kind) -> None:
        """Choose the first paper of a kind."""
        for number, sheet in enumerate(self._sheets):
            if sheet.kind is kind:
                self.list.setCurrentRow(number)
                return

    def _show(self, known: _Known) -> None:
        at = max(0, self.list.currentRow())
        self._sheets = sheets(known.details)
        self.list.blockSignals(True)
        self.list.clear()
        for sheet in self._sheets:
            self.list.addItem(QListWidgetItem(self._say.say(sheet.title)))
        self.list.blockSignals(False)
        self.paper.value = known.details.paper.value
        everybody = ("", self._say("table.all_divisions"))
        self.division.refill([everybody, *((name, name) for name in known.divisions)])
        self.list.setCurrentRow(min(at, len(self._sheets) - 1))
        self._settle.start()

    def _chosen(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        badges = sheet.kind is Kind.BADGES
        self.division.setVisible(badges)
        self.line_codes.setVisible(badges)
        self.number.setVisible(not badges)
        self.others.show_for(sheet)
        self._hint.setText(self._say("table.seal_hint") if sheet.seals else "")
        self._hint.setVisible(sheet.seals)
        self._settle.start()

    def _wish(self) -> Wish:
        return Wish(
            Choice(self._desk.session, self.number.value),
            Paper(self.paper.value),
            self.division.value,
            self.line_codes.isChecked(),
            card_keys(remembered_keys(self._tools.settings.now.choices.get(KEYS_CHOICE, ""))),
        )

    def _draft(self) -> None:
        """Make a draft of the chosen paper and show it."""
        sheet, wish = self.sheet, self._wish()
        if sheet is None:
            return
        self._drafts += 1
        number = self._drafts
        out = self._folder / f"draft-{number % 2}.pdf"
        stationery = self._stationery

        self.preview.clear()
        running = self._desk.draw(
            lambda file, report: make(file, stationery(), sheet, wish, out, report, drafting=True),
            lambda _: self._show_draft(number, out),
            lambda error: self._show_reason(number, error),
            progress=self.busy.advance,
            cancelled=self.busy.rest,
        )
        self.busy.watch(self._say("table.drafting"), running)

    def _show_draft(self, number: int, out: Path) -> None:
        self.busy.rest()
        if number == self._drafts:
            self.preview.show_file(out)

    def _show_reason(self, number: int, error: KnownError) -> None:
        self.busy.rest()
        if number == self._drafts:
            self.preview.show_reason(error)

    def _ask_save(self) -> None:
        self._ask_where("table.save", ".pdf", "table.kinds.pdf")

    def ask_file(self, form: Ending) -> None:
        """Another form of the chosen paper; only a draft in Word is made without the seal."""
        if form is WORD:
            self._ask_save_as(form.title, form.ending, form.kinds)
        else:
            self._ask_where(form.title, form.ending, form.kinds)

    def ask_pictures(self) -> None:
        """One picture a person, to send by messenger to those who will forget the card."""
        name = self._say("table.file.pictures")
        title = self._say("table.save_png")
        ask_folder(self, title, lambda folder: self.make(folder / name, self._saved))

    def ask_each(self) -> None:
        """A sheet each in a file of its own, to be sent to those who sign elsewhere."""
        if self.sheet is not None:
            name = self._say.say(self.sheet.file_name)
            title = self._say("paperwork.save_each")
            ask_folder(self, title, lambda folder: self.make(folder / name, self._saved))

    def _ask_where(self, title: str, ending: str, kinds: str) -> None:
        if self.sheet is not None:
            self._unless_unsealed(self.sheet, lambda: self._ask_save_as(title, ending, kinds))

    def _ask_save_as(self, title: str, ending: str, kinds: str) -> None:
        sheet, say = self.sheet, self._say
        if sheet is None:
            return
        suggestion = self._last_folder() / f"{say.say(sheet.file_name)}{ending}"
        ask_save(self, say(title), say(kinds), suggestion, lambda out: self.make(out, self._saved))

    def _last_folder(self) -> Path:
        """Where the last paper went, or where the ceremony lies."""
        kept = self._tools.settings.now.choices.get(_FOLDER, "")
        return Path(kept) if kept else self._desk.path.parent

    def _print(self, wish: PrintWish) -> None:
        sheet = self.sheet
        if sheet is not None:
            out = self._print_file(self._say.say(sheet.file_name))
            wish = replace(wish, paper=Paper(self.paper.value))
            title = self._say.say(sheet.title)
            self._unless_unsealed(
                sheet, lambda: self.make(out, lambda out, made: self._send(out, made, wish, title))
            )

    def _print_test(self, wish: PrintWish) -> None:
        """A page of rulers, on the paper that is chosen."""
        title = self._say("printing.sheet.test_title")
        out = self._print_file(title)
        paper, stationery = Paper(self.paper.value), self._stationery
        self._desk.pictures.ask(
            lambda: make_ruler_page(stationery(), out, paper),
            lambda made: self._send(out, made, replace(wish, paper=paper), title),
        )

    def _print_file(self, name: str) -> Path:
        """Where a PDF waits that may be printed once more, as it is now."""
        self._prints += 1
        folder = self._folder / f"print-{self._prints}"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.pdf"

    def _unless_unsealed(self, sheet: Sheet, go_on: Callable[[], object]) -> None:
        """Minutes seal the record: that is asked before it is done."""
        if not sheet.seals:
            go_on()
            return

        def answered(_: Mapping[str, str]) -> None:
            go_on()

        self._confirm.ask(self._say("table.seal_question"), self._say("table.seal_yes"), answered)

    def make(self, out: Path, then: Callable[[Path, Made], object]) -> None:
        """Make the chosen paper for good: written, recorded, minutes sealed."""
        sheet, wish, stationery = self.sheet, self._wish(), self._stationery
        if sheet is None:
            return

        def work(file: CeremonyFile, report: Reporter) -> Made:
            return make(file, stationery(), sheet, wish, out, report)

        running = self._desk.draw(
            work,
            lambda made: self._made(made, out, then),
            self._failed,
            progress=self.busy.advance,
            cancelled=self.busy.rest,
        )
        self.busy.watch(self._say("table.making"), running)

    def _made(self, made: Made, out: Path, then: Callable[[Path, Made], object]) -> None:
        self.busy.rest()
        then(out, made)

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self._tools.channel.refuse(error)

    def _saved(self, out: Path, made: Made) -> None:
        self._tools.settings.remember_choice(_FOLDER, str(out.parent))
        self._tools.channel.done(message("table.saved", file=str(out), pages=made.pages))

    def _send(self, out: Path, made: Made, wish: PrintWish, title: str) -> None:
        self._printing.send(
            out, wish, title, made.pages, lambda sent: self._tools.channel.done(told_sent(sent))
        )

    def _lay_out(self) -> None:
        left = column(
            self.list,
            self._hint,
            self.paper,
            self.number,
            self.division,
            self.line_codes,
            gap=10,
        )
        left.setStretch(0, 1)
        left.setContentsMargins(0, 0, 0, 0)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(300)
        actions = row(self.save, *self.others.all, self.print, None, gap=10)
        well = box(column(self.preview), "well")
        right = column(actions, self.sheet_of_printing, self.busy, well, self.jobs, gap=8)
        right.setStretch(3, 1)
        whole = row(side, gap=16)
        whole.addLayout(right, 1)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)
