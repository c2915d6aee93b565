import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ceremony_app.domain.errors import KnownError, Refused
from ceremony_app.ui_kit.tasks import Lane, Operation, Reporter

MakeLane = Callable[[], Lane]


class Owner(QObject):
    """A window as far as a lane can tell: it may be gone when the answer comes."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, found: object) -> None:
        self.got.append(found)


def test_work_is_done_elsewhere_and_answered_here_in_order(
    qtbot: QtBot, make_lane: MakeLane
) -> None:
    lane, owner = make_lane(), Owner()
    here = threading.get_ident()
    workers: set[int] = set()
    answered_on: set[int] = set()

    def work(number: int) -> Callable[[], int]:
        def do() -> int:
            workers.add(threading.get_ident())
            return number

        return do

    def take(found: int) -> None:
        answered_on.add(threading.get_ident())
        owner.take(found)

    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        for number in range(50):
            lane.ask(work(number), take)
        assert lane.busy
        assert owner.got == []
    assert owner.got == list(range(50))
    assert len(workers) == 1
    assert workers.isdisjoint({here})
    assert answered_on == {here}
    assert not lane.busy


def test_a_known_error_goes_to_who_asked_or_to_the_channel(
    qtbot: QtBot, make_lane: MakeLane, refused: list[KnownError]
) -> None:
    lane, mine = make_lane(), list[KnownError]()

    def work() -> None:
        raise Refused("some.key")

    def never(_: object) -> None:
        pytest.fail("refused work has no success")

    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.ask(work, never, mine.append)
        lane.ask(work, never)
    assert [error.message.key for error in mine] == ["some.key"]
    assert [error.message.key for error in refused] == ["some.key"]


def test_a_bug_reaches_the_hook_of_the_windows_thread(qtbot: QtBot, make_lane: MakeLane) -> None:
    lane = make_lane()

    def work() -> None:
        raise ZeroDivisionError

    with (
        qtbot.captureExceptions() as caught,
        qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy),
    ):
        lane.ask(work, lambda _: None)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_progress_is_passed_on_and_its_end_never_left_out(
    qtbot: QtBot, make_lane: MakeLane
) -> None:
    lane, seen = make_lane(), list[tuple[int, int]]()

    def work(report: Reporter) -> str:
        for done in range(1, 1001):
            report(done, 1000)
        return "done"

    def progress(done: int, total: int) -> None:
        seen.append((done, total))

    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.run(Operation(work, lambda _: None, progress=progress))
    assert seen[-1] == (1000, 1000)
    assert len(seen) < 100


def test_cancelling_stops_the_work_at_its_next_report(qtbot: QtBot, make_lane: MakeLane) -> None:
    lane, told = make_lane(), list[str]()
    started, go_on = threading.Event(), threading.Event()

    def work(report: Reporter) -> None:
        report(1, 3)
        started.set()
        go_on.wait(10)
        report(2, 3)
        told.append("went on")

    running = lane.run(
        Operation(
            work, lambda _: told.append("success"), cancelled=lambda: told.append("cancelled")
        )
    )
    waiting = lane.run(
        Operation(
            lambda _: told.append("ran"),
            lambda _: told.append("success"),
            cancelled=lambda: told.append("never begun"),
        )
    )
    assert started.wait(10)
    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        waiting.cancel()
        running.cancel()
        go_on.set()
    assert sorted(told) == ["cancelled", "never begun"]


def test_a_closed_window_gets_no_answer(qtbot: QtBot, make_lane: MakeLane) -> None:
    lane, owner = make_lane(), Owner()
    go_on = threading.Event()

    def work() -> int:
        go_on.wait(10)
        return 1

    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.ask(work, owner.take)
        delete(owner)
        go_on.set()


def test_an_answer_that_closes_over_a_deleted_window_is_dropped(
    qtbot: QtBot, make_lane: MakeLane
) -> None:
    lane, owner, go_on = make_lane(), Owner(), threading.Event()

    def take(found: object) -> None:
        owner.setObjectName(str(found))
        later()

    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.ask(lambda: go_on.wait(10), take)
        delete(owner)
        go_on.set()

    def later() -> None:
        pytest.fail("nobody is there to be told")


def test_closing_finishes_what_is_in_line(qapp: object, refused: list[KnownError]) -> None:
    lane, done = Lane("test", refused.append), list[int]()
    for number in range(20):
        lane.ask(lambda number=number: done.append(number), lambda _: None)  # type: ignore[misc]
    lane.close()
    assert done == list(range(20))
    with pytest.raises(RuntimeError):
        lane.ask(lambda: None, lambda _: None)
