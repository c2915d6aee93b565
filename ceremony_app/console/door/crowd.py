"""Everybody that a door may see, held in memory so that search and counts never wait."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ceremony_app.domain.attendance import LateRule
from ceremony_app.domain.name_index import NameIndex
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import PersonKind
from ceremony_app.services.checkin import PersonState


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a division (or of everybody) are here."""

    name: str
    here: int
    people: int


class Crowd:
    """People and their states in one session, sorted by name."""

    def __init__(self, states: Sequence[PersonState], late: LateRule = LateRule()) -> None:  # noqa: B008 - frozen
        self._late = late
        ordered = sorted(states, key=lambda state: sort_key(state.person.name))
        self._states = {state.person.id: state for state in ordered}
        self._ids = list(self._states)
        self._index = NameIndex(
            [state.person.name for state in ordered], [state.person.id_number for state in ordered]
        )
        self._here: dict[str, int] = {}
        self._staff: dict[str, int] = {}
        self._guests = 0
        for state in ordered:
            self._count(state)

    def __len__(self) -> int:
        return len(self._states)

    def get(self, person: str) -> PersonState | None:
        return self._states.get(person)

    def arrived(self, person: str, at: str, door: str, event: str) -> None:
        """Somebody was just recorded; a person who is not known here is left for a new reading.

        Nothing is counted anew: a scan among 100,000 costs as little as one among ten.
        """
        state = self._states.get(person)
        if state is not None:
            status = self._late.status(state.status, at)
            now = replace(state, status=status, at=at, door=door, event=event)
            self._states[person] = now
            self._add_here(now, _here(now) - _here(state))

    def search(self, typed: str, limit: int = 60) -> list[PersonState]:
        """Those whom somebody may mean by what was typed; see `NameIndex.find`."""
        return [self._states[self._ids[row]] for row in self._index.find(typed, limit)]

    def missing(self, limit: int = 10_000) -> list[PersonState]:
        """Staff of whom nothing is recorded yet, in the order of their names."""
        absent = (state for state in self._states.values() if state.status is None)
        return [state for state, _ in zip(absent, range(limit), strict=False)]

    def total(self) -> Count:
        """Staff and those of them who are here; guests are counted apart."""
        return Count("", sum(self._here.values()), sum(self._staff.values()))

    def guests(self) -> int:
        """Guests who are here."""
        return self._guests

    def divisions(self) -> list[Count]:
        """Staff by division, in the order of the divisions' names."""
        return [Count(name, self._here[name], self._staff[name]) for name in sorted(self._staff)]

    def _count(self, state: PersonState) -> None:
        if state.person.kind is PersonKind.STAFF:
            division = state.person.division
            self._staff[division] = self._staff.get(division, 0) + 1
            self._here.setdefault(division, 0)
        self._add_here(state, _here(state))

    def _add_here(self, state: PersonState, more: int) -> None:
        if state.person.kind is PersonKind.STAFF:
            self._here[state.person.division] += more
        else:
            self._guests += more


def _here(state: PersonState) -> int:
    return int(state.status is not None and state.status.is_here)
