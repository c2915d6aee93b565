"""The texts that people swear: their words and breaths, and who approved them."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.prepare.approval import ApprovalRow
from ceremony_app.console.prepare.hall_beside import HallBeside, MakeTrial
from ceremony_app.console.prepare.part_card import PartCard
from ceremony_app.console.prepare.phrase_form import PhraseForm
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.messages import message
from ceremony_app.domain.parts import CLOSING, OPENING, part_at, place_of, with_part
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.show import part_label
from ceremony_app.domain.template import BLANK
from ceremony_app.domain.texts import Pace, PhraseRole, Point, Text
from ceremony_app.services.preparation import TextState
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    clear,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
)
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line


class TextsPanel(QWidget):
    """One text at a time, the hall's picture of it beside.

    An approved text is locked until it is reopened with a reason.
    """

    def __init__(
        self, tools: Tools, desk: Desk, confirm: ConfirmStrip, make_trial: MakeTrial
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._states: list[TextState] = []
        self._draft: Text | None = None
        self._details = Details(template="", title="")
        self._place, self._phrase = "", 0
        self._cards: list[PartCard] = []
        self.beside = HallBeside(tools, make_trial)
        self.phrase = PhraseForm(tools)
        self.approval = ApprovalRow(tools, desk, confirm, lambda: self.unsaved)
        say = self._say
        self.chooser = FormRow(say("prepare.text.choose"), choice([]))
        self.title = FormRow(say("prepare.text.title"), line())
        self.pace = FormRow(
            say("prepare.text.pace"),
            choice(
                [
                    (Pace.PHRASE.value, say("prepare.pace.phrase")),
                    (Pace.POINT.value, say("prepare.pace.point")),
                    (Pace.LEADER.value, say("prepare.pace.leader")),
                ]
            ),
        )
        self.note = label("", "quiet", wrap=True)
        self._hint = label(say("prepare.phrases.how"), "small", wrap=True)
        self.save = icon_button(tools, "check", say("prepare.text.save"), self.keep, kind="primary")
        self.save.setEnabled(False)
        self.add = icon_button(tools, "plus", say("prepare.text.add"), self._add_point)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(10)
        self._parts.setContentsMargins(0, 0, 10, 0)
        self._lay_out()
        self.chooser.on_change(self._choose)
        self.title.on_change(self._touched)
        self.pace.on_change(self._touched)
        self.phrase.revised.connect(self._revise)
        self.approval.changed.connect(self._changed)

    @property
    def unsaved(self) -> bool:
        return self.save.isEnabled()

    def read(self) -> None:
        """Show the texts as they are kept."""
        self._desk.ask(
            lambda services: (services.preparation.details(), services.preparation.texts()),
            lambda found: self._show(*found),
        )

    def keep(self) -> None:
        """Keep the text that is shown."""
        for card in self._cards:
            card.take_over()
        draft = self._drafted()
        if draft is not None:
            self._desk.ask(
                lambda services: services.preparation.change_text(draft), lambda _: self._kept()
            )

    def _kept(self) -> None:
        self._tools.channel.done(message("prepare.text.kept"))
        self._changed()

    def _changed(self) -> None:
        self.read()
        self._desk.texts_changed.emit()

    @property
    def _state(self) -> TextState | None:
        chosen = self.chooser.value
        return next((s for s in self._states if s.text.id == chosen), None)

    def _show(self, details: Details, states: list[TextState]) -> None:
        chosen = self.chooser.value
        self._details, self._states = details, states
        field = self.chooser.field
        field.blockSignals(True)
        self.chooser.refill([(state.text.id, state.text.title) for state in states])
        self.chooser.value = chosen
        field.blockSignals(False)
        self.chooser.setVisible(len(states) > 1)
        self._choose()

    def _choose(self) -> None:
        state = self._state
        if state is None:
            return
        self._draft = None
        self.title.value, self.pace.value = state.text.title, state.text.pace.value
        for each in (self.title, self.pace):
            each.field.setEnabled(not state.approved)
        self._draft = state.text
        self._show_state(state)
        self._show_parts(state)
        self.save.setEnabled(False)
        self._place, self._phrase = place_of(state.text, 0), 0
        self._picture(state.text)

    def _show_state(self, state: TextState) -> None:
        self.approval.show_state(state)
        self.note.setText(state.text.note)
        self.note.setVisible(bool(state.text.note))
        self._hint.setVisible(not state.approved)
        self.save.setVisible(not state.approved)
        self.add.setVisible(not state.approved)

    def _show_parts(self, state: TextState) -> None:
        clear(self._parts)
        self._cards = []
        draft = self._draft
        if draft is None:
            return
        if draft.opening is not None:
            self._add_card(self._say("prepare.text.opening"), draft.opening, state, OPENING)
        for number, point in enumerate(draft.points):
            self._add_card(
                self._say("prepare.text.point", number=number + 1), point, state, str(number)
            )
        if draft.closing is not None:
            self._add_card(self._say("prepare.text.closing"), draft.closing, state, CLOSING)
        self._parts.addStretch(1)

    def _add_card(self, heading: str, point: Point, state: TextState, place: str) -> None:
        removable = place.isdigit() and len(state.text.points) > 1
        card = PartCard(self._tools, heading, point, locked=state.approved, removable=removable)
        card.changed.connect(lambda changed: self._replace(place, changed))
        card.tried.connect(lambda tried: self._try(place, tried))
        card.looked_at.connect(lambda phrase: self._look_at(place, phrase))
        card.removed.connect(lambda: self._remove(int(place)))
        self._cards.append(card)
        self._parts.addWidget(card)

    def _replace(self, place: str, point: Point) -> None:
        if self._draft is not None:
            self._draft = with_part(self._draft, place, point)
            self._place = place
            self._touched()

    def _try(self, place: str, point: Point) -> None:
        """The picture of words that are being typed; nothing is taken over yet."""
        if self._draft is not None:
            self._place, self._phrase = place, 0
            self._picture(with_part(self._draft, place, point))

    def _look_at(self, place: str, phrase: int) -> None:
        self._place, self._phrase = place, phrase
        drafted = self._drafted()
        if drafted is not None:
            self._picture(drafted)

    def _revise(self, role: PhraseRole, aid: str) -> None:
        """Somebody else says the phrase that is looked at, or it is said otherwise."""
        if self._draft is None:
            return
        part = part_at(self._draft, self._place)
        phrases = list(self._draft.parts[part].phrases)
        phrases[self._phrase] = replace(phrases[self._phrase], role=role, aid=aid)
        self._cards[part].phrases.show_point(Point(tuple(phrases)))
        self._replace(self._place, Point(tuple(phrases)))

    def _picture(self, text: Text) -> None:
        part, state = part_at(text, self._place), self._state
        phrases = text.parts[part].phrases
        self._phrase = min(self._phrase, max(0, len(phrases) - 1))
        self.beside.show_place(self._details, text, part, self._phrase)
        self.phrase.setVisible(bool(phrases))
        if phrases:
            heading = self._say(
                "prepare.phrase.heading",
                part=self._say.say(part_label(text, part)),
                number=self._phrase + 1,
            )
            locked = state is None or state.approved
            self.phrase.show_phrase(heading, phrases[self._phrase], locked=locked)

    def _add_point(self) -> None:
        self._regroup((*self._draft.points, suggested_point(BLANK)) if self._draft else ())

    def _remove(self, number: int) -> None:
        points = self._draft.points if self._draft else ()
        self._regroup((*points[:number], *points[number + 1 :]))

    def _regroup(self, points: tuple[Point, ...]) -> None:
        state = self._state
        if self._draft is not None and state is not None and points:
            self._draft = replace(self._draft, points=points)
            self._show_parts(replace(state, text=self._draft))
            self._touched()

    def _drafted(self) -> Text | None:
        if self._draft is None:
            return None
        return replace(self._draft, title=self.title.value, pace=Pace(self.pace.value))

    def _touched(self) -> None:
        state = self._state
        self.save.setEnabled(
            state is not None and not state.approved and self._drafted() != state.text
        )
        drafted = self._drafted()
        if drafted is not None:
            self._picture(drafted)

    def _lay_out(self) -> None:
        head = row(self.chooser, self.title, self.pace, gap=14)
        head.setStretch(0, 2)
        head.setStretch(1, 3)
        head.setStretch(2, 2)
        foot = row(self.add, None, self.save)
        right = scrolled(holder(column(self.beside, self.phrase, None, gap=12)))
        middle = row(scrolled(holder(self._parts)), right, gap=14)
        middle.setStretch(0, 4)
        middle.setStretch(1, 3)
        whole = column(head, self.approval, self.note, self._hint, gap=8)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
