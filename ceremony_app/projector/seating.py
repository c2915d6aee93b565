"""Decides on which screen a window of the show stands, without knowing windows or Qt.

The rules: a window stands on the screen that was chosen for it and on no other. When that screen
goes, the window goes out of sight and waits; when it is back, the window is. The operator's own
screen, and whatever shows the same as it, is never taken without being asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ceremony_app.projector.screen_match import (
    ENOUGH,
    Match,
    ScreenIdentity,
    find,
    overlap,
    score,
)


@dataclass(frozen=True, slots=True)
class SeenScreen:
    """A screen that is there now. `number` is its own for as long as it stays plugged in."""

    number: int
    identity: ScreenIdentity


@dataclass(frozen=True, slots=True)
class Room:
    """The screens that there are, as one window finds them.

    `operators` is the number of the console's screen, None where that is not there; `taken` are
    those of the show's other windows, and `claims` the screens that those wait for.
    """

    screens: tuple[SeenScreen, ...]
    operators: int | None = None
    taken: frozenset[int] = frozenset()
    claims: tuple[ScreenIdentity, ...] = ()

    def seen(self, number: int | None) -> SeenScreen | None:
        """A screen by its number; None where it is gone."""
        return next((one for one in self.screens if one.number == number), None)

    def is_mirrored(self, number: int) -> bool:
        """Whether a screen shows the same as another one."""
        return any(True for _ in self._twins(number))

    def is_operators(self, number: int) -> bool:
        """Whether what is shown on a screen lies on the operator's own."""
        return number == self.operators or any(
            twin.number == self.operators for twin in self._twins(number)
        )

    def apart(self) -> tuple[SeenScreen, ...]:
        """The screens that are not the operator's; of mirrored ones the first."""
        found: list[SeenScreen] = []
        for one in self.screens:
            is_shown = any(overlap(one.identity.box, other.identity.box) for other in found)
            if not self.is_operators(one.number) and not is_shown:
                found.append(one)
        return tuple(found)

    def free(self, known: ScreenIdentity | None = None) -> tuple[SeenScreen, ...]:
        """The screens apart that no other window has, or has a better claim to than `known`."""
        return tuple(
            one
            for one in self.apart()
            if not self._is_taken(one) and not self._is_claimed(one, known)
        )

    def _is_taken(self, one: SeenScreen) -> bool:
        taken = [self.seen(number) for number in self.taken]
        return any(overlap(one.identity.box, other.identity.box) for other in taken if other)

    def _is_claimed(self, one: SeenScreen, known: ScreenIdentity | None) -> bool:
        own = score(known, one.identity) if known else 0
        return any(score(claim, one.identity) >= max(ENOUGH, own + 1) for claim in self.claims)

    def _twins(self, number: int) -> Iterator[SeenScreen]:
        one = self.seen(number)
        for other in self.screens if one else ():
            if one and other is not one and overlap(one.identity.box, other.identity.box):
                yield other


class Doing(Enum):
    """What becomes of the window."""

    STAY = "stay"
    FILL = "fill"
    WINDOW = "window"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a window has to do: FILL the screen of that number, or something without a screen.

    Between the screens of `ask` only the operator can tell.
    """

    doing: Doing
    number: int | None = None
    ask: tuple[SeenScreen, ...] = ()


class _State(Enum):
    EMPTY = "empty"
    STANDING = "standing"
    WINDOWED = "windowed"
    LOST = "lost"


class Seat:
    """Where one window stands; `known` is the screen that was chosen for it, here or earlier."""

    def __init__(self, known: ScreenIdentity | None = None) -> None:
        self.known = known
        self._state = _State.EMPTY
        self._number: int | None = None
        self._apart: frozenset[int] = frozenset()
        self._is_content = False

    @property
    def number(self) -> int | None:
        """The screen that the window fills; None while it is hidden or an ordinary window."""
        return self._number

    @property
    def is_lost(self) -> bool:
        """Whether the window waits for its screen."""
        return self._state is _State.LOST

    @property
    def is_open(self) -> bool:
        """Whether the window is in sight or waits for its screen."""
        return self._state is not _State.EMPTY

    def open(self, room: Room) -> Decision:
        """The screen that is remembered, or the only one there is; a window where there is none.

        With several and nothing to tell them apart by, nothing but a question.
        """
        free, match = room.free(self.known), self._match(room)
        if match.found is not None:
            return self._fill(free[match.found], room)
        if match.alike:
            return self._ask(match, room)
        if len(free) == 1:
            return self._fill(free[0], room)
        return self._ask(match, room) if free else self._window(room, is_content=False)

    def choose(self, number: int, room: Room) -> Decision:
        """A screen that the operator chose; on the operator's own it is an ordinary window.

        Raises LookupError where the screen is gone.
        """
        chosen = room.seen(number)
        if chosen is None:
            raise LookupError(f"no screen {number}")
        if room.is_operators(number):
            return self._window(room, is_content=True)
        return self._fill(chosen, room)

    def review(self, room: Room, *, may_ask: bool = True) -> Decision:
        """The screens are others now, or lie elsewhere."""
        standing = room.seen(self._number)
        if self._state is _State.STANDING and standing and not room.is_operators(standing.number):
            is_same = self.known == standing.identity
            self.known = standing.identity
            self._look_at(room)
            return Decision(Doing.STAY if is_same else Doing.FILL, standing.number)
        was_standing = self._state is _State.STANDING
        if was_standing:
            self._state, self._number = _State.LOST, None
        elif self._state is _State.EMPTY or self._is_content:
            return Decision(Doing.STAY)
        return self._returned(room, Doing.HIDE if was_standing else Doing.STAY, may_ask=may_ask)

    def stray(self) -> Decision:
        """The window stood elsewhere than it was put: it waits until the screens are reviewed."""
        self._state, self._number = _State.LOST, None
        return Decision(Doing.HIDE)

    def _returned(self, room: Room, otherwise: Doing, *, may_ask: bool) -> Decision:
        """Back on the screen that is known, or a question where a strange one has appeared."""
        free, match = room.free(self.known), self._match(room)
        if match.found is not None:
            return self._fill(free[match.found], room)
        is_new = any(one.number not in self._apart for one in free)
        self._look_at(room)
        asked = self._choices(match, free) if is_new and may_ask else ()
        return Decision(otherwise, ask=asked)

    def _match(self, room: Room) -> Match:
        seen = [one.identity for one in room.free(self.known)]
        return find(self.known, seen) if self.known else Match()

    def _fill(self, screen: SeenScreen, room: Room) -> Decision:
        self._state, self._number, self._is_content = _State.STANDING, screen.number, False
        self.known = screen.identity
        self._look_at(room)
        return Decision(Doing.FILL, screen.number)

    def _window(self, room: Room, *, is_content: bool) -> Decision:
        self._state, self._number, self._is_content = _State.WINDOWED, None, is_content
        self._look_at(room)
        return Decision(Doing.WINDOW)

    def _ask(self, match: Match, room: Room) -> Decision:
        return Decision(Doing.STAY, ask=self._choices(match, room.free(self.known)))

    @staticmethod
    def _choices(match: Match, free: tuple[SeenScreen, ...]) -> tuple[SeenScreen, ...]:
        return tuple(free[at] for at in match.alike) or free

    def _look_at(self, room: Room) -> None:
        self._apart = frozenset(one.number for one in room.apart())
