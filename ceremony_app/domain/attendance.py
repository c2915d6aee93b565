"""The rules of attendance: who counts as late, who is missing, and how many are a quorum."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.status import Status


class Quorum(StrEnum):
    """How much of the roster has to be there; the value is what a file keeps."""

    NONE = ""
    HALF = "1/2"
    MORE_THAN_HALF = "1/2+1"
    TWO_THIRDS = "2/3"
    THREE_QUARTERS = "3/4"

    def needed(self, people: int) -> int:
        """How many of so many people are enough; zero where no quorum is asked for."""
        match self:
            case Quorum.NONE:
                return 0
            case Quorum.MORE_THAN_HALF:
                return people // 2 + 1 if people else 0
            case _:
                part, whole = (int(number) for number in self.value.split("/"))
                return -(-people * part // whole)


class Standing(StrEnum):
    """Where somebody stands once statuses are put together; each person has one."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class LateRule:
    """From when an arrival in one session is late.

    `since` is HH:MM of the ceremony's local day, empty where nobody is late by the clock. `date`
    is the ceremony's, ISO, or empty: who came on a day before it is not late.
    """

    since: str = ""
    date: str = ""

    def is_late(self, arrived: str) -> bool:
        """Whether an arrival at this local ISO moment is late; from that minute on it is."""
        return bool(self.since) and arrived[:10] >= self.date and arrived[11:16] >= self.since

    def status(self, marked: Status | None, arrived: str | None) -> Status | None:
        """The status that counts; `arrived` is the local ISO moment, None for nobody who came,
        empty where nobody knows when.

        An arrival outweighs an absence that was set by hand. What was set by hand of an arrival
        outweighs the clock: somebody judged it.
        """
        if arrived is None:
            return marked
        if marked is not None and marked.is_here:
            return marked
        return Status.LATE if self.is_late(arrived) else Status.PRESENT


def standing(status: Status | None) -> Standing:
    """Missing is who did not come and of whom no excuse is known (belum ada, or TK)."""
    match status:
        case Status.PRESENT:
            return Standing.PRESENT
        case Status.LATE:
            return Standing.LATE
        case None | Status.UNEXPLAINED:
            return Standing.MISSING
        case _:
            return Standing.EXCUSED


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a division, or of everybody, stand where; `name` is empty for no division."""

    name: str
    present: int = 0
    late: int = 0
    excused: int = 0
    missing: int = 0

    @property
    def people(self) -> int:
        return self.here + self.excused + self.missing

    @property
    def here(self) -> int:
        return self.present + self.late


def summed(tallies: Iterable[Tally]) -> Tally:
    """All of them as one, without a name."""
    parts = list(tallies)
    return Tally(
        "",
        sum(part.present for part in parts),
        sum(part.late for part in parts),
        sum(part.excused for part in parts),
        sum(part.missing for part in parts),
    )


@dataclass(frozen=True, slots=True)
class QuorumLine:
    """A quorum of the office or of one division; `name` is empty for the office.

    `reached` is the local ISO moment at which the last person needed came; empty until then.
    `present` are those of the roster who are there, whenever they came; `untimed` are those of
    them who were read from paper, so that nobody knows when. With some, the count was complete
    at `reached` at the latest; it may be complete by them alone, and then `reached` is empty.
    """

    name: str
    people: int
    present: int
    needed: int
    reached: str = ""
    untimed: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether enough are there, whether or not anybody knows since when."""
        return self.needed > 0 and self.present >= self.needed


@dataclass(frozen=True, slots=True)
class QuorumReport:
    """The quorum of one session. `frozen` is the local ISO moment at which attendance, and with
    it the roster that counts, was frozen; empty while the roster is still open."""

    rule: Quorum
    frozen: str
    office: QuorumLine
    divisions: tuple[QuorumLine, ...]
