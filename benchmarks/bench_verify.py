"""Verification of a long record: every chain, every row, every derived table.

The floor in time is what was asked for, 100,000 events a second; in memory, 20 MB more for a
million events than for a hundred thousand. Each file is verified by a process of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.crowds import add_scans, bench_opener, make_file
from benchmarks.figures import Row, show
from ceremony_app.storage.verify import verify

EVENTS = 1_000_000
FEWER = 100_000
PEOPLE = 100_000
LEAST_A_SECOND = 100_000
MORE_MB = 20.0


def rows(events: int = EVENTS, fewer: int = FEWER, people: int = PEOPLE) -> list[Row]:
    """Seconds for the long record, and memory beyond that for the short one."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        long, short = (_made(Path(folder) / f"{n}.ikrar", people, n) for n in (events, fewer))
        seconds, peak = _verified(long)
        _, least = _verified(short)
    allowed = events / LEAST_A_SECOND
    more = peak - least
    return [
        Row(
            f"verify of {events:,} events, against {LEAST_A_SECOND:,} a second",
            seconds,
            allowed,
            seconds / allowed,
            1.0,
        ),
        Row(
            f"memory for {events:,} events beyond that for {fewer:,}, against what is allowed",
            more,
            MORE_MB,
            more / MORE_MB,
            1.0,
            "MB",
        ),
    ]


def _made(path: Path, people: int, events: int) -> Path:
    file, badges = make_file(path, people)
    with file:
        add_scans(file, badges, events)
    return path


def _verified(path: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of a process that does nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_verify", path],
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def _verify_alone(path: Path) -> None:
    with bench_opener().read(path) as file:
        began = time.perf_counter()
        found = verify(file)
        seconds = time.perf_counter() - began
    assert found.ok, found.problems[:3]
    print(json.dumps([seconds, _peak_mb()]))


def _peak_mb() -> float:
    """The most memory of this process: what getrusage says counts the parent's too."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise LookupError("VmHWM")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _verify_alone(Path(sys.argv[1]))
    else:
        show(rows())
