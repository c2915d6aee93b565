"""Attendance from paper: a numbered list that was printed beforehand, and its numbers typed in.

The list keeps who stood at which number when it was printed (decision 0096).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, Json
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.row_numbers import row_numbers
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import MarkSource, Status
from ceremony_app.services.statuses import Remark, Statuses
from ceremony_app.storage.attendance import Arrival, Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Item

_KIND = "paper_list"
_CODE_LENGTH = 4


@dataclass(frozen=True, slots=True)
class PaperList:
    """A printed list: the persons' ids in the order of their numbers, from 1 on.

    `code` is what its pages bear, so that nobody types the numbers of another printing.
    """

    id: str
    people: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.id[:_CODE_LENGTH].upper()

    @property
    def item(self) -> Item:
        """As it is kept: ids only, no names."""
        return Item(self.id, _KIND, {"people": list(self.people)})


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A number that was typed, whose it is, and what is recorded of them already, if anything."""

    number: int
    person: Person
    arrival: Arrival | None = None


@dataclass(frozen=True, slots=True)
class FromPaper:
    """What typing a list in led to: the new events, and who had been recorded before."""

    events: tuple[Event, ...]
    here: tuple[PaperLine, ...]


class PaperLists:
    """The printed lists of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._people = People(file)

    def all(self) -> list[PaperList]:
        """Every list that was printed, the newest first."""
        kept = Items(self._file).of_kind(_KIND)
        return [_list_of(item) for item in reversed(kept)]

    def find(self, code: str = "") -> PaperList:
        """By its code, or the newest. Raises Refused where there is none."""
        lists = self.all()
        if not lists:
            raise Refused("paper_list.none_printed")
        for one in lists:
            if code.strip().upper() in ("", one.code):
                return one
        known = ", ".join(one.code for one in lists)
        raise Refused("paper_list.unknown_code", code=code, known=known)

    def draft(self, identity: str) -> tuple[PaperList, list[Person]]:
        """A new list of the active staff, by division and name, and whom it names; not kept yet.

        Raises Refused where there is nobody to list.
        """
        staff = [p for p in self._people.everyone() if p.active and p.kind is PersonKind.STAFF]
        if not staff:
            raise Refused("paper_list.nobody")
        listed = sorted(staff, key=lambda p: (p.division, sort_key(p.name), p.id))
        return PaperList(identity, tuple(person.id for person in listed)), listed

    def preview(self, printed: PaperList, typed: str, session: Session) -> list[PaperLine]:
        """Whose the numbers are, before anything is recorded; raises Refused as `row_numbers`."""
        numbers = row_numbers(typed, len(printed.people))
        arrivals = Attendance(self._file).arrivals(session.id)
        stands = Attendance(self._file).joined()
        everyone = {person.id: person for person in self._people.everyone()}
        lines: dict[str, PaperLine] = {}
        for number in numbers:
            listed = printed.people[number - 1]
            person = stands.get(listed, listed)
            # Two rows of the list may have turned out to be one person.
            if person in everyone and person not in lines:
                lines[person] = PaperLine(number, everyone[person], arrivals.get(person))
        return list(lines.values())

    def record(
        self,
        printed: PaperList,
        typed: str,
        session: Session,
        door: str = "",
        *,
        status: Status = Status.PRESENT,
        note: str = "",
    ) -> FromPaper:
        """Record those of the numbers who are not here yet, all in one step, as from paper.

        When they came nobody wrote down, so it is the moment of typing that the record holds and
        no list prints. Raises Refused as `preview` does, for a status that is no arrival, and
        where everybody had been recorded before; then nothing was.
        """
        if not status.is_here:
            raise Refused("paper_list.not_an_arrival")
        lines = self.preview(printed, typed, session)
        new = [line for line in lines if line.arrival is None]
        if not new:
            raise Refused("paper_list.all_here", count=len(lines))
        events = self._write(printed, new, Statuses(self._file, session, door), status, note)
        return FromPaper(tuple(events), tuple(line for line in lines if line.arrival))

    def _write(
        self,
        printed: PaperList,
        lines: Sequence[PaperLine],
        statuses: Statuses,
        status: Status,
        note: str,
    ) -> list[Event]:
        marked: list[tuple[str, Mapping[str, Json]]] = [
            (
                line.person.id,
                {"list": printed.id, "number": line.number, "source": MarkSource.PAPER.value},
            )
            for line in lines
        ]
        with self._file.transaction():
            return statuses.append_from(marked, status, Remark(note))


def _list_of(item: Item) -> PaperList:
    people = item.data.get("people", [])
    return PaperList(item.id, tuple(map(str, people if isinstance(people, list) else ())))
