"""The form for one person: corrected, added, given a new badge."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ceremony_app.domain.id_numbers import IdRules
from ceremony_app.domain.people import Person
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
from ceremony_app.ui_kit.widgets.form import FormRow, line


class PersonForm(QWidget):
    """Gives the person as typed by `kept`; the id number is checked as it is typed.

    An id number that cannot be one is refused; one that only looks odd is said to be so.
    """

    kept = Signal(object)
    badge_wanted = Signal(object)
    revoke_wanted = Signal(object)
    join_wanted = Signal(object)

    def __init__(self, tools: Tools, today: Callable[[], date]) -> None:
        super().__init__()
        self._say = tools.say
        self._today = today
        self._person: Person | None = None
        say = self._say
        self.rows = {
            "name": FormRow(say("prepare.person.name"), line(), say("prepare.person.name_hint")),
            "id_number": FormRow(say("prepare.person.id_number"), line()),
            "rank": FormRow(say("prepare.person.rank"), line()),
            "post": FormRow(say("prepare.person.post"), line()),
            "division": FormRow(say("prepare.person.division"), line()),
            "staff_kind": FormRow(say("prepare.person.staff_kind"), line()),
        }
        self.active = QCheckBox(say("prepare.person.active"))
        self._heading = label("", "heading", wrap=True)
        self._badge = label("", "small", wrap=True)
        self.save = icon_button(
            tools, "check", say("prepare.person.save"), self._keep, kind="primary"
        )
        self.reissue = icon_button(
            tools,
            "badge",
            say("prepare.person.reissue"),
            lambda: self.badge_wanted.emit(self._person),
        )
        self.revoke = icon_button(
            tools,
            "revoked",
            say("prepare.person.revoke"),
            lambda: self.revoke_wanted.emit(self._person),
            kind="danger",
        )
        self.join = icon_button(
            tools, "join", say("prepare.person.join"), lambda: self.join_wanted.emit(self._person)
        )
        fields = column(*self.rows.values(), self.active, 4, self._badge, gap=8)
        fields.addLayout(row(self.reissue, self.revoke))
        fields.addWidget(self.join)
        fields.addStretch(1)
        fields.setContentsMargins(0, 0, 10, 0)
        inside = column(self._heading, scrolled(holder(fields)), self.save, gap=8)
        inside.setContentsMargins(14, 12, 8, 12)
        self.setLayout(column(box(inside)))
        self.setFixedWidth(350)

    def show_person(self, person: Person | None, badge: str) -> None:
        """Show a person to correct, or nobody to add a new one; `badge` says how the badge is."""
        self._person = person
        shown = person or Person(id="", name="")
        for name, entry in self.rows.items():
            entry.value = str(getattr(shown, name))
            entry.forgive()
        self.active.setChecked(shown.active)
        new = person is None
        self._heading.setText(self._say("prepare.person.new") if new else shown.name)
        self._badge.setText(badge)
        for each in (self.active, self.reissue, self.revoke, self._badge, self.join):
            each.setVisible(not new)
        self.save.setText(self._say("prepare.person.add" if new else "prepare.person.save"))

    def _keep(self) -> None:
        value = {name: entry.value for name, entry in self.rows.items()}
        if not value["name"]:
            self.rows["name"].complain(self._say("ui.required"))
            self.rows["name"].field.setFocus()
            return
        read = IdRules(self._today()).read(value["id_number"])
        if read.refusals:
            self.rows["id_number"].complain(self._say.say(read.refusals[0]))
            self.rows["id_number"].field.setFocus()
            return
        before = self._person or Person(id="", name="")
        typed = before._replace(
            name=value["name"],
            id_number=read.number,
            id_kind=read.kind,
            rank=value["rank"],
            post=value["post"],
            division=value["division"],
            staff_kind=value["staff_kind"],
            active=self.active.isChecked(),
        )
        self.kept.emit(typed)
