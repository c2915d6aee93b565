"""How a paper is wanted: size, number, and what only some papers ask."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ceremony_app.console.badge_choice import (
    layout_names,
    remember_layout,
    remembered_layout,
)
from ceremony_app.console.table.papers import Kind, Sheet, Wish
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.sessions import Session
from ceremony_app.services.day_papers import CardKeys
from ceremony_app.services.facts import Choice
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line


class PaperOptions(QWidget):
    """The fields under the list; only those of the chosen paper are seen."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say, self._settings = tools.say, tools.settings
        self._sheet: Sheet | None = None
        say = self._say
        papers = [
            (Paper.A4.value, say("prepare.paper.a4")),
            (Paper.F4.value, say("prepare.paper.f4")),
        ]
        self.paper = FormRow(say("table.paper"), choice(papers))
        self.number = FormRow(say("table.number"), line(), say("table.number_hint"))
        self.division = FormRow(say("table.division"), choice([]))
        self.layout_of_badges = FormRow(say("badge_layouts.layout"), choice(layout_names(say)))
        self.layout_of_badges.value = remembered_layout(tools.settings)
        self.line_codes = QCheckBox(say("table.line_codes"))
        self.layout_of_badges.on_change(self._lay_out_badges)
        for entry in (self.paper, self.number, self.division, self.layout_of_badges):
            entry.on_change(self.changed.emit)
        self.line_codes.toggled.connect(lambda _: self.changed.emit())
        fields = column(
            self.layout_of_badges,
            self.paper,
            self.number,
            self.division,
            self.line_codes,
            gap=10,
        )
        fields.setContentsMargins(0, 0, 0, 0)
        self.setLayout(fields)

    def fill(self, paper: Paper, divisions: Sequence[str]) -> None:
        """Begin with the ceremony's own paper, and offer its divisions."""
        self.paper.value = paper.value
        everybody = ("", self._say("table.all_divisions"))
        self.division.refill([everybody, *((name, name) for name in divisions)])

    def show_for(self, sheet: Sheet) -> None:
        """Show the fields that a paper has."""
        is_badges = sheet.kind is Kind.BADGES
        self.division.setVisible(sheet.by_division)
        self.layout_of_badges.setVisible(is_badges)
        self.number.setVisible(sheet.has_number)
        self._sheet = sheet
        self._show_paper()

    def wish(self, session: Session, keys: CardKeys) -> Wish:
        """What the fields say."""
        sheet = self._sheet
        number = self.number.value if sheet and sheet.has_number else ""
        division = self.division.value if sheet and sheet.by_division else ""
        return Wish(
            Choice(session, number, division),
            Paper(self.paper.value),
            self._layout,
            self.line_codes.isChecked() and self._layout.takes_line_codes,
            keys,
        )

    @property
    def _layout(self) -> BadgeLayout:
        return BadgeLayout(self.layout_of_badges.value)

    def _lay_out_badges(self) -> None:
        remember_layout(self._settings, self._layout)
        self._show_paper()

    def _show_paper(self) -> None:
        """Labels are as large as they are, and the smallest has no room for a line code."""
        is_badges = self._sheet is not None and self._sheet.kind is Kind.BADGES
        self.paper.setVisible(not (is_badges and self._layout.is_label))
        self.line_codes.setVisible(is_badges and self._layout.takes_line_codes)
