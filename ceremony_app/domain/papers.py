"""What papers are made from: plain data that the makers in `documents` turn into sheets.

Nothing here is invented: an empty string is printed as a dotted blank to be filled in by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ceremony_app.domain.attendance import QuorumReport
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Details, Letterhead, Pact, PactForm, Zone
from ceremony_app.domain.messages import Message
from ceremony_app.domain.mistakes import Mistake
from ceremony_app.domain.people import IdKind, Party, Person
from ceremony_app.domain.reading import Reading
from ceremony_app.domain.signing import SignatureSource, StandIn
from ceremony_app.domain.status import Status
from ceremony_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Made:
    """A document as it was written: its pages (files, for pictures) and its SHA-256 in hex.

    With any `mistakes` it is a draft and says so across every page.
    """

    pages: int
    sha256: str
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the head of every paper says of the ceremony.

    `date` is ISO or empty, `time` HH:MM or empty. `session` names a follow-up session and is
    empty for the main one.
    """

    letterhead: Letterhead = field(default_factory=Letterhead)
    title: str = ""
    unit: str = ""
    date: str = ""
    time: str = ""
    place: str = ""
    city: str = ""
    zone: Zone = Zone.WIB
    session: str = ""

    @classmethod
    def of(cls, details: Details) -> "Occasion":
        """The main session of a ceremony."""
        return cls(
            letterhead=details.letterhead,
            title=details.title,
            unit=details.unit,
            date=details.date,
            time=details.time,
            place=details.place,
            city=details.city,
            zone=details.zone,
        )


