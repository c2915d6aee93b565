"""The collector clears away what is young, leaves alone what is old, and does so on one thread."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.ui_kit.collector import Collector, look_at_all_now

ROOT = Path(__file__).parents[3]


class Knot:
    """Something that only the collector can let go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """The generations that were looked at."""
    seen = list[int]()

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


@pytest.fixture
def collector(qapp: QApplication, looks: list[int]) -> Iterator[Collector]:
    was_on = gc.isenabled()
    made = Collector()
    gc.collect()
    looks.clear()
    yield made
    made.stop()
    if not was_on:
        gc.disable()


def many(count: int = 2_000) -> list[list[int]]:
    return [[number] for number in range(count)]


def test_what_is_made_is_looked_at_in_time_and_nowhere_else(
    collector: Collector, looks: list[int], qtbot: QtBot
) -> None:
    kept = many(200_000)
    lane = threading.Thread(target=lambda: kept.extend(many(200_000)))
    lane.start()
    lane.join()
    assert looks == [], "no thread that makes objects looks at them"
    qtbot.waitUntil(lambda: bool(looks))
    assert looks == [0]


def test_what_is_older_is_looked_at_now_and_then_and_everything_not_yet(
    collector: Collector, looks: list[int]
) -> None:
    kept = []
    for _ in range(40):
        kept.append(many())
        collector.look()
    assert (looks.count(0), looks.count(1), looks.count(2)) == (37, 3, 0)


def test_everything_is_looked_at_in_the_end(
    collector: Collector, looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ceremony_app.ui_kit.collector.RARELY", 2)
    kept = []
    while 2 not in looks:
        kept.append(many())
        collector.look()
        assert len(looks) < 50
    assert looks.count(1) == 3


def test_young_knots_are_let_go_by_themselves(collector: Collector, qtbot: QtBot) -> None:
    gone = weakref.ref(Knot())
    kept = many()
    qtbot.waitUntil(lambda: gone() is None)
    assert kept


def test_everything_is_let_go_when_it_is_asked_for(collector: Collector) -> None:
    gone = weakref.ref(Knot())
    look_at_all_now()
    assert gone() is None


_A_TIMER_IN_A_KNOT = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ceremony_app.ui_kit.collector import Collector, look_at_all_now

class Knot(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(5)

application = QApplication([])
collector = Collector()
for _ in range(5):
    Knot().show()
    application.processEvents()
    busy = threading.Thread(target=lambda: [[number] for number in range(500_000)])
    busy.start()
    busy.join()
    look_at_all_now()
"""


def test_a_window_never_dies_on_a_lane() -> None:
    """With Python's own collector this program stands still: in a process that can be ended."""
    command = [sys.executable, "-c", _A_TIMER_IN_A_KNOT]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    said = ran.stderr.decode()
    assert ran.returncode == 0, said
    assert "another thread" not in said
