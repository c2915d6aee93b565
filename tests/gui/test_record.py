"""The record page: what happened in words, and whether it holds."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.record.page import VERIFY
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.record_page import RecordPageInSight as Page
from tests.helpers.record_page import verified, words_of


@pytest.fixture
def page(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Page:
    return Page(qtbot, desks, tools, tmp_path)


def test_the_figures_keep_three_facts_apart(page: Page) -> None:
    summary = page.desks.find(page.desk, lambda services: services.record.summary())
    strip = page.page.summary
    page.qtbot.waitUntil(lambda: strip.events.figure == str(summary.events))
    assert [strip.present.figure, strip.pledged.figure, strip.signed.figure] == [
        str(summary.present),
        str(summary.pledged),
        str(summary.signed),
    ]
    assert strip.pledged.accessibleName() == f"berikrar: {summary.pledged}"
    assert "tayang lengkap dan berurutan" in strip.readings.text()


def test_events_are_told_in_words_and_name_people(page: Page) -> None:
    said = page.column(1)
    assert "Datang, kartu dipindai" in said
    assert "Dibatalkan: Datang, kartu dipindai" in said
    assert "Datang, kartu dipindai (dibatalkan)" in said
    assert "Keterangan dicatat: Sakit" in said
    assert "Pindaian tidak terbaca" in said
    assert "Berkas dibuka oleh Rini Operator" in said
    assert "Tamu Timur" in page.column(2)
    assert not [words for words in said if words.startswith("Peristiwa lain")]


def test_no_code_is_seen_before_it_is_asked_for(page: Page) -> None:
    detail = page.page.events.detail
    page.page.events.table.selectRow(1)
    assert detail.words.text().startswith("Rekaman disegel")
    assert page.head not in words_of(page.page)
    assert not detail.codes.isVisible()
    detail.ask_codes.click()
    assert detail.codes.isVisible()
    assert page.head in detail.codes.toPlainText().replace("\n", " ")


def test_a_reason_and_an_operator_stand_beside_the_list(page: Page) -> None:
    at = page.column(1).index("Dibatalkan: Datang, kartu dipindai")
    page.page.events.table.selectRow(at)
    page.qtbot.waitUntil(lambda: "kartu orang lain" in words_of(page.page.events.detail))
    shown = words_of(page.page.events.detail)
    assert "Rini Operator" in shown
    assert "WITA" in shown


def refused_scans(services: Services) -> list[Event]:
    """Scans that recorded nobody; how many depends on whose badges the file drew first."""
    scans = Journal(services.file).newest(1000, [EventKind.SCAN])
    return [one for one in scans if body_of(one)["verdict"] != "recorded"]


def test_events_are_filtered_by_kind_and_by_name(page: Page) -> None:
    group = page.page.events.group
    group.setCurrentIndex(group.findData("refused"))
    count = page.desks.find(page.desk, lambda services: [len(refused_scans(services))])[0]
    page.wait_for_events(f"{count} dari {page.events} peristiwa")
    assert {words.split(" ")[0] for words in page.column(1)} == {"Kartu", "Pindaian"}
    group.setCurrentIndex(0)
    page.page.events.search.setText("timur")
    page.qtbot.waitUntil(lambda: set(page.column(2)) == {"Tamu Timur"})
    page.page.events.search.setText("zzz")
    page.wait_for_events(f"0 dari {page.events} peristiwa")
    assert "Tidak ada peristiwa seperti itu" in words_of(page.page)


def test_what_happens_meanwhile_appears_by_itself(page: Page) -> None:
    def arrive(services: Services) -> None:
        door = services.door(services.sessions.main(), "Barat")
        door.guest("Tamu Barat", "Ketua")

    page.desks.find(page.desk, lambda services: [arrive(services)])
    page.desk.attendance_changed.emit()
    page.qtbot.waitUntil(lambda: "Tamu Barat" in page.column(2))


def test_without_a_code_no_more_is_claimed_than_is_known(page: Page) -> None:
    assert verified(page, "") == "Berkas sesuai dengan dirinya sendiri."
    assert "ketikkan sidik rekaman" in page.page.verify.about.text()


def test_the_code_of_the_minutes_is_found_and_what_came_after(page: Page) -> None:
    assert verified(page, page.head.upper()) == "Rekaman cocok dengan sidik pada berita acara."
    panel = page.page.verify
    assert "ada 1 peristiwa lagi" in panel.about.text()
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == [
        "Berkas dibuka 13-02-2023 08.11.00 WITA: 1 peristiwa"
    ]


def test_another_code_is_not_in_the_record(page: Page) -> None:
    assert verified(page, "0" * 32) == "Sidik ini tidak ada dalam rekaman."
    assert "diketik dengan benar" in page.page.verify.about.text()


def test_what_is_no_code_is_said_in_its_row(page: Page) -> None:
    panel = page.page.verify
    page.page.show_tab(VERIFY)
    panel.head.value = "tidak ada"
    panel.check.click()
    page.qtbot.waitUntil(lambda: panel.head.complaint != "")
    assert "bukan sidik rekaman" in panel.head.complaint
    assert panel.check.isEnabled()


def test_what_was_changed_behind_our_back_is_listed(page: Page) -> None:
    def tamper(services: Services) -> list[int]:
        connection = services.file.connection
        cursor = connection.execute("UPDATE present SET door = 'Lain'")
        return [cursor.rowcount]

    page.desks.find(page.desk, tamper)
    assert verified(page, "").startswith("Rekaman tidak utuh")
    panel = page.page.verify
    assert "present" in panel.list.item(0).text()
    assert "simpan apa adanya" in panel.about.text()


def test_what_nobody_understands_is_listed_all_the_same(page: Page) -> None:
    def tamper(services: Services) -> list[int]:
        connection = services.file.connection
        connection.execute("DROP TRIGGER event_is_never_changed")
        for kind, body in (("scan", '{"verdict":"x"}'), ("mark", "[]"), ("undo", "no json")):
            connection.execute("UPDATE event SET body = ? WHERE kind = ?", (body, kind))
        return [
            connection.execute("UPDATE event SET kind = 'later' WHERE kind = 'signed'").rowcount
        ]

    page.desks.find(page.desk, tamper)
    page.page.events.read()
    page.qtbot.waitUntil(lambda: "Peristiwa lain (scan)" in page.column(1))
    assert {"Peristiwa lain (mark)", "Peristiwa lain (later)", "Catatan dibatalkan"} <= set(
        page.column(1)
    )


def test_the_latest_seal_can_be_copied(page: Page) -> None:
    panel = page.page.verify
    page.page.show_tab(VERIFY)
    page.qtbot.waitUntil(lambda: panel.sealed.text() == page.head)
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == page.head


def test_the_page_speaks_english_and_fits(
    qtbot: QtBot, desks: Desks, english_tools: Tools, tmp_path: Path
) -> None:
    page = Page(qtbot, desks, english_tools, tmp_path)
    assert "Arrived, badge scanned" in page.column(1)
    for tab in range(page.page.tabs.count()):
        page.page.show_tab(tab)
        assert page.page.minimumSizeHint().height() <= 560
        assert page.page.minimumSizeHint().width() <= 1080
