"""From starting the process to the shown start page, against a hello-world window of PySide6.

Both run as processes of their own on the offscreen platform and are watched in the same way:
the moment counts at which the first window was painted, and the memory that the process has to
itself then (PSS). Beside them stands OpenLP, where it is installed.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import beside_openlp
from benchmarks.figures import Row, show

RUNS = 15
TIME_LIMIT = 2.0
MEMORY_LIMIT = 2.0

_WATCH = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    painted = False

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        at = time.monotonic_ns()
        with open("/proc/self/smaps_rollup") as file:
            pss = next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        print(at, pss, flush=True)
        from PySide6.QtWidgets import QApplication
        QApplication.quit()
"""

_OURS = (
    _WATCH
    + """
def start(launch, catalogue, locator):
    from ceremony_app import app
    application = app.qt_application()
    watch = Watch()
    application.installEventFilter(watch)
    return app.start(launch, catalogue, locator)

from ceremony_app.cli.main import run
run([], start)
"""
)

_FLOOR = (
    _WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(["hello"])
watch = Watch()
application.installEventFilter(watch)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.show()
application.exec()
"""
)


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until the window was painted, and megabytes of PSS at that moment."""

    seconds: float
    megabytes: float


def measured(program: str, home: Path) -> Start:
    """Start a program once."""
    environment = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
    }
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    at, kilobytes = done.stdout.split()
    return Start((int(at) - began) / 1e9, int(kilobytes) / 1024)


def rows(runs: int = RUNS) -> list[Row]:
    """Time and memory, the median of several starts taken in turn."""
    ours: list[Start] = []
    floor: list[Start] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            ours.append(measured(_OURS, Path(folder)))
            floor.append(measured(_FLOOR, Path(folder)))
    seconds = [statistics.median(one.seconds for one in many) for many in (ours, floor)]
    memory = [statistics.median(one.megabytes for one in many) for many in (ours, floor)]
    return [
        Row(
            "start to the shown start page, against a PySide6 hello-world",
            seconds[0],
            seconds[1],
            seconds[0] / seconds[1],
            TIME_LIMIT,
        ),
        Row(
            "memory at the shown start page (PSS), against a PySide6 hello-world",
            memory[0],
            memory[1],
            memory[0] / memory[1],
            MEMORY_LIMIT,
            "MB",
        ),
        *beside_openlp.rows(),
    ]


if __name__ == "__main__":
    show(rows())