@dataclass(frozen=True, slots=True)
class PactSheet:
    """The signature sheet of one pact.

    In the representatives' form `representatives` sign one sheet; in the individual form each
    of `people` gets a sheet of their own. `witnesses` are only those who are to sign: being
    present is another fact. An empty `number` is printed as a blank. A sheet on which one of
    `signed` (ids of parties and persons) has signed is a copy of the one that is signed.
    `stamp_duty` leaves a box for the meterai. `stand_ins` sign in the place of representatives,
    by the representatives' ids.
    """

    occasion: Occasion
    pact: Pact
    form: PactForm
    number: str = ""
    representatives: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    acknowledgers: tuple[Party, ...] = ()
    witnesses: tuple[Party, ...] = ()
    legal_bases: tuple[str, ...] = ()
    signed: frozenset[str] = frozenset()
    stamp_duty: bool = False
    stand_ins: Mapping[str, StandIn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One line of the attendance list.

    `status` is None where nothing is recorded; `time` is the local ISO moment of arrival with
    its offset, or empty. For guests `division` is the institution they come from. `letter` is the
    number of the letter that an absence rests on.
    """

    no: int
    name: str
    id_number: str = ""
    id_kind: IdKind = IdKind.NONE
    rank: str = ""
    post: str = ""
    division: str = ""
    status: Status | None = None
    time: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """The attendance list, in the order of `rows`.

    `by_division` sets a heading wherever the division changes, `by_rank` wherever the rank
    does; `with_times` prints the time of
    arrival under the status.
    """

    occasion: Occasion
    rows: tuple[AttendanceRow, ...]
    signers: tuple[Party, ...] = ()
    by_division: bool = False
    by_rank: bool = False
    with_times: bool = True


@dataclass(frozen=True, slots=True)
class MissingRow:
    """One line of the list of the missing; no id number, since the list is read out."""

    no: int
    name: str
    post: str = ""
    division: str = ""
    remark: Message | None = None


@dataclass(frozen=True, slots=True)
class MissingSheet:
    """Who had not come, and of whom nothing is known, at a local moment `at` (ISO).

    With the title of a `pact` it is the list of those who had not signed it.
    """

    occasion: Occasion
    at: str
    rows: tuple[MissingRow, ...]
    pact: str = ""


class Completion(StrEnum):
    """What the record knows of a text's reading; only the first two make it completed.

    ON_PAPER was read without a projector: the record names reader and text and claims nothing
    about completeness.
    """

    SHOWN = "shown"
    CONFIRMED = "confirmed"
    ON_PAPER = "on_paper"
    PARTIAL = "partial"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True)
class CountsByHand:
    """How many were set by hand: as having spoken a text, not having followed, having left."""

    spoken: int = 0
    not_followed: int = 0
    left_early: int = 0


@dataclass(frozen=True, slots=True)
class TextRead:
    """The reading of one text.

    `present` is how many were present when attendance was frozen and so count as having
    pledged, `latecomers` how many came after; both are None where the record does not say.
    `untimed` were read from paper afterwards, so that nobody knows when they came.
    Those set `by_hand` are counted apart, and not as present.
    `is_pledge` tells an oath (ikrar) from another text. `reason` is the operator's, for
    CONFIRMED. `text` with `reading` is what the screen showed of it, None where nobody knows;
    `phrases` counts what it is read in. `at` (local ISO) is when a reading ON_PAPER began.
    """

    title: str
    completion: Completion
    reader: Party | None = None
    phrases: int = 0
    present: int | None = None
    latecomers: int | None = None
    untimed: int = 0
    reason: str = ""
    is_pledge: bool = True
    text: Text | None = None
    reading: Reading | None = None
    at: str = ""
    by_hand: CountsByHand = CountsByHand()


@dataclass(frozen=True, slots=True)
class RepresentativeSigning:
    """One place on the representatives' sheet, and what the record says of it.

    `source` is how the signature is known, None where none is recorded; `at` its local ISO
    moment. `stand_in` signed, or is to sign, in the party's place; `absent` says that nobody was
    there for it when the pact was signed.
    """

    party: Party
    signed: bool
    source: SignatureSource | None = None
    at: str = ""
    stand_in: StandIn | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class PactSigning:
    """The signing of one pact; `people` and `people_signed` count the individual form, and
    `people_later` those of them whose sheets came back afterwards."""

    title: str
    form: PactForm
    representatives: tuple[RepresentativeSigning, ...] = ()
    people: int = 0
    people_signed: int = 0
    people_later: int = 0


@dataclass(frozen=True, slots=True)
class WitnessFact:
    """A witness: present and signed are two facts; `signs` asks for a block on the paper."""

    party: Party
    present: bool
    signed: bool
    signs: bool = False


@dataclass(frozen=True, slots=True)
class ClockJump:
    """A recording laptop's clock was set while the session went on: local moment after it (ISO),
    and by how many seconds, negative where it was set back."""

    at: str
    seconds: float


@dataclass(frozen=True, slots=True)
class EarlierMinutes:
    """Minutes that later ones supplement: their number, empty where none was given when they
    were made, the head printed on them (32 hex digits) and the ISO day of their making."""

    number: str
    head: str
    date: str


@dataclass(frozen=True, slots=True)
class MinutesData:
    """The minutes (berita acara) of one session.

    `people` is how many stand on the roster, `counts` how many have each status; whoever is
    left over has none. `head` is the hash of the sealing event (32 hex digits), `events` the
    number of events up to it.
    `supplements` names the minutes of the main session that those of a follow-up one add to,
    `updates` the signed ones of the same session to which something was added since.
    `quorum` is None where none was set.
    """

    occasion: Occasion
    head: str
    events: int
    number: str = ""
    presider: Party | None = None
    people: int = 0
    counts: tuple[tuple[Status, int], ...] = ()
    guests: int = 0
    texts: tuple[TextRead, ...] = ()
    pacts: tuple[PactSigning, ...] = ()
    witnesses: tuple[WitnessFact, ...] = ()
    signers: tuple[Party, ...] = ()
    legal_bases: tuple[str, ...] = ()
    clock_jumps: tuple[ClockJump, ...] = ()
    supplements: EarlierMinutes | None = None
    updates: EarlierMinutes | None = None
    quorum: QuorumReport | None = None


@dataclass(frozen=True, slots=True)
class BadgePrint:
    """One badge: what is written on it and the token in its code.

    `id_number` is for label programs and is never printed on the badge.
    """

    name: str
    post: str
    division: str
    token: str
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class BadgeSheet:
    """Badges to cut, in the order given; `heading` stands small on each (the event's name).

    `line_codes` adds a Code 128 line for scanners that cannot read squares, where the layout
    has room for it.
    """

    badges: tuple[BadgePrint, ...]
    heading: str = ""
    line_codes: bool = False
    layout: BadgeLayout = BadgeLayout.GRID
