"""Those with a part: who presides, who reads, who signs for whom, who witnesses."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from ceremony_app.console.prepare.marks import mark
from ceremony_app.console.prepare.paper_draft import PaperDraft, Place, remarks
from ceremony_app.console.prepare.party_form import PartyForm
from ceremony_app.console.words import role_words
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import IdKind, Party, Role
from ceremony_app.domain.signer_checks import MOST_REPRESENTATIVES, MOST_WITNESSES
from ceremony_app.domain.signing import moved
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, only_icon, row, scrolled
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_ORDER = (Role.PRESIDER, Role.READER, Role.REPRESENTATIVE, Role.WITNESS, Role.ACKNOWLEDGER)
_MOST = {Role.REPRESENTATIVE: MOST_REPRESENTATIVES, Role.WITNESS: MOST_WITNESSES}
_TABLE_HEIGHT = 212


class PartiesPanel(QWidget):
    """A table of parts in the order in which they act, and under it a form for the one chosen.

    The order of representatives is the order of signing; the head of the office signs last.
    """

    def __init__(self, tools: Tools, draft: PaperDraft) -> None:
        super().__init__()
        self._tools = tools
        self._say = say = tools.say
        self._draft = draft
        self._chosen = ""
        self.table: DataTable[Party] = DataTable(
            say("prepare.party.table"), self._columns(), sortable=False
        )
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.chosen.connect(self._choose)
        self.form = PartyForm(tools)
        self.form.typed.connect(self._typed)
        self.form.entered.connect(lambda field: draft.look_at(Place(field, self._chosen)))
        self.add_representative = self._adder(Role.REPRESENTATIVE)
        self.add_witness = self._adder(Role.WITNESS)
        self.add_acknowledger = self._adder(Role.ACKNOWLEDGER)
        self.up = only_icon(tools, "up", say("prepare.party.up"), lambda: self._move(-1))
        self.down = only_icon(tools, "down", say("prepare.party.down"), lambda: self._move(1))
        self.remove = only_icon(tools, "close", say("prepare.party.remove"), self._remove)
        self._lay_out()
        draft.shown.connect(self._show)
        draft.changed.connect(self._follow)
        draft.hindrances.append(self._hindered)

    def take_keys(self, place: Place) -> None:
        """Choose somebody and put the keys into a field of theirs."""
        self._choose_id(place.owner)
        self.form.take_keys(place.field)

    @property
    def party(self) -> Party | None:
        """The one chosen, as the draft has them."""
        return next((one for one in self._draft.details.parties if one.id == self._chosen), None)

    def _listed(self) -> list[Party]:
        details = self._draft.details
        return [party for role in _ORDER for party in details.with_role(role)]

    def _show(self) -> None:
        listed = self._listed()
        known = [party.id for party in listed]
        chosen = self._chosen if self._chosen in known else next(iter(known), "")
        self._chosen = chosen
        self._list(listed)
        if self.party is not None:
            self.form.show_party(self.party)
        self._follow()

    def _list(self, listed: list[Party]) -> None:
        """Show the rows; whoever was chosen stays so without the form being filled again."""
        self.table.blockSignals(True)
        self.table.show_rows(listed)
        places = [at for at, party in enumerate(listed) if party.id == self._chosen]
        if places:
            self.table.selectRow(places[0])
        self.table.blockSignals(False)
        self.table.horizontalScrollBar().setValue(0)

    def _choose_id(self, identity: str) -> None:
        for at, party in enumerate(self.table.rows_model.rows):
            if party.id == identity:
                self.table.selectRow(at)
                self._choose(party)

    def _choose(self, party: Party | None) -> None:
        if party is None or party.id == self._chosen:
            return
        self._chosen = party.id
        self.form.show_party(self.party or party)
        self._draft.look_at(Place("name", party.id))
        self._follow()

    def _typed(self, party: Party, field: str) -> None:
        is_private = bool(self.form.rows["id_number"].complaint)
        self._draft.hold(Place("id_number", party.id), unread=is_private)
        self._draft.change_party(party, field)

    def _follow(self) -> None:
        """Rows, marks and buttons as the draft has them now."""
        listed = self._listed()
        if [one.id for one in self.table.rows_model.rows] != [one.id for one in listed]:
            self._list(listed)
        for at, party in enumerate(listed):
            if self.table.rows_model.rows[at] != party:
                self.table.rows_model.change(at, party)
        found = remarks(self._draft.mistakes, self._chosen)
        for name, each in self.form.rows.items():
            mark(self._tools, each, [self._say.say(one.says) for one in found.get(name, [])])
        self.form.setVisible(self.party is not None)
        self.remove.setEnabled(self.party is not None)
        details = self._draft.details
        for role, adder in (
            (Role.REPRESENTATIVE, self.add_representative),
            (Role.WITNESS, self.add_witness),
        ):
            adder.setEnabled(len(details.with_role(role)) < _MOST[role])

    def _add(self, role: Role) -> None:
        kind = IdKind.NONE if role is Role.WITNESS else IdKind.NIP
        added = Party(id=new_id(), role=role, id_kind=kind, signs=role is Role.WITNESS)
        details = self._draft.details
        parties = (*details.parties, added)
        self._draft.change(replace(details, parties=parties), Place("name", added.id))
        self._choose_id(added.id)
        self.form.take_keys("name")

    def _remove(self) -> None:
        details = self._draft.details
        left = tuple(party for party in details.parties if party.id != self._chosen)
        self._chosen = ""
        self._draft.change(replace(details, parties=left), Place("parties"))
        listed = self._listed()
        if listed:
            self._choose_id(listed[0].id)

    def _move(self, by: int) -> None:
        """Change the order within a part."""
        details = self._draft.details
        parties = moved(details.parties, self._chosen, by)
        self._draft.change(replace(details, parties=parties), Place("name", self._chosen))

    def _hindered(self) -> Place | None:
        row = self.form.rows["id_number"]
        return Place("id_number", self._chosen) if row.complaint else None

    def _columns(self) -> list[Column[Party]]:
        say = self._say
        blank = say("prepare.party.blank")
        return [
            Column(say("prepare.party.role"), lambda p: say.say(role_words(p.role)), width=150),
            Column(say("prepare.party.name"), lambda party: party.name or blank),
            Column(say("prepare.party.post"), lambda party: party.styled_post or blank),
        ]

    def _adder(self, role: Role) -> QWidget:
        words = {
            Role.REPRESENTATIVE: "prepare.party.add_representative",
            Role.WITNESS: "prepare.party.add_witness",
            Role.ACKNOWLEDGER: "prepare.party.add_acknowledger",
        }
        return icon_button(self._tools, "plus", self._say(words[role]), partial(self._add, role))

    def _lay_out(self) -> None:
        adders = row(self.add_representative, self.add_witness, self.add_acknowledger, None, gap=6)
        for one in (self.up, self.down, self.remove):
            adders.addWidget(one)
        whole = column(self.table, adders, gap=8)
        whole.addWidget(scrolled(self.form), 1)
        self.setLayout(whole)
