"""Photographs of the ceremony in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.table.photographs_panel import PhotographsPanel
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from tests.helpers.desks import Desks
from tests.helpers.hall_photographs import UPRIGHT, take
from tests.helpers.record_page import words_of


class Bench:
    """The panel in sight, with the strip that it asks by."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools) -> None:
        self.qtbot, self.tools = qtbot, tools
        self.confirm = ConfirmStrip(tools)
        self.panel = PhotographsPanel(tools, desks.open(people=2), self.confirm)
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.confirm)
        layout.addWidget(self.panel)
        qtbot.addWidget(self.window)
        self.window.resize(1166, 640)
        self.window.show()
        self.panel.read()

    def wait_for(self, *captions: str) -> None:
        rows = self.panel.table.rows_model
        self.qtbot.waitUntil(lambda: [one.caption for one in rows.rows] == list(captions))

    def choose(self, number: int) -> None:
        self.panel.table.selectRow(number)


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools) -> Bench:
    return Bench(qtbot, desks, tools)


def test_photographs_are_brought_captioned_and_put_in_order(bench: Bench, tmp_path: Path) -> None:
    panel = bench.panel
    assert "Belum ada foto kegiatan" in words_of(panel)
    folder = tmp_path / "foto"
    folder.mkdir()
    take(folder / "1.jpg")
    take(folder / "2.jpg", UPRIGHT, 90)
    panel.bring_files([folder])
    bench.wait_for("", "")
    bench.choose(1)
    bench.qtbot.waitUntil(lambda: panel.picture.page_size.height() == UPRIGHT[1])
    panel.caption.value = "Penandatanganan"
    QTest.keyClick(panel.caption.field, Qt.Key.Key_Return)
    bench.wait_for("", "Penandatanganan")
    assert not panel.later.isEnabled()
    panel.earlier.click()
    bench.wait_for("Penandatanganan", "")
    bench.choose(1)
    panel.out.click()
    bench.confirm.rows["reason"].value = "kabur"
    bench.confirm.agree.click()
    bench.wait_for("Penandatanganan")


def test_what_is_no_picture_is_told_and_the_others_are_kept(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(bench.tools.channel, "refuse", lambda error: told.append(str(error)))
    (tmp_path / "a.jpg").write_text("bukan foto")
    bench.panel.bring_files([tmp_path / "a.jpg", take(tmp_path / "b.jpg")])
    bench.wait_for("")
    assert told == ["attachments.no_picture(file=a.jpg)"]
