"""People corrected, added, joined; their badges reissued and revoked."""

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import Person
from ceremony_app.domain.token import new_token
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import HeldBadge, People
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.writer import Entry


class PeopleDesk:
    """Changes to single people of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._people = People(file)

    def everyone(self) -> list[Person]:
        return self._people.everyone()

    def find(self, id_number: str) -> Person:
        """By id number, blanks and dots left out; raises Refused where none or several have it."""
        plain = "".join(c for c in id_number if c.isalnum() or c in "-/")
        found = self._people.by_number(plain) if plain else []
        if not found:
            raise Refused("people.unknown_number", number=plain[-4:])
        if len(found) > 1:
            raise Refused("people.several", number=plain[-4:], count=len(found))
        return found[0]

    def correct(self, person: Person) -> None:
        """Keep a corrected person as a new version of the row."""
        if not person.name.strip():
            raise Refused("people.no_name")
        for other in self._people.by_number(person.id_number) if person.id_number else ():
            if other.id != person.id:
                raise Refused("people.number_taken", name=other.name)
        with self._file.transaction():
            entry = Entry(EventKind.PERSON_CORRECTED, {}, person=person.id)
            self._file.append(entry, Brought(persons=(person,)))

    def add(self, person: Person) -> Person:
        """Add somebody who was not on the roster, with a badge."""
        if not person.name.strip():
            raise Refused("people.no_name")
        if person.id_number and self._people.by_number(person.id_number):
            raise Refused("people.number_exists", number=person.id_number[-4:])
        added = person._replace(id=new_id())
        badge = Badge(new_id(), added.id, new_token())
        with self._file.transaction():
            entry = Entry(EventKind.PERSON_ADDED, {}, person=added.id)
            self._file.append(entry, Brought(persons=(added,), badges=(badge,)))
        return added

    def join(self, duplicate: Person, survivor: Person) -> None:
        """Two rows for one person: from now on the first one's scans count for the second."""
        stands = Attendance(self._file).joined().get(survivor.id, survivor.id)
        if duplicate.id in (survivor.id, stands):
            raise Refused("people.same_row", name=survivor.name)
        with self._file.transaction():
            body = {"survivor": survivor.id}
            self._file.append(Entry(EventKind.PERSON_JOINED, body, person=duplicate.id))

    def badge(self, person: Person) -> HeldBadge | None:
        """The badge that is valid now."""
        return self._people.badges().get(person.id)

    def badges(self) -> dict[str, HeldBadge]:
        """The valid badge of everybody who has one, by the person's id."""
        return self._people.badges()

    def revoke(self, person: Person) -> int:
        """Revoke every badge that a person holds; answers how many, raises Refused for none."""
        held = [badge for badge in self._people.badges_of(person.id) if not badge.revoked]
        if not held:
            raise Refused("people.no_badge", name=person.name)
        with self._file.transaction():
            for badge in held:
                self._revoke(badge, person)
        return len(held)

    def reissue(self, person: Person) -> str:
        """Revoke what a person holds and issue a new badge; answers its token."""
        held = [badge for badge in self._people.badges_of(person.id) if not badge.revoked]
        issued = Badge(new_id(), person.id, new_token())
        with self._file.transaction():
            for badge in held:
                self._revoke(badge, person)
            entry = Entry(EventKind.BADGE_ISSUED, {"badge": issued.id}, person=person.id)
            self._file.append(entry, Brought(badges=(issued,)))
        return issued.token

    def _revoke(self, badge: HeldBadge, person: Person) -> None:
        self._file.append(Entry(EventKind.BADGE_REVOKED, {"badge": badge.id}, person=person.id))
