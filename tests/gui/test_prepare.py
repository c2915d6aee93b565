"""Preparation by hand: details, texts and their breaths, people, parts, a roster."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.prepare.page import DETAILS, PEOPLE, TEXTS
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.prepare_bench import Bench


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools) -> Bench:
    return Bench(qtbot, desks, tools)


def test_details_are_kept_as_typed(bench: Bench) -> None:
    form = bench.page.details
    form.rows["place"].value = "Aula Kanwil"
    form.rows["time"].value = "8.05"
    form.rows["date"].value = "18-10-2022"
    assert bench.page.draft.unsaved
    bench.save(DETAILS)
    kept = bench.kept()
    assert (kept.place, kept.time, kept.date) == ("Aula Kanwil", "08:05", "2022-10-18")
    assert not bench.page.paper_tabs[DETAILS].save.isEnabled()


def test_a_wrong_time_is_said_beside_its_field_and_nothing_is_kept(bench: Bench) -> None:
    form = bench.page.details
    form.rows["time"].value = "jam delapan"
    assert "belum dapat dibaca" in form.rows["time"].remark
    assert bench.page.draft.unsaved
    bench.page.paper_tabs[DETAILS].save.click()
    assert form.rows["time"].complaint


def test_what_stands_at_the_foot_of_papers_is_ticked(bench: Bench) -> None:
    form = bench.page.details
    assert form.archive_code.isChecked()
    assert not form.stamp_duty.isChecked()
    form.archive_code.setChecked(False)
    form.stamp_duty.setChecked(True)
    bench.save(DETAILS)
    kept = bench.kept()
    assert (kept.archive_code, kept.stamp_duty) == (False, True)


def test_unsaved_details_hold_the_page(bench: Bench) -> None:
    assert bench.page.may_leave()
    bench.page.details.rows["place"].value = "Halaman"
    assert not bench.page.may_leave()
    assert bench.page.confirm.isVisible()
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: not bench.page.draft.unsaved)
    assert bench.page.may_leave()


def test_phrases_are_broken_and_joined_by_key(bench: Bench) -> None:
    bench.open_texts()
    editor = bench.page.texts._cards[0].phrases
    before = [phrase.words for phrase in editor.point.phrases]
    editor.setFocus()
    bench.qtbot.keyClick(editor, Qt.Key.Key_Right)
    bench.qtbot.keyClick(editor, Qt.Key.Key_Space)
    words = before[0].split()
    assert [phrase.words for phrase in editor.point.phrases[:2]] == [
        " ".join(words[:2]),
        " ".join(words[2:]),
    ]
    bench.qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert [phrase.words for phrase in editor.point.phrases] == before
    assert not bench.page.texts.unsaved


def test_a_text_is_changed_approved_locked_and_reopened(bench: Bench) -> None:
    bench.open_texts()
    texts = bench.page.texts
    card = texts._cards[3]
    card.edit.click()
    card.words.setPlainText("Menolak politik uang dalam bentuk apa pun.")
    card.edit.click()
    assert texts.unsaved
    texts.approval.approve.click()
    bench.wait_for("Simpan dahulu")
    texts.save.click()
    bench.wait_for("Naskah tersimpan")
    bench.qtbot.waitUntil(lambda: not texts.unsaved)
    texts.approval.approve.click()
    bench.page.confirm.rows["by"].value = "Tejo Harwanto"
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: "Disahkan oleh Tejo Harwanto" in texts.approval.state.text())
    assert texts.save.isHidden()
    locked = texts._cards[0].phrases
    before = locked.point
    locked.turn(0)
    assert locked.point == before
    texts.approval.reopen.click()
    bench.page.confirm.rows["by"].value = "Tejo Harwanto"
    bench.page.confirm.rows["reason"].value = "satu kata diubah"
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: "Belum disahkan" in texts.approval.state.text())
    found = bench.desks.find(bench.desk, lambda services: services.preparation.text(""))
    assert found.text.points[3].words == "Menolak politik uang dalam bentuk apa pun."


def test_somebody_is_found_and_corrected(bench: Bench) -> None:
    bench.page.show_tab(PEOPLE)
    people = bench.page.people
    bench.qtbot.waitUntil(lambda: people.table.rows_model.rowCount() == 6)
    people.table.selectRow(2)
    form = people.form
    form.rows["id_number"].value = "1234"
    form.rows["post"].value = "Kepala Subbagian"
    form.save.click()
    bench.wait_for("diperbaiki")
    everyone = bench.desks.find(bench.desk, lambda services: services.people.everyone())
    assert [one.id_number for one in everyone if one.post == "Kepala Subbagian"] == ["1234"]


def test_a_nik_is_refused_beside_its_field(bench: Bench) -> None:
    bench.page.show_tab(PEOPLE)
    people = bench.page.people
    bench.qtbot.waitUntil(lambda: people.table.rows_model.rowCount() == 6)
    people._new()
    people.form.rows["name"].value = "Orang Baru"
    people.form.rows["id_number"].value = "3201012345678901"
    people.form.save.click()
    assert "NIK" in people.form.rows["id_number"].complaint
    people.form.rows["id_number"].value = ""
    people.form.save.click()
    bench.qtbot.waitUntil(lambda: people.table.rows_model.rowCount() == 7)


def test_a_new_badge_is_asked_for_first(bench: Bench) -> None:
    bench.page.show_tab(PEOPLE)
    people = bench.page.people
    bench.qtbot.waitUntil(lambda: people.table.rows_model.rowCount() == 6)
    before = bench.desks.tokens(bench.desk)
    people.table.selectRow(0)
    name = people.table.rows_model.rows[0].person.name
    people.form.reissue.click()
    assert name in bench.page.confirm.accessibleName()
    bench.page.confirm.agree.click()
    bench.wait_for("Kartu baru")
    after = bench.desks.tokens(bench.desk)
    assert {one for one in after if after[one] != before[one]} == {name}


ROSTER = """DAFTAR PEGAWAI;;;
No;NIP;NAMA;UNIT KERJA
1;196608011988031001;Sri Satu, S.H.;Divisi A
2;196608011988039002;Budi Dua;Divisi A
3;197001021992031003;Ani Tiga;Divisi B
"""


def test_a_roster_is_corrected_in_its_preview_and_brought_in(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "pegawai.csv"
    path.write_text(ROSTER)
    bench.page.import_(path)
    roster = bench.page.roster
    bench.qtbot.waitUntil(lambda: "1 keberatan" in roster._sum.text())
    assert not roster.bring.isEnabled()
    assert roster.table.rows_model.rows[0].finding.row == 4
    roster.correction.value = "196608011988031002"
    roster.correct.click()
    bench.qtbot.waitUntil(lambda: "0 keberatan" in roster._sum.text())
    assert roster.bring.text() == "Impor 3 orang"
    roster.bring.click()
    bench.wait_for("3 orang baru")
    everyone = bench.desks.find(bench.desk, lambda services: services.people.everyone())
    assert len(everyone) == 9
    assert bench.page._stack.currentIndex() == 0


def test_refused_rows_can_be_left_out(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "pegawai.csv"
    path.write_text(ROSTER)
    bench.page.import_(path)
    roster = bench.page.roster
    bench.qtbot.waitUntil(lambda: "1 keberatan" in roster._sum.text())
    roster.skip.click()
    roster.bring.click()
    bench.wait_for("2 orang baru")


def test_a_file_that_is_no_roster_is_one_sentence(
    bench: Bench, tmp_path: Path, refused: list[object]
) -> None:
    path = tmp_path / "foto.xlsx"
    path.write_bytes(b"\x89PNG nothing of a workbook")
    bench.page.import_(path)
    bench.wait_for("foto.xlsx")
    assert bench.page._stack.currentIndex() == 0


def test_preparation_speaks_english(qtbot: QtBot, desks: Desks, english_tools: Tools) -> None:
    bench = Bench(qtbot, desks, english_tools)
    assert [bench.page.tabs.tabText(tab) for tab in (DETAILS, TEXTS, PEOPLE)] == [
        "Details",
        "Texts",
        "People",
    ]
