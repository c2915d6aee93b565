"""Beside the list of people: where a fact is known from, and the pledge set by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ceremony_app.console.record.pledge_words import (
    also_seen_words,
    attended_words,
    how_words,
    pledge_words,
    signed_words,
)
from ceremony_app.domain.pledges import Pledge
from ceremony_app.services.pledges import Overview, ThreeFacts
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    column,
    holder,
    icon_button,
    label,
    row,
    rule,
    scrolled,
)
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_WIDTH = 350


class PledgeCard(QWidget):
    """Shows one person or sums up several; `set_wanted` carries how, and the reason.

    Only a pledge that is claimed for somebody needs a reason; the field says so.
    """

    set_wanted = Signal(object, str)
    undo_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        say = self._say
        self._people: Sequence[ThreeFacts] = ()
        self.heading = label("", "heading", wrap=True)
        self.facts = {
            name: label("", wrap=True) for name in ("pledges.came", "pledges.said", "pledges.sign")
        }
        options = [(how.value, say.say(how_words(how))) for how in Pledge]
        self.how = FormRow(say("pledges.how.name"), choice(options))
        self.reason = FormRow(
            say("pledges.reason"), line(say("pledges.reason_example")), say("pledges.reason_hint")
        )
        self.how.on_change(self.reason.forgive)
        self.reason.on_enter(self._set)
        self.set = icon_button(tools, "check", say("pledges.set"), self._set, kind="primary")
        self.undo = icon_button(tools, "undo", say("pledges.undo"), self.undo_wanted.emit)
        self.setLayout(column(box(self._inside())))
        self.setFixedWidth(_WIDTH)

    def show_people(self, people: Sequence[ThreeFacts], overview: Overview) -> None:
        """Show whom the list has chosen."""
        if [one.person.id for one in people] != [one.person.id for one in self._people]:
            self.reason.value = ""
        self._people = people
        if len(people) == 1:
            self._show_one(people[0], overview)
        else:
            self._show_sums(people)
        self.undo.setEnabled(any(one.by_hand is not None for one in people))

    def _show_one(self, one: ThreeFacts, overview: Overview) -> None:
        said = self._say.say
        self.heading.setText(one.person.name)
        came = "\n".join(map(said, (attended_words(one), *also_seen_words(one))))
        self._show_facts(came, said(pledge_words(one, overview)), said(signed_words(one)))

    def _show_sums(self, people: Sequence[ThreeFacts]) -> None:
        say = self._say
        self.heading.setText(say("pledges.chosen", count=len(people)))
        sums = (
            sum(one.is_here for one in people),
            sum(one.pledged for one in people),
            sum(one.signed > 0 for one in people),
        )
        self._show_facts(*(say("pledges.of", count=count, all=len(people)) for count in sums))

    def _show_facts(self, *words: str) -> None:
        for shown, said in zip(self.facts.values(), words, strict=True):
            shown.setText(said)
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(". ".join(words))

    def _set(self) -> None:
        how = Pledge(self.how.value)
        if how.pledged and not self.reason.value:
            self.reason.complain(self._say("pledges.reason_needed"))
            self.reason.field.setFocus()
            return
        self.set_wanted.emit(how, self.reason.value)

    def _inside(self) -> QVBoxLayout:
        fields = column(gap=4)
        for name, shown in self.facts.items():
            fields.addWidget(_caption(self._say(name)))
            fields.addWidget(shown)
            fields.addSpacing(6)
        for part in (rule(), label(self._say("pledges.set_about"), "small", wrap=True)):
            fields.addWidget(part)
        fields.addWidget(self.how)
        fields.addWidget(self.reason)
        fields.addStretch(1)
        fields.setContentsMargins(0, 0, 10, 0)
        inside = column(
            self.heading, scrolled(holder(fields)), row(self.undo, None, self.set), gap=8
        )
        inside.setContentsMargins(14, 12, 8, 12)
        return inside


def _caption(words: str) -> QLabel:
    return label(words, "caption")
