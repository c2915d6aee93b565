"""The whole program: from the start page into a ceremony, and out again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ceremony_app.app import Program
from ceremony_app.console.ceremony import CeremonyPage
from ceremony_app.console.door.kiosk import KioskWindow
from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.new import NewPage
from ceremony_app.console.ready import ReadyPage
from ceremony_app.console.start import StartPage
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.launch import Launch, Page
from ceremony_app.domain.messages import Catalogue
from ceremony_app.services.lock import Lock
from ceremony_app.ui_kit.settings import Settings
from tests.helpers.desks import ceremonies, make_ceremony
from tests.helpers.windows import LOCATOR

Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, fonts: object, tmp_path: Path) -> Iterator[Start]:
    """Starts a program; at the end its window is closed as a user would."""
    begun: list[Program] = []

    def begin(launch: Launch, language: str = "id") -> Program:
        say = Catalogue.read(LOCATOR.translations, language)
        folder = tmp_path / "drafts"
        folder.mkdir(exist_ok=True)
        program = Program(LOCATOR, say, Settings(tmp_path / "settings.json"), folder)
        program.begin(launch)
        begun.append(program)
        return program

    yield begin
    for program in begun:
        window = program.window
        if window is not None:
            window.close()
            qtbot.waitUntil(lambda: not window.isVisible())  # noqa: B023 - waited for here
            window.deleteLater()
        program.end()


def ceremony(qtbot: QtBot, program: Program) -> CeremonyPage:
    """The ceremony's page, once its file is open."""
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: isinstance(window.page, CeremonyPage))
    page = window.page
    assert isinstance(page, CeremonyPage)
    return page


def nav(page: CeremonyPage, words: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == words)


def test_it_starts_on_the_start_page(start: Start) -> None:
    program = start(Launch())
    assert program.window is not None
    assert isinstance(program.window.page, StartPage)
    assert program.window.windowTitle() == "Ikrar"


