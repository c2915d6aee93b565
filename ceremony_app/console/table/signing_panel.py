"""Signatures and witnesses: recorded as they happen, taken back with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.table.scan_mode import ScanMode
from ceremony_app.console.table.signer_rows import (
    Known,
    Signer,
    read_signers,
    signer_columns,
    told_words,
    with_turn,
)
from ceremony_app.console.table.signing_deeds import SigningDeeds
from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.names import matches
from ceremony_app.domain.people import Party
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, only_icon, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.form import FormRow, choice
from ceremony_app.ui_kit.widgets.table import DataTable

NEXT_KEY = "F9"
"""No scanner and no clicker sends it, and the hall leaves it free."""

_FIELD_HEIGHT, _SCAN_WIDTH = 34, 148


class SigningPanel(QWidget):
    """One pact at a time: its signers in their order, the witnesses after them.

    One key says that the next one has signed. A witness who is there and a witness who has signed
    are two facts. `list_wanted` asks for the list of those who have not signed the pact.
    """

    list_wanted = Signal(object)

    def __init__(
        self, tools: Tools, desk: Desk, confirm: ConfirmStrip, inlet: ScanInlet, sounds: Sounds
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._known = Known()
        self.deeds = SigningDeeds(tools, desk, confirm)
        self.scan_mode = ScanMode(tools, desk, inlet, sounds)
        self._make_head()
        self._make_actions()
        self.table: DataTable[Signer] = DataTable(
            self._say("table.sign.table"),
            signer_columns(self._say, tools.palette, lambda: self._known.today),
            sortable=False,
        )
        self.told = label("", "small", wrap=True)
        say = self._say
        self.empty = EmptyState(tools, "sign", say("table.sign.none"), say("table.sign.none_hint"))
        self._lay_out()
        self._join()

    def read(self) -> None:
        """Read who has signed."""
        chosen = self.pact.value
        self._desk.ask(lambda services: read_signers(services, chosen, self._say), self._show)

    def leave(self) -> None:
        """Something else comes in front."""
        self.scan_mode.stop()

    @property
    def chosen_pact(self) -> Pact | None:
        return self._known.pact

    def sign_next(self) -> None:
        """The next one has signed, seen by the operator."""
        turns, pact = self._known.turns, self._known.pact
        if turns and pact is not None:
            self.deeds.sign(pact, turns[0], SignatureSource.OPERATOR)

    def _show(self, known: Known) -> None:
        if known.pacts != self._known.pacts:
            self.pact.field.blockSignals(True)
            self.pact.refill([(pact.id, pact.title) for pact in known.pacts])
            self.pact.value = known.pact.id if known.pact else ""
            self.pact.field.blockSignals(False)
        self.pact.setVisible(len(known.pacts) > 1)
        self._known = with_turn(known)
        self._filter()
        for part in (self.table, self.search, self.waiting, self.source):
            part.setVisible(bool(known.signers))
        self.empty.setVisible(not known.signers)
        counted = known.counted
        done = sum(bool(one.signed) for one in counted)
        self.count.setText(
            self._say("table.sign.count", done=done, all=len(counted)) if counted else ""
        )
        self._show_turn()

    def _show_turn(self) -> None:
        """Whose turn it is, and who comes then."""
        known, say = self._known, self._say
        names = [one.name or say("prepare.party.blank") for one in known.turns]
        if names:
            said = say("signing_table.turn.now", name=names[0])
            if names[1:]:
                said = say("signing_table.turn.then", now=said, name=names[1])
        else:
            said = say("signing_table.turn.done") if known.calls and known.counted else ""
        self.turn.setText(said)
        self.next.setVisible(bool(names))
        self.scan.setVisible(bool(known.signers))
        self.unsigned.setVisible(bool(known.counted))

    def _filter(self) -> None:
        """Show those who are searched for; the row that was chosen stays, or the next one is."""
        typed, at = self.search.text().strip(), self.table.currentIndex().row()
        found = [
            one
            for one in self._known.signers
            if (not typed or matches(typed, one.who))
            and not (self.waiting.isChecked() and (one.signed or not one.has_block))
        ]
        self.table.show_rows(found)
        if found:
            self.table.selectRow(min(max(at, 0), len(found) - 1))
        self._show_actions()

    def _show_actions(self) -> None:
        signer = self.table.current()
        party = signer is not None and isinstance(signer.who, Party)
        is_open = signer is not None and not signer.signed
        settled = signer is None or bool(signer.state.latest)
        self.sign.setEnabled(is_open)
        self.undo.setEnabled(signer is not None and bool(signer.latest))
        self.witness.setVisible(signer is not None and signer.is_witness)
        self.witness.setEnabled(signer is not None and not signer.present)
        for part in (self.stand_in, self.up, self.down):
            part.setVisible(signer is not None and signer.is_representative)
        self.stand_in.setEnabled(is_open and signer is not None and not signer.state.substituted)
        self.absent.setVisible(party and signer is not None and signer.has_block)
        self.absent.setEnabled(not settled)
        told = told_words(signer) if signer else []
        self.told.setText(" ".join(self._say.say(one) for one in told))
        self.told.setVisible(bool(told))

    def _sign(self) -> None:
        signer, pact = self.table.current(), self._known.pact
        if signer is not None and pact is not None and not signer.signed:
            self.deeds.sign(pact, signer, SignatureSource(self.source.value))

    def _witness(self) -> None:
        signer = self.table.current()
        if signer is not None and isinstance(signer.who, Party):
            self.deeds.witness(signer.who)

    def _ask_stand_in(self) -> None:
        signer, pact = self.table.current(), self._known.pact
        if signer is not None and pact is not None and isinstance(signer.who, Party):
            self.deeds.ask_stand_in(pact, signer.who)

    def _ask_absent(self) -> None:
        signer, pact = self.table.current(), self._known.pact
        if signer is not None and pact is not None and isinstance(signer.who, Party):
            self.deeds.ask_absent(pact, signer.who)

    def _ask_undo(self) -> None:
        signer = self.table.current()
        if signer is not None and signer.latest:
            self.deeds.ask_undo(signer)

    def _move(self, by: int) -> None:
        signer = self.table.current()
        if signer is not None and isinstance(signer.who, Party):
            at = self.table.currentIndex().row() + by
            if 0 <= at < len(self.table.rows_model.rows):
                self.table.selectRow(at)
            self.deeds.move(signer.who, by)

    def _scanned(self, who: str) -> None:
        """Bring the one who was scanned into sight, also where a search leaves the name out."""
        if not self._choose(who):
            self.search.clear()
            self._choose(who)
        self.deeds.tell()

    def _choose(self, who: str) -> bool:
        rows = self.table.rows_model.rows
        at = next((at for at, one in enumerate(rows) if one.who.id == who), None)
        if at is not None:
            self.table.selectRow(at)
        return at is not None

    def _turn_scanning(self) -> None:
        if self.scan.isChecked():
            self.scan_mode.start(lambda: self.chosen_pact)
        else:
            self.scan_mode.stop()

    def _make_head(self) -> None:
        say = self._say
        self.pact = FormRow(say("table.sign.pact"), choice([]))
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
        self.search.setMinimumWidth(310)
        self.waiting = QCheckBox(say("table.sign.waiting"))
        self.turn = label("", "lead", wrap=True)
        self.next = icon_button(
            self._tools,
            "sign",
            say("signing_table.next", which=NEXT_KEY),
            self.sign_next,
            kind="primary",
        )
        self.scan = icon_button(self._tools, "scan", say("signing_table.scan.do"))
        self.scan.setCheckable(True)
        # Pressed, its words are bold.
        self.scan.setMinimumWidth(_SCAN_WIDTH)
        self.unsigned = icon_button(self._tools, "list", say("unsigned.open"))

    def _make_actions(self) -> None:
        tools, say = self._tools, self._say
        self.sign = icon_button(tools, "check", say("table.sign.do"), self._sign)
        self.stand_in = icon_button(
            tools, "swap", say("signing_table.stand_in.open"), self._ask_stand_in
        )
        self.absent = icon_button(
            tools, "close", say("signing_table.absent.open"), self._ask_absent
        )
        self.witness = icon_button(tools, "people", say("table.sign.witness"), self._witness)
        self.undo = icon_button(tools, "undo", say("table.sign.undo"), self._ask_undo)
        self.up = only_icon(tools, "up", say("prepare.party.up"), lambda: self._move(-1))
        self.down = only_icon(tools, "down", say("prepare.party.down"), lambda: self._move(1))

    def _head(self) -> QHBoxLayout:
        head = row(self.pact, self.source, self.count, self.search, self.waiting, gap=16)
        head.setStretch(2, 1)
        for part in (self.count, self.search, self.waiting):
            part.setMinimumHeight(_FIELD_HEIGHT)
            head.setAlignment(part, Qt.AlignmentFlag.AlignBottom)
        return head

    def _lay_out(self) -> None:
        turn = row(self.turn, self.next, self.scan, self.unsigned, gap=10)
        turn.setStretch(0, 1)
        actions = row(
            self.sign,
            self.stand_in,
            self.absent,
            self.witness,
            self.undo,
            None,
            self.up,
            self.down,
            gap=10,
        )
        parts = (self._head(), turn, self.scan_mode, self.table, self.told, self.empty, actions)
        whole = column(*parts, gap=10)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    def _join(self) -> None:
        self.pact.on_change(self.read)
        self.search.textChanged.connect(lambda _: self._filter())
        self.waiting.toggled.connect(lambda _: self._filter())
        self.table.chosen.connect(lambda _: self._show_actions())
        self.table.opened.connect(lambda _: self._sign())
        self.scan.toggled.connect(lambda _: self._turn_scanning())
        self.scan_mode.stopped.connect(lambda: self.scan.setChecked(False))
        self.scan_mode.signed.connect(self._scanned)
        self.deeds.changed.connect(self.read)
        self.unsigned.clicked.connect(lambda: self.list_wanted.emit(self.chosen_pact))
        shortcut = QShortcut(QKeySequence(NEXT_KEY), self, self.sign_next)
        shortcut.setAutoRepeat(False)
