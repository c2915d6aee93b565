"""After retention: personal data is destroyed, the record stays whole (UU 27/2022)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.record.titled_card import titled_card
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.names import matches, sort_key
from ceremony_app.domain.people import Person
from ceremony_app.domain.wording import shown_number
from ceremony_app.storage.erase import Erasure
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, holder, label, row, scrolled
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.form import FormRow, line
from ceremony_app.ui_kit.widgets.table import Column, DataTable


class SureForm(QWidget):
    """A reason and a word that has to be typed; only then the button can be pressed."""

    agreed = Signal(str)

    def __init__(self, tools: Tools, word: str, button_words: str) -> None:
        super().__init__()
        say = tools.say
        self._word = word
        self._ready = True
        self.reason = FormRow(say("archive.erase.reason"), line(say("archive.erase.reason_hint")))
        typed = line()
        self.word = FormRow(say("archive.erase.type", word=word), typed)
        self.do = button(button_words, self._agree, kind="danger")
        typed.returnPressed.connect(self.do.click)
        self.reason.on_change(self._look)
        self.word.on_change(self._look)
        self.setLayout(column(self.reason, self.word, row(self.do, None), gap=10))
        self._look()

    def allow(self, *, allowed: bool) -> None:
        """Whether there is anything to agree to."""
        self._ready = allowed
        self._look()

    def clear(self) -> None:
        """Forget what was typed."""
        self.reason.value = ""
        self.word.value = ""

    def _look(self) -> None:
        sure = self.word.value == self._word and bool(self.reason.value)
        self.do.setEnabled(self._ready and sure)

    def _agree(self) -> None:
        reason = self.reason.value
        self.clear()
        self.agreed.emit(reason)


@dataclass(frozen=True, slots=True)
class _Erased:
    erasure: Erasure
    name: str


class ErasePanel(QWidget):
    """One person, or everyone. What was erased leaves the kept copies too."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._people: list[Person] = []
        say = self._say
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("archive.erase.search"))
        self.search.setAccessibleName(say("archive.erase.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.table: DataTable[Person] = DataTable(say("archive.erase.found"), self._columns())
        word = say("archive.erase.word_one")
        self.one = SureForm(tools, word, say("archive.erase.do_one"))
        self.one.allow(allowed=False)
        self.one.agreed.connect(self._erase_chosen)
        self.table.chosen.connect(lambda one: self.one.allow(allowed=one is not None))
        self.everyone_words = label("", wrap=True)
        word = say("archive.erase.word_all")
        self.everyone = SureForm(tools, word, say("archive.erase.do_all"))
        self.everyone.agreed.connect(self._erase_everyone)
        self.busy = BusyStrip(tools)
        self._lay_out()
        desk.people_changed.connect(self._look_again)

    def read(self) -> None:
        """Read who is in the file."""

        def work(services: Services) -> list[Person]:
            named = [person for person in services.people.everyone() if person.name]
            return sorted(named, key=lambda person: sort_key(person.name))

        self._desk.ask(work, self._show)

    def _look_again(self) -> None:
        if self.isVisible():
            self.read()

    def _show(self, people: list[Person]) -> None:
        self._people = people
        self.everyone_words.setText(self._say("archive.erase.all_about", count=len(people)))
        self._filter()

    def _filter(self) -> None:
        typed = self.search.text().strip()
        found = [one for one in self._people if not typed or matches(typed, one)]
        self.table.show_rows(found)
        self.one.allow(allowed=self.table.current() is not None)

    def _erase_chosen(self, reason: str) -> None:
        person = self.table.current()
        if person is not None:
            self._erase(lambda services: services.record.erase([person], reason), person.name)

    def _erase_everyone(self, reason: str) -> None:
        self._erase(lambda services: services.record.erase_everyone(reason), "")

    def _erase(self, erase: Callable[[Services], Erasure], name: str) -> None:
        def work(services: Services) -> _Erased:
            erasure = erase(services)
            services.guard.forget()
            return _Erased(erasure, name)

        running = self._desk.ask(work, self._erased, self._failed)
        self.busy.watch(self._say("archive.erase.running"), running, can_stop=False)

    def _erased(self, erased: _Erased) -> None:
        self.busy.rest()
        self._tools.channel.done(
            message("archive.erase.done_one", name=erased.name)
            if erased.name
            else message("archive.erase.done_all", count=erased.erasure.persons)
        )
        for changed in (
            self._desk.details_changed,
            self._desk.people_changed,
            self._desk.attendance_changed,
        ):
            changed.emit()
        self.read()

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self._tools.channel.refuse(error)

    def _columns(self) -> list[Column[Person]]:
        say = self._say
        return [
            Column(
                say("archive.erase.name"),
                lambda person: person.name,
                order=lambda person: sort_key(person.name),
            ),
            Column(
                say("archive.erase.number"),
                lambda person: shown_number(person.id_number),
                width=192,
            ),
        ]

    def _lay_out(self) -> None:
        say = self._say
        one = titled_card(
            say("archive.erase.one"),
            label(say("archive.erase.one_about"), "quiet", wrap=True),
            self.search,
            self.table,
            self.one,
        )
        everyone = titled_card(
            say("archive.erase.all"),
            self.everyone_words,
            label(say("archive.erase.stays"), "quiet", wrap=True),
            self.everyone,
            None,
        )
        cards = row(one, everyone, gap=14)
        cards.setStretch(0, 3)
        cards.setStretch(1, 2)
        about = label(say("archive.erase.about"), wrap=True)
        whole = column(about, self.busy, cards, gap=10)
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, 8, 8, 0)
        self.setLayout(column(scrolled(holder(whole))))
