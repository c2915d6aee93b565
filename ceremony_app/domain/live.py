"""What changes while a picture is shown: counts, signatures, clocks, words to the leader."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DivisionCount:
    """How many of a division have come; `name` is empty for people without one."""

    name: str
    present: int
    people: int


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How the hall filled: `counts` are those present at the end of each span of `minutes`,
    the first of which begins at `start`, in minutes of the ceremony's local day."""

    start: int
    minutes: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pacing:
    """What the podium tells of time: the ceremony's local time as "08.31", seconds since the
    cue began, and its planned seconds (zero where nobody planned)."""

    clock: str = ""
    elapsed: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True)
class StandingIn:
    """Who signs in the place of a party, by the party's id."""

    party: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Live:
    """What changes while a picture is shown.

    `present` and `expected` are counts of people; `present` is None where nobody counts, and
    `expected` zero where nobody knows. `signed` and `witnessed` hold ids of the parties that
    have signed, and of the witnesses that are there; `signing` is whose turn it is. `absent`
    are not there to sign, and `standing_in` sign for others. `remaining`
    are the seconds of a countdown, None where none runs. `message` is the operator's to the
    leader; only the podium shows it, as it does `pacing`.
    """

    present: int | None = None
    expected: int = 0
    divisions: tuple[DivisionCount, ...] = ()
    arrivals: Arrivals | None = None
    signed: frozenset[str] = frozenset()
    signing: str = ""
    absent: frozenset[str] = frozenset()
    standing_in: tuple[StandingIn, ...] = ()
    witnessed: frozenset[str] = frozenset()
    remaining: int | None = None
    message: str = ""
    pacing: Pacing = field(default_factory=Pacing)


NOTHING_LIVE = Live()
