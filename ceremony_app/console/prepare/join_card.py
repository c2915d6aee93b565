"""Two rows of one person side by side: which one stays, and what both of them hold."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.words import hour, status_words
from ceremony_app.domain.lookalikes import kept_first
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.wording import shown_number
from ceremony_app.services.duplicates import Came, Holding
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
)

CARD_WIDTH = 350


class JoinCard(QWidget):
    """Shows the row that stays above the one that is joined to it; they can change places.

    `join_wanted` carries the two holdings, the one that stays first.
    """

    join_wanted = Signal(object, object)
    cancelled = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        say = self._say
        self._pair: tuple[Holding, Holding] | None = None
        self.kept, self.gone = _RowFacts(), _RowFacts()
        self.doubt = label("", "small", tone="warn", wrap=True)
        self.swap = icon_button(tools, "swap", say("duplicates.swap"), self._swap)
        self.join = icon_button(tools, "join", say("duplicates.do"), self._join, kind="primary")
        self.cancel = button(say("ui.cancel"), self.cancelled.emit)
        facts = column(
            label(say("duplicates.kept"), "caption"),
            self.kept,
            row(None, self.swap, None),
            label(say("duplicates.gone"), "caption"),
            self.gone,
            self.doubt,
            None,
            gap=8,
        )
        facts.setContentsMargins(0, 0, 10, 0)
        inside = column(
            label(say("duplicates.heading"), "heading", wrap=True),
            label(say("duplicates.about"), "small", wrap=True),
            scrolled(holder(facts)),
            row(self.cancel, None, self.join),
            gap=8,
        )
        inside.setContentsMargins(14, 12, 8, 12)
        self.setLayout(column(box(inside)))
        self.setFixedWidth(CARD_WIDTH)
        self.setAccessibleName(say("duplicates.heading"))

    @property
    def pair(self) -> tuple[Holding, Holding] | None:
        """The row that would stay, and the one that would be joined to it."""
        return self._pair

    def show_pair(self, one: Holding, other: Holding) -> None:
        """Show two rows; the one that says more is proposed to stay."""
        first, _ = kept_first(one.person, other.person)
        self._pair = (one, other) if first is one.person else (other, one)
        self._show()

    def _swap(self) -> None:
        if self._pair is not None:
            self._pair = self._pair[1], self._pair[0]
            self._show()

    def _join(self) -> None:
        if self._pair is not None:
            self.join_wanted.emit(*self._pair)

    def _show(self) -> None:
        if self._pair is None:
            return
        kept, gone = self._pair
        self.kept.show_lines(kept.person.name, holding_lines(self._say, kept))
        self.gone.show_lines(gone.person.name, holding_lines(self._say, gone))
        doubt = self._doubt(kept.person, gone.person)
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))

    def _doubt(self, kept: Person, gone: Person) -> str:
        """What should make somebody think again."""
        if kept.id_number and gone.id_number and kept.id_number != gone.id_number:
            return self._say("duplicates.two_numbers")
        if gone.id_number and not kept.id_number:
            return self._say("duplicates.number_lost")
        return ""


class _RowFacts(QWidget):
    """A name and, below it, what the row holds."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "heading", wrap=True)
        self._lines = label("", "small", wrap=True)
        inside = column(self._name, self._lines, gap=2)
        inside.setContentsMargins(12, 8, 12, 8)
        self.setLayout(column(box(inside, "well")))

    def show_lines(self, name: str, lines: Sequence[str]) -> None:
        self._name.setText(name)
        self._lines.setText("\n".join(lines))
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(lines))


def holding_lines(say: Catalogue, holding: Holding) -> list[str]:
    """What one row holds, in words."""
    person = holding.person
    badges = say("duplicates.badges", count=holding.badges)
    lines = [
        shown_number(person.id_number) or say("duplicates.no_number"),
        person.division or person.institution,
        say("prepare.people.guest") if person.kind is PersonKind.GUEST else person.post,
        badges if holding.badges else say("prepare.people.no_badge"),
        *(_came(say, came) for came in holding.came),
        "" if holding.came else say("duplicates.never_came"),
        say("duplicates.pledged", count=holding.pledged) if holding.pledged else "",
        say("duplicates.signed", count=holding.signed) if holding.signed else "",
    ]
    return [line for line in lines if line]


def described(say: Catalogue, person: Person) -> str:
    """A row told from another of the same name: its number, its division, or that it is a guest."""
    guest = say("prepare.people.guest") if person.kind is PersonKind.GUEST else ""
    about = shown_number(person.id_number) or guest or person.division or person.institution
    return say("duplicates.row", name=person.name, about=about) if about else person.name


def _came(say: Catalogue, came: Came) -> str:
    status = say.say(status_words(came.status))
    if came.at:
        time = hour(came.at)
        return say("duplicates.came_at", status=status, time=time, session=came.session)
    return say("duplicates.came", status=status, session=came.session)
