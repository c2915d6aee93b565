"""The roster: everybody in a table, searched, corrected, joined, imported, given badges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.prepare.join_card import CARD_WIDTH
from ceremony_app.console.prepare.join_panel import JoinPanel
from ceremony_app.console.prepare.person_form import PersonForm
from ceremony_app.domain.lookalikes import Pair, lookalikes
from ceremony_app.domain.messages import message
from ceremony_app.domain.names import matches, sort_key
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.wording import shown_number
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.pile import Pile
from ceremony_app.ui_kit.widgets.table import Column, DataTable


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in the table, with what it is sorted by."""

    person: Person
    has_badge: bool
    key: str


@dataclass(frozen=True, slots=True)
class _Known:
    listed: list[Listed]
    alike: list[Pair]


class PeoplePanel(QWidget):
    """`import_wanted` and `badges_wanted` lead to pages of their own."""

    import_wanted = Signal()
    form_wanted = Signal()
    badges_wanted = Signal()

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._listed: list[Listed] = []
        self._alike: list[Pair] = []
        say = self._say
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("prepare.people.search"))
        self.search.setAccessibleName(say("prepare.people.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.table: DataTable[Listed] = DataTable(
            say("prepare.people.table"), self._columns(), several=True
        )
        self.table.selected.connect(self._choose)
        self.form = PersonForm(tools, date.today)
        self.form.kept.connect(self._keep)
        self.form.badge_wanted.connect(self._ask_reissue)
        self.form.revoke_wanted.connect(self._ask_revoke)
        self.form.join_wanted.connect(self._search_other)
        self.join = JoinPanel(tools, desk, confirm)
        self.join.finished.connect(self._leave_join)
        self.maybe = icon_button(tools, "join", "", self._show_next_pair)
        self.maybe.setVisible(False)
        self._several = label("", "quiet", wrap=True)
        self._count = label("", "quiet")
        self._stack = Pile()
        self._lay_out()
        desk.people_changed.connect(self.read)

    def read(self) -> None:
        """Read everybody again."""

        def work(services: Services) -> _Known:
            held = services.people.badges()
            people = services.people.everyone()
            listed = [Listed(p, p.id in held, sort_key(p.name)) for p in people]
            listed.sort(key=lambda one: one.key)
            return _Known(listed, lookalikes(people))

        self._desk.ask(work, self._show)

    def _show(self, known: _Known) -> None:
        self._listed, self._alike = known.listed, known.alike
        self._stack.setCurrentIndex(1 if known.listed else 0)
        self.maybe.setVisible(bool(known.alike))
        self.maybe.setText(self._say("duplicates.maybe", count=len(known.alike)))
        self.maybe.setAccessibleName(self.maybe.text())
        self._filter()

    def _filter(self) -> None:
        typed = self.search.text().strip()
        found = [one for one in self._listed if not typed or matches(typed, one.person)]
        self._count.setText(
            self._say("prepare.people.count", count=len(found), all=len(self._listed))
        )
        self.table.show_again(found, _identity)

    def _choose(self, chosen: Sequence[Listed]) -> None:
        """One row is corrected, two may be joined."""
        self._side.setVisible(bool(chosen))
        if len(chosen) == 1:
            one = chosen[0]
            key = "prepare.person.has_badge" if one.has_badge else "prepare.person.no_badge"
            self.form.show_person(one.person, self._say(key))
            self._side.setCurrentWidget(self.form)
        elif len(chosen) == 2:
            self._side.setCurrentWidget(self.join)
            self.join.compare(chosen[0].person, chosen[1].person)
        elif chosen:
            self._several.setText(self._say("duplicates.several", count=len(chosen)))
            self._side.setCurrentWidget(self._several)

    def _search_other(self, person: Person) -> None:
        self._side.setCurrentWidget(self.join)
        self.join.search_other(person, [one.person for one in self._listed])

    def _show_next_pair(self) -> None:
        """Choose the two rows of the next pair that may be one person."""
        pair, self._alike = self._alike[0], [*self._alike[1:], self._alike[0]]
        self.search.clear()
        ids = {person.id for person in pair}
        self.table.select_rows([one for one in self._listed if one.person.id in ids], _identity)
        self.table.scrollTo(self.table.currentIndex())
        self.join.take_keys()

    def _leave_join(self) -> None:
        self.table.clearSelection()
        self.table.setFocus()

    def _new(self) -> None:
        self.table.clearSelection()
        self._stack.setCurrentIndex(1)
        self.form.show_person(None, "")
        self._side.setCurrentWidget(self.form)
        self._side.setVisible(True)
        self.form.rows["name"].field.setFocus()

    def _keep(self, person: Person) -> None:
        if person.id:
            self._desk.ask(
                lambda services: services.people.correct(person),
                lambda _: self._changed("prepare.person.corrected", person.name),
            )
        else:
            self._desk.ask(
                lambda services: services.people.add(person),
                lambda added: self._changed("prepare.person.added", added.name),
            )

    def _ask_reissue(self, person: Person) -> None:
        def answered(_: Mapping[str, str]) -> None:
            self._desk.ask(
                lambda services: services.people.reissue(person),
                lambda _: self._changed("prepare.person.reissued", person.name),
            )

        question = self._say("prepare.person.reissue_question", name=person.name)
        self._confirm.ask(question, self._say("prepare.person.reissue"), answered)

    def _ask_revoke(self, person: Person) -> None:
        def answered(_: Mapping[str, str]) -> None:
            self._desk.ask(
                lambda services: services.people.revoke(person),
                lambda _: self._changed("prepare.person.revoked", person.name),
            )

        question = self._say("prepare.person.revoke_question", name=person.name)
        self._confirm.ask(question, self._say("prepare.person.revoke"), answered)

    def _changed(self, key: str, name: str) -> None:
        self._tools.channel.done(message(key, name=name))
        self._desk.people_changed.emit()

    def _columns(self) -> list[Column[Listed]]:
        say, colours = self._say, self._tools.palette

        def state(one: Listed) -> str:
            if not one.person.active:
                return say("prepare.people.inactive")
            if one.person.kind is PersonKind.GUEST:
                return say("prepare.people.guest")
            return "" if one.has_badge else say("prepare.people.no_badge")

        return [
            Column(say("prepare.people.name"), lambda o: o.person.name, order=lambda o: o.key),
            Column(
                say("prepare.people.number"),
                lambda one: shown_number(one.person.id_number),
                width=192,
            ),
            Column(
                say("prepare.people.division"),
                lambda one: one.person.division or one.person.institution,
                width=220,
            ),
            Column(
                say("prepare.people.state"), state, width=120, colour=lambda _: colours.warn_ink
            ),
        ]

    def _lay_out(self) -> None:
        say, tools = self._say, self._tools
        bring = icon_button(
            tools, "import", say("prepare.people.import"), self.import_wanted.emit, kind="primary"
        )
        empty = EmptyState(
            tools,
            "people",
            say("prepare.people.none"),
            say("prepare.people.none_hint"),
            bring,
            icon_button(tools, "text", say("prepare.people.form"), self.form_wanted.emit),
            icon_button(tools, "plus", say("prepare.people.add"), self._new),
        )
        again = icon_button(tools, "import", say("prepare.people.import"), self.import_wanted.emit)
        add = icon_button(tools, "plus", say("prepare.people.add"), self._new)
        badges = icon_button(
            tools, "badge", say("prepare.people.badges"), self.badges_wanted.emit, kind="primary"
        )
        self.search.setMinimumWidth(240)
        head = row(self.search, self._count, None, self.maybe, add, again, badges, gap=10)
        self._side = Pile()
        for part in (self.form, self.join, self._several):
            self._side.addWidget(part)
        self._side.setFixedWidth(CARD_WIDTH)
        self._side.setVisible(False)
        whole = column(head, row(self.table, self._side, gap=14), gap=10)
        page = QWidget()
        page.setLayout(whole)
        self._stack.addWidget(empty)
        self._stack.addWidget(page)
        self.setLayout(column(self._stack))


def _identity(one: Listed) -> str:
    return one.person.id
