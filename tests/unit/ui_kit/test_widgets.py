from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from shiboken6 import isValid

from ceremony_app.domain.errors import KnownError
from ceremony_app.ui_kit.tasks import Lane, Operation
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.bars import BarList, Share
from ceremony_app.ui_kit.widgets.basics import button, column, holder
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line
from ceremony_app.ui_kit.widgets.pdf_view import PdfView
from ceremony_app.ui_kit.widgets.table import Column, DataTable, RowsModel
from ceremony_app.ui_kit.widgets.verdict import Answer, VerdictPanel


def test_the_panel_says_its_answer_in_colour_and_words(qtbot: QtBot, tools: Tools) -> None:
    panel = VerdictPanel(tools, Answer("calm", "scan", "SIAP"))
    qtbot.addWidget(panel)
    panel.resize(640, 380)
    panel.show_answer(Answer("good", "check", "HADIR", "Dr. H. Nama, S.H., M.H.", ("Divisi A",)))
    assert panel.accessibleName() == "HADIR. Dr. H. Nama, S.H., M.H."
    assert panel.accessibleDescription() == "Divisi A"
    seen = panel.grab().toImage()
    assert seen.pixelColor(12, seen.height() // 2) == QColor(tools.palette.good)
    white = sum(
        seen.pixelColor(x, y).lightness() > 240
        for x in range(0, seen.width(), 3)
        for y in range(0, seen.height(), 3)
    )
    assert white > 200


def test_bars_tell_their_counts_to_a_screen_reader(qtbot: QtBot, tools: Tools) -> None:
    bars = BarList(tools)
    qtbot.addWidget(bars)
    bars.show_shares(
        [Share("Divisi Pemasyarakatan", 3, 4, "3 / 4"), Share("Kosong", 0, 0, "0 / 0")]
    )
    assert bars.accessibleDescription() == "Divisi Pemasyarakatan: 3 / 4; Kosong: 0 / 0"
    assert bars.height() == 80
    bars.grab()


def test_a_complaint_stands_beside_its_field_until_it_is_mended(qtbot: QtBot) -> None:
    row = FormRow("Nama", line(), hint="dengan gelar")
    qtbot.addWidget(row)
    row.complain("Wajib diisi.")
    assert row.complaint == "Wajib diisi."
    assert row.field.accessibleDescription() == "Wajib diisi."
    row.value = "Sri"
    assert row.complaint == ""
    assert "dengan gelar" in [words.text() for words in row.findChildren(QLabel)]


def test_a_choice_gives_its_data() -> None:
    row = FormRow("Zona", choice([("WIB", "Barat"), ("WIT", "Timur")]))
    row.value = "WIT"
    assert row.value == "WIT"


def test_the_strip_asks_by_keyboard_alone(qtbot: QtBot, tools: Tools) -> None:
    strip, given = ConfirmStrip(tools), list[Mapping[str, str]]()
    qtbot.addWidget(strip)
    strip.show()
    strip.ask("Batalkan?", "Batalkan", given.append, [("reason", "Alasan")])
    field = strip.rows["reason"].field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given == []
    assert strip.rows["reason"].complaint == "Wajib diisi."
    qtbot.keyClicks(field, "salah orang")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given == [{"reason": "salah orang"}]
    assert not strip.isVisible()
    strip.ask("Batalkan?", "Batalkan", given.append, [("reason", "Alasan")])
    qtbot.keyClick(strip.rows["reason"].field, Qt.Key.Key_Escape)
    assert len(given) == 1


def test_a_question_asked_over_another_leads_back_to_where_the_first_was_asked(
    qtbot: QtBot, tools: Tools
) -> None:
    strip, given, before = ConfirmStrip(tools), list[Mapping[str, str]](), line()
    window = holder(column(before, strip))
    qtbot.addWidget(window)
    window.show()
    before.setFocus()
    strip.ask("Catat tamu?", "Catat", given.append, [("name", "Nama")])
    first = strip.rows["name"].field
    assert window.focusWidget() is first
    strip.ask("Kunci?", "Kunci", given.append)
    qtbot.waitUntil(lambda: not isValid(first))
    strip.agree.click()
    assert given == [{}]
    assert window.focusWidget() is before
    strip.ask("Kunci?", "Kunci", given.append)
    before.deleteLater()
    qtbot.waitUntil(lambda: not isValid(before))
    strip.agree.click()
    assert given == [{}, {}]


def test_an_empty_place_says_what_to_do(qtbot: QtBot, tools: Tools) -> None:
    pressed = list[int]()
    lead = button("Impor daftar pegawai", lambda: pressed.append(1))
    empty = EmptyState(
        tools, "people", "Belum ada pegawai", "Impor daftar pegawai lebih dulu.", lead
    )
    qtbot.addWidget(empty)
    lead.click()
    assert pressed == [1]
    assert empty.accessibleName() == "Belum ada pegawai"


def _numbers() -> list[Column[int]]:
    return [
        Column("Angka", str, width=80, order=lambda n: n, at_right=True),
        Column("Kata", lambda n: f"kata {n % 7}"),
    ]


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    model: RowsModel[int] = RowsModel(_numbers())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(range(100))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.rows[0] == 99
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Kata"
    assert model.data(model.index(3, 1)) == "kata 5"
    model.replace([])
    assert model.rowCount(QModelIndex()) == 0


def test_a_table_of_ten_thousand_asks_only_for_what_is_in_sight(qtbot: QtBot) -> None:
    asked = set[int]()

    def words(number: int) -> str:
        asked.add(number)
        return str(number)

    table: DataTable[int] = DataTable("Angka", [Column("Angka", words)])
    qtbot.addWidget(table)
    table.resize(400, 400)
    table.show_rows(range(10_000))
    table.grab()
    assert 0 < len(asked) < 60


def test_enter_opens_the_chosen_row(qtbot: QtBot) -> None:
    table: DataTable[int] = DataTable("Angka", _numbers())
    qtbot.addWidget(table)
    table.show_rows([5, 6, 7])
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [6]
    assert table.current() == 6


def test_busy_shows_and_cancels(qtbot: QtBot, tools: Tools, make_lane: Callable[[], Lane]) -> None:
    lane, strip = make_lane(), BusyStrip(tools)
    qtbot.addWidget(strip)
    running = lane.run(Operation(lambda _: None, lambda _: strip.rest()))
    strip.watch("Mengimpor…", running)
    strip.advance(3, 10)
    strip.stop.click()
    assert running.stop.is_set()
    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        pass


def _pdf(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(300, 400))
    for number in (1, 2, 3):
        canvas.setFillColorRGB(0.8, 0, 0)
        canvas.rect(0, 0, 300, 400, fill=1)
        canvas.drawString(100, 100, str(number))
        canvas.showPage()
    canvas.save()
    return path


def test_pages_are_drawn_off_the_windows_thread(
    qtbot: QtBot, tools: Tools, make_lane: Callable[[], Lane], tmp_path: Path
) -> None:
    view = PdfView(tools, make_lane(), "Pratinjau")
    qtbot.addWidget(view)
    view.resize(340, 500)
    view.show()
    view.show_file(_pdf(tmp_path / "a.pdf"))
    qtbot.waitUntil(lambda: view.page_count == 3)
    page = view.findChildren(QLabel)[0]
    assert page.accessibleName() == "Halaman 1 dari 3"
    qtbot.waitUntil(lambda: not page.pixmap().isNull())
    colour = page.pixmap().toImage().pixelColor(20, 20)
    assert (colour.red(), colour.green(), colour.blue()) == (204, 0, 0)
    view.close_file()
    assert view.page_count == 0


def test_a_file_that_is_no_pdf_is_told_on_the_channel(
    qtbot: QtBot,
    tools: Tools,
    make_lane: Callable[[], Lane],
    refused: list[KnownError],
    tmp_path: Path,
) -> None:
    (tmp_path / "a.pdf").write_text("nothing")
    lane, view = make_lane(), PdfView(tools, make_lane(), "Pratinjau")
    qtbot.addWidget(view)
    view.show_file(tmp_path / "a.pdf")
    view.show_file(tmp_path / "b.pdf")
    qtbot.waitUntil(lambda: len(refused) == 2)
    assert [tools.say.say(error.message) for error in refused] == [
        tools.say("ui.pdf.unreadable", file="a.pdf"),
        tools.say("ui.pdf.unreadable", file="b.pdf"),
    ]
    assert not lane.busy


@pytest.mark.parametrize("language", ["tools", "english_tools"])
def test_words_of_the_kit_are_there_in_both_languages(
    language: str, request: pytest.FixtureRequest
) -> None:
    chosen: Tools = request.getfixturevalue(language)
    assert chosen.say("ui.required")


def test_several_rows_stay_chosen_when_others_are_shown_and_when_they_are_sorted(
    qtbot: QtBot,
) -> None:
    table: DataTable[int] = DataTable("Angka", _numbers(), several=True)
    qtbot.addWidget(table)
    told: list[list[int]] = []
    table.selected.connect(told.append)
    table.show_rows([5, 3, 9, 1])
    table.select_rows([3, 9], int)
    assert told[-1] == table.all_selected() == [3, 9]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.all_selected() == [9, 3]
    table.show_again([1, 3, 4], int)
    assert told[-1] == table.all_selected() == [3]
    table.show_again([4], int)
    assert told[-1] == []
