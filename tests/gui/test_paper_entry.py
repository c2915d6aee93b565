"""From paper: numbers typed in the window, names seen before anything is recorded."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.paper_entry import PaperEntry
from ceremony_app.documents.stationery import Stationery
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.windows import LOCATOR


@pytest.fixture
def entry(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> PaperEntry:
    desk = desks.open(12)
    made = PaperEntry(tools, desk, lambda: "Utara", lambda: Stationery.of(LOCATOR))
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    made.read()
    made.print_to(tmp_path / "daftar.pdf")
    qtbot.waitUntil(lambda: made.numbers.isVisible())
    return made


def shown(entry: PaperEntry) -> list[tuple[int, bool]]:
    return [(one.number, one.arrival is not None) for one in entry.table.rows_model.rows]


def test_names_are_seen_first_and_then_recorded(qtbot: QtBot, entry: PaperEntry) -> None:
    entry.numbers.value = "2, 5-7"
    assert not entry.record.isEnabled()
    qtbot.waitUntil(entry.record.isEnabled)
    assert shown(entry) == [(2, False), (5, False), (6, False), (7, False)]
    assert entry.record.text() == "Catat 4 orang"
    with qtbot.waitSignal(entry.recorded):
        entry.record.click()
    entry.numbers.value = "5, 8"
    qtbot.waitUntil(entry.record.isEnabled)
    assert shown(entry) == [(5, True), (8, False)]
    assert entry.record.text() == "Catat 1 orang"


def test_a_bad_number_is_named_beside_the_field(qtbot: QtBot, entry: PaperEntry) -> None:
    entry.numbers.value = "3, 99"
    qtbot.waitUntil(lambda: "99" in entry.numbers.complaint)
    assert not entry.record.isEnabled()
    assert not entry.table.rows_model.rows
    entry.numbers.value = "3"
    qtbot.waitUntil(entry.record.isEnabled)
    assert not entry.numbers.complaint
