"""A roster on its way in: what was understood, what was refused, and corrections in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.prepare.mapping import MappingForm
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.roster import Finding, RosterReading
from ceremony_app.services.roster import ImportReport
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, icon_button, label, row
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.form import FormRow, line
from ceremony_app.ui_kit.widgets.table import Column, DataTable


@dataclass(frozen=True, slots=True)
class Remark:
    """A refusal or a warning in the table."""

    finding: Finding
    refused: bool


class RosterImportPanel(QWidget):
    """The preview of one roster file; nothing is written before the last button is pressed."""

    finished = Signal()

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._path = Path()
        self._reading: RosterReading | None = None
        self._report: ImportReport | None = None
        say = self._say
        self._file = label("", "heading", wrap=True)
        self.sheet = QComboBox()
        self.sheet.setAccessibleName(say("prepare.import.sheet"))
        self.sheet.activated.connect(lambda _: self._read(self.sheet.currentText()))
        self.mapping = MappingForm(tools)
        self.mapping.changed.connect(self._remap)
        self._sum = label("", "lead", wrap=True)
        self._remarks = label("", "quiet", wrap=True)
        self.table: DataTable[Remark] = DataTable(say("prepare.import.findings"), self._columns())
        self.table.chosen.connect(self._choose)
        self.correction = FormRow(say("prepare.import.correct_value"), line())
        self.correct = button(say("prepare.import.correct"), self._correct)
        self.correction.on_enter(self._correct)
        self.skip = QCheckBox(say("prepare.import.skip"))
        self.skip.toggled.connect(lambda _: self._show_state())
        self.deactivate = QCheckBox(say("prepare.import.deactivate", count=0))
        self.bring = icon_button(
            tools, "import", say("prepare.import.do"), self._import, kind="primary"
        )
        self.busy = BusyStrip(tools)
        self._lay_out()

    def start(self, path: Path) -> None:
        """Read a roster file and show what would come of it."""
        self._path, self._reading, self._report = path, None, None
        self._file.setText(path.name)
        self.table.show_rows([])
        self._sum.setText("")
        self._remarks.setText("")
        self.skip.setChecked(False)
        self.deactivate.setChecked(False)
        self._show_state()
        self._read(None)

    def _read(self, sheet: str | None) -> None:
        from ceremony_app.roster.reading import read_roster

        path = self._path
        running = self._desk.pictures.ask(
            lambda: read_roster(path, today=date.today(), sheet=sheet), self._take, self._failed
        )
        self.busy.watch(self._say("prepare.import.reading"), running, can_stop=False)

    def _remap(self, mapping: Mapping[str, str]) -> None:
        from ceremony_app.roster.reading import remap

        reading = self._reading
        if reading is not None:
            self._desk.pictures.ask(lambda: remap(reading, mapping), self._take, self._failed)

    def _correct(self) -> None:
        from ceremony_app.roster.reading import revalidate

        reading, chosen = self._reading, self.table.current()
        if reading is None or chosen is None or chosen.finding.field is None:
            return
        typed = {(chosen.finding.row, chosen.finding.field): self.correction.value}
        self._desk.pictures.ask(lambda: revalidate(reading, typed), self._take, self._failed)

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self._tools.channel.refuse(error)
        if self._reading is None:
            self.finished.emit()
        else:
            self.mapping.show_reading(self._reading)

    def _take(self, reading: RosterReading) -> None:
        self._reading = reading
        self.mapping.show_reading(reading)
        self.sheet.clear()
        self.sheet.addItems([one.name for one in reading.sheets])
        self.sheet.setCurrentText(reading.sheet.name)
        self.sheet.setVisible(len(reading.sheets) > 1)
        self._desk.ask(
            lambda services: services.roster.run(reading, dry_run=True, skip_rejected=True),
            self._show,
            self._failed,
        )

    def _show(self, report: ImportReport) -> None:
        self.busy.rest()
        is_first, self._report = self._report is None, report
        remarks = [Remark(one, refused=True) for one in report.rejected]
        remarks += [Remark(one, refused=False) for one in report.warnings]
        self.table.show_rows(remarks)
        if remarks:
            self.table.selectRow(0)
        self._sum.setText(
            self._say(
                "prepare.import.sum",
                read=report.read,
                added=report.added,
                updated=report.updated,
                unchanged=report.unchanged,
                rejected=len(report.rejected),
            )
        )
        said = self._reading.remarks if self._reading else ()
        self._remarks.setText(" ".join(self._say.say(one) for one in said))
        self._remarks.setVisible(bool(said))
        missing = report.missing.count
        self.deactivate.setText(self._say("prepare.import.deactivate", count=missing))
        self.deactivate.setVisible(missing > 0)
        self._show_state()
        if self.bring.isEnabled():
            self.bring.setFocus()
        elif is_first:
            self.table.setFocus()

    def _show_state(self) -> None:
        report = self._report
        refused = len(report.rejected) if report else 0
        self.skip.setVisible(refused > 0)
        count = report.added + report.updated if report else 0
        self.bring.setText(self._say("prepare.import.do_count", count=count))
        self.bring.setEnabled(report is not None and (not refused or self.skip.isChecked()))

    def _choose(self, remark: Remark | None) -> None:
        usable = remark is not None and remark.finding.field is not None
        self.correction.setEnabled(usable)
        self.correct.setEnabled(usable)
        if remark is not None:
            self.correction.value = remark.finding.value

    def _import(self) -> None:
        reading = self._reading
        if reading is None:
            return
        skip, deactivate = self.skip.isChecked(), self.deactivate.isChecked()

        def work(services: Services) -> ImportReport:
            return services.roster.run(reading, skip_rejected=skip, deactivate_missing=deactivate)

        self.bring.setEnabled(False)
        running = self._desk.ask(work, self._imported, self._failed)
        self.busy.watch(self._say("prepare.import.writing"), running, can_stop=False)

    def _imported(self, report: ImportReport) -> None:
        self.busy.rest()
        self._tools.channel.done(
            message("prepare.import.done", added=report.added, updated=report.updated)
        )
        self._desk.people_changed.emit()
        self.finished.emit()

    def _columns(self) -> list[Column[Remark]]:
        say, colours = self._say, self._tools.palette

        def colour(remark: Remark) -> str:
            return colours.bad_ink if remark.refused else colours.warn_ink

        return [
            Column(
                say("prepare.import.kind"),
                lambda r: say("prepare.import.refused" if r.refused else "prepare.import.warned"),
                width=110,
                colour=colour,
            ),
            Column(
                say("prepare.import.row"),
                lambda r: str(r.finding.row),
                width=70,
                order=lambda r: r.finding.row,
            ),
            Column(say("prepare.import.column"), lambda r: r.finding.column, width=70),
            Column(say("prepare.import.value"), lambda r: r.finding.value, width=200),
            Column(say("prepare.import.reason"), lambda r: say.say(r.finding.reason)),
        ]

    def _lay_out(self) -> None:
        say = self._say
        cancel = button(say("ui.cancel"), self.finished.emit)
        head = row(self._file, self.sheet, gap=10)
        head.setStretch(0, 1)
        mapped = column(label(say("prepare.import.mapping"), "caption"), self.mapping, gap=8)
        mapped.setContentsMargins(14, 10, 14, 12)
        mend = row(self.correction, gap=10)
        mend.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignBottom)
        mend.setStretch(0, 1)
        foot = row(self.skip, self.deactivate, None, cancel, self.bring, gap=12)
        self.setLayout(
            column(
                head,
                self.busy,
                box(mapped),
                self._sum,
                self._remarks,
                self.table,
                mend,
                foot,
                gap=10,
            )
        )
