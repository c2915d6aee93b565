"""One scan, from the line that the scanner typed to the durable answer.

The file holds 100,000 people and 100,000 events. The floor is one bare insert of sqlite3 into
a table of its own (WAL, synchronous FULL), on the same disk, taken in turn with each scan.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from benchmarks.crowds import SESSION, add_scans, bench_opener, make_file
from benchmarks.figures import Row, show
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.storage.scans import Scans
from ceremony_app.ui_kit.tasks import Lane

PEOPLE = 100_000
EVENTS = 100_000
SCANS = 6_000
MEDIAN_LIMIT = 2.5
SLOWEST_LIMIT = 3.0


def rows(people: int = PEOPLE, events: int = EVENTS, scans: int = SCANS) -> list[Row]:
    """Median and 99th percentile, and the median with the hand-off between two threads."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "scan.ikrar"
        file, badges = make_file(path, people)
        with file:
            add_scans(file, badges[: people // 2], events)
        tokens = [badge.token for badge in badges[people // 2 :]]
        bare = bare_connection(Path(folder))
        with bench_opener().open(path) as file:
            scanner = Scans(file)
            ours, floor = _in_turn(
                lambda token: scanner.record(token, SESSION, "Utara"), bare, tokens[:scans]
            )
        handed, beside = _handed_over(path, bare, tokens[scans : scans + scans // 2])
        bare.close()
    return [
        _row("a scan, median", statistics.median, ours, floor, MEDIAN_LIMIT),
        _row("a scan, slowest but one in a hundred", _slowest, ours, floor, SLOWEST_LIMIT),
        _row(
            "a scan handed to the file's thread and back, median",
            statistics.median,
            handed,
            beside,
            0,
        ),
        _row("the same, slowest but one in a hundred", _slowest, handed, beside, 0),
    ]


def bare_connection(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, line TEXT)")
    return connection


def timed_insert(bare: sqlite3.Connection) -> float:
    began = time.perf_counter()
    bare.execute("INSERT INTO bare (line) VALUES (?)", ("x" * 100,))
    return time.perf_counter() - began


def _in_turn(
    scan: Callable[[str], ScanAnswer], bare: sqlite3.Connection, tokens: Sequence[str]
) -> tuple[list[float], list[float]]:
    ours, floor = [], []
    for token in tokens:
        floor.append(timed_insert(bare))
        began = time.perf_counter()
        answer = scan(token)
        ours.append(time.perf_counter() - began)
        assert answer.verdict is Verdict.RECORDED
    return ours, floor


def _handed_over(
    path: Path, bare: sqlite3.Connection, tokens: Sequence[str]
) -> tuple[list[float], list[float]]:
    """As in the window: the scan is asked for on one thread, done on the file's own, answered
    on the first."""
    application = QCoreApplication.instance() or QCoreApplication([])
    lane = Lane("scan", _refused)
    ours: list[float] = []
    floor: list[float] = []
    waiting = iter(tokens)
    opened = lane.ask(lambda: bench_opener().open(path), lambda _: None).future.result()
    scanner = Scans(opened)
    began = 0.0

    def ask() -> None:
        nonlocal began
        token = next(waiting, None)
        if token is None:
            application.quit()
            return
        floor.append(timed_insert(bare))
        began = time.perf_counter()
        lane.ask(lambda: scanner.record(token, SESSION, "Utara"), answered)

    def answered(answer: ScanAnswer) -> None:
        ours.append(time.perf_counter() - began)
        assert answer.verdict is Verdict.RECORDED
        ask()

    ask()
    application.exec()
    lane.ask(opened.close, lambda _: None).future.result()
    lane.close()
    return ours, floor


def _refused(error: Exception) -> None:
    raise error


def _slowest(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _row(
    name: str,
    figure: Callable[[Sequence[float]], float],
    ours: Sequence[float],
    floor: Sequence[float],
    limit: float,
) -> Row:
    mine, least = figure(ours) * 1000, figure(floor) * 1000
    return Row(f"{name}, against a bare insert", mine, least, mine / least, limit, "ms")


if __name__ == "__main__":
    show(rows())
