"""What the hall's pictures count: who came, when, and who has signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ceremony_app.domain.live import Arrivals, DivisionCount, StandingIn
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signing import SignerState
from ceremony_app.services.signers import Signers
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile

_SPANS = (1, 2, 5, 10, 15, 30, 60)
_MOST_SPANS = 24
"""A curve over more spans than this is finer than the last row can see."""
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class HallFigures:
    """The counts of one session. `present` and `expected` are of the staff, as papers count
    them; `signed`, `absent` and `standing_in` tell of those who sign, by the id of the pact."""

    divisions: tuple[DivisionCount, ...] = ()
    arrivals: Arrivals | None = None
    signed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    witnessed: frozenset[str] = frozenset()
    absent: Mapping[str, frozenset[str]] = field(default_factory=dict)
    standing_in: Mapping[str, tuple[StandingIn, ...]] = field(default_factory=dict)

    @property
    def present(self) -> int:
        return sum(division.present for division in self.divisions)

    @property
    def expected(self) -> int:
        return sum(division.people for division in self.divisions)


class HallCounts:
    """Reads the figures of one open file; no more than a few rows, however many came."""

    def __init__(self, file: CeremonyFile) -> None:
        self._attendance = Attendance(file)
        self._signers = Signers(file)

    def read(self, session: Session, pacts: Sequence[str]) -> HallFigures:
        """The figures of a session, and the signatures under some pacts, by their ids."""
        attendance = self._attendance
        away = {pact: self._signers.away(pact) for pact in pacts}
        return HallFigures(
            divisions=tuple(
                DivisionCount(one.name, one.present, one.people)
                for one in attendance.divisions(session.id)
            ),
            arrivals=arrivals(attendance.arrivals_by_minute(session.id)),
            signed={pact: frozenset(attendance.signed(pact)) for pact in pacts},
            witnessed=frozenset(attendance.witnessed()),
            absent={
                pact: frozenset(who for who, state in states.items() if state.absent)
                for pact, states in away.items()
            },
            standing_in={pact: _standing_in(states) for pact, states in away.items()},
        )


def _standing_in(states: Mapping[str, SignerState]) -> tuple[StandingIn, ...]:
    return tuple(
        StandingIn(who, state.stand_in.name, state.stand_in.post)
        for who, state in states.items()
        if state.stand_in
    )


def arrivals(by_minute: Sequence[tuple[str, int]]) -> Arrivals | None:
    """How the hall filled on the last day on which somebody came; None where nobody did.

    `by_minute` are local ISO minutes in order, with how many came in each. Who came on a day
    before was there from the beginning. Spans are the shortest of which a few are enough.
    """
    if not by_minute:
        return None
    day = by_minute[-1][0][:10]
    before = sum(count for minute, count in by_minute if minute[:10] != day)
    came = [(_of_day(minute), count) for minute, count in by_minute if minute[:10] == day]
    first, last = came[0][0], came[-1][0]
    span = next((one for one in _SPANS if last // one - first // one < _MOST_SPANS), _DAY)
    start = first // span * span
    counts = [0] * ((last - start) // span + 1)
    for minute, count in came:
        counts[(minute - start) // span] += count
    counts[0] += before
    return Arrivals(start, span, tuple(accumulate(counts)))


def _of_day(minute: str) -> int:
    return int(minute[11:13]) * 60 + int(minute[14:16])
