"""Time as the record needs it: a wall clock that may lie, and a counter that cannot go back."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.messages import Message, message

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_TWICE = 2


class Clock(Protocol):
    """What the program asks of time; handed in, so that tests can set it."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""

    def monotonic_ns(self) -> int:
        """Nanoseconds since some fixed moment of this machine; never goes back, and goes on while
        the machine sleeps."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        # Linux stops its monotonic clock while the lid is closed; a laptop that wakes up has
        # not had its wall clock set. Windows' goes on by itself.
        boot: int | None = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic_ns() if boot is None else time.clock_gettime_ns(boot)


def utc_text(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds: `2023-02-13T00:30:15.123Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local_text(moment: datetime, zone: Zone) -> str:
    """ISO 8601 in the ceremony's zone, both named: `2023-02-13T08:30:15.123+08:00[WITA]`.

    The zone is the ceremony's, never the machine's: a laptop from Jakarta in Kupang would
    print the wrong hour.
    """
    local = moment.astimezone(ZoneInfo(zone.tz)).isoformat(timespec="milliseconds")
    return f"{local}[{zone}]"


def moment_of(text: str) -> datetime:
    """The moment that `utc_text` or `local_text` wrote."""
    return datetime.fromisoformat(text.partition("[")[0])


def span(seconds: float) -> Message:
    """A length of time in words, in the largest unit that says enough."""
    for unit, key in ((_DAY, "clock.days"), (_HOUR, "clock.hours"), (_MINUTE, "clock.minutes")):
        if seconds >= _TWICE * unit:
            return message(key, count=round(seconds / unit))
    return message("clock.seconds", count=round(seconds))


class PacedClock:
    """A clock that stands until it is told how much time has passed: for rehearsals, whose day
    takes seconds and must read like one of hours."""

    def __init__(self, start: datetime) -> None:
        self._start = start.astimezone(UTC)
        self._passed = timedelta()

    def now(self) -> datetime:
        return self._start + self._passed

    def monotonic_ns(self) -> int:
        return round(self._passed.total_seconds() * 1e9)

    def let_pass(self, seconds: float) -> None:
        """Time goes on; raises ValueError where it would go back."""
        if seconds < 0:
            raise ValueError("time does not go back in a rehearsal")
        self._passed += timedelta(seconds=seconds)
