"""People corrected, added, joined; badges reissued and revoked."""

import pytest

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import Person
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.people import PeopleDesk
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, tokens


def named(file: CeremonyFile) -> list[Person]:
    return sorted(PeopleDesk(file).everyone(), key=lambda person: person.name)


def refusal(work: object, *arguments: object) -> str:
    with pytest.raises(Refused) as caught:
        work(*arguments)  # type: ignore[operator]
    return caught.value.message.key


def test_find_by_number_however_it_is_written(file: CeremonyFile) -> None:
    person = named(file)[2]
    number = person.id_number
    spaced = f"{number[:8]} {number[8:14]}.{number[14:]}"
    assert PeopleDesk(file).find(spaced) == person
    with pytest.raises(Refused) as caught:
        PeopleDesk(file).find("199999999999999999")
    assert caught.value.message.values == {"number": "9999"}, "never more than four digits"
    assert refusal(PeopleDesk(file).find, " ") == "people.unknown_number"


def test_a_correction_is_a_new_version(file: CeremonyFile) -> None:
    desk, person = PeopleDesk(file), named(file)[0]
    desk.correct(person._replace(name="Nama Benar", rank="Pembina, IV/a"))
    assert desk.find(person.id_number).name == "Nama Benar"
    assert len(desk.everyone()) == 6
    assert door(file).scan(tokens(file)[0]).person is not None
    (versions,) = file.connection.execute(
        "SELECT count(*) FROM person WHERE id = ?", (person.id,)
    ).fetchone()
    assert versions == 2
    assert verify(file).ok


def test_corrections_that_are_refused(file: CeremonyFile) -> None:
    desk, people = PeopleDesk(file), named(file)
    assert refusal(desk.correct, people[0]._replace(name=" ")) == "people.no_name"
    stolen = people[0]._replace(id_number=people[1].id_number)
    assert refusal(desk.correct, stolen) == "people.number_taken"
    desk.correct(people[0]._replace(id_number=""))


def test_somebody_new_has_a_badge(file: CeremonyFile) -> None:
    desk = PeopleDesk(file)
    added = desk.add(Person(id="", name="Pegawai Baru", id_number="123"))
    held = desk.badge(added)
    assert held is not None
    answer = door(file).scan(held.token)
    assert answer.verdict is Verdict.RECORDED
    assert answer.person is not None
    assert answer.person.name == "Pegawai Baru"
    assert refusal(desk.add, Person(id="", name="Lain", id_number="123")) == "people.number_exists"
    assert refusal(desk.add, Person(id="", name="")) == "people.no_name"
    assert verify(file).ok


def test_two_rows_become_one_person(file: CeremonyFile) -> None:
    desk, people, badges = PeopleDesk(file), named(file), tokens(file)
    first = door(file).scan(badges[0])
    desk.join(people[0], people[1])
    assert people[0].id not in {person.id for person in desk.everyone()}
    answer = door(file).scan(badges[1])
    assert (answer.verdict, answer.first_at) == (Verdict.ALREADY, first.at)
    again = door(file).scan(badges[0])
    assert again.verdict is Verdict.ALREADY
    assert again.person is not None
    assert again.person.id == people[1].id, "either badge is hers"
    assert door(file).present_count() == 1
    assert verify(file).ok


def test_joins_are_followed_to_the_end(file: CeremonyFile) -> None:
    desk, people, badges = PeopleDesk(file), named(file), tokens(file)
    for badge in badges[:3]:
        door(file).scan(badge)
    desk.join(people[0], people[1])
    desk.join(people[1], people[2])
    assert door(file).present_count() == 1
    assert len(desk.everyone()) == 4
    assert verify(file).ok
    assert refusal(desk.join, people[3], people[3]) == "people.same_row"
    assert refusal(desk.join, people[2], people[0]) == "people.same_row"


def test_reissue_and_revoke(file: CeremonyFile) -> None:
    desk, person, old = PeopleDesk(file), named(file)[0], tokens(file)[0]
    new = desk.reissue(person)
    assert new != old
    held = desk.badge(person)
    assert held is not None
    assert held.token == new
    assert desk.revoke(person) == 1
    assert desk.badge(person) is None
    assert refusal(desk.revoke, person) == "people.no_badge"
    assert {door(file).scan(token).verdict for token in (old, new)} == {Verdict.REVOKED}
    assert desk.reissue(person)
    assert verify(file).ok


def test_ids_of_other_people_change_nothing(file: CeremonyFile) -> None:
    stranger = Person(id=new_id(), name="Orang Asing")
    assert PeopleDesk(file).badge(stranger) is None
