"""Doors as processes of their own: two at one file, and one on a disk that is slow to sync.

All on a file of 10,000 people. Two of `ikrar checkin`, a line in and an answer out once it is
durable, get all their scans at once; then 60 a second for as long as people come in through two
doors, none answered late. Then strace holds every sync of one door back by 50 ms, as a worn stick
or a virus scanner does, for `ikrar checkin` and for the door's window, long enough that the WAL is
folded in meanwhile; the slowest answer is held against 300 ms, and all must be in the record.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowds import SESSION, bench_opener, make_file
from benchmarks.figures import Row, show
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.ceremony_json import details_to_dict
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.services.sessions import session_item
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.rows import DETAILS, Brought, Item
from ceremony_app.storage.writer import Entry

PEOPLE = 10_000
SCANS = 1_000
SECONDS = 30
SLOW_SCANS = 400
NEEDED = 60
ALLOWED_MS = 300.0
DELAY_US = 50_000
_SYNCS = "fsync,fdatasync,sync_file_range,msync"


def rows(
    people: int = PEOPLE, scans: int = SCANS, seconds: int = SECONDS, slow: int = SLOW_SCANS
) -> list[Row]:
    """Scans a second of two processes, all at once and in step; the slowest answers with every
    sync held back."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "doors.ikrar"
        coming = iter(_make(path, people))
        rate = _together(path, _next(coming, scans), _next(coming, scans))
        name = f"two doors at one file, scans a second ({2 * scans:,} scans), against {NEEDED}"
        found = [Row(name, rate, NEEDED, NEEDED / rate, 1.0, "/s")]
        paced = _next(coming, NEEDED * seconds)
        name = (
            f"two doors, {NEEDED} scans a second for {seconds} s, slowest of {len(paced):,} answers"
        )
        found.append(_beside_allowed(name, _in_step(path, paced)))
        if shutil.which("strace") is None:
            print("no strace here: the rows about slow syncs are left out")
            return found
        name = f"slowest of {slow} answers, every sync held back by 50 ms"
        ways = ((name, _slow_lines), ("the same at the door's window, to the paint", _slow_window))
        for name, way in ways:
            slowest, folded = way(path, _next(coming, slow))
            # Else the figure would not hold what folding the WAL in costs.
            assert folded or slow < SLOW_SCANS
            found.append(_beside_allowed(name, slowest))
        _none_lost(path, 2 * scans + len(paced) + 2 * slow)
    return found


def _next(coming: Iterator[str], count: int) -> list[str]:
    return [next(coming) for _ in range(count)]


def _beside_allowed(name: str, slowest: float) -> Row:
    title = f"{name}, against {ALLOWED_MS:.0f} ms"
    return Row(title, slowest, ALLOWED_MS, slowest / ALLOWED_MS, 1.0, "ms")


def _none_lost(path: Path, answered: int) -> None:
    with bench_opener().read(path) as file:
        kept = Attendance(file).present_count(SESSION)
    assert kept == answered, f"{answered} were answered as recorded, {kept} are in the record"


def _make(path: Path, people: int) -> list[str]:
    file, badges = make_file(path, people)
    with file, file.transaction():
        details = details_to_dict(Details(template="blank", title="Upacara"))
        items = (session_item(SESSION, 1, "utama"), Item(new_id(), DETAILS, details))
        file.append(Entry(EventKind.SESSION_ADDED, {}, session=SESSION), Brought(items=items))
    return [badge.token for badge in badges]


@contextmanager
def _door(path: Path, name: str, *before: str) -> Iterator[subprocess.Popen[str]]:
    """A door that has answered its first line: what starting takes is measured elsewhere."""
    command = [*before, sys.executable, "-m", "ceremony_app", "checkin", str(path), "--door", name]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1) as door:
        _ask(door, ["not a badge"])
        yield door
        if door.stdin is not None:
            door.stdin.close()


