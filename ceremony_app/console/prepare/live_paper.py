"""The paper beside its forms, drawn anew at every keystroke, and what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.prepare.anchors import sought
from ceremony_app.console.prepare.paper_draft import PaperDraft, Place
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Details, PactForm
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.mistakes import Mistake, PaperKind
from ceremony_app.domain.paper_checks import on_paper
from ceremony_app.services.facts import Choice
from ceremony_app.services.live_papers import LivePapers, LiveWish
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, label, only_icon, row, word_list
from ceremony_app.ui_kit.widgets.form import choice
from ceremony_app.ui_kit.widgets.live_pages import ZOOMS, DrawnPages, LivePages, Sought, draw_pages

_LIST_HEIGHT = 96
_PLACE = Qt.ItemDataRole.UserRole


class LivePaper(QWidget):
    """Draws on the lane of pictures, one page after another; only the newest is waited for.

    `wanted` carries the Place of a mistake that somebody chose.
    """

    wanted = Signal(object)

    def __init__(
        self, tools: Tools, desk: Desk, draft: PaperDraft, stationery: Callable[[], Stationery]
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = say = tools.say
        self._desk = desk
        self._draft = draft
        self._stationery = stationery
        self._papers: LivePapers | None = None
        self._drawing = False
        self._stale = False
        self._closing = False
        self.pages = LivePages(tools, desk.pictures, say("prepare.live.pages"))
        self.chooser = choice([])
        self.chooser.setAccessibleName(say("prepare.live.paper"))
        self.smaller = only_icon(
            tools, "minus", say("prepare.live.smaller"), lambda: self._zoom(-1)
        )
        self.larger = only_icon(tools, "plus", say("prepare.live.larger"), lambda: self._zoom(1))
        self.verdict = label("", "caption", wrap=True)
        self.list = word_list(say("prepare.live.mistakes"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self._lay_out()
        self.chooser.currentIndexChanged.connect(lambda _: self._follow())
        draft.shown.connect(self._fill)
        draft.changed.connect(self._follow)
        draft.looked_at.connect(self.draw)
        desk.closing.connect(self._close)

    @property
    def kind(self) -> PaperKind:
        """The paper that is shown."""
        return PaperKind(str(self.chooser.currentData()).partition(":")[0])

    @property
    def pact(self) -> str:
        """The id of the pact that it is of; empty for other papers."""
        return str(self.chooser.currentData()).partition(":")[2]

    def show_pact(self, identity: str) -> None:
        """Show a pact's sheet, unless one of its sheets is shown already."""
        if self.chooser.currentData() is not None and self.pact != identity:
            at = next((n for n in range(self.chooser.count()) if self._is_of(n, identity)), -1)
            if at >= 0:
                self.chooser.setCurrentIndex(at)

    def draw(self) -> None:
        """Draw the paper as the draft has it; while one is being drawn, once more after it."""
        if not self.chooser.count() or not self.isVisible() or self._closing:
            return
        if self._drawing:
            self._stale = True
            return
        work = self._work()
        self._drawing, self._stale = True, False
        self._desk.draw(work, self._show, lambda _: self._failed())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.draw()

    def _work(self) -> Callable[[CeremonyFile, Reporter], DrawnPages]:
        details = self._draft.details
        choice, is_draft = Choice(self._desk.session), bool(self._on_this())
        wish = LiveWish(details, self.kind, choice, self.pact, is_draft)
        sight, edited = self.pages.sight(), self._draft.edited
        pointed = sought(details, edited) if edited else None
        marked = self._marked(details)

        def work(file: CeremonyFile, _: Reporter) -> DrawnPages:
            if self._papers is None:
                self._papers = LivePapers(self._stationery())
            return draw_pages(self._papers.draw(file, wish), sight, pointed, marked)

        return work

    def _show(self, drawn: DrawnPages) -> None:
        self._drawing = False
        self.pages.show_drawn(drawn)
        if self._stale:
            self.draw()

    def _failed(self) -> None:
        self._drawing = False

    def _close(self) -> None:
        self._closing = True
        self.pages.close_file()

    def _on_this(self) -> tuple[Mistake, ...]:
        return on_paper(self._draft.mistakes, self.kind, self.pact)

    def _marked(self, details: Details) -> tuple[Sought, ...]:
        found = [Place(one.field, one.owner) for one in self._on_this()]
        places = (sought(details, place, near=False) for place in found)
        return tuple(place for place in places if place is not None)

    def _fill(self) -> None:
        """The papers that there are, the chosen one kept."""
        chosen = self.chooser.currentData()
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for key, words in _papers(self._draft.details):
            self.chooser.addItem(self._say.say(words), key)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)))
        self.chooser.blockSignals(False)
        self._follow()

    def _follow(self) -> None:
        self._list_mistakes()
        self.draw()

    def _list_mistakes(self) -> None:
        """Those of this paper first; a place that nobody can go to is told all the same."""
        here, say = self._on_this(), self._say
        found = [*here, *(one for one in self._draft.mistakes if one not in here)]
        told = [say.say(one.told) for one in found]
        if told != [self.list.item(at).text() for at in range(self.list.count())]:
            self.list.clear()
            icon = self._tools.icons("warning", self._tools.palette.warn_ink, 16)
            for one, words in zip(found, told, strict=True):
                item = QListWidgetItem(icon, words)
                item.setData(_PLACE, Place(one.field, one.owner))
                self.list.addItem(item)
        self.list.setVisible(bool(found))
        words = say("prepare.live.draft", count=len(here)) if here else say("prepare.live.clean")
        self.verdict.setText(words)

    def _choose(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(_PLACE))

    def _zoom(self, by: int) -> None:
        at = ZOOMS.index(self.pages.zoom) + by
        if 0 <= at < len(ZOOMS):
            self.pages.set_zoom(ZOOMS[at])

    def _is_of(self, number: int, identity: str) -> bool:
        return str(self.chooser.itemData(number)).partition(":")[2] == identity

    def _lay_out(self) -> None:
        head = row(self.chooser, self.smaller, self.larger, gap=4)
        head.setStretch(0, 1)
        well = box(column(self.pages), "well")
        whole = column(head, gap=8)
        whole.addWidget(well, 1)
        whole.addWidget(self.verdict)
        whole.addWidget(self.list)
        self.setLayout(whole)


def _papers(details: Details) -> list[tuple[str, Message]]:
    """The papers whose words the forms change, by kind and pact."""
    titles = {
        PactForm.REPRESENTATIVES: lambda pact: message(
            "table.sheet.pact_representatives", pact=pact.title
        ),
        PactForm.INDIVIDUAL: lambda pact: message("table.sheet.pact_individual", pact=pact.title),
    }
    pacts = [
        (f"{form}:{pact.id}", titles[form](pact))
        for pact in details.pacts
        for form in (pact.form, *(other for other in PactForm if other is not pact.form))
    ]
    return [
        *pacts,
        (f"{PaperKind.ATTENDANCE}:", message("table.sheet.attendance")),
        (f"{PaperKind.MINUTES}:", message("table.sheet.minutes")),
    ]
