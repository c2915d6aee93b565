"""Signing a pact: how a signature is known, who signs for whom, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import IdKind, Party, Person, Role
from ceremony_app.domain.verdicts import Seen

SIGNING_ROLES = (Role.REPRESENTATIVE, Role.ACKNOWLEDGER, Role.WITNESS)
"""Who signs first: the representatives, then the head who takes note, the witnesses last."""


class SignatureSource(StrEnum):
    """How the program knows of a signature; RETURNED_SHEET is one given after the ceremony."""

    OPERATOR = "operator"
    SCANNED = "scanned"
    RETURNED_SHEET = "returned_sheet"

    @classmethod
    def of(cls, code: str) -> "SignatureSource":
        """The source with this code; the operator's word for a code that is none of ours."""
        return cls(code) if code in set(cls) else cls.OPERATOR


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who signs in a representative's place; `person` is the roster's id, empty for others."""

    name: str
    post: str = ""
    rank: str = ""
    id_number: str = ""
    id_kind: IdKind = IdKind.NONE
    person: str = ""

    @classmethod
    def of(cls, person: Person, post: str = "") -> "StandIn":
        """Somebody of the roster, with another post where one is given."""
        return cls(
            person.name,
            post or person.post,
            person.rank,
            person.id_number,
            person.id_kind,
            person.id,
        )

    def in_place_of(self, party: Party) -> Party:
        """The party as this one signs for it: the same place on the sheet, another name."""
        return replace(
            party,
            name=self.name,
            post=self.post,
            prefix="",
            institution="",
            rank=self.rank,
            id_number=self.id_number,
            id_kind=self.id_kind,
            person=self.person,
        )


@dataclass(frozen=True, slots=True)
class SignerState:
    """What the record says of one signer of a pact; events by name, empty where there is none.

    `at` is when the signature was recorded (local ISO). `stand_in` is who signed, or is to sign,
    in the signer's place. `absent` says that the signer was not there when the pact was signed:
    a signature may still have come later. `reason` belongs to `substituted` or `absent`.
    """

    signed: str = ""
    source: SignatureSource | None = None
    at: str = ""
    stand_in: StandIn | None = None
    substituted: str = ""
    absent: str = ""
    reason: str = ""

    @property
    def is_later(self) -> bool:
        """Whether the signature is known from a sheet that came back."""
        return self.source is SignatureSource.RETURNED_SHEET

    @property
    def is_open(self) -> bool:
        """Whether somebody may be waiting at the table."""
        return not self.signed and not self.absent

    @property
    def latest(self) -> str:
        """The event that is taken back first."""
        return self.signed or self.substituted or self.absent

    def signs_as(self, party: Party) -> Party:
        """The party as it signs: the stand-in in its place, where there is one."""
        return self.stand_in.in_place_of(party) if self.stand_in else party


UNSIGNED = SignerState()


class SignVerdict(StrEnum):
    """The answers to a badge scanned at the signing table, in the order of deciding."""

    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    NOT_A_SIGNER = "not_a_signer"
    ALREADY = "already"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class SignAnswer:
    """The answer to one such scan, given only once it is durable.

    `first_at` is when the signature that counts was recorded. `attended` says whether an arrival
    of that person stands in the session: signing never records one. `signer` is the id under
    which it counts, a party's on the representatives' sheet. `revoked_at` and `replaced`
    tell of a revoked badge, as the door does. Moments are local ISO.
    """

    seq: int
    event: str
    verdict: SignVerdict
    token: str
    person: Seen | None
    at: str
    first_at: str = ""
    attended: bool = False
    signer: str = ""
    revoked_at: str = ""
    replaced: bool = False


def signing_order(details: Details) -> tuple[Party, ...]:
    """Everybody who signs the representatives' sheet, in order."""
    return tuple(party for role in SIGNING_ROLES for party in details.with_role(role))


def head_last(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties with the head of the office behind the other representatives.

    The head is known by the number, the name or the post of whoever presides.
    """
    everybody = tuple(parties)
    heads = [party for party in everybody if party.role is Role.PRESIDER]
    last = [
        party
        for party in everybody
        if party.role is Role.REPRESENTATIVE and any(_is_same(party, head) for head in heads)
    ]
    return (*(party for party in everybody if party not in last), *last)


def added(parties: Iterable[Party], party: Party) -> tuple[Party, ...]:
    """The parties with one more behind the others; the head stays last where it was."""
    everybody = tuple(parties)
    more = (*everybody, party)
    if _representatives(everybody) == _representatives(head_last(everybody)):
        return head_last(more)
    return more


def moved(parties: Sequence[Party], identity: str, by: int) -> tuple[Party, ...]:
    """The parties with one of them moved among those of its role; as they were at the end."""
    same = [party for party in parties if party.role is _role_of(parties, identity)]
    at = [party.id for party in same].index(identity)
    if not 0 <= at + by < len(same):
        return tuple(parties)
    same.insert(at + by, same.pop(at))
    places = iter(same)
    role = same[0].role
    return tuple(next(places) if party.role is role else party for party in parties)


def _representatives(parties: Iterable[Party]) -> list[Party]:
    return [party for party in parties if party.role is Role.REPRESENTATIVE]


def _role_of(parties: Sequence[Party], identity: str) -> Role:
    return next(party.role for party in parties if party.id == identity)


def _is_same(party: Party, head: Party) -> bool:
    return (
        (bool(party.person) and party.person == head.person)
        or (bool(party.id_number) and party.id_number == head.id_number)
        or (bool(party.name) and sort_key(party.name) == sort_key(head.name))
        or (bool(party.post) and party.post.casefold() == head.post.casefold())
    )
