"""The smaller papers of the day: plain data that makers in `documents` turn into sheets."""

from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.live import Arrivals, DivisionCount
from ceremony_app.domain.papers import AttendanceRow, Occasion
from ceremony_app.domain.people import Party
from ceremony_app.domain.texts import Text


class DayPaper(StrEnum):
    """What is made beside pact, badges, attendance list and minutes."""

    BY_RANK = "attendance-rank"
    WITHOUT_TIMES = "attendance-plain"
    BLANK_LIST = "attendance-blank"
    GUESTS = "guests"
    READING = "reading"
    RUNDOWN = "rundown"
    OPERATOR_CARD = "operator-card"
    CLERK_CARD = "clerk-card"
    REPORT = "report"
    PHOTOGRAPHS = "photographs"


@dataclass(frozen=True, slots=True)
class GuestSheet:
    """The guests, in the order in which they are listed; lines are left for more of them."""

    occasion: Occasion
    rows: tuple[AttendanceRow, ...]


@dataclass(frozen=True, slots=True)
class ReadingSheet:
    """The texts as their reader holds them, in the order of the programme."""

    occasion: Occasion
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RundownRow:
    """One item: its planned start ("08.05") and minutes (zero), where somebody planned them."""

    no: int
    title: str
    start: str = ""
    minutes: int = 0
    speaker: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RundownSheet:
    """The programme; items that are skipped are not on it."""

    occasion: Occasion
    rows: tuple[RundownRow, ...]


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A card of one page: `keys` are (what it does, the keys) as people call them; `cases` are
    (what happens, what to do)."""

    occasion: Occasion
    title: str
    keys: tuple[tuple[str, str], ...]
    cases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """The page for the head office: how many came, when, and from where.

    `people` are all of the staff, `present` those in the hall, in time or late; `counts` the
    names of the other statuses, lateness among them, with how many have each;
    `signed` the titles of pacts with how many have signed, of how many.
    """

    occasion: Occasion
    people: int
    present: int
    guests: int
    counts: tuple[tuple[str, int], ...] = ()
    divisions: tuple[DivisionCount, ...] = ()
    arrivals: Arrivals | None = None
    signed: tuple[tuple[str, int, int], ...] = ()
    signers: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph on paper: PNG or JPEG, and the words below it."""

    data: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PhotographSheet:
    """Photographs of the ceremony, in the order in which they are shown."""

    occasion: Occasion
    photographs: tuple[Photograph, ...]
