"""What one ceremony is: everything that its file freezes when it is made."""

from dataclasses import dataclass, field
from enum import StrEnum

from ceremony_app.domain.attendance import LateRule, Quorum
from ceremony_app.domain.people import Party, Role


class Zone(StrEnum):
    """Indonesia's three zones, by the name that papers print."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def tz(self) -> str:
        """The zone's name in the IANA database."""
        return {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}[self]


class Paper(StrEnum):
    """Paper sizes of Indonesian offices: A4, and F4 (Folio) of 215 x 330 mm."""

    A4 = "a4"
    F4 = "f4"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height, upright."""
        return (210.0, 297.0) if self is Paper.A4 else (215.0, 330.0)


class PactForm(StrEnum):
    """Who signs: division heads on one sheet, or every person on a sheet of their own."""

    REPRESENTATIVES = "representatives"
    INDIVIDUAL = "individual"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop: ministry, office, address lines; an empty one is printed as a blank to fill."""

    ministry: str = ""
    office: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A cited law; `superseded_by` names the one that replaced it, with `superseded_on`.

    `superseded_on` is an ISO date, or empty where the day is not known.
    """

    citation: str
    superseded_by: str = ""
    superseded_on: str = ""

    def is_superseded(self, day: str) -> bool:
        """Whether another law has replaced it by `day` (ISO; empty for a day not yet set).

        Where either day is unknown the answer is yes, so that somebody looks.
        """
        if not self.superseded_by:
            return False
        return not day or not self.superseded_on or self.superseded_on <= day


@dataclass(frozen=True, slots=True)
class Pact:
    """An integrity pact: its text for paper, and the form in which it is signed.

    An empty opening or sanction is printed in the usual words. `number` is the one that the
    registry gave, empty as long as it gave none.
    """

    id: str
    key: str
    title: str
    points: tuple[str, ...]
    form: PactForm
    opening: str = ""
    sanction: str = ""
    closing: str = ""
    optional: bool = False
    note: str = ""
    number: str = ""

    @property
    def wording(self) -> tuple[str, ...]:
        """What is signed: everything that is read on the sheet but its number."""
        return (self.title, self.opening, *self.points, self.sanction, self.closing)


class CueKind(StrEnum):
    """What one item of the programme puts on the hall's screen."""

    TITLE = "title"
    HOLDING = "holding"
    COUNTDOWN = "countdown"
    ANTHEM = "anthem"
    PRAYER = "prayer"
    TEXT = "text"
    SIGNING = "signing"
    WITNESS = "witness"
    BLANK = "blank"
    PICTURE = "picture"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Cue:
    """One item of the programme (susunan acara).

    `text` is the id of the text that a TEXT cue runs, `pact` that of a SIGNING cue. `minutes`
    is the planned length; zero where nobody planned one. `until` is HH:MM, to which a COUNTDOWN
    runs; empty for the ceremony's own time. `picture` and `sound` are ids of attachments.
    `speaker` is who speaks, `note` what the operator has to remember; neither is shown to the
    hall. An item that is `skipped` stays in the programme and is passed over.
    """

    id: str
    kind: CueKind
    title: str
    subtitle: str = ""
    text: str = ""
    pact: str = ""
    minutes: int = 0
    until: str = ""
    picture: str = ""
    sound: str = ""
    speaker: str = ""
    note: str = ""
    skipped: bool = False


class Theme(StrEnum):
    """The colours of the hall's pictures."""

    NAVY = "navy"
    WHITE = "white"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Look:
    """How the show looks: theme, the office's logo and background (ids of attachments).

    `fades` is whether one picture fades into the next. `hall_depth_m` is how far the last row
    sits from the screen and `picture_height_m` how high the picture on it is; zero where nobody
    has measured.
    """

    theme: Theme = Theme.NAVY
    logo: str = ""
    background: str = ""
    fades: bool = False
    hall_depth_m: float = 0.0
    picture_height_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Details:
    """The ceremony apart from its texts and its people.

    `event` is what the oath is about (an election with its year). `divisions` are the unit's
    divisions as far as they are known beforehand, with or without a representative.
    `date` is ISO (YYYY-MM-DD) or empty, `time` is HH:MM or empty. `settings` are the values
    that were given for the template's placeholders. `notes` are the template's remarks for the
    operator (sources, doubts); they are never printed. `rehearsal` marks a throw-away copy
    (gladi): every picture and paper of it says so. `late_from` is HH:MM, from which an arrival
    is late, by the session's id; `quorum` is how much of the roster has to be there.
    `archive_code` prints the archive code at the foot of papers; `stamp_duty` leaves room for
    the meterai (stamp duty) on the pact.
    """

    template: str
    title: str
    event: str = ""
    unit: str = ""
    date: str = ""
    time: str = ""
    place: str = ""
    city: str = ""
    zone: Zone = Zone.WIB
    paper: Paper = Paper.A4
    letterhead: Letterhead = Letterhead()
    parties: tuple[Party, ...] = ()
    divisions: tuple[str, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    pacts: tuple[Pact, ...] = ()
    programme: tuple[Cue, ...] = ()
    look: Look = Look()
    rehearsal: bool = False
    settings: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    late_from: dict[str, str] = field(default_factory=dict)
    quorum: Quorum = Quorum.NONE
    archive_code: bool = True
    stamp_duty: bool = False

    def late_rule(self, session: str) -> LateRule:
        """From when arrivals in a session, by its id, are late."""
        return LateRule(self.late_from.get(session, ""), self.date)

    def with_role(self, role: Role) -> tuple[Party, ...]:
        """The parties with one role, in the order in which they act."""
        return tuple(party for party in self.parties if party.role is role)
