"""Kehadiran at the door: counts that follow the scans, statuses for many, the list on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.door.attendance_watch import ALL
from ceremony_app.console.door.missing import AttendancePanel
from ceremony_app.console.door.page import DoorPage
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import PersonState
from ceremony_app.services.statuses import Remark
from ceremony_app.storage.journal import Journal
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import DIVISIONS, Desks
from tests.helpers.keyboard import Hands
from tests.helpers.windows import LOCATOR


class Attendance:
    """A door whose attendance is in sight; twelve people in four divisions."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(12)
        self.tokens = desks.tokens(self.desk)
        self.names = list(self.tokens)
        sounds = Sounds(LOCATOR.sounds, muted=True)
        self.page = DoorPage(
            tools, self.desk, scanners, sounds, "Utara", lambda: Stationery.of(LOCATOR)
        )
        qtbot.addWidget(self.page)
        self.page.resize(1166, 720)
        self.page.show()
        self.page.activateWindow()
        self.page.arrive()
        qtbot.waitUntil(self.page.scan_field.hasFocus)
        self.page.attendance.open()
        self.panel.watch._pause.setInterval(20)
        self.wait_for("0", "0", "0", "12")

    @property
    def panel(self) -> AttendancePanel:
        assert self.page.attendance.panel is not None
        return self.page.attendance.panel

    def figures(self) -> tuple[str, ...]:
        panel = self.panel
        return tuple(one.figure for one in (panel.here, panel.late, panel.excused, panel.gone))

    def wait_for(self, *figures: str) -> None:
        self.qtbot.waitUntil(lambda: self.figures() == figures)

    def scan(self, name: str) -> None:
        Hands().scan(self.tokens[name])

    def states(self) -> dict[str, PersonState]:
        session = self.desk.session

        def read(services: Services) -> dict[str, PersonState]:
            return {one.person.name: one for one in services.door(session, "").states()}

        return self.desks.find(self.desk, read)

    def choose(self, *names: str) -> None:
        rows = [r for r in self.panel.list.table.rows_model.rows if r.person.name in names]
        assert len(rows) == len(names)
        self.panel.list.table.select_rows(rows, lambda one: one.person.id)

    def listed(self) -> list[str]:
        return [one.person.name for one in self.panel.list.table.rows_model.rows]


@pytest.fixture
def attendance(qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners) -> Attendance:
    return Attendance(qtbot, desks, tools, scanners)


def test_scans_go_on_and_are_counted_and_told(attendance: Attendance) -> None:
    assert attendance.panel.list.table.hasFocus()
    assert not attendance.page.panel.isVisible()
    attendance.scan(attendance.names[0])
    attendance.wait_for("1", "0", "0", "11")
    assert attendance.panel.latest.text() == f"Pindaian terakhir: HADIR · {attendance.names[0]}"
    assert attendance.names[0] not in attendance.listed()
    curve = attendance.panel.chart.curve
    assert curve is not None
    assert curve.counts == (1,)


def test_the_way_back_leads_to_the_door(attendance: Attendance) -> None:
    attendance.qtbot.keyClick(attendance.panel, Qt.Key.Key_Escape)
    assert attendance.page.panel.isVisible()
    assert not attendance.panel.isVisible()
    assert attendance.page.scan_field.hasFocus()
    attendance.scan(attendance.names[1])
    attendance.qtbot.waitUntil(lambda: attendance.page.panel.answer.word == "HADIR")
    attendance.page.attendance.turn()
    attendance.wait_for("1", "0", "0", "11")
    assert attendance.names[1] in attendance.panel.latest.text()


def test_a_division_is_chosen_by_its_bar_and_marked(attendance: Attendance) -> None:
    panel, there = attendance.panel, sorted(DIVISIONS)[1]
    attendance.qtbot.mouseClick(
        panel.stacks, Qt.MouseButton.LeftButton, pos=panel.stacks.rect().center()
    )
    chosen = panel.list.division
    assert chosen in DIVISIONS
    panel.list.choose_division(there)
    assert len(attendance.listed()) == 3
    panel.form.status.value = Status.ON_DUTY.value
    panel.form.letter.value = "SP-3"
    panel.form.rest.click()
    assert f"3 pegawai dari {there}" in panel.confirm.accessibleName()
    panel.confirm.agree.click()
    attendance.wait_for("0", "0", "3", "9")
    assert attendance.listed() == []
    marked = [one for one in attendance.states().values() if one.status is Status.ON_DUTY]
    assert {one.remark.letter for one in marked} == {"SP-3"}
    assert {one.person.division for one in marked} == {there}


