"""Signatures and witnesses: recorded as they happen, taken back with a reason."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.words import role_words
from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.messages import message
from ceremony_app.domain.names import matches, sort_key
from ceremony_app.domain.people import Party, Person, PersonKind, Role
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.form import FormRow, choice
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_FIELD_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign: with the events that say so, or empty where none does."""

    who: Party | Person
    part: str
    signed: str
    present: str

    @property
    def is_witness(self) -> bool:
        return isinstance(self.who, Party) and self.who.role is Role.WITNESS


@dataclass(frozen=True, slots=True)
class _Known:
    pacts: tuple[Pact, ...]
    signers: tuple[Signer, ...]
    pact: str


class SigningPanel(QWidget):
    """One pact at a time: its signers in their order, the witnesses after them.

    A witness who is there and a witness who has signed are two facts.
    """

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._pacts: tuple[Pact, ...] = ()
        self._signers: tuple[Signer, ...] = ()
        say = self._say
        self.pact = FormRow(say("table.sign.pact"), choice([]))
        self.pact.on_change(self.read)
        sources = [
            (SignatureSource.OPERATOR.value, say("table.sign.source_operator")),
            (SignatureSource.RETURNED_SHEET.value, say("table.sign.source_sheet")),
        ]
        self.source = FormRow(say("table.sign.source"), choice(sources))
        self.count = label("", "lead", wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("table.sign.search"))
        self.search.setAccessibleName(say("table.sign.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(230)
        self.search.textChanged.connect(lambda _: self._filter())
        self.waiting = QCheckBox(say("table.sign.waiting"))
        self.waiting.toggled.connect(lambda _: self._filter())
        self.table: DataTable[Signer] = DataTable(say("table.sign.table"), self._columns())
        self.table.chosen.connect(lambda _: self._show_actions())
        self.table.opened.connect(lambda _: self._sign())
        self.sign = icon_button(tools, "sign", say("table.sign.do"), self._sign, kind="primary")
        self.witness = icon_button(tools, "check", say("table.sign.witness"), self._witness)
        self.undo = icon_button(tools, "undo", say("table.sign.undo"), self._ask_undo)
        self.empty = EmptyState(tools, "sign", say("table.sign.none"), say("table.sign.none_hint"))
        head = row(self.pact, self.source, self.count, self.search, self.waiting, gap=16)
        head.setStretch(2, 1)
        for part in (self.count, self.search, self.waiting):
            part.setMinimumHeight(_FIELD_HEIGHT)
            head.setAlignment(part, Qt.AlignmentFlag.AlignBottom)
        actions = row(self.sign, self.witness, self.undo, None, gap=10)
        whole = column(head, self.table, self.empty, actions, gap=10)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    def read(self) -> None:
        """Read who has signed."""
        chosen = self.pact.value

        def work(services: Services) -> _Known:
            details = services.preparation.details()
            pact = next((p for p in details.pacts if p.id == chosen), None)
            pact = pact or next(iter(details.pacts), None)
            signed = services.signing.signed(pact) if pact else {}
            there = services.signing.witnesses()
            who: list[Party | Person] = list(details.with_role(Role.REPRESENTATIVE))
            if pact is not None and pact.form is PactForm.INDIVIDUAL:
                who = [
                    person
                    for person in services.people.everyone()
                    if person.active and person.kind is PersonKind.STAFF
                ]
                who.sort(key=lambda one: sort_key(one.name))
            others = (*details.with_role(Role.WITNESS), *details.with_role(Role.ACKNOWLEDGER))
            signers = tuple(
                Signer(one, self._part(one), signed.get(one.id, ""), there.get(one.id, ""))
                for one in (*who, *others)
            )
            return _Known(details.pacts, signers, pact.id if pact else "")

        self._desk.ask(work, self._show)

    def _show(self, known: _Known) -> None:
        if known.pacts != self._pacts:
            self._pacts = known.pacts
            self.pact.field.blockSignals(True)
            self.pact.refill([(pact.id, pact.title) for pact in known.pacts])
            self.pact.value = known.pact
            self.pact.field.blockSignals(False)
        self.pact.setVisible(len(known.pacts) > 1)
        self._signers = known.signers
        self._filter()
        for part in (self.table, self.search, self.waiting, self.source):
            part.setVisible(bool(known.signers))
        self.empty.setVisible(not known.signers)
        done = sum(bool(one.signed) for one in known.signers)
        self.count.setText(
            self._say("table.sign.count", done=done, all=len(known.signers))
            if known.signers
            else ""
        )
        self._show_actions()

    def _filter(self) -> None:
        """Show those who are searched for; the row that was chosen stays, or the next one is."""
        typed, at = self.search.text().strip(), self.table.currentIndex().row()
        found = [
            one
            for one in self._signers
            if (not typed or matches(typed, one.who))
            and not (self.waiting.isChecked() and one.signed)
        ]
        self.table.show_rows(found)
        if found:
            self.table.selectRow(min(max(at, 0), len(found) - 1))
        self._show_actions()

    def _show_actions(self) -> None:
        signer = self.table.current()
        self.sign.setEnabled(signer is not None and not signer.signed)
        self.undo.setEnabled(signer is not None and bool(signer.signed or signer.present))
        self.witness.setVisible(signer is not None and signer.is_witness)
        self.witness.setEnabled(signer is not None and not signer.present)

    def _sign(self) -> None:
        signer, session = self.table.current(), self._desk.session
        pact = next((p for p in self._pacts if p.id == self.pact.value), None)
        if signer is None or pact is None or signer.signed:
            return
        source = SignatureSource(self.source.value)
        self._desk.ask(
            lambda services: services.signing.sign(pact, signer.who, session, source),
            lambda _: self._changed("table.sign.done", signer.who.name),
        )

    def _witness(self) -> None:
        signer = self.table.current()
        if signer is None or not isinstance(signer.who, Party):
            return
        self._record_witness(signer.who, self._desk.session)

    def _record_witness(self, witness: Party, session: Session) -> None:
        self._desk.ask(
            lambda services: services.signing.witness_present(witness, session),
            lambda _: self._changed("table.sign.witness_done", witness.name),
        )

    def _ask_undo(self) -> None:
        signer = self.table.current()
        if signer is None:
            return
        event = signer.signed or signer.present
        self._confirm.ask(
            self._say("table.sign.undo_question", name=signer.who.name),
            self._say("table.sign.undo"),
            lambda values: self._undo(event, signer.who.name, values["reason"]),
            [("reason", self._say("table.sign.reason"))],
        )

    def _undo(self, event: str, name: str, reason: str) -> None:
        session = self._desk.session
        self._desk.ask(
            lambda services: services.door(session, "").undo(event, reason),
            lambda _: self._changed("table.sign.undone", name),
        )

    def _changed(self, key: str, name: str) -> None:
        self._tools.channel.done(message(key, name=name))
        # The hall's picture names who signs now, the record who has signed.
        self._desk.attendance_changed.emit()
        self.read()

    def _part(self, who: Party | Person) -> str:
        if isinstance(who, Person):
            return who.division
        words = self._say.say(role_words(who.role))
        return f"{words} {who.division}".strip() if who.division else words

    def _columns(self) -> list[Column[Signer]]:
        say, colours = self._say, self._tools.palette

        def signed(signer: Signer) -> str:
            return say("table.sign.yes") if signer.signed else say("table.sign.no")

        def present(signer: Signer) -> str:
            if not signer.is_witness:
                return ""
            return say("table.sign.present" if signer.present else "table.sign.absent")

        return [
            Column(say("table.sign.name"), lambda s: s.who.name or say("prepare.party.blank")),
            Column(say("table.sign.part"), lambda signer: signer.part, width=290),
            Column(say("table.sign.there"), present, width=130),
            Column(
                say("table.sign.signed"),
                signed,
                width=160,
                colour=lambda signer: colours.good_ink if signer.signed else colours.quiet,
            ),
        ]
