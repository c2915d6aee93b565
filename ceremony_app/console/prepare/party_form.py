"""The form of one who has a part: name, post, in whose name is signed, and the number."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ceremony_app.console.words import role_words
from ceremony_app.domain.id_numbers import IdRules, clean_id_number, mask_private
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import (
    ACTING_PREFIXES,
    BY_MANDATE,
    ON_BEHALF,
    IdKind,
    Party,
    Role,
)
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_SIGNERS = (Role.PRESIDER, Role.WITNESS, Role.ACKNOWLEDGER)
"""Those who may sign in another's name; a representative never does, a reader does not sign."""

_LINES = ("name", "post", "on_behalf_of", "mandated_by", "division", "institution", "rank")


class PartyForm(QWidget):
    """`typed` carries the party as the form has it and the field; `entered` a field's name."""

    typed = Signal(object, str)
    entered = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = say = tools.say
        self._party: Party | None = None
        self._filling = False
        self.rows = self._make_rows()
        self.signs = QCheckBox(say("prepare.party.signs"))
        self._lay_out()
        for name, each in self.rows.items():
            each.on_change(partial(self._change, name))
            each.on_focus(partial(self.entered.emit, name))
        self.signs.toggled.connect(lambda _: self._change("signs"))

    def take_keys(self, field: str) -> None:
        """Put the keys into a field."""
        self.rows.get(field, self.rows["name"]).field.setFocus()

    def show_party(self, party: Party) -> None:
        """Fill the form."""
        self._filling = True
        self._party = party
        self.rows["role"].value = party.role.value
        self._offer_prefixes(party)
        for name, each in self.rows.items():
            each.value = str(getattr(party, name))
            each.forgive()
        self.signs.setChecked(party.signs)
        self._show_what_belongs(party)
        self._filling = False

    def _change(self, field: str) -> None:
        before = self._party
        if self._filling or before is None:
            return
        party = replace(
            before,
            role=Role(self.rows["role"].value),
            prefix=self.rows["prefix"].value,
            id_number=self._number() if field == "id_number" else before.id_number,
            id_kind=IdKind(self.rows["id_kind"].value),
            signs=self.rows["role"].value == Role.WITNESS and self.signs.isChecked(),
            **{name: self.rows[name].value for name in _LINES},
        )
        if field == "id_number":
            party = self._with_kind(party)
        self._party = party
        if field == "role":
            self._filling = True
            self._offer_prefixes(party)
            self.rows["prefix"].value = party.prefix
            self._filling = False
        self._show_what_belongs(party)
        self.typed.emit(party, field)

    def _number(self) -> str:
        """The number as typed, right or wrong; a NIK is private and goes no further."""
        words = self.rows["id_number"].value
        number = clean_id_number(words)
        if mask_private(number) != number:
            self.rows["id_number"].complain(self._say.say(message("roster.id.nik")))
            return ""
        return number

    def _with_kind(self, party: Party) -> Party:
        """The kind that eighteen digits tell by themselves; a number is taken for a NIP else."""
        read = IdRules(date.today()).read(party.id_number)
        kind = party.id_kind
        if read.kind in (IdKind.NIP, IdKind.NI_PPPK) and not read.refusals:
            kind = read.kind
        elif party.id_number and kind is IdKind.NONE:
            kind = IdKind.NIP
        if kind is not party.id_kind:
            self._filling = True
            self.rows["id_kind"].value = kind.value
            self._filling = False
        return replace(party, id_kind=kind)

    def _offer_prefixes(self, party: Party) -> None:
        """What may stand before the post; what is there already can be seen and taken away."""
        offered = ["", *ACTING_PREFIXES]
        if party.role in _SIGNERS:
            offered += [ON_BEHALF, BY_MANDATE]
        if party.prefix not in offered:
            offered.append(party.prefix)
        self.rows["prefix"].refill([(one, one or "—") for one in offered])

    def _show_what_belongs(self, party: Party) -> None:
        in_a_name = party.prefix in (ON_BEHALF, BY_MANDATE)
        self.rows["on_behalf_of"].setVisible(in_a_name)
        self.rows["mandated_by"].setVisible(party.prefix == BY_MANDATE)
        self.rows["division"].setVisible(party.role is Role.REPRESENTATIVE)
        self.rows["institution"].setVisible(party.role is not Role.REPRESENTATIVE)
        self.signs.setVisible(party.role is Role.WITNESS)

    def _make_rows(self) -> dict[str, FormRow]:
        say = self._say
        roles = [(role.value, say.say(role_words(role))) for role in Role]
        kinds = [
            (IdKind.NIP.value, say("papers.field.nip")),
            (IdKind.NI_PPPK.value, say("papers.field.ni_pppk")),
            (IdKind.NRP.value, say("papers.field.nrp")),
            (IdKind.LOCAL.value, say("papers.field.local")),
            (IdKind.NONE.value, say("prepare.party.no_number")),
        ]
        whose, by = say("prepare.party.on_behalf_of"), say("prepare.party.mandated_by")
        return {
            "role": FormRow(say("prepare.party.role"), choice(roles)),
            "name": FormRow(say("prepare.party.name"), line()),
            "prefix": FormRow(say("prepare.party.prefix"), choice([])),
            "post": FormRow(say("prepare.party.post"), line()),
            "on_behalf_of": FormRow(whose, line(), say("prepare.party.on_behalf_of_hint")),
            "mandated_by": FormRow(by, line(), say("prepare.party.mandated_by_hint")),
            "id_kind": FormRow(say("prepare.party.id_kind"), choice(kinds)),
            "id_number": FormRow(
                say("prepare.party.id_number"), line(), say("prepare.party.id_number_hint")
            ),
            "division": FormRow(say("prepare.party.division"), line()),
            "institution": FormRow(say("prepare.party.institution"), line()),
            "rank": FormRow(say("prepare.party.rank"), line()),
        }

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        places = {
            "role": (0, 0, 1, 2),
            "name": (0, 2, 1, 4),
            "prefix": (1, 0, 1, 2),
            "post": (1, 2, 1, 4),
            "on_behalf_of": (2, 0, 1, 3),
            "mandated_by": (2, 3, 1, 3),
            "id_kind": (3, 0, 1, 2),
            "id_number": (3, 2, 1, 4),
            "division": (4, 0, 1, 3),
            "institution": (4, 0, 1, 3),  # never both
            "rank": (4, 3, 1, 3),
        }
        for name, (top, left, high, wide) in places.items():
            grid.addWidget(self.rows[name], top, left, high, wide, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.signs, 6, 0, 1, 6)
        grid.setRowStretch(7, 1)
        for number in range(6):
            grid.setColumnStretch(number, 1)
