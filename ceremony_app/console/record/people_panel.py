"""Everybody with three facts beside one another: came, pledged, signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.record.pledge_card import PledgeCard
from ceremony_app.console.record.pledge_words import (
    SIEVES,
    how_words,
    pledge_in_short,
    sieve_named,
)
from ceremony_app.console.words import hour, status_words
from ceremony_app.domain.messages import message
from ceremony_app.domain.names import matches, sort_key
from ceremony_app.domain.people import Person
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.texts import Text
from ceremony_app.services.pledges import Overview, Pledges, ThreeFacts
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder, label, row
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.form import FormRow, choice
from ceremony_app.ui_kit.widgets.pile import Pile
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_SETTLE_MS = 300


@dataclass(frozen=True, slots=True)
class _Known:
    texts: tuple[Text, ...]
    text: Text
    overview: Overview
    facts: tuple[ThreeFacts, ...]


class PeoplePanel(QWidget):
    """One text at a time; one person or several are chosen, and their pledge set by hand."""

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._known: _Known | None = None
        say = self._say
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("pledges.search"))
        self.search.setAccessibleName(say("pledges.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(240)
        self.sieve = choice([(sieve.name, say.say(sieve.words)) for sieve in SIEVES])
        self.sieve.setAccessibleName(say("pledges.sieve.name"))
        self.text = FormRow(say("pledges.text"), choice([]))
        self.count = label("", "quiet")
        self.table: DataTable[ThreeFacts] = DataTable(
            say("pledges.table"), self._columns(), several=True
        )
        self.card = PledgeCard(tools)
        self.card.setVisible(False)
        self._stack, self._list = Pile(), Pile()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out()
        self._join()

    def read(self) -> None:
        """Read the facts again, beside the door."""
        session, chosen = self._desk.session, self.text.value

        def work(file: CeremonyFile, _: Reporter) -> _Known:
            texts = tuple(state.text for state in Preparation(file).texts())
            text = next((one for one in texts if one.id == chosen), texts[0])
            overview = Pledges(file).overview(text, session)
            facts = sorted(overview.facts, key=lambda one: sort_key(one.person.name))
            return _Known(texts, text, overview, tuple(facts))

        self._desk.draw(work, self._show)

    def _show(self, known: _Known) -> None:
        before, self._known = self._known, known
        if before is None or before.texts != known.texts:
            self.text.field.blockSignals(True)
            self.text.refill([(text.id, text.title) for text in known.texts])
            self.text.value = known.text.id
            self.text.field.blockSignals(False)
        self.text.setVisible(len(known.texts) > 1)
        self._stack.setCurrentIndex(1 if known.facts else 0)
        self._filter()

    def _filter(self) -> None:
        if self._known is None:
            return
        typed, sieve = self.search.text().strip(), sieve_named(str(self.sieve.currentData()))
        found = [
            one
            for one in self._known.facts
            if sieve.leaves(one) and (not typed or matches(typed, one.person))
        ]
        self.table.show_again(found, _identity)
        self._list.setCurrentIndex(0 if found else 1)
        self.count.setText(
            self._say(
                "pledges.count",
                count=len(found),
                all=len(self._known.facts),
                session=self._desk.session.name,
            )
        )

    def _choose(self, people: Sequence[ThreeFacts]) -> None:
        self.card.setVisible(bool(people))
        if people and self._known is not None:
            self.card.show_people(people, self._known.overview)

    def _ask_set(self, how: Pledge, reason: str) -> None:
        """Somebody alone is set at once; several, and those who are not here, are asked about."""
        chosen = self.table.all_selected()
        people, away = [one.person for one in chosen], sum(not one.is_here for one in chosen)
        if len(chosen) == 1 and not away:
            self._set(people, how, reason)
            return
        self._confirm.ask(
            self._question(people, how, away),
            self._say("pledges.set"),
            lambda _: self._set(people, how, reason),
        )

    def _question(self, people: Sequence[Person], how: Pledge, away: int) -> str:
        say, words = self._say, self._say.say(how_words(how))
        if len(people) == 1:
            return say("pledges.question_one", how=words, name=people[0].name)
        if away:
            return say("pledges.question_away", how=words, count=len(people), away=away)
        return say("pledges.question", how=words, count=len(people))

    def _set(self, people: Sequence[Person], how: Pledge, reason: str) -> None:
        known, session = self._known, self._desk.session
        if known is None:
            return

        def work(services: Services) -> int:
            return len(Pledges(services.file).set(people, how, known.text, session, reason))

        self._desk.ask(work, lambda count: self._changed("pledges.done", count))

    def _ask_undo(self) -> None:
        events = [one.by_hand.event for one in self.table.all_selected() if one.by_hand]
        self._confirm.ask(
            self._say("pledges.undo_question", count=len(events)),
            self._say("pledges.undo_do"),
            lambda values: self._undo(events, values["reason"]),
            [("reason", self._say("pledges.undo_reason"))],
        )

    def _undo(self, events: Sequence[str], reason: str) -> None:
        session = self._desk.session

        def work(services: Services) -> int:
            door = services.door(session, "")
            return len([door.undo(event, reason) for event in events])

        self._desk.ask(work, lambda count: self._changed("pledges.undone", count))

    def _changed(self, key: str, count: int) -> None:
        self._tools.channel.done(message(key, count=count))
        self.read()
        self._desk.attendance_changed.emit()

    def _look_again(self) -> None:
        if self.isVisible():
            self._settle.start()

    def _columns(self) -> list[Column[ThreeFacts]]:
        say, colours = self._say, self._tools.palette

        def came(one: ThreeFacts) -> str:
            status = say.say(status_words(one.state.status)) if one.state.status else ""
            return f"{status} {hour(one.state.at)}".strip()

        def pledged(one: ThreeFacts) -> str:
            words = pledge_in_short(one, self._known.overview) if self._known else None
            return say.say(words) if words is not None else ""

        return [
            Column(
                say("pledges.name"),
                lambda one: one.person.name,
                order=lambda one: sort_key(one.person.name),
            ),
            Column(
                say("pledges.division"),
                lambda one: one.person.division or one.person.institution,
                width=130,
            ),
            Column(
                say("pledges.came"),
                came,
                width=104,
                colour=lambda one: colours.good_ink if one.is_here else colours.quiet,
            ),
            Column(
                say("pledges.said"),
                pledged,
                width=158,
                colour=lambda one: colours.good_ink if one.pledged else "",
            ),
            Column(
                say("pledges.sign"),
                lambda one: say("pledges.signed", count=one.signed) if one.signed else "",
                width=100,
            ),
        ]

    def _lay_out(self) -> None:
        self.sieve.setMinimumWidth(210)
        head = row(self.search, self.sieve, self.count, None, gap=12)
        tools, say = self._tools, self._say
        self._list.addWidget(self.table)
        self._list.addWidget(
            EmptyState(tools, "search", say("pledges.nobody"), say("pledges.nobody_hint"))
        )
        body = column(self.text, head, row(self._list, self.card, gap=14), gap=10)
        empty = EmptyState(tools, "people", say("pledges.none"), say("pledges.none_hint"))
        self._stack.addWidget(empty)
        self._stack.addWidget(holder(body))
        whole = column(self._stack, gap=10)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    def _join(self) -> None:
        self.search.textChanged.connect(lambda _: self._filter())
        self.sieve.currentIndexChanged.connect(lambda _: self._filter())
        self.text.on_change(self.read)
        self.table.selected.connect(self._choose)
        self.table.opened.connect(lambda _: self.card.how.field.setFocus())
        self.card.set_wanted.connect(self._ask_set)
        self.card.undo_wanted.connect(self._ask_undo)
        self._settle.timeout.connect(self.read)
        self._desk.closing.connect(self._settle.stop)
        for changed in (
            self._desk.people_changed,
            self._desk.attendance_changed,
            self._desk.texts_changed,
            self._desk.session_changed,
        ):
            changed.connect(self._look_again)


def _identity(one: ThreeFacts) -> str:
    return one.person.id
