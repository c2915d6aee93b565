"""Everybody that a door may see, held in memory so that search and counts never wait."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ceremony_app.domain.name_index import NameIndex
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import PersonKind
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import PersonState


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a division (or of everybody) are here."""

    name: str
    here: int
    people: int


class Crowd:
    """People and their states in one session, sorted by name."""

    def __init__(self, states: Sequence[PersonState]) -> None:
        ordered = sorted(states, key=lambda state: sort_key(state.person.name))
        self._states = {state.person.id: state for state in ordered}
        self._ids = list(self._states)
        self._index = NameIndex(
            [state.person.name for state in ordered], [state.person.id_number for state in ordered]
        )

    def __len__(self) -> int:
        return len(self._states)

    def get(self, person: str) -> PersonState | None:
        return self._states.get(person)

    def arrived(self, person: str, at: str, door: str, event: str) -> None:
        """Somebody was just recorded; a person who is not known here is left for a new reading."""
        state = self._states.get(person)
        if state is not None:
            status = state.status if state.status and state.status.is_here else Status.PRESENT
            self._states[person] = replace(state, status=status, at=at, door=door, event=event)

    def search(self, typed: str, limit: int = 60) -> list[PersonState]:
        """Those whom somebody may mean by what was typed; see `NameIndex.find`."""
        return [self._states[self._ids[row]] for row in self._index.find(typed, limit)]

    def missing(self, limit: int = 10_000) -> list[PersonState]:
        """Staff of whom nothing is recorded yet, in the order of their names."""
        absent = (state for state in self._states.values() if state.status is None)
        return [state for state, _ in zip(absent, range(limit), strict=False)]

    def total(self) -> Count:
        """Staff and those of them who are here; guests are counted apart."""
        staff = [s for s in self._states.values() if s.person.kind is PersonKind.STAFF]
        return Count("", sum(map(_here, staff)), len(staff))

    def guests(self) -> int:
        """Guests who are here."""
        return sum(_here(s) for s in self._states.values() if s.person.kind is PersonKind.GUEST)

    def divisions(self) -> list[Count]:
        """Staff by division, in the order of the divisions' names."""
        counted: dict[str, tuple[int, int]] = {}
        for state in self._states.values():
            if state.person.kind is PersonKind.STAFF:
                here, people = counted.get(state.person.division, (0, 0))
                counted[state.person.division] = here + _here(state), people + 1
        return [Count(name, *counted[name]) for name in sorted(counted)]


def _here(state: PersonState) -> bool:
    return state.status is not None and state.status.is_here
