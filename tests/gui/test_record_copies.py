"""Copies made, kept elsewhere, brought back and merged; and data that is erased."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.record.copies_panel import CopiesPanel
from ceremony_app.console.record.drives import Drive, remember_second_drive, second_drive
from ceremony_app.console.record.merge_panel import Looked
from ceremony_app.console.record.page import COPIES, ERASE, MERGE, RecordPage
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.record import Record, backup
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.backup import BackupFolder
from ceremony_app.storage.merge import Conflict, Difference
from ceremony_app.storage.mirror import MirrorPlace
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.archives import stationery
from tests.helpers.ceremony_files import tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.desks import Desks, ceremonies
from tests.helpers.record_page import RecordPageInSight as Page
from tests.helpers.record_page import verified, words_of

NOW = FakeClock().now()


@pytest.fixture
def page(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Page:
    return Page(qtbot, desks, tools, tmp_path)


def copies_of(services: Services) -> int:
    return len(BackupFolder.beside(services.file.path).all())


def test_a_copy_is_made_now_and_listed(page: Page) -> None:
    panel = page.page.copies
    page.page.show_tab(COPIES)
    panel.now.click()
    page.wait_for_message("Salinan dibuat dan diperiksa")
    model = panel.list.table.rows_model
    page.qtbot.waitUntil(lambda: model.rowCount() == page.desks.find(page.desk, copies_of))
    assert str(model.data(model.index(0, 0))).endswith("WITA")
    assert str(model.data(model.index(0, 1))) == "Diminta operator"


def test_a_copy_on_a_stick_never_replaces_what_is_there(page: Page, tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    (stick / "jatim.ikrar").write_bytes(b"used at another door")
    page.page.show_tab(COPIES)
    page.page.copies.save_to(stick)
    said = page.wait_for_message("Salinan yang sudah diperiksa")
    (copy,) = stick.glob("jatim-*.ikrar")
    assert str(copy) in said
    assert (stick / "jatim.ikrar").read_bytes() == b"used at another door"
    with ceremonies().read(copy) as file:
        assert Record(file).verify().ok


def test_a_stick_that_is_found_is_offered(
    qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path
) -> None:
    (stick := tmp_path / "KINGSTON").mkdir()
    desk = desks.open(3)
    page = RecordPage(tools, desk, stationery)
    qtbot.addWidget(page)
    panel = CopiesPanel(
        tools, desk, page.confirm, lambda: [Drive(stick, "KINGSTON", 7_500_000_000)]
    )
    qtbot.addWidget(panel)
    panel.read()
    qtbot.waitUntil(lambda: panel.drive.value == str(stick))
    assert panel.drive.field.currentText() == "KINGSTON (7,5 GB kosong)"
    panel.stick.click()
    qtbot.waitUntil(lambda: (stick / desk.path.name).exists())


def test_a_second_drive_is_kept_remembered_and_let_go(page: Page, tmp_path: Path) -> None:
    (drive := tmp_path / "drive").mkdir()
    panel = page.page.copies
    page.page.show_tab(COPIES)
    panel.keep_on(drive)
    page.qtbot.waitUntil(lambda: panel.let_go.isVisible())
    assert str(drive) in panel.second_words.text()
    assert second_drive(page.tools.settings, page.path) == drive
    place = MirrorPlace.on_drive(drive, page.path)
    page.qtbot.waitUntil(lambda: place.events.exists())
    panel.let_go.click()
    page.qtbot.waitUntil(lambda: not panel.let_go.isVisible())
    assert second_drive(page.tools.settings, page.path) is None
    assert place.base.exists()


def test_a_second_drive_that_was_pulled_out_is_said(page: Page, tmp_path: Path) -> None:
    page.page.show_tab(COPIES)
    page.page.copies.keep_on(tmp_path / "gone")
    page.qtbot.waitUntil(lambda: "tidak terpasang" in page.page.copies.second_words.text())


def test_drives_are_remembered_for_each_file(tools: Tools, tmp_path: Path) -> None:
    remember_second_drive(tools.settings, tmp_path / "a.ikrar", tmp_path / "one")
    remember_second_drive(tools.settings, tmp_path / "b.ikrar", tmp_path / "two")
    assert second_drive(tools.settings, tmp_path / "a.ikrar") == tmp_path / "one"
    assert second_drive(tools.settings, tmp_path / "c.ikrar") is None


def test_a_copy_comes_back_as_a_file_of_its_own(page: Page) -> None:
    panel = page.page.copies
    page.page.show_tab(COPIES)
    page.qtbot.waitUntil(lambda: panel.list.table.rows_model.rowCount() > 0, timeout=15_000)
    assert not panel.list.back.isEnabled()
    panel.list.table.selectRow(0)
    opened: list[Path] = []
    panel.open_wanted.connect(opened.append)
    panel.list.back.click()
    question = "jatim.ikrar yang sedang dipakai tetap"
    page.qtbot.waitUntil(lambda: question in words_of(page.page.confirm))
    page.page.confirm.agree.click()
    restored = page.path.with_name("jatim-dipulihkan.ikrar")
    page.qtbot.waitUntil(lambda: "jatim-dipulihkan" in words_of(page.page.confirm), timeout=15_000)
    page.page.confirm.agree.click()
    assert opened == [restored]
    with ceremonies().read(restored) as file:
        assert Record(file).verify().ok


def test_what_is_no_copy_is_refused_in_a_sentence(page: Page, tmp_path: Path) -> None:
    (other := tmp_path / "surat.ikrar").write_text("bukan upacara")
    page.page.show_tab(COPIES)
    page.page.copies.restore(other)
    page.wait_for_message("surat.ikrar")
    assert not page.page.copies.busy.isVisible()


def used_elsewhere(page: Page, folder: Path) -> Path:
    """A copy that scanned everybody at another door, and wrote down a guest."""
    other = folder / "selatan.ikrar"
    page.desks.find(page.desk, lambda services: [Record(services.file).copy_into(folder, NOW)])
    (folder / page.path.name).rename(other)
    with ceremonies().open(other) as file:
        door = CheckIn(file, Sessions(file).main(), "Selatan")
        for token in tokens(file):
            door.scan(token)
        door.guest("Tamu Selatan", "Ketua", "KPU")
    return other


def test_a_copy_from_another_door_is_looked_at_and_taken_in(page: Page, tmp_path: Path) -> None:
    (folder := tmp_path / "lain").mkdir()
    other = used_elsewhere(page, folder)
    panel = page.page.merge
    page.page.show_tab(MERGE)
    panel.compare(other)
    page.qtbot.waitUntil(lambda: "selatan.ikrar akan membawa" in panel.title.text())
    page.qtbot.waitUntil(lambda: "8\npindaian" in words_of(panel))
    assert "Tamu Selatan" not in page.people()
    changed: list[str] = []
    page.desk.attendance_changed.connect(lambda: changed.append("attendance"))
    panel.merge.click()
    page.wait_for_message("11 peristiwa dari selatan.ikrar")
    assert changed == ["attendance"]
    assert "Tamu Selatan" in page.people()
    panel.compare(other)
    page.qtbot.waitUntil(lambda: "semua sudah ada" in panel.sentences.text())
    assert not panel.merge.isVisible()


def test_another_ceremony_is_not_taken_in(page: Page, desks: Desks, tmp_path: Path) -> None:
    stranger = desks.open(3)
    page.page.show_tab(MERGE)
    page.page.merge.compare(backup(stranger.path, tmp_path / "asing.ikrar"))
    panel = page.page.merge
    page.qtbot.waitUntil(lambda: "asing.ikrar tidak digabungkan" in panel.title.text())
    assert "upacara lain" in panel.alarm.text()
    assert not panel.merge.isVisible()
    assert panel.choose.isVisible()


def test_what_is_wrong_with_a_copy_stands_where_its_figures_would(
    page: Page, tmp_path: Path
) -> None:
    """A sound copy first: nothing of it may stay in sight beside the refusal of another."""
    (folder := tmp_path / "lain").mkdir()
    other, panel = used_elsewhere(page, folder), page.page.merge
    gap = other.with_name("berlubang.ikrar")
    shutil.copy(other, gap)
    with closing(sqlite3.connect(gap)) as database, database:
        trigger = database.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'event_is_never_deleted'"
        ).fetchone()[0]
        database.execute("DROP TRIGGER event_is_never_deleted")
        database.execute("DELETE FROM event WHERE door = 'Selatan' AND seq = 4")
        database.execute(trigger)
    page.page.show_tab(MERGE)
    panel.compare(other)
    page.qtbot.waitUntil(lambda: "selatan.ikrar akan membawa" in panel.title.text())
    panel.compare(gap)
    page.qtbot.waitUntil(lambda: "berlubang.ikrar tidak digabungkan" in panel.title.text())
    assert "celah" in panel.alarm.text()
    assert "pindaian" not in words_of(panel)
    assert not panel.merge.isVisible()


def test_a_contradiction_is_said_and_nothing_can_be_taken_in(page: Page) -> None:
    panel = page.page.merge
    page.page.show_tab(MERGE)
    twice = (Conflict("8f2c31a90b7d4e55", 12), Conflict("0b7d4e558f2c31a9", 3))
    panel._show(Looked(Path("diubah.ikrar"), Difference({"a": 4}, known=212, conflicts=twice)))
    assert panel.title.text() == "diubah.ikrar tidak digabungkan"
    assert "8f2c31a90b7d4e55:12, 0b7d4e558f2c31a9:3" in panel.alarm.text()
    assert panel.alarm.isVisible()
    assert not panel.merge.isVisible()


def choose_person(page: Page, name: str) -> None:
    panel = page.page.erase
    page.page.show_tab(ERASE)
    page.qtbot.waitUntil(lambda: panel.table.rows_model.rowCount() > 0)
    panel.search.setText(name)
    panel.table.selectRow(0)


def test_nobody_is_erased_by_one_key(page: Page) -> None:
    choose_person(page, "Tamu Timur")
    form = page.page.erase.one
    assert not form.do.isEnabled()
    form.word.value = "HAPUS"
    assert not form.do.isEnabled()
    form.reason.value = "masa simpan berakhir"
    assert form.do.isEnabled()
    form.word.value = "hapus"
    assert not form.do.isEnabled()


def test_a_person_is_erased_with_reason_and_word(page: Page) -> None:
    choose_person(page, "Tamu Timur")
    form = page.page.erase.one
    form.reason.value = "masa simpan berakhir"
    form.word.value = "HAPUS"
    page.qtbot.keyClick(form.word.field, Qt.Key.Key_Return)
    page.wait_for_message("Data Tamu Timur dihapus")
    assert "Tamu Timur" not in page.people()
    assert verified(page, page.head) == "Rekaman cocok dengan sidik pada berita acara."
    assert "baris data pribadi sudah dihapus" in page.page.verify.about.text()


def test_everyone_is_erased_and_the_copies_with_them(page: Page) -> None:
    page.page.show_tab(ERASE)
    panel = page.page.erase
    page.qtbot.waitUntil(lambda: "9 orang" in panel.everyone_words.text())
    panel.everyone.reason.value = "masa simpan berakhir"
    panel.everyone.word.value = "HAPUS SEMUA"
    panel.everyone.do.click()
    page.wait_for_message("Data ")
    page.qtbot.waitUntil(lambda: "0 orang" in panel.everyone_words.text())
    assert set(page.people()) == {""}

    def clean() -> bool:
        folder = BackupFolder.beside(page.path)
        return [b"Tamu Timur" in one.path.read_bytes() for one in folder.all()] == [False]

    page.qtbot.waitUntil(clean)


def test_a_folder_that_is_not_there_is_a_sentence(page: Page, tmp_path: Path) -> None:
    page.page.show_tab(COPIES)
    page.page.copies.save_to(tmp_path / "nowhere" / "deeper")
    assert "jatim.ikrar" in page.wait_for_message("jatim.ikrar")
    assert not page.page.copies.busy.isVisible()
