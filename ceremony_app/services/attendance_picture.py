"""The picture of one session's attendance: counts by division, the curve, the quorum."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from ceremony_app.domain.attendance import (
    LateRule,
    QuorumReport,
    Standing,
    Tally,
    standing,
    summed,
)
from ceremony_app.domain.live import Arrivals
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import Status
from ceremony_app.services.hall_figures import arrivals
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.quorum import QuorumCount
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.turnout import Group, Turnout


@dataclass(frozen=True, slots=True)
class AttendancePicture:
    """Staff only, as papers count them. `arrivals` is None where nobody came whose moment is
    known; `untimed` are those who were read from paper."""

    session: Session
    tallies: tuple[Tally, ...]
    arrivals: Arrivals | None
    quorum: QuorumReport
    late: LateRule
    untimed: int = 0

    @property
    def total(self) -> Tally:
        return summed(self.tallies)


class AttendancePictures:
    """Reads pictures from one open file; a few rows, however many people there are."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def read(self, session: Session) -> AttendancePicture:
        """How a session stands now."""
        details = Preparation(self._file).details()
        late = details.late_rule(session.id)
        groups = Turnout(self._file, session.id).groups()
        came: Counter[str] = Counter()
        for group in groups:
            if group.minute:
                came[group.minute] += group.people
        return AttendancePicture(
            session=session,
            tallies=tuple(_tallies(groups, late)),
            arrivals=arrivals(sorted(came.items())),
            quorum=QuorumCount(self._file).read(session, details.quorum),
            late=late,
            untimed=sum(group.people for group in groups if group.came and not group.minute),
        )


def _tallies(groups: list[Group], late: LateRule) -> list[Tally]:
    counted: dict[str, Counter[Standing]] = defaultdict(Counter)
    for group in groups:
        marked = Status(group.status) if group.status else None
        arrived = group.minute if group.came else None
        counted[group.division][standing(late.status(marked, arrived))] += group.people
    return [
        Tally(name, **{one.value: counted[name][one] for one in Standing})
        for name in sorted(counted)
    ]
