"""Joining two rows of one person: found, compared, asked about, done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.prepare.join_card import CARD_WIDTH, JoinCard, described
from ceremony_app.console.prepare.join_search import JoinSearch
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import Person
from ceremony_app.services.duplicates import Duplicates, Holding
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.pile import Pile


class JoinPanel(QWidget):
    """`finished` comes when the two are one, or the operator has thought better of it."""

    finished = Signal()

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm
        self._wanted: tuple[str, str] = ("", "")
        self.card, self.search = JoinCard(tools), JoinSearch(tools)
        self.search.found.connect(self._found)
        self.search.cancelled.connect(self.finished)
        self.card.join_wanted.connect(self._ask)
        self.card.cancelled.connect(self.finished)
        self._stack = Pile()
        self._stack.addWidget(self.search)
        self._stack.addWidget(self.card)
        self.setLayout(column(self._stack))
        self.setFixedWidth(CARD_WIDTH)

    def search_other(self, person: Person, everyone: Sequence[Person]) -> None:
        """Look for the other row of a person."""
        self._stack.setCurrentWidget(self.search)
        self.search.start(person, everyone)

    def compare(self, one: Person, other: Person) -> None:
        """Show what two rows hold."""
        self._wanted = (one.id, other.id)
        self._desk.ask(
            lambda services: Duplicates(services.file).holdings([one, other]), self._compared
        )

    def take_keys(self) -> None:
        """The keys are where the comparison is."""
        self.card.swap.setFocus()

    def _found(self, person: Person, other: Person) -> None:
        self.compare(person, other)
        self.take_keys()

    def _compared(self, holdings: list[Holding]) -> None:
        one, other = holdings
        if (one.person.id, other.person.id) == self._wanted:
            self.card.show_pair(one, other)
            self._stack.setCurrentWidget(self.card)

    def _ask(self, kept: Holding, gone: Holding) -> None:
        question = self._say(
            "duplicates.question",
            kept=described(self._say, kept.person),
            gone=described(self._say, gone.person),
        )
        self._confirm.ask(
            question,
            self._say("duplicates.yes"),
            lambda _: self._join(kept.person, gone.person),
        )

    def _join(self, kept: Person, gone: Person) -> None:
        def work(services: Services) -> str:
            services.people.join(gone, kept)
            return kept.name

        self._desk.ask(work, self._joined)

    def _joined(self, name: str) -> None:
        self._tools.channel.done(message("duplicates.done", name=name))
        self.finished.emit()
        self._desk.people_changed.emit()
        self._desk.attendance_changed.emit()
