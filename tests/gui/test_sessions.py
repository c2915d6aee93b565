"""Sessions in the window: added, worked on, closed and opened by hand."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.ceremony import CeremonyPage, Entry
from ceremony_app.console.desk import Services
from ceremony_app.console.prepare.page import SESSIONS, PreparePage
from ceremony_app.domain.errors import KnownError
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.trials import make_trial, stationery


class Bench:
    """The list of sessions in sight, in a window with its side."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools) -> None:
        self.qtbot, self.desks = qtbot, desks
        self.desk = desks.open(people=6)
        self.window = CeremonyPage(
            tools,
            self.desk,
            [
                Entry(
                    "prepare",
                    "prepare",
                    "Persiapan",
                    lambda: PreparePage(tools, self.desk, lambda: None, make_trial, stationery),
                )
            ],
        )
        self.bar = NoticeBar(tools)
        for widget in (self.window, self.bar):
            qtbot.addWidget(widget)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.open_page("prepare")
        page = self.window.page
        assert isinstance(page, PreparePage)
        self.page = page
        page.show_tab(SESSIONS)
        self.panel = page.sessions
        self.wait_for_rows(["1 utama (dikerjakan) Sesi dibuka 0 0"])

    def rows(self) -> list[str]:
        model = self.panel.table.rows_model
        return [
            " ".join(str(model.data(model.index(row, at))) for at in range(5))
            for row in range(model.rowCount())
        ]

    def wait_for_rows(self, rows: list[str]) -> None:
        self.qtbot.waitUntil(lambda: self.rows() == rows)

    def add(self, name: str) -> None:
        self.panel.add.click()
        self.page.confirm.rows["name"].value = name
        self.qtbot.keyClick(self.page.confirm.rows["name"].field, Qt.Key.Key_Return)


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools) -> Bench:
    return Bench(qtbot, desks, tools)


def test_a_follow_up_session_is_added_and_worked_on(bench: Bench) -> None:
    bench.add("regu malam")
    bench.wait_for_rows(["1 utama Sesi dibuka 0 0", "2 regu malam (dikerjakan) Sesi dibuka 0 0"])
    assert bench.desk.session.name == "regu malam"
    chosen = bench.panel.table.current()
    assert chosen is not None
    assert chosen.session.name == "regu malam"
    assert not bench.panel.work.isEnabled()


def test_a_name_that_is_taken_is_one_sentence(bench: Bench, refused: list[KnownError]) -> None:
    bench.add("Utama")
    bench.qtbot.waitUntil(lambda: [one.message.key for one in refused] == ["session.exists"])
    assert len(bench.rows()) == 1


def test_enter_works_on_the_chosen_session_and_the_side_says_so(bench: Bench) -> None:
    bench.add("regu malam")
    bench.qtbot.waitUntil(lambda: len(bench.rows()) == 2)
    bench.panel.table.selectRow(0)
    bench.qtbot.keyClick(bench.panel.table, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: bench.rows()[0].startswith("1 utama (dikerjakan)"))
    assert bench.desk.session.name == "utama"
    assert bench.window.session.accessibleName() == "Sesi dibuka: utama"


def test_a_session_is_closed_and_opened_by_hand_and_a_copy_kept(bench: Bench) -> None:
    bench.panel.turn.click()
    bench.wait_for_rows(["1 utama (dikerjakan) Sesi ditutup 0 0"])
    assert bench.window.session.accessibleName() == "Sesi ditutup: utama"
    assert bench.panel.turn.text() == "Buka sesi"
    bench.panel.turn.click()
    bench.wait_for_rows(["1 utama (dikerjakan) Sesi dibuka 0 0"])

    kept = BackupFolder.beside(bench.desk.path)
    bench.qtbot.waitUntil(lambda: Moment.SESSION in {one.moment for one in kept.all()})


def test_arrivals_are_counted_by_session(bench: Bench) -> None:
    def arrive(services: Services) -> list[int]:
        badge = next(iter(services.people.badges().values()))
        services.door(services.sessions.main(), "").scan(badge.token)
        return [1]

    bench.desks.find(bench.desk, arrive)
    bench.desk.attendance_changed.emit()
    bench.wait_for_rows(["1 utama (dikerjakan) Sesi dibuka 1 0"])


def test_the_side_leads_to_the_sessions(bench: Bench) -> None:
    with bench.qtbot.waitSignal(bench.window.sessions_wanted):
        bench.window.session.click()
