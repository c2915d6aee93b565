"""One badge alone: issued at the door in place of the old one, and made as a PDF."""

from dataclasses import dataclass
from pathlib import Path

from ceremony_app.documents.badges import make_badges
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.papers import BadgePrint, BadgeSheet, Made
from ceremony_app.domain.people import Person
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class IssuedBadge:
    """A badge that was just issued, and whose it is."""

    person: Person
    token: str


def reissue(file: CeremonyFile, person: Person) -> IssuedBadge:
    """Revoke what a person holds and issue a new badge."""
    return IssuedBadge(person, PeopleDesk(file).reissue(person))


def print_badge(
    file: CeremonyFile,
    stationery: Stationery,
    badge: IssuedBadge,
    out: Path,
    layout: BadgeLayout = BadgeLayout.GRID,
) -> Made:
    """Write one badge as PDF, on a label or with marks along which to cut, and record it.

    Raises FileTrouble and DiskTrouble where it cannot be written; then nothing is recorded.
    """
    details, person = Preparation(file).details(), badge.person
    printed = BadgePrint(
        name=person.name,
        post=person.post,
        division=person.division or person.institution,
        token=badge.token,
        id_number=person.id_number,
    )
    if details.rehearsal:
        stationery = stationery.for_rehearsal()
    sheet = BadgeSheet((printed,), heading=details.title, layout=layout)
    made = make_badges(stationery, sheet, out, details.paper)
    body: dict[str, Json] = {
        "badges": 1,
        "document": new_id(),
        "form": "pdf",
        "kind": "badge",
        "pages": made.pages,
        "sha256": made.sha256,
    }
    with file.transaction():
        file.append(Entry(EventKind.DOCUMENT_MADE, body, person=person.id))
    return made
