"""The signing table: one key for the next one, stand-ins, absences, badges scanned."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.table.page import TablePage
from ceremony_app.console.table.papers import Kind
from ceremony_app.console.table.signer_rows import Signer
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.token import new_token
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.services.people import PeopleDesk
from ceremony_app.storage.attendance import Attendance
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.windows import LOCATOR


class Heard(Sounds):
    """Sounds that are only remembered."""

    def __init__(self) -> None:
        super().__init__(LOCATOR.sounds, muted=True)
        self.played: list[str] = []

    def play(self, name: str) -> None:
        self.played.append(name)


class Table:
    """The signing tab of a table page in sight; at the door somebody waits for scans too."""

    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, folder: Path, template: str
    ) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people=6, template=template)
        self.inlet, self.sounds = ScanInlet(tools.channel), Heard()
        self.page = TablePage(
            tools,
            self.desk,
            lambda: Stationery.of(LOCATOR),
            folder,
            desks.printing(),
            self.inlet,
            self.sounds,
        )
        self.bar = NoticeBar(tools)
        self.at_the_door: list[str] = []
        self.inlet.receive(self.bar, lambda scan: self.at_the_door.append(scan.text))
        self.window = holder(column(self.bar, self.page))
        qtbot.addWidget(self.window)
        self.window.resize(1166, 760)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.arrive()
        self.signing = self.page.signing
        self.page.tabs.setCurrentWidget(self.signing)
        qtbot.waitUntil(lambda: bool(self.rows))

    @property
    def rows(self) -> list[Signer]:
        return list(self.signing.table.rows_model.rows)

    def words(self, row: int) -> list[str]:
        """What a row of the list says."""
        model = self.signing.table.rows_model
        cells = (model.index(row, column) for column in range(model.columnCount()))
        return [str(cell.data()) for cell in cells]

    def fill(self, **values: str) -> None:
        """Answer the question that stands."""
        for key, value in values.items():
            self.page.confirm.rows[key].value = value
        self.page.confirm.agree.click()

    def press_next(self) -> None:
        self.qtbot.keyClick(self.window, Qt.Key.Key_F9)

    def scan(self, text: str) -> None:
        """A scanner sends a code; wait for its answer."""
        before = self.signing.scan_mode.panel.answer
        self.inlet.take(Scan(text, Source.KEYS))
        self.qtbot.waitUntil(lambda: self.signing.scan_mode.panel.answer is not before)

    @property
    def answer(self) -> str:
        """What the big panel says."""
        answer = self.signing.scan_mode.panel.answer
        return " | ".join((answer.word, answer.name, *answer.lines))


@pytest.fixture
def banten(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Table:
    return Table(qtbot, desks, tools, tmp_path, "banten")


@pytest.fixture
def everybody(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Table:
    """A pact that everybody signs."""
    return Table(qtbot, desks, tools, tmp_path, "banyuwangi")


def test_one_key_says_that_the_next_one_has_signed(banten: Table) -> None:
    signing, qtbot = banten.signing, banten.qtbot
    assert signing.turn.text() == "Giliran: Masjuno · berikutnya: Sri Yusfini Yusuf"
    assert banten.words(0)[3] == "Giliran sekarang"
    for done, turn in (
        (1, "Giliran: Sri Yusfini Yusuf · berikutnya: Ujo Sujoto"),
        (2, "Giliran: Ujo Sujoto"),
        (3, "Semua yang hadir sudah menandatangani."),
    ):
        with qtbot.waitSignal(banten.desk.attendance_changed):
            banten.press_next()
        qtbot.waitUntil(lambda done=done: f"{done} dari 3" in signing.count.text())
        assert signing.turn.text() == turn
    assert banten.words(0)[3].startswith("Sudah, ")
    assert not signing.next.isVisible()
    banten.press_next()
    assert len(banten.bar.words()) == 3


def test_a_stand_in_is_recorded_with_the_reason_and_shown(banten: Table) -> None:
    signing, qtbot = banten.signing, banten.qtbot
    person = banten.desks.find(banten.desk, lambda s: s.people.everyone())[0]
    signing.table.selectRow(0)
    signing.stand_in.click()
    assert "pengganti Masjuno" in banten.page.confirm.accessibleName()
    banten.fill(name=person.id_number, reason="dinas luar")
    qtbot.waitUntil(lambda: bool(banten.rows[0].state.substituted))
    assert banten.words(0)[0] == f"{person.name}, pengganti Masjuno"
    assert signing.turn.text().startswith(f"Giliran: {person.name}")
    assert "Alasan: dinas luar" in signing.told.text()
    banten.press_next()
    qtbot.waitUntil(lambda: bool(banten.rows[0].signed))
    assert f"Tanda tangan {person.name} tercatat." in banten.bar.words()
    for gone in ("signed", "substituted"):
        signing.undo.click()
        banten.fill(reason="salah baris")
        qtbot.waitUntil(lambda gone=gone: not getattr(banten.rows[0].state, gone))
    assert banten.words(0)[0] == "Masjuno"


def test_an_absent_one_is_passed_over_and_signs_on_the_returned_sheet(banten: Table) -> None:
    signing, qtbot = banten.signing, banten.qtbot
    signing.table.selectRow(0)
    signing.absent.click()
    banten.fill(reason="dinas luar")
    qtbot.waitUntil(lambda: bool(banten.rows[0].state.absent))
    assert banten.words(0)[3] == "Tidak hadir"
    assert signing.turn.text().startswith("Giliran: Sri Yusfini Yusuf")
    assert not signing.absent.isEnabled()
    signing.source.value = "returned_sheet"
    signing.sign.click()
    qtbot.waitUntil(lambda: bool(banten.rows[0].signed))
    assert banten.words(0)[3].startswith("Kemudian, ")
    assert "lembar yang kembali" in signing.told.text()


def test_the_order_is_changed_by_hand(banten: Table) -> None:
    signing, qtbot = banten.signing, banten.qtbot
    signing.table.selectRow(0)
    with qtbot.waitSignal(banten.desk.details_changed):
        signing.down.click()
    qtbot.waitUntil(lambda: banten.rows[0].who.name == "Sri Yusfini Yusuf")
    current = signing.table.current()
    assert current is not None
    assert current.who.name == "Masjuno"
    assert signing.turn.text().startswith("Giliran: Sri Yusfini Yusuf · berikutnya: Masjuno")


def test_a_scanned_badge_signs_and_records_no_attendance(everybody: Table) -> None:
    signing, desks, desk = everybody.signing, everybody.desks, everybody.desk
    name, token = next(iter(desks.tokens(desk).items()))
    signing.scan.click()
    everybody.scan(token)
    assert everybody.answer.startswith(f"DITANDATANGANI | {name} | ")
    assert "Kehadirannya belum tercatat" in everybody.answer
    everybody.qtbot.waitUntil(lambda: signing.count.text().startswith("1 dari 6"))
    row = next(at for at, one in enumerate(everybody.rows) if one.signed)
    assert everybody.words(row)[3].endswith(", dipindai")
    everybody.scan(token)
    assert everybody.answer.startswith("SUDAH MENANDATANGANI")
    assert "Tanda tangannya tercatat " in everybody.answer
    assert everybody.sounds.played == ["recorded", "already"]
    there = desks.find(desk, lambda s: Attendance(s.file).present_count(desk.session.id))
    assert there == 0
    assert everybody.at_the_door == []


def test_a_scan_finds_the_signer_whom_a_search_leaves_out(everybody: Table) -> None:
    signing = everybody.signing
    tokens = everybody.desks.tokens(everybody.desk)
    name, other = list(tokens)[:2]
    signing.search.setText(other.split(",")[0])
    assert name not in [one.who.name for one in everybody.rows]
    signing.scan.click()
    everybody.scan(tokens[name])
    everybody.qtbot.waitUntil(lambda: signing.count.text().startswith("1 dari 6"))
    assert signing.search.text() == ""
    chosen = signing.table.current()
    assert chosen is not None
    assert chosen.who.name == name


def test_a_badge_that_signs_nothing_says_why(everybody: Table) -> None:
    desks, desk = everybody.desks, everybody.desk
    _, token = next(iter(desks.tokens(desk).items()))
    desks.find(desk, lambda s: PeopleDesk(s.file).reissue(s.people.everyone()[0]))
    everybody.signing.scan.click()
    everybody.scan(token)
    assert everybody.answer.startswith("KARTU DICABUT")
    assert "kartu baru sudah diterbitkan" in everybody.answer
    everybody.scan(new_token())
    assert everybody.answer.startswith("TIDAK TERDAFTAR")
    everybody.scan("halo")
    assert everybody.answer.startswith("TIDAK TERBACA")
    assert everybody.sounds.played == ["refused", "refused", "again"]
    assert "0 dari 6" in everybody.signing.count.text()


def test_out_of_sight_the_door_gets_the_scans_again(everybody: Table) -> None:
    signing = everybody.signing
    signing.scan.click()
    assert signing.scan_mode.is_on
    everybody.page.tabs.setCurrentWidget(everybody.page.papers)
    assert not signing.scan_mode.is_on
    assert not signing.scan.isChecked()
    everybody.page.tabs.setCurrentWidget(signing)
    signing.scan.click()
    everybody.page.hide()
    assert not signing.scan_mode.is_on
    everybody.inlet.take(Scan("IK", Source.KEYS))
    assert everybody.at_the_door == ["IK"]


def test_who_has_not_signed_is_a_paper(everybody: Table) -> None:
    everybody.signing.unsigned.click()
    papers = everybody.page.papers
    assert everybody.page.tabs.currentWidget() is papers
    assert papers.sheet is not None
    assert papers.sheet.kind is Kind.UNSIGNED
    everybody.qtbot.waitUntil(lambda: papers.view.page_count > 0, timeout=15_000)
    assert papers.others.csv.isVisible()