def test_some_are_marked_and_taken_back_with_a_reason(attendance: Attendance) -> None:
    panel, names = attendance.panel, attendance.names[2:4]
    assert not panel.form.mark.isEnabled()
    attendance.choose(*names)
    assert panel.form.mark.text() == "Catat yang dipilih (2)"
    panel.form.status.value = Status.SICK.value
    panel.form.mark.click()
    attendance.wait_for("0", "0", "2", "10")
    panel.list.kind.value = "excused"
    assert sorted(attendance.listed()) == sorted(names)
    attendance.choose(names[0])
    panel.form.undo.click()
    panel.confirm.rows["reason"].value = "keliru"
    panel.confirm.agree.click()
    attendance.wait_for("0", "0", "1", "11")
    assert attendance.states()[names[0]].status is None
    kinds = attendance.desks.find(
        attendance.desk,
        lambda services: [
            event.kind for event in Journal(services.file).of_kind(EventKind.MARK, EventKind.UNDO)
        ],
    )
    assert kinds == ["mark", "mark", "undo"]


def test_sick_takes_a_letter_and_no_note(attendance: Attendance) -> None:
    panel, name = attendance.panel, attendance.names[2]
    attendance.choose(name)
    panel.form.note.value = "flu berat"
    panel.form.status.value = Status.SICK.value
    assert (panel.form.note.isEnabled(), panel.form.note.value) == (False, "")
    panel.form.letter.value = "SKD-4"
    panel.form.mark.click()
    attendance.wait_for("0", "0", "1", "11")
    assert attendance.states()[name].remark == Remark("", "SKD-4")
    panel.form.status.value = Status.LEAVE.value
    assert panel.form.note.isEnabled()


def test_the_panel_takes_all_the_room_below_the_header(attendance: Attendance) -> None:
    above = [attendance.page.header, attendance.page.other_day]
    bottom = max(one.geometry().bottom() for one in above if one.isVisible())
    assert 0 < attendance.panel.geometry().top() - bottom <= 20
    attendance.page.attendance.close()
    assert attendance.page.panel.height() > 150


def test_lists_without_anybody_say_so(attendance: Attendance) -> None:
    """In the list's own room: an empty table looks like one that was not read."""
    attendance.panel.list.kind.value = "excused"
    assert attendance.listed() == []
    assert "belum ada yang berhalangan" in attendance.panel.list.table.accessibleDescription()
    before = attendance.panel.list.table.viewport().grab().toImage()
    attendance.panel.list.table.say_when_empty("", "#000000")
    assert attendance.panel.list.table.viewport().grab().toImage() != before


def test_late_and_quorum_are_set_and_counted(attendance: Attendance) -> None:
    panel = attendance.panel
    for name in attendance.names[:8]:
        attendance.scan(name)
    attendance.wait_for("8", "0", "0", "4")
    assert panel.quorum.text() == "Kuorum belum ditetapkan."
    panel.rules.late.value = "0.00"
    panel.rules._time.editingFinished.emit()
    attendance.wait_for("0", "8", "0", "4")
    panel.rules.quorum.value = "2/3"
    panel.rules._choice.activated.emit(0)
    attendance.qtbot.waitUntil(lambda: panel.quorum.text().startswith("Kuorum tercapai pukul"))
    assert "8 hadir, perlu 8 dari 12, terhadap daftar pegawai saat ini" in panel.quorum.text()
    panel.rules.late.value = "pagi"
    panel.rules._time.editingFinished.emit()
    attendance.qtbot.waitUntil(lambda: bool(panel.rules.late.complaint))


def test_the_list_is_saved_for_the_division_in_sight(
    attendance: Attendance, tmp_path: Path
) -> None:
    out = tmp_path / "belum.csv"
    attendance.panel.list.choose_division(DIVISIONS[0])
    attendance.panel.save.click()
    dialog = attendance.panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    attendance.qtbot.waitUntil(out.exists)
    assert out.read_text("utf-8-sig").count(DIVISIONS[0]) == 3
    assert attendance.panel.list.division != ALL


def test_every_button_has_words(attendance: Attendance) -> None:
    for each in attendance.panel.findChildren(QPushButton):
        assert each.accessibleName(), each.text()
