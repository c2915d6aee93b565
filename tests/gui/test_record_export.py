"""The archive made and checked in the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.record.export_panel import ExportPanel
from ceremony_app.console.record.page import EXPORT
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.archives import flip, names_in
from tests.helpers.desks import Desks
from tests.helpers.record_page import RecordPageInSight as Page
from tests.helpers.record_page import words_of

MINUTES = "dokumen/berita-acara.pdf"


@pytest.fixture
def page(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Page:
    made = Page(qtbot, desks, tools, tmp_path)
    made.page.show_tab(EXPORT)
    return made


def rows(panel: ExportPanel) -> str:
    return "\n".join(panel.list.item(row).text() for row in range(panel.list.count()))


def answer(page: Page) -> str:
    """The verdict, once the work is over."""
    panel = page.page.export
    page.qtbot.waitUntil(lambda: panel.make.isEnabled() and not panel.busy.isVisible())
    return panel.verdict.text()


def made(page: Page, folder: Path) -> Path:
    page.page.export.write_into(folder)
    assert "Arsip dibuat di" in answer(page)
    return folder / "jatim-arsip"


def test_an_archive_is_made_and_holds(page: Page, tmp_path: Path) -> None:
    archive = made(page, tmp_path)
    assert MINUTES in names_in(archive)
    page.page.export.check_folder(archive)
    assert answer(page).startswith("Arsip jatim-arsip sama dengan saat dibuat")
    assert "Berkas upacara mencatat arsip ini" in rows(page.page.export)
    page.page.export.write_into(tmp_path)
    answer(page)
    assert (tmp_path / "jatim-arsip-2").is_dir()


def test_what_was_changed_is_named(page: Page, tmp_path: Path) -> None:
    archive = made(page, tmp_path)
    page.page.export.check_paper(archive / MINUTES)
    assert answer(page).startswith("berita-acara.pdf dikenal di jatim-arsip sebagai berita acara")
    flip(archive / MINUTES, 300)
    page.page.export.check_folder(archive)
    assert "tidak sama dengan saat dibuat" in answer(page)
    assert MINUTES in rows(page.page.export)
    page.page.export.check_paper(archive / MINUTES)
    assert "tidak dikenal" in answer(page)


def test_a_paper_from_elsewhere_is_looked_for_in_the_open_record(
    page: Page, tmp_path: Path
) -> None:
    archive = made(page, tmp_path)
    (tmp_path / "surat").mkdir()
    paper = tmp_path / "surat" / "a.pdf"
    paper.write_bytes((archive / MINUTES).read_bytes())
    page.page.export.check_paper(paper)
    assert "dikenal di jatim.ikrar" in answer(page)
    assert "peristiwa" in rows(page.page.export)


def test_cancelled_leaves_no_folder(page: Page, tmp_path: Path) -> None:
    panel = page.page.export
    panel.write_into(tmp_path)
    panel.busy.stop.click()
    answer(page)
    assert any("dibatalkan" in one for one in page.told)
    assert not [one for one in tmp_path.iterdir() if "arsip" in one.name]


def test_a_folder_that_is_no_archive_is_told(page: Page, tmp_path: Path) -> None:
    page.page.export.check_folder(tmp_path)
    answer(page)
    assert "bukan arsip Ikrar" in page.wait_for_message("Folder")


def test_it_says_what_it_is_before_anything_is_made(page: Page) -> None:
    assert "Belum ada arsip" in words_of(page.page.export)
