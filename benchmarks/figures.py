"""What a benchmark says: our time beside its floor's, measured in the same run."""

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure; it holds where `ratio` is at most `limit`."""

    name: str
    ours_seconds: float
    floor_seconds: float
    ratio: float
    limit: float


def compare(
    name: str, ours: Callable[[], object], floor: Callable[[], object], limit: float
) -> Row:
    """Best of two runs each, taken in turn, so that a disturbance hits both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(2):
        for taken, work in zip(times, (ours, floor), strict=True):
            began = time.perf_counter()
            work()
            taken.append(time.perf_counter() - began)
    ours_seconds, floor_seconds = min(times[0]), min(times[1])
    return Row(name, ours_seconds, floor_seconds, ours_seconds / floor_seconds, limit)


def show(rows: Iterable[Row]) -> None:
    """The rows as a table on standard output."""
    print(f"{'figure':<64}{'ours s':>9}{'floor s':>9}{'ratio':>7}{'limit':>7}")
    for row in rows:
        figures = f"{row.ours_seconds:9.2f}{row.floor_seconds:9.2f}{row.ratio:7.2f}{row.limit:7.2f}"
        print(f"{row.name:<64}{figures}")
