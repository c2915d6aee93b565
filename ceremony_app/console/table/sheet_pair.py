"""A page that came back beside its paper as it was made; or the question which paper it is."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.table.sheet_words import paper_facts, paper_line
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.signed_sheets import PaperMade, SheetPage
from ceremony_app.services.paper_again import PaperAgain, page_of, picture_of
from ceremony_app.services.signed_sheets import SignedSheets, Target
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter, Running
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, holder, icon_button, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice
from ceremony_app.ui_kit.widgets.page_picture import PagePicture


class SheetPair(QWidget):
    """Shows one page at a time. `matched` is asked to match it with a target chosen here."""

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        stationery: Callable[[], Stationery],
        folder: Path,
        matched: Callable[[SheetPage, Target], object],
    ) -> None:
        super().__init__()
        self._say = tools.say
        self._desk = desk
        self._stationery = stationery
        self._folder = folder
        self._matched = matched
        self._page: SheetPage | None = None
        self._papers: Sequence[PaperMade] = ()
        self._names: Mapping[str, str] = {}
        self._wanted = 0
        self._again: dict[str, bool] = {}
        self._running: Running | None = None
        desk.closing.connect(self._stop)
        say = self._say
        self.scan = PagePicture(say("sheets.panel.scan"))
        self.made = PagePicture(say("sheets.panel.paper"))
        self.facts = label("", wrap=True)
        self.note = label("", "small", wrap=True)
        self.paper = FormRow(say("sheets.panel.which"), choice([]))
        self.sheet = FormRow(say("sheets.panel.which_sheet"), choice([]))
        self.match = icon_button(
            tools, "check", say("sheets.panel.match"), self._match, kind="primary"
        )
        self.paper.on_change(self._paper_chosen)
        self.sheet.on_change(self._show_paper)
        self.form = holder(column(self.paper, self.sheet, row(self.match, None), gap=8))
        self._lay_out()

    @property
    def target(self) -> Target | None:
        """The paper and sheet that are shown at the right: the page's own, or the chosen ones."""
        if self._page is not None and self._page.place is not None:
            place = self._page.place
            return Target(place.paper, place.sheet, place.page)
        paper = next((one for one in self._papers if one.id == self.paper.value), None)
        sheet = self.sheet.value
        return Target(paper, int(sheet) if sheet.isdecimal() else 1) if paper else None

    def know(self, papers: Sequence[PaperMade], names: Mapping[str, str]) -> None:
        """The papers to choose from, and people's names by id."""
        self._names = names
        if list(papers) != list(self._papers):
            self._papers = list(papers)
            newest_first = reversed(self._papers)
            self.paper.refill([(one.id, paper_line(self._say, one)) for one in newest_first])

    def show_page(self, page: SheetPage | None) -> None:
        """Show a page beside its paper; None shows neither."""
        self._page = page
        self.scan.clear()
        self._wanted += 1
        waits = page is not None and page.place is None
        self.form.setVisible(waits and bool(self._papers))
        if page is not None:
            wanted = self._wanted
            self._desk.ask(
                lambda services: QImage.fromData(services.sheets.content(page)),
                lambda image: self._show_scan(wanted, image),
            )
        self._show_paper()

    def _show_scan(self, wanted: int, image: QImage) -> None:
        if wanted == self._wanted:
            self.scan.show_page(image)

    def _paper_chosen(self) -> None:
        paper = next((one for one in self._papers if one.id == self.paper.value), None)
        people = paper.people if paper else ()
        self.sheet.field.blockSignals(True)
        self.sheet.refill(
            [(str(at), f"{at} · {self._name(one)}") for at, one in enumerate(people, start=1)]
        )
        self.sheet.field.blockSignals(False)
        self.sheet.setVisible(bool(people))
        self._show_paper()

    def _show_paper(self) -> None:
        self._stop()
        self.made.clear()
        self.note.setText("")
        target = self.target if self._page is not None else None
        if target is None:
            none = self._page is not None
            self.facts.setText(self._say("sheets.panel.no_papers") if none else "")
            return
        paper, sheet = target.paper, target.sheet
        whose = self._name(paper.whose(sheet)) if paper.whose(sheet) else ""
        self.facts.setText("\n".join(paper_facts(self._say, paper, sheet, whose)))
        self._running = self._desk.draw(
            self._drawing(target), lambda image: self._show_made(target, image)
        )

    def _stop(self) -> None:
        """Nobody waits for the paper that was to be shown."""
        if self._running is not None:
            self._running.cancel()

    def _drawing(self, target: Target) -> Callable[[CeremonyFile, Reporter], QImage]:
        paper, out = target.paper, self._folder / f"again-{target.paper.id}.pdf"
        stationery, again = self._stationery, self._again

        def work(file: CeremonyFile, report: Reporter) -> QImage:
            if paper.id not in again:
                again[paper.id] = PaperAgain(file, stationery()).make(paper, out, report)
            if not again[paper.id]:
                return QImage()
            page = page_of(paper, target.sheet, target.page)
            return QImage.fromData(picture_of(out, page))

        return work

    def _show_made(self, target: Target, image: QImage) -> None:
        if self._page is None or target != self.target:
            return
        self.made.show_page(image)
        self.note.setText(self._say("sheets.panel.changed_since") if image.isNull() else "")
        self.note.setVisible(image.isNull())

    def _match(self) -> None:
        if self._page is not None and self.target is not None:
            self._matched(self._page, self.target)

    def _name(self, person: str) -> str:
        return self._names.get(person) or self._say("archive.erased_name")

    def _lay_out(self) -> None:
        say = self._say
        back = column(label(say("sheets.panel.scan"), "caption"), box(column(self.scan), "well"))
        made = column(
            label(say("sheets.panel.paper"), "caption"),
            self.form,
            self.facts,
            self.note,
            box(column(self.made), "well"),
            gap=8,
        )
        back.setStretch(1, 1)
        made.setStretch(4, 1)
        both = row(gap=14)
        both.addLayout(back, 1)
        both.addLayout(made, 1)
        both.setContentsMargins(0, 0, 0, 0)
        self.setLayout(both)


def turn(page: SheetPage) -> Callable[[CeremonyFile, Reporter], SheetPage]:
    """Work that turns a page by a quarter with the clock."""
    return lambda file, _: SignedSheets(file).turn(page, 1)
