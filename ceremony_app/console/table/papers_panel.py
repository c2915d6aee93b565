"""Papers: chosen at the left, looked at on the right, saved or printed from above."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.key_map import remembered_keys
from ceremony_app.console.hall.sheet_desk import KEYS_CHOICE
from ceremony_app.console.table.card_keys import card_keys
from ceremony_app.console.table.draft_notice import DraftNotice
from ceremony_app.console.table.jobs_strip import JobsStrip
from ceremony_app.console.table.paper_maker import Means, PaperMaker
from ceremony_app.console.table.paper_options import PaperOptions
from ceremony_app.console.table.papers import Kind, Sheet, Wish, make, page_mm, sheets
from ceremony_app.console.table.preview import Preview
from ceremony_app.console.table.print_sheet import Printable, PrintSheet
from ceremony_app.console.table.save_buttons import SaveButtons
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.papers import Made
from ceremony_app.services.roster import divisions_of
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, icon_button, label, row, word_list
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.pdf_view import PdfView

_SETTLE_MS = 350
_SAVE_KEYS = "Ctrl+S"
_PRINT_KEYS = "Ctrl+P"


@dataclass(frozen=True, slots=True)
class _Known:
    details: Details
    divisions: tuple[str, ...]


class PapersPanel(QWidget):
    """A preview is a draft: nothing is recorded or sealed before "save" or "print"."""

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip, means: Means) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._means = means
        self._sheets: list[Sheet] = []
        self._drafts = 0
        self.list = word_list(self._say("table.papers"))
        self.options = PaperOptions(tools)
        self.preview = Preview(tools, desk.pictures)
        self.mistakes = DraftNotice(tools)
        self.busy = BusyStrip(tools)
        self.maker = PaperMaker(tools, desk, means, confirm, self.busy, self, self)
        self.sheet_of_printing = PrintSheet(
            tools, means.printing, self._printable, self.maker.print, self.maker.print_test
        )
        self.jobs = JobsStrip(tools, means.printing, confirm)
        self._hint = label("", "small", wrap=True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._build_actions()
        self._connect()
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

    def wish(self) -> Wish:
        """How the chosen paper is wanted."""
        keys = card_keys(remembered_keys(self._tools.settings.now.choices.get(KEYS_CHOICE, "")))
        return self.options.wish(self._desk.session, keys)

    def _printable(self) -> Printable:
        """What would be printed now."""
        sheet, wish = self.sheet, self.wish()
        size = page_mm(sheet, wish) if sheet else wish.paper.size_mm
        is_label = bool(sheet and sheet.kind is Kind.BADGES and wish.layout.is_label)
        return Printable(size, self.view.page_count, is_label)

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
        self.options.fill(known.details.paper, known.divisions)
        self.list.setCurrentRow(min(at, len(self._sheets) - 1))
        self._settle.start()

    def _chosen(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self.options.show_for(sheet)
        self.others.show_for(sheet)
        self._hint.setText(self._say("table.seal_hint") if sheet.seals else "")
        self._hint.setVisible(sheet.seals)
        self._settle.start()

    def _draft(self) -> None:
        """Make a draft of the chosen paper and show it."""
        sheet, wish = self.sheet, self.wish()
        if sheet is None:
            return
        self._drafts += 1
        number = self._drafts
        out = self._means.folder / f"draft-{number % 2}.pdf"
        stationery = self._means.stationery

        self.preview.clear()
        running = self._desk.draw(
            lambda file, report: make(file, stationery(), sheet, wish, out, report, drafting=True),
            lambda made: self._show_draft(number, out, made),
            lambda error: self._show_reason(number, error),
            progress=self.busy.advance,
            cancelled=self.busy.rest,
        )
        self.busy.watch(self._say("table.drafting"), running)

    def _show_draft(self, number: int, out: Path, made: Made) -> None:
        self.busy.rest()
        if number == self._drafts:
            self.mistakes.show_mistakes(made.mistakes)
            self.preview.show_file(out)

    def _show_reason(self, number: int, error: KnownError) -> None:
        self.busy.rest()
        if number == self._drafts:
            self.mistakes.show_mistakes(())
            self.preview.show_reason(error)

    def _build_actions(self) -> None:
        tools, say, maker = self._tools, self._say, self.maker
        printing = self.sheet_of_printing
        self.save = icon_button(
            tools, "save", say("table.save"), maker.ask_pdf, kind="primary", tip=_SAVE_KEYS
        )
        self.others = SaveButtons(tools, maker)
        self.print = icon_button(
            tools, "printer", say("table.print"), printing.open, tip=_PRINT_KEYS
        )
        for keys, do in ((_SAVE_KEYS, maker.ask_pdf), (_PRINT_KEYS, printing.open)):
            QShortcut(QKeySequence(keys), self, do).setContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._chosen())
        self.list.itemActivated.connect(lambda _: self.maker.ask_pdf())
        self.options.changed.connect(self._settle.start)
        self.options.changed.connect(self.sheet_of_printing.look_at_paper)
        self._settle.timeout.connect(self._draft)
        self._desk.closing.connect(self.preview.clear)
        self._desk.closing.connect(self._settle.stop)

    def _lay_out(self) -> None:
        left = column(self.list, self._hint, self.options, gap=10)
        left.setStretch(0, 1)
        left.setContentsMargins(0, 0, 0, 0)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(300)
        actions = row(self.save, *self.others.all, self.print, None, gap=10)
        well = box(column(self.preview), "well")
        printing = (self.sheet_of_printing, self.mistakes, self.busy)
        right = column(actions, *printing, well, self.jobs, gap=8)
        right.setStretch(4, 1)
        whole = row(side, gap=16)
        whole.addLayout(right, 1)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)