def _ask(door: subprocess.Popen[str], tokens: Sequence[str]) -> float:
    """Scan one after the other; the slowest answer in milliseconds. Every scan is answered."""
    slowest = 0.0
    for token in tokens:
        began = time.perf_counter()
        _put(door, [token])
        _answers(door, 1)
        slowest = max(slowest, time.perf_counter() - began)
    return slowest * 1000


def _put(door: subprocess.Popen[str], tokens: Sequence[str]) -> None:
    assert door.stdin is not None
    door.stdin.write("".join(f"{token}\n" for token in tokens))
    door.stdin.flush()


def _answers(door: subprocess.Popen[str], count: int) -> list[str]:
    assert door.stdout is not None
    return [str(json.loads(door.stdout.readline())["verdict"]) for _ in range(count)]


def _together(path: Path, north: Sequence[str], south: Sequence[str]) -> float:
    """Both doors get their line of people at once; scans a second until both have answered all."""
    with _door(path, "Utara") as one, _door(path, "Selatan") as two:
        began = time.perf_counter()
        _put(one, north)
        _put(two, south)
        verdicts = _answers(one, len(north)) + _answers(two, len(south))
        seconds = time.perf_counter() - began
    assert verdicts == ["recorded"] * (len(north) + len(south))
    return len(verdicts) / seconds


def _in_step(path: Path, tokens: Sequence[str]) -> float:
    """Sixty a second, at one door and the other in turn; the slowest answer in milliseconds."""
    with _door(path, "Utara") as one, _door(path, "Selatan") as two:
        came = [Answers(door, len(tokens) // 2) for door in (one, two)]
        pace, began = threading.Event(), time.perf_counter()
        due = [began + number / NEEDED for number in range(len(tokens))]
        for number, (token, moment) in enumerate(zip(tokens, due, strict=True)):
            pace.wait(max(0.0, moment - time.perf_counter()))
            _put((one, two)[number % 2], [token])
        answered = [moments.all() for moments in came]
    late = [
        came_at - moment
        for door, moments in enumerate(answered)
        for came_at, moment in zip(moments, due[door::2], strict=True)
    ]
    return max(late) * 1000


class Answers:
    """Reads a door's answers as they come, each of which must be `recorded`."""

    def __init__(self, door: subprocess.Popen[str], count: int) -> None:
        self._door, self._count = door, count
        self._moments: list[float] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def all(self) -> list[float]:
        """When each answer came, once all have come."""
        self._reader.join()
        assert len(self._moments) == self._count
        return self._moments

    def _read(self) -> None:
        for _ in range(self._count):
            (verdict,) = _answers(self._door, 1)
            assert verdict == "recorded"
            self._moments.append(time.perf_counter())


def _delayed() -> list[str]:
    """The beginning of a command whose every sync takes 50 ms longer; nothing else is stopped."""
    hold = ("-e", f"trace={_SYNCS}", "-e", f"inject={_SYNCS}:delay_exit={DELAY_US}")
    return ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", *hold]


def _slow_lines(path: Path, tokens: Sequence[str]) -> tuple[float, bool]:
    """The slowest answer in milliseconds; whether the main file was written to meanwhile."""
    with _door(path, "Utara", *_delayed()) as door:
        before = path.stat().st_mtime_ns
        return _ask(door, tokens), path.stat().st_mtime_ns != before


def _slow_window(path: Path, tokens: Sequence[str]) -> tuple[float, bool]:
    """The same for the window."""
    with tempfile.TemporaryDirectory() as folder:
        codes, out = Path(folder) / "codes.json", Path(folder) / "taken.json"
        codes.write_text(json.dumps(tokens), "ascii")
        window = [sys.executable, "-m", "benchmarks.slow_door", str(path), str(codes), str(out)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([*_delayed(), *window], check=True, env=environment)
        told = json.loads(out.read_text("ascii"))
    assert len(told["seconds"]) == len(tokens)
    return max(told["seconds"]) * 1000, told["folded"]


if __name__ == "__main__":
    show(rows())
