"""The lock of a door that is left to itself: a PIN, and patience with whoever guesses it.

The PIN's Argon2 hash lies in the ceremony's file, so that the lock is the same on every laptop
that carries a copy. Wrong PINs are events: they are seen afterwards, and starting the program
again does not make the waiting shorter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceremony_app.domain.clock import Clock, moment_of
from ceremony_app.domain.errors import DiskTrouble, FileTrouble, KnownError, Refused
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.rows import LOCK, Brought, Item
from ceremony_app.storage.writer import Entry

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_DIGITS = 4
MOST_DIGITS = 12

FREE_GUESSES = 3
"""So many wrong PINs cost no waiting: people mistype."""

LONGEST_WAIT = 300
"""Seconds; a clerk who has forgotten the PIN must not be shut out for the day."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a PIN opened the lock; if not, how many seconds the next one has to wait.

    `unrecorded` is why an opening could not be written down: a full disk must not shut the clerk
    out of the very window that says so.
    """

    opened: bool
    wait: int = 0
    unrecorded: KnownError | None = None


def _slow_hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


class Lock:
    """The lock of one open file, at one door.

    `make_hasher` gives what a new PIN is hashed with: Argon2 with the effort that RFC 9106 (4)
    recommends where memory is scarce, so that a copied file is not searched in an afternoon.
    """

    def __init__(
        self,
        file: CeremonyFile,
        clock: Clock,
        door: str,
        make_hasher: "Callable[[], PasswordHasher]" = _slow_hasher,
    ) -> None:
        self._make_hasher = make_hasher
        self._file = file
        self._clock = clock
        self._door = door
        self._begun = clock.monotonic_ns()

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN."""
        return bool(self._hash())

    def set(self, pin: str) -> None:
        """Keep a new PIN in the place of the old one; raises Refused for one that is none."""
        if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
            raise Refused("lock.bad_pin", least=LEAST_DIGITS, most=MOST_DIGITS)
        known = Items(self._file).of_kind(LOCK)
        identity = known[0].id if known else new_id()
        item = Item(identity, LOCK, {"argon2": self._make_hasher().hash(pin)})
        with self._file.transaction():
            self._file.append(
                Entry(EventKind.LOCK_SET, {}, door=self._door), Brought(items=(item,))
            )

    def try_pin(self, pin: str) -> Answer:
        """Try to open. While there is something to wait for, no PIN is looked at.

        Raises Refused where there is no PIN, DiskTrouble or FileTrouble where a wrong one could
        not be recorded.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        kept = self._hash()
        if not kept:
            raise Refused("lock.no_pin")
        wait = self.wait()
        if wait:
            return Answer(opened=False, wait=wait)
        try:
            opened: bool = self._make_hasher().verify(kept, pin)
        except (VerificationError, InvalidHashError):
            opened = False
        if not opened:
            self._say(EventKind.LOCK_REFUSED)
            return Answer(opened=False, wait=self.wait())
        try:
            self._say(EventKind.LOCK_OPENED)
        except (DiskTrouble, FileTrouble) as error:
            return Answer(opened=True, unrecorded=error)
        return Answer(opened=True)

    def wait(self) -> int:
        """How many seconds there are to wait before the next PIN."""
        wrong = self._wrong()
        over = len(wrong) - FREE_GUESSES
        if over <= 0:
            return 0
        patience: int = min(2**over, LONGEST_WAIT)
        # A clock that was set back must not shut the door for longer than that.
        return min(max(0, round(patience - self._since(wrong[-1]))), patience)

    def _since(self, event: Event) -> float:
        """Seconds since an event: in this opening by the counter that nobody can set, after a
        new start by the wall clock, which is all that there is.

        Where the event lies ahead of that clock, it is as long ago as the lock was looked at
        first: a clock that was set back, or a copy from a laptop that is ahead, must not hold
        the door for hours.
        """
        if event.writer == self._file.writer.id:
            return (self._clock.monotonic_ns() - event.mono) / 1e9
        since = (self._clock.now() - moment_of(event.utc)).total_seconds()
        return since if since >= 0 else (self._clock.monotonic_ns() - self._begun) / 1e9

    def _wrong(self) -> list[Event]:
        """The wrong PINs since the lock was last opened or set."""
        kinds = (EventKind.LOCK_SET, EventKind.LOCK_OPENED, EventKind.LOCK_REFUSED)
        return _since_last_good(Journal(self._file).of_kind(*kinds))

    def _hash(self) -> str:
        items = Items(self._file).of_kind(LOCK)
        return str(items[0].data.get("argon2", "")) if items else ""

    def _say(self, kind: EventKind) -> None:
        with self._file.transaction():
            self._file.append(Entry(kind, {}, door=self._door))


def _since_last_good(events: Iterable[Event]) -> list[Event]:
    wrong: list[Event] = []
    for event in events:
        if event.kind == EventKind.LOCK_REFUSED:
            wrong.append(event)
        else:
            wrong.clear()
    return wrong
