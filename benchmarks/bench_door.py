"""The door's window: from the scanner's Enter to the painted answer, and its memory.

The file holds 100,000 people and 100,000 events. The keys are sent as the system sends them,
to the window that has the focus; the time ends with the paint of the answer. It contains one
durable write; how long one bare insert of sqlite3 takes on the same disk in the same run is
shown beside it. Offscreen: Qt's raster engine, no compositor.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.bench_scan import bare_connection, timed_insert
from benchmarks.crowds import SESSION, add_scans, make_file
from benchmarks.desks import bench_desk, bench_tools, refused
from benchmarks.figures import Row, show
from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.window import Window
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.ceremony_json import details_to_dict
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.locator import installed
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.services.sessions import session_item
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import DETAILS, Brought, Item
from ceremony_app.storage.writer import Entry
from ceremony_app.ui_kit.collector import Collector
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tasks import Lane

PEOPLE, EVENTS = 100_000, 100_000
SCANS, LONG, SETTLING = 2_000, 100_000, 5_000
FRAME, GROWTH = 16.7, 1.05
_REST_MS, _LINE = 15, 20
_SETTLED_MS = 3_000
"""The copy made at opening is written meanwhile, as on the day."""
_STILL_TO_COME = 8
"""One in so many has not come yet. When and where somebody came is kept in memory, some 300 bytes
each: that is no growth by scans."""
_KEY_MS = 8
_KEYS = {"\r": Qt.Key.Key_Return}


def rows(people: int = PEOPLE, events: int = EVENTS, long: int = LONG) -> list[Row]:
    """Enter to paint, by median and by the slowest but one in a hundred; memory at the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    here = people - people // _STILL_TO_COME
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "door.ikrar"
        file, badges = make_file(path, people)
        with file:
            _furnish(file)
            add_scans(file, badges[:here], events)
        tokens = [badge.token for badge in badges]
        door = Doorway(Path(folder), path)
        ours, ready, floor = _in_turn(door, Path(folder), tokens[here:][:SCANS])
        first, last = _growth(door, tokens, long)
        door.close()
    return [
        _beside_a_frame("from Enter to the painted answer, median", statistics.median(ours)),
        _beside_a_frame("the same, slowest but one in a hundred", _slowest(ours), 1.0),
        _beside_a_frame(
            "from Enter until the next scan may come, slowest of a hundred", _slowest(ready)
        ),
        _beside_a_frame("a bare insert then, slowest but one in a hundred", _slowest(floor)),
        Row(f"the door's memory after {long} scans", last, first, last / first, GROWTH, "MB"),
    ]


def _furnish(file: CeremonyFile) -> None:
    """What a window reads and a bare scan does not need: the session's name, the details."""
    details = Details(template="blank", title="Upacara")
    items = (
        session_item(SESSION, 1, "utama"),
        Item(new_id(), DETAILS, details_to_dict(details)),
    )
    with file.transaction():
        file.append(Entry(EventKind.SESSION_ADDED, {}, session=SESSION), Brought(items=items))


def _in_turn(
    door: "Doorway", folder: Path, tokens: Sequence[str]
) -> tuple[list[float], list[float], list[float]]:
    """Seconds to the paint, to the next scan, and of a bare insert, in turn."""
    bare = bare_connection(folder)
    ours, ready, floor = [], [], []
    for token in tokens:
        floor.append(timed_insert(bare))
        painted, done = door.scan(token, rest=_REST_MS)
        ours.append(painted)
        ready.append(done)
    bare.close()
    return ours, ready, floor


def _growth(door: "Doorway", tokens: Sequence[str], count: int) -> tuple[float, float]:
    """Megabytes held after the first scans, and after all of them.

    Twenty stand in line at a time; each of them is answered, painted and waited for.
    """
    first, done, coming = 0.0, 0, cycle(tokens)
    while done < count:
        door.scan_all(list(islice(coming, _LINE)))
        done += _LINE
        if not first and done >= min(SETTLING, count // 4):
            first = _megabytes()
    return first, _megabytes()


def _megabytes() -> float:
    """Memory of this process that lies in RAM."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _slowest(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _beside_a_frame(name: str, seconds: float, limit: float = 0) -> Row:
    return Row(f"the door: {name}", seconds * 1000, FRAME, seconds * 1000 / FRAME, limit, "ms")


class Doorway(QObject):
    """A door's window on a file, with a scanner that types into it."""

    def __init__(self, folder: Path, path: Path) -> None:
        super().__init__()
        found = QApplication.instance()
        self._application = found if isinstance(found, QApplication) else QApplication(["bench"])
        self._collector = Collector()
        tools = bench_tools(folder)
        self._files, self._pictures = Lane("file", refused), Lane("pictures", refused)
        self._scanners = Scanners(self._application, tools.channel, tools.settings)
        self._at, self._painted_at = 5_000, 0.0
        self._loop = QEventLoop()
        self._left = 0
        self._desk = bench_desk(path, self._files, self._pictures)
        self._window = Window(tools, "bench")
        sounds = Sounds(installed().sounds, muted=True)
        self._page = DoorPage(tools, self._desk, self._scanners, sounds, "Pintu Utara")
        self._window.show_page(self._page)
        self._window.resize(1366, 768)
        self._window.show()
        self._window.activateWindow()
        self._before = self._page.panel.answer
        self._page.panel.painted.connect(self._painted)
        self._page.arrive()
        self._desk.ask(lambda _: None, lambda _: self._loop.quit())
        self._loop.exec()
        self._rest(_SETTLED_MS)

    def scan(self, token: str, rest: int = 0) -> tuple[float, float]:
        """Seconds from Enter to the painted answer, and until the window is free again; it is
        given a rest before."""
        if rest:
            self._rest(rest)
        for character in token[:-1]:
            self._press(character)
        # The scan is whole with its last character; Enter follows at once, as from no scanner.
        self._left, began = 1, time.perf_counter()
        self._press(token[-1])
        self._press("\r")
        self._loop.exec()
        return self._painted_at - began, time.perf_counter() - began

    def scan_all(self, tokens: Sequence[str]) -> None:
        """One by the keys and the others as from a camera, all at once; until all are answered."""
        self._left = len(tokens)
        for character in f"{tokens[0]}\r":
            self._press(character)
        for token in tokens[1:]:
            self._scanners.inlet.take(Scan(token, Source.CAMERA))
        self._loop.exec()

    def close(self) -> None:
        """Close the file and everything around it."""
        self._desk.closed.connect(self._loop.quit)
        self._desk.close()
        self._loop.exec()
        self._scanners.close()
        self._files.close()
        self._pictures.close()
        self._collector.stop()

    def _painted(self) -> None:
        """The panel is painted for other reasons too; what counts is the next answer."""
        if not self._left or self._page.panel.answer is self._before:
            return
        self._before, self._painted_at = self._page.panel.answer, time.perf_counter()
        self._left -= 1
        if not self._left:
            self._loop.quit()

    def _rest(self, milliseconds: int) -> None:
        rest = QEventLoop()
        QTimer.singleShot(milliseconds, rest.quit)
        rest.exec()

    def _press(self, text: str) -> None:
        self._at += _KEY_MS
        code = int(_KEYS.get(text, ord(text.upper())))
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        for kind in kinds:
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._at)
            event.ignore()
            window = QGuiApplication.focusWindow()
            assert window is not None
            QCoreApplication.sendEvent(window, event)


if __name__ == "__main__":
    show(rows())
