"""What a benchmark says: our time beside its floor's, measured in the same run."""

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure, ours and the floor's in the same unit; it holds where `ratio` is at most
    `limit`. A limit of zero is none: the figure is shown for comparison."""

    name: str
    ours: float
    floor: float
    ratio: float
    limit: float
    unit: str = "s"

    @property
    def holds(self) -> bool:
        return not self.limit or self.ratio <= self.limit


def compare(
    name: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    limit: float,
    *,
    runs: int = 2,
) -> Row:
    """Best of some runs each, taken in turn, so that a disturbance hits both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for taken, work in zip(times, (ours, floor), strict=True):
            began = time.perf_counter()
            work()
            taken.append(time.perf_counter() - began)
    ours_best, floor_best = min(times[0]), min(times[1])
    return Row(name, ours_best, floor_best, ours_best / floor_best, limit)


def show(rows: Iterable[Row]) -> None:
    """The rows as a table on standard output."""
    print(f"{'figure':<72}{'ours':>12}{'floor':>12}{'ratio':>8}{'limit':>8}")
    for row in rows:
        ours, floor = (f"{value:.4g} {row.unit}" for value in (row.ours, row.floor))
        limit = f"{row.limit:.2f}" if row.limit else "-"
        mark = "" if row.holds else "  OVER"
        print(f"{row.name:<72}{ours:>12}{floor:>12}{row.ratio:>8.2f}{limit:>8}{mark}")
