"""People of the roster, and people with a part in the ceremony."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class PersonKind(StrEnum):
    """Staff come from the roster; guests are written down at the door."""

    STAFF = "staff"
    GUEST = "guest"


class IdKind(StrEnum):
    """What an id number is: decided by `ceremony_app.domain.id_numbers`."""

    NIP = "nip"
    NI_PPPK = "ni_pppk"
    NRP = "nrp"
    LOCAL = "local"
    NONE = "none"


class Person(NamedTuple):
    """One person of the roster, or a guest. A tuple, since a roster may have a hundred thousand.

    `name` is kept as written, titles and all. `id_number` has no blanks or dots; it is empty
    for guests. `rank` is the pangkat/golongan as printed ("Penata, III/c"). `staff_kind` is the
    roster's STATUS column as written (PNS, PPPK, PPNPN, ...). Birth date, religion, telephone
    and any view of politics have no place here (UU 27/2022: as little as needed).
    """

    id: str
    name: str
    id_number: str = ""
    id_kind: IdKind = IdKind.NONE
    rank: str = ""
    post: str = ""
    division: str = ""
    staff_kind: str = ""
    institution: str = ""
    kind: PersonKind = PersonKind.STAFF
    active: bool = True


class Role(StrEnum):
    """The parts in a ceremony; one person may have several."""

    PRESIDER = "presider"
    READER = "reader"
    REPRESENTATIVE = "representative"
    WITNESS = "witness"
    ACKNOWLEDGER = "acknowledger"


ACTING_PREFIXES = ("Plt.", "Plh.")
"""An acting head, and one for some days: before the post wherever it is named."""

ON_BEHALF, BY_MANDATE = "a.n.", "u.b."
"""Signs in the name of a higher post; by mandate of the one who would (a.n. A, B, u.b., C)."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with a part in the ceremony, by role.

    `id` is stable and stands in events. `prefix` is one of `ACTING_PREFIXES`, ON_BEHALF,
    BY_MANDATE or empty; for the last two `on_behalf_of` is the post in whose name is signed,
    and for BY_MANDATE `mandated_by` the post that passed it on. `person` is the roster's id
    where the party is on the roster, else empty. `signs` asks for a signature block for a
    witness: being there and signing are two facts. A blank name is printed as a blank to be
    filled in, never invented.
    """

    id: str
    role: Role
    name: str = ""
    post: str = ""
    prefix: str = ""
    division: str = ""
    institution: str = ""
    rank: str = ""
    id_number: str = ""
    id_kind: IdKind = IdKind.NONE
    person: str = ""
    signs: bool = False
    on_behalf_of: str = ""
    mandated_by: str = ""

    @property
    def styled_post(self) -> str:
        """The post as it is said in running text and in the hall, empty where there is none.

        In whose name somebody signs is said above the signature only.
        """
        acting = "" if self.prefix in (ON_BEHALF, BY_MANDATE) else self.prefix
        return f"{acting} {self.post}".strip() if self.post else ""
