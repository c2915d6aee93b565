"""The details of the ceremony: what screen and papers say of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.prepare.marks import mark
from ceremony_app.console.prepare.paper_draft import PaperDraft, Place, remarks
from ceremony_app.console.prepare.picture_row import PictureRow
from ceremony_app.domain.attachments import Attachment
from ceremony_app.domain.ceremony import Details, LegalBasis, Letterhead, Paper, Zone
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.template_keys import read_date, read_time
from ceremony_app.ui_kit.choose_file import ask_open
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    clear,
    column,
    holder,
    label,
    scrolled,
)
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

_ROWS = {"legal_bases": "bases"}
"""The rows of fields that have another name in the details."""

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


class DetailsForm(QWidget):
    """The details as the draft has them, and marks beside the fields that are wrong."""

    def __init__(self, tools: Tools, desk: Desk, draft: PaperDraft) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._draft = draft
        self._filling = False
        self.rows = self._make_rows()
        self.logo = PictureRow(
            tools, self._say("look.logo"), self._say("prepare.details.logo_hint")
        )
        self.archive_code = QCheckBox(self._say("paperwork.archive_code"))
        self.stamp_duty = QCheckBox(self._say("paperwork.stamp_duty"))
        self._notes = column(gap=6)
        boxes = column(self.archive_code, self.stamp_duty, gap=8)
        body = column(self._grid(), self.logo, boxes, holder(self._notes), None, gap=14)
        body.setContentsMargins(0, 0, 10, 0)
        self.setLayout(column(scrolled(holder(body))))
        for name, each in self.rows.items():
            each.on_change(partial(self._typed, name))
            each.on_focus(partial(draft.look_at, Place(name)))
        for name, tick in (("archive_code", self.archive_code), ("stamp_duty", self.stamp_duty)):
            tick.toggled.connect(lambda _, name=name: self._typed(name))
        self.logo.choose.clicked.connect(lambda: self._ask_logo())
        self.logo.remove.clicked.connect(lambda: draft.use_logo("", ""))
        draft.shown.connect(self._show)
        draft.changed.connect(self._follow)
        draft.hindrances.append(self._hindered)

    def take_keys(self, field: str) -> None:
        """Put the keys into a field."""
        row = self.rows.get(_ROWS.get(field, field))
        if row is not None:
            row.field.setFocus()

    def bring_logo(self, path: Path) -> None:
        """Bring a picture into the file and print it in the letterhead."""

        def work(services: Services) -> Attachment:
            return services.attachments.add_picture(path)

        self._desk.ask(work, lambda added: self._draft.use_logo(added.id, added.name))

    def _ask_logo(self) -> None:
        ask_open(self, self._say("look.choose_title"), self._say("look.kinds"), self.bring_logo)

    def _show(self) -> None:
        details = self._draft.details
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
        self._filling = True
        for name, value in values.items():
            self.rows[name].value = value
            self.rows[name].forgive()
        self.archive_code.setChecked(details.archive_code)
        self.stamp_duty.setChecked(details.stamp_duty)
        self._filling = False
        self._show_notes(details)
        self._follow()

    def _show_notes(self, details: Details) -> None:
        clear(self._notes)
        for words in details.notes:
            inside = column(label(words, wrap=True))
            inside.setContentsMargins(12, 8, 12, 8)
            self._notes.addWidget(box(inside, "notice", "calm"))

    def _follow(self) -> None:
        """The marks, and the name of the logo, as the draft has them now."""
        found = remarks(self._draft.mistakes, "")
        by_row: dict[str, list[str]] = {name: [] for name in self.rows}
        for field, mistakes in found.items():
            name = _ROWS.get(field, field)
            if name in by_row:
                by_row[name] += [self._say.say(mistake.says) for mistake in mistakes]
        for name in ("date", "time"):
            if self.rows[name].value and not getattr(self._draft.details, name):
                by_row[name] = [self._say("prepare.details.unread")]
        for name, words in by_row.items():
            mark(self._tools, self.rows[name], words)
        self.logo.show_name(self._draft.logo_name())

    def _typed(self, name: str) -> None:
        if not self._filling and self._draft.is_read:
            details = self._details()
            if name in ("date", "time"):
                is_unread = bool(self.rows[name].value) and not getattr(details, name)
                self._draft.hold(Place(name), unread=is_unread)
            self._draft.change(details, Place(name))

    def _details(self) -> Details:
        """The draft with what this form has; a day or hour that cannot be read counts as none."""
        before, value = self._draft.details, {name: row.value for name, row in self.rows.items()}
        return replace(
            before,
            title=value["title"],
            event=value["event"],
            unit=value["unit"],
            date=_read(lambda: read_date(_iso(value["date"]))),
            time=_read(lambda: read_time(value["time"])),
            place=value["place"],
            city=value["city"],
            zone=Zone(value["zone"]),
            paper=Paper(value["paper"]),
            letterhead=Letterhead(value["ministry"], value["office"], _lines(value["address"])),
            legal_bases=_bases(before, _lines(value["bases"])),
            archive_code=self.archive_code.isChecked(),
            stamp_duty=self.stamp_duty.isChecked(),
        )

    def _hindered(self) -> Place | None:
        """The field whose words cannot be kept, which says so."""
        self._checked("date", lambda words: read_date(_iso(words)))
        self._checked("time", read_time)
        if not self.rows["title"].value:
            self.rows["title"].complain(self._say("ui.required"))
        wrong = [name for name, row in self.rows.items() if row.complaint]
        return Place(wrong[0]) if wrong else None

    def _checked(self, name: str, read: Callable[[str], str]) -> None:
        try:
            read(self.rows[name].value)
        except Refused as error:
            self.rows[name].complain(self._say.say(error.message))

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


def _read(read: Callable[[], str]) -> str:
    try:
        return read()
    except Refused:
        return ""


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
