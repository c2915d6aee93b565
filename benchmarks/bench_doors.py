"""Doors as processes of their own: two at one file, and one on a disk that is slow to sync.

Both are `ikrar checkin`, a line in and an answer out once it is durable, on a file of 10,000
people. How many scans a second two of them answer is held against the 60 that two busy doors
need. Then strace holds every sync of one door back by 50 ms, as a worn stick or a virus scanner
does, and the slowest answer is held against 300 ms.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowds import SESSION, make_file
from benchmarks.figures import Row, show
from ceremony_app.domain.events import EventKind
from ceremony_app.services.sessions import session_item
from ceremony_app.storage.rows import Brought
from ceremony_app.storage.writer import Entry

PEOPLE = 10_000
SCANS = 1_000
SLOW_SCANS = 40
NEEDED = 60.0
ALLOWED_MS = 300.0
DELAY_US = 50_000
_SYNCS = "fsync,fdatasync,sync_file_range,msync"


def rows(people: int = PEOPLE, scans: int = SCANS, slow: int = SLOW_SCANS) -> list[Row]:
    """Scans a second of two processes; the slowest answer with every sync held back."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "doors.ikrar"
        tokens = _make(path, people)
        rate = _together(path, tokens[:scans], tokens[scans : 2 * scans])
        name = f"two doors at one file, scans a second ({2 * scans:,} scans), against 60"
        found = [Row(name, rate, NEEDED, NEEDED / rate, 1.0, "/s")]
        if shutil.which("strace") is None:
            print("no strace here: the row about slow syncs is left out")
            return found
        slowest = _slow(path, tokens[2 * scans : 2 * scans + slow])
        name = f"slowest of {slow} answers, every sync held back by 50 ms, against 300 ms"
        return [*found, Row(name, slowest, ALLOWED_MS, slowest / ALLOWED_MS, 1.0, "ms")]


def _make(path: Path, people: int) -> list[str]:
    file, badges = make_file(path, people)
    with file, file.transaction():
        item = session_item(SESSION, 1, "utama")
        file.append(Entry(EventKind.SESSION_ADDED, {}, session=SESSION), Brought(items=(item,)))
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


def _slow(path: Path, tokens: Sequence[str]) -> float:
    delayed = f"inject={_SYNCS}:delay_exit={DELAY_US}"
    strace = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={_SYNCS}", "-e", delayed)
    with _door(path, "Utara", *strace) as door:
        return _ask(door, tokens)


if __name__ == "__main__":
    show(rows())
