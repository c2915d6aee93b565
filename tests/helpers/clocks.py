"""A clock that tests set."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Stands still until it is told otherwise; `set_wall` moves the wall clock alone."""

    def __init__(self, at: str = "2023-02-13T00:30:00+00:00") -> None:
        self._wall = datetime.fromisoformat(at).astimezone(UTC)
        self._mono = 1_000_000_000

    def now(self) -> datetime:
        return self._wall

    def monotonic_ns(self) -> int:
        return self._mono

    def run(self, seconds: float) -> None:
        """Time passes, on both clocks."""
        self._wall += timedelta(seconds=seconds)
        self._mono += round(seconds * 1e9)

    def set_wall(self, at: str) -> None:
        """Somebody sets the clock of the laptop."""
        self._wall = datetime.fromisoformat(at).astimezone(UTC)
