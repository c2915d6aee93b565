"""Two doors at one file, each a window of its own: neither counts wrong, neither is told late."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.status import Status
from tests.helpers.desks import Desks
from tests.helpers.door_room import Door

T = TypeVar("T")


class Other:
    """The second door: another opening of the file, as another process has one."""

    def __init__(self, desks: Desks, desk: Desk) -> None:
        self._desks = desks
        self.desk = desks.open_file(desk.path)

    def do(self, work: Callable[[Services], T]) -> T:
        return self._desks.find(self.desk, work)

    def scan(self, token: str) -> str:
        session = self.desk.session
        return self.do(lambda services: services.door(session, "Pintu Timur").scan(token).verdict)


@pytest.fixture
def other(door: Door, desks: Desks) -> Other:
    door.page.others._pause.setInterval(20)
    return Other(desks, door.desk)


def test_who_came_at_the_other_door_is_counted_here(door: Door, other: Other) -> None:
    first, second = door.names[:2]
    assert other.scan(door.tokens[first]) == "recorded"
    door.wait_for_count("1 / 12")
    state = next(s for s in door.page._crowd.search(first) if s.person.name == first)
    assert (state.status, state.door) == (Status.PRESENT, "Pintu Timur")
    door.scan(door.tokens[second])
    door.wait_for_count("2 / 12")
    door.scan(door.tokens[first])
    door.wait_for("SUDAH HADIR", first)
    assert "di Pintu Timur" in door.page.panel.answer.lines[0]
    assert door.count == "2 / 12"


def test_a_row_in_sight_says_that_somebody_came_at_the_other_door(door: Door, other: Other) -> None:
    name = door.names[4]
    door.page.search.field.setText(name)
    other.scan(door.tokens[name])
    door.wait_for_count("1 / 12")
    model = door.page.search.table.rows_model
    assert [s.status for s in model.rows if s.person.name == name] == [Status.PRESENT]


def test_who_was_chosen_stays_chosen_while_the_other_door_works(door: Door, other: Other) -> None:
    """A form that is half filled in is not swept away by somebody else's status."""
    search, name, session = door.page.search, door.names[4], other.desk.session
    search.field.setText(name)
    search.table.selectRow(0)
    search.status.value, search.note.value = Status.LEAVE.value, "cuti tahunan"
    other.do(lambda services: services.door(session, "Timur").guest("Warits", "Ketua"))
    door.qtbot.waitUntil(lambda: "1 tamu" in door.page.header._counted.text())
    chosen = search.table.current()
    assert chosen is not None
    assert chosen.person.name == name
    assert (search.status.value, search.note.value) == (Status.LEAVE.value, "cuti tahunan")
    assert search.mark.isVisible()


def test_what_the_other_door_takes_back_is_counted_no_more(door: Door, other: Other) -> None:
    session = other.desk.session
    event = other.do(lambda s: s.door(session, "Timur").scan(door.tokens[door.names[0]]).event)
    door.wait_for_count("1 / 12")
    other.do(lambda services: services.door(session, "Timur").undo(event, "keliru"))
    door.wait_for_count("0 / 12")


def test_a_guest_of_the_other_door_is_counted_here(door: Door, other: Other) -> None:
    session = other.desk.session
    other.do(lambda services: services.door(session, "Timur").guest("Warits", "Ketua", "Bawaslu"))
    door.qtbot.waitUntil(lambda: "1 tamu" in door.page.header._counted.text())


def test_entry_that_the_other_door_closes_is_closed_in_sight(door: Door, other: Other) -> None:
    assert door.page.header._state.text() == "Sesi dibuka"
    other.do(lambda services: [services.sessions.close(other.desk.session)])
    door.qtbot.waitUntil(lambda: door.page.header._state.text() == "Sesi ditutup")
    door.scan(door.tokens[door.names[0]])
    door.wait_for("SESI DITUTUP", door.names[0])
    other.do(lambda services: [services.sessions.open(services.sessions.main())])
    door.qtbot.waitUntil(lambda: door.page.header._state.text() == "Sesi dibuka")


def test_nothing_is_looked_for_once_the_file_is_closed(door: Door, qtbot: QtBot) -> None:
    door.desk.closing.emit()
    assert not door.page.others._pause.isActive()
