"""The words of a pact: title, number, opening, points, sanction, closing."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.console.prepare.growing import GrowingText
from ceremony_app.console.prepare.marks import mark
from ceremony_app.console.prepare.paper_draft import PaperDraft, Place, remarks
from ceremony_app.console.prepare.point_row import PointRow
from ceremony_app.domain.ceremony import Pact
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
)
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line


class PactForm(QWidget):
    """One pact at a time; the words of one that somebody has signed stand as they are.

    `opened` carries the id of the pact that somebody chose.
    """

    opened = Signal(str)

    def __init__(self, tools: Tools, draft: PaperDraft) -> None:
        super().__init__()
        self._tools = tools
        self._say = say = tools.say
        self._draft = draft
        self._filling = False
        self.points: list[PointRow] = []
        self.chooser = FormRow(say("prepare.pact.choose"), choice([]))
        usual = say("prepare.pact.usual")
        self.rows = {
            "title": FormRow(say("prepare.pact.title"), line()),
            "number": FormRow(say("prepare.pact.number"), line(), say("prepare.pact.number_hint")),
            "opening": FormRow(say("prepare.pact.opening"), GrowingText(), usual),
            "sanction": FormRow(say("prepare.pact.sanction"), GrowingText(), usual),
            "closing": FormRow(say("prepare.pact.closing"), GrowingText()),
        }
        self.add = icon_button(tools, "plus", say("prepare.pact.add"), self._add)
        self._locked = label(say("prepare.pact.locked"), wrap=True)
        self._lay_out()
        self.chooser.on_change(self._choose)
        for name, each in self.rows.items():
            each.on_change(partial(self._typed, name))
            each.on_focus(partial(self._look_at, name))
        draft.shown.connect(self._show)
        draft.changed.connect(self._follow)

    @property
    def pact(self) -> Pact | None:
        """The pact that is open, as the draft has it."""
        chosen = self.chooser.value
        return next((one for one in self._draft.details.pacts if one.id == chosen), None)

    def take_keys(self, place: Place) -> None:
        """Put the keys into a field of a pact."""
        self.chooser.value = place.owner
        name, _, number = place.field.partition(".")
        if number and int(number) <= len(self.points):
            self.points[int(number) - 1].row.field.setFocus()
        elif name in self.rows:
            self.rows[name].field.setFocus()
        else:
            self.add.setFocus()

    def _show(self) -> None:
        chosen = self.chooser.value
        self._filling = True
        self.chooser.refill([(pact.id, pact.title) for pact in self._draft.details.pacts])
        self.chooser.value = chosen
        self.chooser.setVisible(len(self._draft.details.pacts) > 1)
        self._filling = False
        self._show_pact()

    def _choose(self) -> None:
        if not self._filling:
            self._show_pact()
            self.opened.emit(self.chooser.value)

    def _show_pact(self) -> None:
        pact = self.pact
        self._body.setVisible(pact is not None)
        self._none.setVisible(pact is None)
        if pact is None:
            return
        self._filling = True
        for name, each in self.rows.items():
            each.value = str(getattr(pact, name))
        for point in self.points:
            self._take_out(point)
        self.points = []
        for words in pact.points:
            self._put_in(words)
        self._filling = False
        self._lock(is_signed=self._draft.is_signed(pact))
        self._follow()

    def _lock(self, *, is_signed: bool) -> None:
        self._lock_notice.setVisible(is_signed)
        for name, each in self.rows.items():
            if name != "number":
                each.set_read_only(is_signed)
        for point in self.points:
            point.lock(is_locked=is_signed)
        self.add.setEnabled(not is_signed)

    def _look_at(self, field: str) -> None:
        if not self._filling:
            self._draft.look_at(Place(field, self.chooser.value))

    def _typed(self, field: str) -> None:
        pact = self.pact
        if self._filling or pact is None:
            return
        written = {name: " ".join(each.value.split()) for name, each in self.rows.items()}
        typed = replace(
            pact,
            title=written["title"],
            number=written["number"],
            opening=written["opening"],
            points=tuple(point.words for point in self.points),
            sanction=written["sanction"],
            closing=written["closing"],
        )
        self._draft.change_pact(typed, field)

    def _point_typed(self, point: PointRow) -> None:
        self._typed(f"points.{self.points.index(point) + 1}")

    def _add(self) -> None:
        self._put_in("")
        self._renumber()
        self.points[-1].row.field.setFocus()
        self._point_typed(self.points[-1])

    def _remove(self, point: PointRow) -> None:
        at = self.points.index(point)
        self.points.remove(point)
        self._take_out(point)
        self._renumber()
        self._typed(f"points.{max(1, at)}")

    def _move(self, point: PointRow, by: int) -> None:
        """Move the row itself, so that what was typed in it can still be undone."""
        at = self.points.index(point)
        if 0 <= at + by < len(self.points):
            self.points.insert(at + by, self.points.pop(at))
            self._places.removeWidget(point)
            self._places.insertWidget(at + by, point)
            self._renumber()
            self._point_typed(point)

    def _put_in(self, words: str) -> None:
        made = PointRow(self._tools)
        made.row.value = words
        made.row.on_change(lambda: self._point_typed(made))
        made.row.on_focus(lambda: self._look_at(f"points.{self.points.index(made) + 1}"))
        made.up.clicked.connect(lambda: self._move(made, -1))
        made.down.clicked.connect(lambda: self._move(made, 1))
        made.remove.clicked.connect(lambda: self._remove(made))
        self.points.append(made)
        self._places.addWidget(made)
        made.number(len(self.points))

    def _take_out(self, point: PointRow) -> None:
        self._places.removeWidget(point)
        point.hide()
        point.deleteLater()

    def _renumber(self) -> None:
        for number, point in enumerate(self.points, start=1):
            point.number(number)

    def _follow(self) -> None:
        """The marks as the draft has them now."""
        found = remarks(self._draft.mistakes, self.chooser.value)
        say = self._say.say
        words = {name: [say(one.says) for one in mistakes] for name, mistakes in found.items()}
        for name, each in self.rows.items():
            mark(self._tools, each, words.get(name, []))
        for number, point in enumerate(self.points, start=1):
            mark(self._tools, point.row, words.get(f"points.{number}", []))
        self._no_points.setVisible("points" in words)

    def _lay_out(self) -> None:
        say = self._say
        self._places = QVBoxLayout()
        self._places.setSpacing(8)
        self._lock_notice = box(column(self._locked, margin=10), "notice", "calm")
        self._no_points = box(
            column(label(say("prepare.pact.no_points"), wrap=True), margin=10), "notice", "warn"
        )
        rows = self.rows
        head = row(rows["title"], rows["number"], gap=14)
        head.setStretch(0, 3)
        head.setStretch(1, 2)
        for name in ("title", "number"):
            head.setAlignment(rows[name], Qt.AlignmentFlag.AlignTop)
        inside = column(
            self._lock_notice,
            self.chooser,
            head,
            rows["opening"],
            label(say("prepare.pact.points"), "caption"),
            self._no_points,
            self._places,
            row(self.add, None),
            rows["sanction"],
            rows["closing"],
            None,
            gap=12,
        )
        inside.setContentsMargins(0, 0, 10, 0)
        self._body = holder(inside)
        self._none = label(say("prepare.pact.none"), "quiet", wrap=True)
        self.setLayout(column(self._none, scrolled(self._body)))
