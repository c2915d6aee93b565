"""Those with a part: who presides, who reads, who signs for whom, who witnesses."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.words import role_words
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.id_numbers import IdRules
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import IdKind, Party, Role
from ceremony_app.domain.signing import added, moved
from ceremony_app.domain.wording import shown_number
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    column,
    holder,
    icon_button,
    label,
    only_icon,
    row,
    scrolled,
)
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_ORDER = (Role.PRESIDER, Role.READER, Role.REPRESENTATIVE, Role.WITNESS, Role.ACKNOWLEDGER)


class PartiesPanel(QWidget):
    """A table of parts in the order in which they act, and a form for the one chosen.

    The order of representatives is the order of signing. A new one is put before the head of the
    office, who signs last unless somebody moved the head.
    """

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._details: Details | None = None
        self._chosen: Party | None = None
        say = self._say
        self.table: DataTable[Party] = DataTable(
            say("prepare.party.table"), self._columns(), sortable=False
        )
        self.table.chosen.connect(self._choose)
        roles = [(role.value, say.say(role_words(role))) for role in _ORDER]
        prefixes = [("", "—"), ("Plt.", "Plt."), ("Plh.", "Plh.")]
        self.rows = {
            "role": FormRow(say("prepare.party.role"), choice(roles)),
            "name": FormRow(say("prepare.party.name"), line(), say("prepare.party.name_hint")),
            "prefix": FormRow(say("prepare.party.prefix"), choice(prefixes)),
            "post": FormRow(say("prepare.party.post"), line()),
            "division": FormRow(say("prepare.party.division"), line()),
            "institution": FormRow(say("prepare.party.institution"), line()),
            "rank": FormRow(say("prepare.party.rank"), line()),
            "id_number": FormRow(
                say("prepare.party.id_number"), line(), say("prepare.party.id_number_hint")
            ),
        }
        self.signs = QCheckBox(say("prepare.party.signs"))
        self.rows["role"].on_change(self._show_signs)
        self.save = icon_button(
            tools, "check", say("prepare.party.save"), self._keep, kind="primary"
        )
        self.remove = icon_button(
            tools, "close", say("prepare.party.remove"), self._remove, kind="danger"
        )
        self._lay_out()

    def read(self) -> None:
        """Read the parts again."""
        self._desk.ask(lambda services: services.preparation.details(), self._show)

    def _show(self, details: Details) -> None:
        self._details = details
        ordered = [party for role in _ORDER for party in details.with_role(role)]
        chosen = self._chosen.id if self._chosen else ""
        self.table.show_rows(ordered)
        ids = [party.id for party in ordered]
        if chosen in ids:
            self.table.selectRow(ids.index(chosen))
        elif ordered:
            self.table.selectRow(0)
        else:
            self._new()

    def _choose(self, party: Party | None) -> None:
        if party is None:
            return
        self._chosen = party
        self._fill(party)
        self.remove.setEnabled(True)

    def _fill(self, party: Party) -> None:
        for name, entry in self.rows.items():
            entry.value = str(getattr(party, name))
            entry.forgive()
        self.signs.setChecked(party.signs)
        self._show_signs()

    def _show_signs(self) -> None:
        """A witness is there; whether he or she also signs is for the office to say."""
        self.signs.setVisible(self.rows["role"].value == Role.WITNESS.value)

    def _new(self) -> None:
        self.table.clearSelection()
        self._chosen = None
        self._fill(Party(id="", role=Role.REPRESENTATIVE))
        self.remove.setEnabled(False)
        self.rows["name"].field.setFocus()

    def _keep(self) -> None:
        value = {name: entry.value for name, entry in self.rows.items()}
        kind, number = IdKind.NONE, ""
        if value["id_number"]:
            read = IdRules(date.today()).read(value["id_number"])
            if read.refusals:
                self.rows["id_number"].complain(self._say.say(read.refusals[0]))
                self.rows["id_number"].field.setFocus()
                return
            kind, number = read.kind, read.number
        before = self._chosen or Party(id=new_id(), role=Role.REPRESENTATIVE)
        typed = replace(
            before,
            role=Role(value["role"]),
            name=value["name"],
            prefix=value["prefix"],
            post=value["post"],
            division=value["division"],
            institution=value["institution"],
            rank=value["rank"],
            id_number=number,
            id_kind=kind,
            signs=value["role"] == Role.WITNESS.value and self.signs.isChecked(),
        )
        self._chosen = typed
        parties = self._details.parties if self._details else ()
        if any(party.id == typed.id for party in parties):
            self._store(tuple(typed if one.id == typed.id else one for one in parties))
        else:
            self._store(added(parties, typed))

    def _remove(self) -> None:
        if self._details is not None and self._chosen is not None:
            gone = self._chosen.id
            self._chosen = None
            self._store(tuple(p for p in self._details.parties if p.id != gone))

    def _move(self, by: int) -> None:
        """Change the order within a role."""
        if self._details is None or self._chosen is None:
            return
        parties = moved(self._details.parties, self._chosen.id, by)
        if parties != self._details.parties:
            self._store(parties)

    def _store(self, parties: tuple[Party, ...]) -> None:
        def work(services: Services) -> None:
            details = services.preparation.details()
            services.preparation.change_details(replace(details, parties=parties))

        self._desk.ask(work, lambda _: self._stored())

    def _stored(self) -> None:
        self._tools.channel.done(message("prepare.party.kept"))
        self.read()
        self._desk.details_changed.emit()

    def _columns(self) -> list[Column[Party]]:
        say = self._say
        blank = say("prepare.party.blank")
        return [
            Column(say("prepare.party.role"), lambda p: say.say(role_words(p.role)), width=150),
            Column(say("prepare.party.name"), lambda party: party.name or blank),
            Column(
                say("prepare.party.post"),
                lambda party: f"{party.prefix} {party.post}".strip() or blank,
                width=230,
            ),
            Column(
                say("prepare.party.id_number"),
                lambda party: shown_number(party.id_number),
                width=192,
            ),
        ]

    def _lay_out(self) -> None:
        say, tools = self._say, self._tools
        role, *others = self.rows.values()
        fields = column(role, self.signs, *others, None, gap=8)
        fields.setContentsMargins(0, 0, 10, 0)
        inside = column(scrolled(holder(fields)), row(self.remove, None, self.save), gap=8)
        inside.setContentsMargins(14, 12, 8, 12)
        form = box(inside)
        form.setFixedWidth(350)
        foot = row(
            icon_button(tools, "plus", say("prepare.party.add"), self._new),
            only_icon(tools, "back", say("prepare.party.up"), lambda: self._move(-1)),
            only_icon(tools, "next", say("prepare.party.down"), lambda: self._move(1)),
            label(say("prepare.party.order_hint"), "small", wrap=True),
            gap=10,
        )
        left = column(self.table, foot, gap=8)
        whole = row(gap=14)
        whole.addLayout(left, 1)
        whole.addWidget(form)
        self.setLayout(whole)
