"""Whether the laptop's clock can be believed: at opening, and while the file is open.

The record's order never depends on it (decision 0010); times on paper do, so it is said at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import Clock, moment_of, span, utc_text
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import ClockJump
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.wording import moment_words
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.writer import JUMP_SECONDS

BEHIND = timedelta(minutes=2)
"""Laptops that meet in one file may differ by this much without a word."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the clock is not believed: `said` tells what happened, what is kept, what to do."""

    said: Message
    is_grave: bool = True


class ClockWatch:
    """Compares the wall clock with the counter that nobody can set.

    One watch looks from one thread; the writer of each opening records the jump on its own.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._drift = self._measure()

    def look(self, zone: Zone) -> Doubt | None:
        """What happened to the clock since the last look, if anything did."""
        drift = self._measure()
        jump = drift - self._drift
        if abs(jump) <= JUMP_SECONDS:
            # Slow adjustment by a time server is no jump, however long it goes on.
            self._drift = drift
            return None
        self._drift = drift
        now = moment_words(utc_text(self._clock.now()), zone)
        key = "clock.set_forward" if jump > 0 else "clock.set_back"
        return Doubt(message(key, by=span(abs(jump)), now=now))

    def _measure(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic_ns() / 1e9


def doubts_at_start(
    file: CeremonyFile, clock: Clock, zone: Zone, utc_offset: timedelta | None
) -> list[Doubt]:
    """What an opened file knows against the clock: that it was later already, as with a flat
    battery; and, as a mere remark, that the laptop is set to another zone than the ceremony's,
    where `utc_offset` tells to which.
    """
    doubts = []
    now = clock.now()
    newest = Journal(file).last()
    if newest is not None and now < moment_of(newest.utc) - BEHIND:
        shown = moment_words(utc_text(now), zone)
        before = moment_words(newest.utc, zone)
        doubts.append(Doubt(message("clock.behind", now=shown, last=before)))
    # Only where it is another of ours: what else a laptop may be set to, the doctor tells.
    others = {_offset(other, now) for other in Zone} - {_offset(zone, now)}
    if utc_offset is not None and utc_offset in others:
        doubts.append(Doubt(message("clock.other_zone", zone=zone.value), is_grave=False))
    return doubts


def record_jump(file: CeremonyFile) -> None:
    """Write down at once that the clock was set, not only with the next event."""
    with file.transaction():
        file.writer.stamp()


def clock_jumps(file: CeremonyFile, session: Session) -> tuple[ClockJump, ...]:
    """Every time that a clock was set between a session's first event and its last."""
    journal = Journal(file)
    first, last = journal.ticks_of(session.id)
    return tuple(
        ClockJump(event.local, int(str(body_of(event)["milliseconds"])) / 1000)
        for event in journal.of_kind(EventKind.CLOCK_JUMPED)
        if first < event.tick < last
    )


def _offset(zone: Zone, at: datetime) -> timedelta:
    return at.astimezone(ZoneInfo(zone.tz)).utcoffset() or timedelta()
