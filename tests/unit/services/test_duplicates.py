"""What rows hold before two of them are joined."""

from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.duplicates import Came, Duplicates
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import door, main_session, tokens


def named(file: CeremonyFile) -> list[Person]:
    return sorted(PeopleDesk(file).everyone(), key=lambda person: person.name)


def test_what_two_rows_hold(file: CeremonyFile) -> None:
    first, second, third = named(file)[:3]
    scanned = door(file).scan(tokens(file)[0])
    later = CheckIn(file, Sessions(file).add("susulan"), "")
    later.mark(first, Status.SICK)
    PeopleDesk(file).revoke(second)
    pact = Preparation(file).details().pacts[0]
    Signing(file).sign(pact, third, main_session(file), SignatureSource.OPERATOR)
    one, two, three = Duplicates(file).holdings([first, second, third])
    assert one.came == (Came("utama", Status.PRESENT, scanned.at), Came("susulan", Status.SICK))
    assert (one.badges, one.signed) == (1, 0)
    assert (two.badges, two.came, two.pledged) == (0, (), 0)
    assert three.signed == 1


def test_what_was_joined_is_held_by_the_row_that_stayed(file: CeremonyFile) -> None:
    first, second = named(file)[:2]
    door(file).scan(tokens(file)[0])
    PeopleDesk(file).join(first, second)
    (held,) = Duplicates(file).holdings([second])
    assert held.badges == 2
    assert [came.status for came in held.came] == [Status.PRESENT]


def test_a_guest_who_is_on_the_roster_is_proposed_until_joined(file: CeremonyFile) -> None:
    person = named(file)[0]
    guest, _ = door(file).guest(person.name.partition(",")[0].upper(), "")
    ((kept, gone),) = Duplicates(file).lookalikes()
    assert (kept.id, gone.id, gone.kind) == (person.id, guest.id, PersonKind.GUEST)
    PeopleDesk(file).join(gone, kept)
    assert Duplicates(file).lookalikes() == []
