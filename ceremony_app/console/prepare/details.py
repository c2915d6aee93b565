"""The details of the ceremony: what screen and papers say of it."""

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.ceremony import Details, LegalBasis, Letterhead, Paper, Zone
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import message
from ceremony_app.domain.template_keys import read_date, read_time
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    clear,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
)
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")

_TYPED = (
    "title",
    "event",
    "unit",
    "date",
    "time",
    "place",
    "city",
    "zone",
    "paper",
    "letterhead",
    "legal_bases",
    "archive_code",
    "stamp_duty",
)


class DetailsForm(QWidget):
    """A form over the details; nothing is kept before "save" is pressed."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._details: Details | None = None
        self.rows = self._make_rows()
        self.archive_code = QCheckBox(self._say("paperwork.archive_code"))
        self.stamp_duty = QCheckBox(self._say("paperwork.stamp_duty"))
        self.save = icon_button(
            tools, "check", self._say("prepare.details.save"), self.keep, kind="primary"
        )
        self.save.setEnabled(False)
        self._notes = column(gap=6)
        self._state = label("", "quiet")
        foot = row(self._state, None, self.save)
        foot.setContentsMargins(0, 6, 0, 0)
        boxes = row(self.archive_code, self.stamp_duty, None, gap=24)
        body = column(self._grid(), boxes, holder(self._notes), None, gap=14)
        body.setContentsMargins(0, 0, 10, 0)
        self.setLayout(column(scrolled(holder(body)), foot, gap=4))
        for each in self.rows.values():
            each.on_change(self._touched)
        for tick in (self.archive_code, self.stamp_duty):
            tick.toggled.connect(lambda _: self._touched())

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.save.isEnabled()

    def read(self) -> None:
        """Show the details as they are kept; what was typed and not kept is lost."""
        self._desk.ask(lambda services: services.preparation.details(), self._show)

    def keep(self) -> None:
        """Check what was typed and keep it."""
        typed = self._typed()
        if typed is None:
            return

        def work(services: Services) -> Details:
            # As the details are now: look or programme may have been changed meanwhile.
            now = services.preparation.details()
            kept = replace(now, **{name: getattr(typed, name) for name in _TYPED})
            services.preparation.change_details(kept)
            return kept

        self._desk.ask(work, self._kept)

    def _kept(self, details: Details) -> None:
        self._show(details)
        self._tools.channel.done(message("prepare.details.kept"))
        self._desk.details_changed.emit()

    def _show(self, details: Details) -> None:
        self._details = details
        values = {
            "title": details.title,
            "event": details.event,
            "unit": details.unit,
            "date": _day_first(details.date),
            "time": details.time.replace(":", "."),
            "place": details.place,
            "city": details.city,
            "zone": details.zone.value,
            "paper": details.paper.value,
            "ministry": details.letterhead.ministry,
            "office": details.letterhead.office,
            "address": "\n".join(details.letterhead.address),
            "bases": "\n".join(basis.citation for basis in details.legal_bases),
        }
        for name, value in values.items():
            self.rows[name].value = value
        self.archive_code.setChecked(details.archive_code)
        self.stamp_duty.setChecked(details.stamp_duty)
        self.save.setEnabled(False)
        self._state.setText("")
        self._show_notes(details)

    def _show_notes(self, details: Details) -> None:
        clear(self._notes)
        for basis in details.legal_bases:
            if basis.superseded_by:
                words = self._say(
                    "prepare.details.superseded", law=basis.citation, by=basis.superseded_by
                )
                self._notes.addWidget(self._note(words, "warn"))
        for words in details.notes:
            self._notes.addWidget(self._note(words, "calm"))

    def _note(self, words: str, tone: str) -> QWidget:
        inside = column(label(words, wrap=True))
        inside.setContentsMargins(12, 8, 12, 8)
        return box(inside, "notice", tone)

    def _touched(self) -> None:
        if self._details is not None:
            self.save.setEnabled(True)
            self._state.setText(self._say("prepare.unsaved"))

    def _typed(self) -> Details | None:
        """What was typed, or None where a row complains."""
        before = self._details
        date = self._checked("date", lambda words: read_date(_iso(words)))
        time = self._checked("time", read_time)
        if not self.rows["title"].value:
            self.rows["title"].complain(self._say("ui.required"))
        wrong = [each for each in self.rows.values() if each.complaint]
        if wrong or before is None:
            for each in wrong[:1]:
                each.field.setFocus()
            return None
        value = {name: each.value for name, each in self.rows.items()}
        return replace(
            before,
            title=value["title"],
            event=value["event"],
            unit=value["unit"],
            date=date,
            time=time,
            place=value["place"],
            city=value["city"],
            zone=Zone(value["zone"]),
            paper=Paper(value["paper"]),
            letterhead=Letterhead(value["ministry"], value["office"], _lines(value["address"])),
            legal_bases=_bases(before, _lines(value["bases"])),
            archive_code=self.archive_code.isChecked(),
            stamp_duty=self.stamp_duty.isChecked(),
        )

    def _checked(self, name: str, read: Callable[[str], str]) -> str:
        try:
            return read(self.rows[name].value)
        except Refused as error:
            self.rows[name].complain(self._say.say(error.message))
            return ""

    def _make_rows(self) -> dict[str, FormRow]:
        say = self._say
        zones = [
            (Zone.WIB.value, say("prepare.zone.wib")),
            (Zone.WITA.value, say("prepare.zone.wita")),
            (Zone.WIT.value, say("prepare.zone.wit")),
        ]
        papers = [
            (Paper.A4.value, say("prepare.paper.a4")),
            (Paper.F4.value, say("prepare.paper.f4")),
        ]
        return {
            "title": FormRow(say("prepare.details.title"), line()),
            "event": FormRow(say("prepare.details.event"), line()),
            "unit": FormRow(say("prepare.details.unit"), line()),
            "date": FormRow(say("prepare.details.date"), line("17-10-2022")),
            "time": FormRow(say("prepare.details.time"), line("08.00")),
            "zone": FormRow(say("prepare.details.zone"), choice(zones)),
            "place": FormRow(say("prepare.details.place"), line()),
            "city": FormRow(say("prepare.details.city"), line(), say("prepare.details.city_hint")),
            "paper": FormRow(say("prepare.details.paper"), choice(papers)),
            "ministry": FormRow(say("prepare.details.ministry"), line()),
            "office": FormRow(say("prepare.details.office"), line()),
            "address": FormRow(say("prepare.details.address"), _area(3)),
            "bases": FormRow(
                say("prepare.details.bases"), _area(3), say("prepare.details.bases_hint")
            ),
        }

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        places = {
            "title": (0, 0, 1, 6),
            "event": (1, 0, 1, 3),
            "unit": (1, 3, 1, 3),
            "date": (2, 0, 1, 2),
            "time": (2, 2, 1, 2),
            "zone": (2, 4, 1, 2),
            "place": (3, 0, 1, 2),
            "city": (3, 2, 1, 2),
            "paper": (3, 4, 1, 2),
            "ministry": (4, 0, 1, 3),
            "office": (4, 3, 1, 3),
            "address": (5, 0, 1, 3),
            "bases": (5, 3, 1, 3),
        }
        for name, (top, left, high, wide) in places.items():
            grid.addWidget(self.rows[name], top, left, high, wide, Qt.AlignmentFlag.AlignTop)
        for number in range(6):
            grid.setColumnStretch(number, 1)
        return grid


def _area(lines: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(24 * lines + 18)
    return made


def _lines(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.splitlines() if part.strip())


def _bases(before: Details, citations: tuple[str, ...]) -> tuple[LegalBasis, ...]:
    """Citations that were there before keep what is known of their successors."""
    known = {basis.citation: basis for basis in before.legal_bases}
    return tuple(known.get(citation, LegalBasis(citation)) for citation in citations)


def _iso(typed: str) -> str:
    """A day as offices write it, the day first, as ISO; anything else as it is."""
    found = _DAY_FIRST.fullmatch(typed.strip())
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else typed.strip()


def _day_first(iso: str) -> str:
    return "-".join(reversed(iso.split("-"))) if iso else ""
