"""Without a badge: one key records, a reason is kept, a new badge is on the screen at once."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.door.reissue import Printing
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.status import Status
from ceremony_app.scanning.pages import read_badges
from ceremony_app.services.checkin import PersonState
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.pdf_pages import read_pages, text_of
from tests.helpers.windows import LOCATOR


class Door:
    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners, folder: Path
    ) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(12)
        self.tokens = desks.tokens(self.desk)
        sounds = Sounds(LOCATOR.sounds, muted=True)
        self.page = DoorPage(
            tools,
            self.desk,
            scanners,
            sounds,
            "Utara",
            lambda: Stationery.of(LOCATOR),
            Printing(desks.printing(), folder),
        )
        qtbot.addWidget(self.page)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.activateWindow()
        self.page.arrive()
        qtbot.waitUntil(lambda: bool(self.page.search.table.rows_model.rows))

    def find(self, name: str) -> None:
        """Type a name, and Enter: the first who was found is chosen."""
        self.page.search.field.setText(name)
        self.qtbot.keyClick(self.page.search.field, Qt.Key.Key_Return)

    def states(self) -> dict[str, PersonState]:
        found = self.desks.find(
            self.desk, lambda services: services.door(self.desk.session, "").states()
        )
        return {state.person.name: state for state in found}

    def wait_for(self, name: str, status: Status) -> PersonState:
        self.qtbot.waitUntil(lambda: self.page._crowd.total().here > 0)
        state = self.states()[name]
        assert state.status is status
        return state


@pytest.fixture
def door(qtbot: QtBot, desks: Desks, tools: Tools, scanners: Scanners, tmp_path: Path) -> Door:
    return Door(qtbot, desks, tools, scanners, tmp_path)


def test_enter_finds_and_enter_records(door: Door) -> None:
    name = next(iter(door.tokens))
    door.find(name)
    table = door.page.search.table
    assert table.current() is not None
    door.qtbot.keyClick(table, Qt.Key.Key_Return)
    state = door.wait_for(name, Status.PRESENT)
    assert state.remark.note == "Kartu tertinggal"
    assert state.door == "Utara"


def test_another_reason_needs_its_words(door: Door) -> None:
    name = list(door.tokens)[3]
    door.find(name)
    search = door.page.search
    search.reason.value = "own"
    search.mark.click()
    assert search.note.complaint
    search.note.value = "kartu belum dicetak"
    search.mark.click()
    state = door.wait_for(name, Status.PRESENT)
    assert state.remark.note == "kartu belum dicetak"


def test_enter_on_somebody_here_records_nothing_again(door: Door) -> None:
    name = next(iter(door.tokens))
    door.find(name)
    door.qtbot.keyClick(door.page.search.table, Qt.Key.Key_Return)
    first = door.wait_for(name, Status.PRESENT).event
    door.find(name)
    door.qtbot.keyClick(door.page.search.table, Qt.Key.Key_Return)
    assert door.states()[name].event == first


def test_a_new_badge_is_read_from_the_screen(door: Door, tmp_path: Path) -> None:
    name = list(door.tokens)[5]
    door.find(name)
    door.page.search.badge.click()
    door.page.confirm.agree.click()
    card = door.page.reissue
    door.qtbot.waitUntil(card.print.isVisible)
    picture = card.code.grab().toImage()
    picture.save(str(tmp_path / "code.png"))

    (code,) = zxingcpp.read_barcodes(Image.open(tmp_path / "code.png"))
    assert card.issued is not None
    assert code.text == card.issued.token != door.tokens[name]
    assert door.desks.tokens(door.desk)[name] == code.text
    card.save_to(out := tmp_path / "kartu.pdf")
    door.qtbot.waitUntil(out.exists)
    assert name.split(",")[0].split()[0] in text_of(out)
    assert "Cetak di" in card.print.text()
    card.print.click()
    door.qtbot.waitUntil(lambda: bool(door.desks.printer.sent))
    card.close_it.click()
    assert not card.isVisible()


def test_a_new_badge_is_a_label_where_labels_were_chosen(
    door: Door, tools: Tools, tmp_path: Path
) -> None:
    tools.settings.remember_choice("badge_layout", "label")
    name = next(iter(door.tokens))
    door.find(name)
    door.page.search.badge.click()
    door.page.confirm.agree.click()
    card = door.page.reissue
    door.qtbot.waitUntil(card.print.isVisible)
    card.save_to(out := tmp_path / "kartu.pdf")
    door.qtbot.waitUntil(out.exists)
    (page,) = read_pages(out)
    assert (round(page.width), round(page.height)) == (100, 50)
    assert card.issued is not None
    assert read_badges(out) == [card.issued.token]
    card.print.click()
    door.qtbot.waitUntil(lambda: bool(door.desks.printer.sent))
    assert door.desks.printer.options["media"] == "custom_100x50mm_100x50mm"


def test_numbers_from_paper_count_at_once(door: Door, tmp_path: Path) -> None:
    door.page.tabs.setCurrentWidget(door.page.paper)
    door.page.paper.print_to(tmp_path / "daftar.pdf")
    door.qtbot.waitUntil(door.page.paper.numbers.isVisible)
    door.page.paper.numbers.value = "1-3"
    door.qtbot.waitUntil(door.page.paper.record.isEnabled)
    door.page.paper.record.click()
    door.qtbot.waitUntil(lambda: door.page._crowd.total().here == 3)
