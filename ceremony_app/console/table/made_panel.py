"""The papers that were made: the number that came later, and which are signed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.words import day_and_hour
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.paper_code import code_of, shown
from ceremony_app.services.document_facts import SIGNABLE, DocumentFact
from ceremony_app.services.document_words import document_words
from ceremony_app.services.documents import Documents
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_OFFICIAL = SIGNABLE | {"pact_representatives", "pact_individual"}
"""What goes to the registry office; the rest is seen only where somebody asks for all."""


@dataclass(frozen=True, slots=True)
class _Known:
    documents: tuple[DocumentFact, ...] = ()
    pacts: Mapping[str, str] | None = None
    sessions: Mapping[str, str] | None = None


class MadePanel(QWidget):
    """Every document by the newest; what is recorded here changes nothing that was printed."""

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._known = _Known()
        say = self._say
        self.all = QCheckBox(say("made.all"))
        self.all.toggled.connect(lambda _: self._filter())
        self.hint = label(say("made.hint"), "small", wrap=True)
        self.table: DataTable[DocumentFact] = DataTable(
            say("made.table"), self._columns(), sortable=False
        )
        self.table.chosen.connect(lambda _: self._show_actions())
        self.table.opened.connect(lambda _: self._ask_number())
        desk.documents_changed.connect(lambda: self.read() if self.isVisible() else None)
        self.number = icon_button(tools, "text", say("made.number.open"), self._ask_number)
        self.signed = icon_button(tools, "sign", say("made.signed.do"), self._mark_signed)
        self.undo = icon_button(tools, "undo", say("made.undo.open"), self._ask_undo)
        self.empty = EmptyState(tools, "printer", say("made.none"), say("made.none_hint"))
        head = row(self.hint, self.all, gap=16)
        head.setStretch(0, 1)
        actions = row(self.number, self.signed, self.undo, None, gap=10)
        whole = column(head, self.table, self.empty, actions, gap=10)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    def read(self) -> None:
        """Read what was made."""

        def work(services: Services) -> _Known:
            details = services.preparation.details()
            return _Known(
                tuple(Documents(services.file).all()),
                {pact.id: pact.title for pact in details.pacts},
                {one.id: one.name for one in services.sessions.all()},
            )

        self._desk.ask(work, self._show)

    def _show(self, known: _Known) -> None:
        self._known = known
        self._filter()

    def _filter(self) -> None:
        at = self.table.currentIndex().row()
        found = [
            one for one in self._known.documents if self.all.isChecked() or one.kind in _OFFICIAL
        ]
        self.table.show_rows(found)
        if found:
            self.table.selectRow(min(max(at, 0), len(found) - 1))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_actions()

    def _show_actions(self) -> None:
        chosen = self.table.current()
        self.number.setEnabled(chosen is not None)
        self.signed.setEnabled(chosen is not None and chosen.is_signable and not chosen.signed)
        self.undo.setEnabled(chosen is not None and bool(chosen.signed))

    def _ask_number(self) -> None:
        document = self.table.current()
        if document is None:
            return
        self._confirm.ask(
            self._say("made.number.question", name=document_words(document.kind)),
            self._say("made.number.do"),
            lambda values: self._do(
                lambda services: Documents(services.file).give_number(document, values["number"]),
                message("made.number.done", number=values["number"]),
            ),
            [("number", self._say("table.number"))],
            values={"number": document.number},
            tone="calm",
        )

    def _mark_signed(self) -> None:
        document = self.table.current()
        if document is not None:
            self._do(
                lambda services: Documents(services.file).mark_signed(document),
                message("made.signed.done", name=document_words(document.kind)),
            )

    def _ask_undo(self) -> None:
        document, session = self.table.current(), self._desk.session
        if document is None:
            return
        self._confirm.ask(
            self._say("made.undo.question", name=document_words(document.kind)),
            self._say("made.undo.do"),
            lambda values: self._do(
                lambda services: services.door(session, "").undo(document.signed, values["reason"]),
                message("made.undo.done", name=document_words(document.kind)),
            ),
            [("reason", self._say("table.sign.reason"))],
        )

    def _do(self, work: Callable[[Services], object], done: Message) -> None:
        def finished(_: object) -> None:
            self._tools.channel.done(done)
            self.read()

        self._desk.ask(work, finished)

    def _columns(self) -> list[Column[DocumentFact]]:
        say, colours = self._say, self._tools.palette

        def name(document: DocumentFact) -> str:
            said = say.say(document_words(document.kind))
            of = (self._known.pacts or {}).get(document.pact, "")
            return f"{said[:1].upper()}{said[1:]}" + (f" · {of}" if of else "")

        def state(document: DocumentFact) -> str:
            return say.say(_state(document))

        def colour(document: DocumentFact) -> str:
            return colours.good_ink if document.signed else colours.quiet

        return [
            Column(say("made.column.name"), name),
            Column(say("made.column.number"), lambda one: one.number, width=250),
            Column(say("made.column.made"), lambda one: day_and_hour(one.made), width=150),
            Column(
                say("made.column.session"),
                lambda one: (self._known.sessions or {}).get(one.session, ""),
                width=90,
            ),
            Column(say("made.column.code"), _code, width=108),
            Column(say("made.column.state"), state, width=144, colour=colour),
        ]


def _state(document: DocumentFact) -> Message:
    if document.signed:
        return message("made.state.signed")
    if document.copy_of:
        return message("made.state.copy")
    if document.is_draft:
        return message("made.state.draft")
    return message("made.state.original" if document.kind in _OFFICIAL else "made.state.other")


def _code(document: DocumentFact) -> str:
    try:
        return shown(code_of(document.id))
    except ValueError:
        return ""
