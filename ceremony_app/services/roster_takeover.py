"""People and badges of an earlier ceremony, taken over into a new one."""

from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.token import new_token
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Active staff of a ceremony, and the badges that still open its door."""

    persons: tuple[Person, ...]
    badges: tuple[Badge, ...]


def read_roster_of(file: CeremonyFile) -> TakenOver:
    """What a ceremony would hand on: its guests and those who left the roster stay behind.

    Badges of a row that was joined to another person's are handed on as that person's. Raises
    Refused where nobody is on the roster.
    """
    people = People(file)
    staff = {
        person.id: person
        for person in people.everyone()
        if person.active and person.kind is PersonKind.STAFF
    }
    if not staff:
        raise Refused("roster_takeover.nobody", file=file.path.name)
    survivors = Attendance(file).joined()
    held = [
        Badge(badge.id, survivors.get(badge.person, badge.person), badge.token)
        for badge in people.valid_badges()
    ]
    return TakenOver(tuple(staff.values()), tuple(one for one in held if one.person in staff))


def bring_in(file: CeremonyFile, taken: TakenOver) -> None:
    """Bring people and badges into a file without any, by one event of the running transaction.

    Everybody keeps the id and the badge: last year's card opens this year's door. Whoever had
    no valid one any more gets a new one.
    """
    holders = {badge.person for badge in taken.badges}
    fresh = tuple(
        Badge(new_id(), person.id, new_token())
        for person in taken.persons
        if person.id not in holders
    )
    body = {"added": len(taken.persons), "deactivated": 0, "unchanged": 0, "updated": 0}
    entry = Entry(EventKind.ROSTER_IMPORTED, body)
    file.append(entry, Brought(persons=taken.persons, badges=(*taken.badges, *fresh)))