def test_a_file_opens_on_its_readiness_list(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    program = start(Launch(file=make_ceremony(tmp_path / "banten.ikrar", 4)))
    page = ceremony(qtbot, program)
    ready = page.page
    assert isinstance(ready, ReadyPage)
    qtbot.waitUntil(lambda: len(ready.checks) >= 8)
    assert "Belum siap" in ready.verdict.text()
    assert {check.name for check in ready.checks} >= {
        *("details", "text", "roster", "badges", "screen", "printer", "sound", "backup", "clock")
    }
    remedy = next(b for b in ready.findChildren(QPushButton) if b.text() == "Buka naskah")
    remedy.click()
    assert page.page_name == "prepare"
    assert program.window is not None
    qtbot.waitUntil(lambda: "Pakta Integritas" in program.window.windowTitle())


@pytest.mark.parametrize("page", list(Page), ids=lambda page: page.value)
def test_every_page_can_be_asked_for(
    qtbot: QtBot, start: Start, tmp_path: Path, page: Page
) -> None:
    program = start(Launch(file=make_ceremony(tmp_path / "banten.ikrar", 4), page=page))
    assert ceremony(qtbot, program).page_name == page.value


def test_the_language_changes_where_one_is(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    launch = Launch(file=make_ceremony(tmp_path / "banten.ikrar", 4), page=Page.DOOR)
    program = start(launch)
    first = ceremony(qtbot, program)
    assert nav(first, "Kesiapan")
    nav(first, "English").click()
    qtbot.waitUntil(lambda: ceremony(qtbot, program) is not first)
    second = ceremony(qtbot, program)
    assert nav(second, "Readiness")
    assert second.page_name == "door"
    assert Settings(tmp_path / "settings.json").now.language == "en"


def test_closing_a_file_leads_back_and_remembers_it(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    program = start(Launch(file=path))
    nav(ceremony(qtbot, program), "Tutup berkas").click()
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: isinstance(window.page, StartPage))
    assert "banten" in {label.text() for label in window.findChildren(QLabel)}
    assert not path.with_name("banten.ikrar-wal").exists()


def test_a_rehearsal_opens_from_the_door_of_another_day(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    program = start(Launch(file=path, page=Page.DOOR))
    real = ceremony(qtbot, program)
    door = real.page
    assert isinstance(door, DoorPage)
    qtbot.waitUntil(door.other_day.isVisible)
    door.other_day.rehearse.click()
    qtbot.waitUntil(lambda: ceremony(qtbot, program) is not real)
    rehearsed = ceremony(qtbot, program).desk.path
    assert rehearsed.name == "banten (gladi).ikrar"
    qtbot.waitUntil(ceremony(qtbot, program).rehearsal.isVisible)
    assert rehearsed.is_relative_to(tmp_path / "drafts")
    assert not path.with_name("banten.ikrar-wal").exists(), "the record is closed, and whole"
    again = ceremony(qtbot, program).page
    assert isinstance(again, DoorPage)
    qtbot.waitUntil(lambda: again.header.choice.count() > 0)
    assert not again.other_day.isVisible()
    assert [Path(one) for one in Settings(tmp_path / "settings.json").now.recent] == [path]


def test_a_new_ceremony_is_made_and_opened(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    program = start(Launch())
    assert program.window is not None
    window = program.window
    assert isinstance(window.page, StartPage)
    window.page.new_wanted.emit()
    assert isinstance(window.page, NewPage)
    path = tmp_path / "baru.ikrar"
    window.page.making_wanted.emit(path, "generic", {"unit": "Lapas Kelas I", "year": "2029"})
    page = ceremony(qtbot, program)
    assert path.exists()
    qtbot.waitUntil(lambda: "Ikrar" in window.windowTitle())
    assert page.page_name == "ready"


def test_a_file_that_is_gone_is_said_on_the_start_page(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = start(Launch())
    program.open(tmp_path / "tidak-ada.ikrar")
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: bool(window.bar.words()))
    assert "tidak-ada.ikrar" in window.bar.words()[0]
    assert isinstance(window.page, StartPage)


def test_what_a_killed_program_had_open_is_opened_again_once(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    Settings(tmp_path / "settings.json").remember_choice("open_file", str(path))
    first = start(Launch())
    assert ceremony(qtbot, first).page_name == "ready"
    second = start(Launch())
    assert second.window is not None
    assert isinstance(second.window.page, StartPage), "another program has it open"


def test_what_was_closed_in_good_order_is_not_opened_again(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    program = start(Launch(file=path))
    ceremony(qtbot, program)
    choices = Settings(tmp_path / "settings.json").now.choices
    assert choices["open_file"] == str(path.resolve())
    nav(ceremony(qtbot, program), "Tutup berkas").click()
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: isinstance(window.page, StartPage))
    assert not Settings(tmp_path / "settings.json").now.choices["open_file"]


def test_a_file_that_was_left_open_and_is_gone_leads_to_the_start_page(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.remember_choice("open_file", str(tmp_path / "gone.ikrar"))
    program = start(Launch())
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: isinstance(window.page, StartPage))
    assert not Settings(tmp_path / "settings.json").now.choices["open_file"]


def test_a_rehearsal_leaves_the_record_of_the_day_untouched(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    before = path.read_bytes()
    program = start(Launch(file=path, page=Page.DOOR, rehearsal=True))
    page = ceremony(qtbot, program)
    assert page.desk.path.is_relative_to(tmp_path / "drafts")
    assert path.read_bytes() == before


def test_a_door_window_holds_nothing_but_a_door(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    program = start(Launch(file=path, door_only=True, door="Utara"))
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: isinstance(window.page, DoorPage))
    assert window.windowTitle() == "Ikrar · Pintu Utara"


def test_a_live_hall_is_not_closed_by_accident(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4, approved=True)
    program = start(Launch(file=path, page=Page.HALL, live=True))
    page = ceremony(qtbot, program)
    assert program.window is not None
    window = program.window
    qtbot.waitUntil(lambda: program._joining is not None and program._joining.is_live)
    window.close()
    assert window.isVisible()
    assert any("masih berjalan" in said for said in window.bar.words())
    nav(page, "English").click()
    assert ceremony(qtbot, program) is page
    assert program._joining is not None
    assert program._joining._pages is not None
    hall = program._joining._pages.hall
    assert hall is not None
    hall.stop()


def test_a_kiosk_is_locked_from_the_start(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 4)
    with ceremonies().open(path) as file:
        Lock(file, SystemClock(), "").set("2468")
    program = start(Launch(file=path, door_only=True, door="Pintu Timur", kiosk=True))
    window = program.window
    assert window is not None

    def kiosk() -> KioskWindow | None:
        page = window.page
        return page.locking.kiosk if isinstance(page, DoorPage) else None

    qtbot.waitUntil(lambda: kiosk() is not None)
    locked = kiosk()
    assert locked is not None
    assert not window.isVisible()
    assert locked.windowTitle() == "Ikrar · Pintu Pintu Timur"
    locked.leave.click()
    locked.pin.pin.value = "2468"
    locked.pin.agree.click()
    qtbot.waitUntil(window.isVisible)
    assert kiosk() is None
