"""Two rows of one person become one, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.prepare.page import PEOPLE, PreparePage
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.trials import make_trial, stationery


def arrive(services: Services) -> list[str]:
    """One of the staff is here, and was written down as a guest at the other door too."""
    door = services.door(services.sessions.main(), "Utara")
    person = next(one for one in services.people.everyone() if one.name.startswith("Masjuno"))
    door.scan(services.people.badges()[person.id].token)
    door.guest(person.name.partition(",")[0].upper(), "")
    return [person.name]


class Bench:
    """The list of people in sight, with somebody in it twice."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people=6)
        self.name = desks.find(self.desk, arrive)[0]
        self.page = PreparePage(tools, self.desk, lambda: None, make_trial, stationery)
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.show_tab(PEOPLE)
        self.people = self.page.people
        self.table = self.people.table
        qtbot.waitUntil(lambda: self.table.rows_model.rowCount() == 7)

    def compared(self) -> tuple[str, str]:
        """The names in the comparison, once it is there."""
        card = self.people.join.card
        self.qtbot.waitUntil(card.isVisible)
        kept, gone = card.pair or (None, None)
        assert kept is not None
        assert gone is not None
        return kept.person.name, gone.person.name

    def everyone(self) -> list[str]:
        return self.desks.find(self.desk, lambda s: [one.name for one in s.people.everyone()])


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools) -> Bench:
    return Bench(qtbot, desks, tools)


def test_rows_that_may_be_one_person_are_proposed_and_joined(bench: Bench) -> None:
    assert bench.people.maybe.text().endswith(": 1")
    bench.people.maybe.click()
    assert bench.compared() == (bench.name, bench.name.partition(",")[0].upper())
    card = bench.people.join.card
    assert "Hadir pukul" in card.kept.accessibleDescription()
    assert "1 kartu berlaku" in card.gone.accessibleDescription()
    card.join.click()
    asked = bench.page.confirm.accessibleName()
    assert f"Yang tetap: {bench.name}" in asked
    assert "tidak dapat dibatalkan" in asked
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: any("menjadi satu" in words for words in bench.bar.words()))
    bench.qtbot.waitUntil(lambda: bench.table.rows_model.rowCount() == 6)
    assert bench.name in bench.everyone()
    assert not bench.people.maybe.isVisible()
    assert not bench.people.join.isVisible()


def test_two_rows_chosen_by_arrows_change_places_and_stay_apart(bench: Bench) -> None:
    bench.table.selectRow(0)
    bench.table.setFocus()
    bench.qtbot.keyClick(bench.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = bench.compared()
    card = bench.people.join.card
    bench.qtbot.keyClick(card.swap, Qt.Key.Key_Return)
    assert bench.compared() == before[::-1]
    assert card.doubt.isVisible(), "both rows have a number"
    card.cancel.click()
    assert not card.isVisible()
    assert len(bench.everyone()) == 7


def test_the_other_row_is_searched_for_by_keys_alone(bench: Bench) -> None:
    place = [one.person.name for one in bench.table.rows_model.rows].index(bench.name)
    bench.table.selectRow(place)
    bench.people.form.join.click()
    search = bench.people.join.search
    assert [one.name for one in search.table.rows_model.rows] == [
        bench.name.partition(",")[0].upper()
    ]
    bench.qtbot.keyClicks(search.field, bench.name[:4])
    bench.qtbot.keyClick(search.field, Qt.Key.Key_Down)
    bench.qtbot.keyClick(search.table, Qt.Key.Key_Return)
    assert bench.compared()[0] == bench.name
    assert bench.people.join.card.swap.hasFocus()


def test_escape_leaves_the_search(bench: Bench) -> None:
    bench.table.selectRow(0)
    bench.people.form.join.click()
    bench.qtbot.keyClick(bench.people.join.search.field, Qt.Key.Key_Escape)
    assert not bench.people.join.isVisible()


def test_three_rows_are_too_many(bench: Bench) -> None:
    bench.table.selectRow(0)
    flags = QItemSelectionModel.SelectionFlag
    for row in (1, 2):
        bench.table.selectionModel().select(
            bench.table.rows_model.index(row, 0), flags.Select | flags.Rows
        )
    assert not bench.people.join.isVisible()
    assert "3 baris dipilih" in bench.people._several.text()
