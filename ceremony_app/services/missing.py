"""Who did not come: a list to read out, to mark by hand, or to print."""

from dataclasses import dataclass

from ceremony_app.domain.attendance import Standing, standing
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.papers import MissingRow, MissingSheet
from ceremony_app.domain.people import Person
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import Status
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.statuses import NO_REMARK, Remark, Statuses
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.turnout import Turnout


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody of the staff who did not come; `event` is the mark that a correction takes back."""

    person: Person
    status: Status | None = None
    event: str = ""
    remark: Remark = NO_REMARK

    @property
    def is_missing(self) -> bool:
        """Whether no excuse is known."""
        return standing(self.status) is Standing.MISSING


class Missing:
    """Reads one open file.

    `keys` remembers by which key a name is sorted, for whoever reads again every second.
    """

    def __init__(self, file: CeremonyFile, keys: dict[str, str] | None = None) -> None:
        self._file = file
        self._keys = {} if keys is None else keys

    def away(self, session: Session) -> list[Away]:
        """Everybody who did not come, excused or not, by division and name."""
        remarks = Statuses(self._file, session, "").remarks()
        marks = Attendance(self._file).marks(session.id)
        away = [
            Away(
                person,
                Status(status) if status else None,
                marks[person.id][1] if status else "",
                remarks.get(person.id, NO_REMARK),
            )
            for person, status in Turnout(self._file, session.id).away()
        ]
        return sorted(away, key=self._place)

    def _place(self, away: Away) -> tuple[str, str]:
        name = away.person.name
        if name not in self._keys:
            self._keys[name] = sort_key(name)
        return away.person.division, self._keys[name]

    def sheet(self, choice: Choice, division: str | None = None) -> MissingSheet:
        """The list of the missing as it stands now, of one division if one is named."""
        rows = [
            one.person
            for one in self.away(choice.session)
            if one.is_missing and division in (None, one.person.division)
        ]
        writer, clock = self._file.writer, self._file.opener.opening.clock
        return MissingSheet(
            occasion=Facts(self._file).occasion(choice),
            at=local_text(clock.now(), writer.zone),
            rows=tuple(
                MissingRow(no, person.name, person.post, person.division)
                for no, person in enumerate(rows, start=1)
            ),
        )
