"""Rows that may be one person."""

from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.lookalikes import kept_first, lookalikes
from ceremony_app.domain.people import Person, PersonKind

NIP, OTHER = "197001011995031001", "197001011995031002"


def row(identity: str, name: str, number: str = "", kind: PersonKind = PersonKind.STAFF) -> Person:
    return Person(id=identity, name=name, id_number=number, kind=kind)


def found(*people: Person) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in lookalikes(people)]


def test_the_same_number_after_a_merge() -> None:
    assert found(row("a", "Sri Yusuf", NIP), row("b", "Sri Yusfini Yusuf, S.H.", NIP)) == [
        ("a", "b")
    ]


def test_a_guest_with_the_name_of_somebody_on_the_roster_is_the_one_that_goes() -> None:
    guest = row("guest", "sri yusuf", kind=PersonKind.GUEST)
    assert found(guest, row("staff", "Dr. Sri Yusuf, S.H.", NIP)) == [("staff", "guest")]


def test_two_numbers_are_two_people_whatever_their_names() -> None:
    assert found(row("a", "Sri Yusuf", NIP), row("b", "Sri Yusuf", OTHER)) == []


def test_of_three_the_one_without_a_number_is_paired() -> None:
    rows = (row("a", "Sri Yusuf", NIP), row("b", "Sri Yusuf", OTHER), row("c", "Sri Yusuf"))
    assert found(*rows) == [("a", "c")]


def test_nameless_rows_are_nobody_in_particular() -> None:
    assert found(row("a", ""), row("b", "")) == []


def test_the_row_that_says_more_is_kept() -> None:
    bare, numbered = row("a", "Sri"), row("b", "Sri", NIP)
    assert kept_first(bare, numbered) == kept_first(numbered, bare) == (numbered, bare)


NAMES = st.sampled_from(["Sri Yusuf", "Dr. Sri Yusuf", "Budi", "Ni Luh Ayu"])
ROWS = st.builds(row, st.uuids().map(str), NAMES, st.sampled_from(["", NIP, OTHER]))


@given(st.lists(ROWS, max_size=12))
def test_nobody_is_in_two_pairs_and_no_two_numbers_are_one(people: list[Person]) -> None:
    pairs = lookalikes(people)
    ids = [person.id for pair in pairs for person in pair]
    assert len(ids) == len(set(ids))
    assert all(one.id_number == other.id_number or not other.id_number for one, other in pairs)
