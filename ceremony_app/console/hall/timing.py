"""How long each item of the programme has been live, by a clock that is handed in."""

from datetime import datetime
from math import ceil
from typing import Final

from ceremony_app.domain.ceremony import Cue

_NS: Final = 1_000_000_000
_MINUTE = 60


class CueTimes:
    """Adds up the time of every cue while the show is live; gone back to, a cue goes on.

    Moments are monotonic nanoseconds. Nothing runs until `enter`, nor after `pause`.
    """

    def __init__(self) -> None:
        self._spent: dict[str, int] = {}
        self._cue = ""
        self._since = 0

    def enter(self, cue: str, at: int) -> None:
        """The show stands at a cue from now on."""
        if cue != self._cue:
            self.pause(at)
            self._cue, self._since = cue, at

    def pause(self, at: int) -> None:
        """The show is not live any more."""
        if self._cue:
            self._spent[self._cue] = self._spent.get(self._cue, 0) + at - self._since
            self._cue = ""

    def seconds(self, cue: str, at: int) -> int:
        """Whole seconds of a cue until now."""
        running = at - self._since if cue == self._cue else 0
        return (self._spent.get(cue, 0) + running) // _NS


def planned_seconds(cue: Cue) -> int:
    """The planned length of a cue; zero where nobody planned one."""
    return cue.minutes * _MINUTE


def over_by(cue: Cue, spent: int) -> int:
    """Seconds beyond the planned length; zero within it, and where none was planned."""
    planned = planned_seconds(cue)
    return max(0, spent - planned) if planned else 0


def seconds_until(time: str, now: datetime) -> int | None:
    """Seconds from a local moment to HH:MM of the same day; zero once that has passed, None
    where the time is none."""
    try:
        due = datetime.strptime(time, "%H:%M")
    except ValueError:
        return None
    then = now.replace(hour=due.hour, minute=due.minute, second=0, microsecond=0)
    return max(0, ceil((then - now).total_seconds()))
