"""The record of a running show: in order, each with its moment, and never in the picture's way."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.recorder import Recorder
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.show import Show
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.ui_kit.messages import Level, MessageChannel, Notice
from ceremony_app.ui_kit.running_show import Place
from tests.helpers.clocks import FakeClock
from tests.helpers.desks import Desks
from tests.helpers.fake_show import FakeShow
from tests.helpers.full_disk import FullDisk

RETRY_MS = 20


class Hall:
    """A recorder that follows a show without windows, over an approved ceremony."""

    def __init__(self, qtbot: QtBot, desks: Desks, desk: Desk) -> None:
        self.qtbot, self.desks, self.desk = qtbot, desks, desk
        self.clock = FakeClock()
        self.channel = MessageChannel()
        self.notices: list[Notice] = []
        self.channel.told.connect(self.notices.append)
        self.channel.listen()
        self.left: list[tuple[str, object]] = []
        self.recorder = Recorder(desk, self.channel, self.clock, RETRY_MS)
        self.recorder.completed.connect(lambda text: self.left.append(("completed", text)))
        self.recorder.unfinished.connect(lambda text: self.left.append(("unfinished", text)))
        self.show = FakeShow(desks.find(desk, show_of))
        self.recorder.follow(self.show)

    def open(self) -> None:
        self.show.open(Place.HALL, QGuiApplication.primaryScreen())

    def events(self, *kinds: EventKind) -> list[tuple[str, dict[str, object]]]:
        """Kind and body of the events of the hall, once nothing waits any more."""
        self.qtbot.waitUntil(lambda: self.recorder.waiting == 0)
        kinds = kinds or (EventKind.STEP_PRESENTED, EventKind.HALL_CLOSED)
        found = self.desks.find(self.desk, lambda s: Journal(s.file).of_kind(*kinds))
        return [(event.kind, dict(body_of(event))) for event in found]


def show_of(services: Services) -> Show:
    for state in services.preparation.texts():
        services.preparation.approve(state, "Tejo Harwanto")
    texts = [state.text for state in services.preparation.texts()]
    return Show(services.preparation.details(), texts)


@pytest.fixture
def hall(qtbot: QtBot, desks: Desks) -> Hall:
    return Hall(qtbot, desks, desks.open(people=3))


def test_steps_are_recorded_in_order_and_the_end_with_them(hall: Hall) -> None:
    hall.open()
    for _ in range(5):
        hall.show.go_next()
    hall.show.go_black()
    hall.show.close(Place.HALL)
    events = hall.events()
    assert [kind for kind, _ in events] == ["step_presented"] * 7 + ["hall_closed"]
    cues = [hall.show.show.steps()[at].identity.cue for at in (0, 1, 2, 3, 4, 5, 5)]
    assert [body["cue"] for _, body in events[:-1]] == cues
    assert [body["visible"] for _, body in events[:-1]] == [True] * 6 + [False]


def test_nothing_is_recorded_before_the_hall_is_open_nor_twice_after(hall: Hall) -> None:
    hall.show.go_next()
    hall.show.outputs_changed.emit()
    hall.show.presented.emit(hall.show.step, "", True)
    assert hall.events() == []
    hall.open()
    hall.show.close(Place.HALL)
    hall.show.outputs_changed.emit()
    assert len(hall.events()) == 2


def test_another_show_is_followed_and_the_one_before_no_more(hall: Hall) -> None:
    before = hall.show
    hall.show = FakeShow(before.show)
    hall.recorder.follow(hall.show)
    before.open(Place.HALL, QGuiApplication.primaryScreen())
    assert hall.events() == []
    hall.open()
    assert len(hall.events()) == 1


def test_another_session_has_its_own_record(hall: Hall) -> None:
    """The hall goes on with the same picture when the operator turns to the next session."""
    hall.open()
    follow_up = hall.desks.find(hall.desk, lambda s: Sessions(s.file).add("susulan"))
    hall.desk.choose_session(follow_up)
    sessions = hall.desks.find(
        hall.desk,
        lambda s: [
            (event.kind, event.session)
            for event in Journal(s.file).of_kind(EventKind.STEP_PRESENTED, EventKind.HALL_CLOSED)
        ],
    )
    assert [kind for kind, _ in sessions] == ["step_presented", "hall_closed", "step_presented"]
    assert [session == follow_up.id for _, session in sessions] == [False, False, True]


def test_what_becomes_of_a_text_is_told(hall: Hall) -> None:
    hall.open()
    read = [step for step in hall.show.show.steps() if step.text]
    hall.show.go_to(read[0].state)
    assert hall.recorder.refusal(read[0]) is None
    hall.show.close(Place.HALL)
    hall.qtbot.waitUntil(lambda: bool(hall.left))
    assert hall.left == [("unfinished", read[0].text)]


class Full(Hall):
    """The same on a disk that is full whenever the test says so."""

    def __init__(self, qtbot: QtBot, desks: Desks) -> None:
        disks: list[FullDisk] = []

        def wrap(file: CeremonyFile) -> CeremonyFile:
            disks.append(FullDisk(file))
            return disks[0]

        super().__init__(qtbot, desks, desks.open(people=3, wrap=wrap))
        self.disk = disks[0]


@pytest.fixture
def full(qtbot: QtBot, desks: Desks, refused: list[KnownError]) -> Iterator[Full]:
    made = Full(qtbot, desks)
    yield made
    made.disk.full = False
    made.disk.turns.set()
    assert refused == []


def test_a_full_disk_keeps_steps_waiting_and_loses_none(full: Full) -> None:
    full.open()
    assert len(full.events()) == 1
    full.disk.full = True
    for _ in range(3):
        full.clock.run(7)
        full.show.go_next()
    full.qtbot.waitUntil(lambda: full.disk.refused >= 3)
    full.qtbot.waitUntil(lambda: bool(full.notices))
    assert full.recorder.waiting == 3
    assert [notice.level for notice in full.notices] == [Level.WARNING], "one notice, not many"
    full.clock.run(60)
    full.disk.full = False
    full.qtbot.waitUntil(lambda: full.recorder.waiting == 0)
    full.qtbot.waitUntil(lambda: len(full.notices) == 2)
    assert full.notices[-1].level is Level.GOOD
    bodies = [body for _, body in full.events()]
    steps = full.show.show.steps()
    assert [body["cue"] for body in bodies] == [steps[at].identity.cue for at in range(4)]


def test_steps_that_come_while_others_wait_come_after_them(full: Full) -> None:
    full.open()
    full.disk.full = True
    full.show.go_next()
    full.qtbot.waitUntil(lambda: bool(full.notices))
    full.disk.full = False
    full.show.go_next()
    full.show.go_back()
    at = [body["cue"] for _, body in full.events()]
    steps = full.show.show.steps()
    assert at == [steps[index].identity.cue for index in (0, 1, 2, 1)]


def test_what_waits_is_written_before_the_file_is_closed(full: Full, desks: Desks) -> None:
    full.open()
    full.disk.full = True
    for _ in range(3):
        full.show.go_next()
    full.qtbot.waitUntil(lambda: bool(full.notices))
    full.disk.full = False
    with full.qtbot.waitSignal(full.desk.closed):
        full.desk.close()
    again = desks.open_file(full.desk.path)
    steps = desks.find(again, lambda s: Journal(s.file).of_kind(EventKind.STEP_PRESENTED))
    assert len(steps) == 4


def test_what_could_never_be_written_is_said(full: Full) -> None:
    full.open()
    assert len(full.events()) == 1
    full.disk.full = True
    full.show.go_next()
    full.qtbot.waitUntil(lambda: bool(full.notices))
    with full.qtbot.waitSignal(full.desk.closed):
        full.desk.close()
    assert full.notices[-1].text.key == "hall.record.left_out"
    assert full.notices[-1].text.values["count"] == 1


def test_a_disk_that_hangs_holds_up_neither_the_picture_nor_a_key(full: Full) -> None:
    full.open()
    assert len(full.events()) == 1
    full.disk.turns.clear()
    steps = full.show.show.steps()
    for at in range(1, 6):
        full.show.go_next()
        assert full.show.step == steps[at], "shown at once, whatever the disk does"
    assert full.recorder.waiting > 0
    full.disk.turns.set()
    assert [body["cue"] for _, body in full.events()] == [steps[at].identity.cue for at in range(6)]
    assert full.notices == [], "slow is no trouble"


def test_a_mistake_of_the_program_costs_its_own_step_and_no_other(hall: Hall, qtbot: QtBot) -> None:
    """It is told by the one way in which mistakes are told; what comes after is recorded."""
    hall.open()
    broken = replace(hall.show.step, state=replace(hall.show.state, cue="nowhere"), cue=None)  # type: ignore[arg-type]
    with qtbot.captureExceptions() as caught:
        hall.show.presented.emit(broken, "Proyektor", True)
        qtbot.waitUntil(lambda: bool(caught))
    hall.show.go_next()
    assert len(hall.events()) == 2


def test_what_was_reopened_must_not_be_shown(hall: Hall, qtbot: QtBot) -> None:
    hall.open()
    allowed: list[bool] = []
    hall.recorder.check(lambda: allowed.append(True), lambda _: allowed.append(False))
    qtbot.waitUntil(lambda: bool(allowed))
    first = next(step for step in hall.show.show.steps() if step.text)
    assert hall.recorder.refusal(first) is None

    def reopen(services: Services) -> None:
        preparation = services.preparation
        preparation.reopen(preparation.text(""), "Kepala", "satu kata")

    hall.desks.find(hall.desk, reopen)
    hall.desk.texts_changed.emit()
    qtbot.waitUntil(lambda: hall.recorder.refusal(first) is not None)
    said = hall.recorder.refusal(first)
    assert said is not None
    assert said.key == "stage.not_approved"
    assert hall.recorder.refusal(hall.show.show.steps()[0]) is None
    hall.recorder.check(lambda: allowed.append(True), lambda _: allowed.append(False))
    qtbot.waitUntil(lambda: len(allowed) == 2)
    assert allowed == [True, False]
