from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.console.door.crowd import Crowd
from ceremony_app.domain.attendance import LateRule
from ceremony_app.domain.names import matches
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import PersonState

NAMES = st.sampled_from(
    [
        "Dr. H. Soekardjo, S.H., M.H.",
        "Sukarjo",
        "Ni Wayan Sri",
        "I Made Djoko",
        "R.A. Tjut Nja’ Dien",
        "Komjen Pol. Andap Budhi Revianto",
        "O’Neill Sjahrir",
    ]
)
TYPED = st.one_of(
    st.sampled_from(["suk", "soe", "sri wa", "joko", "001", "1988 03", "cut", "syah", "andap r"]),
    st.text(max_size=6),
)


def state(number: int, name: str, status: Status | None = None, division: str = "A") -> PersonState:
    person = Person(
        id=f"p{number}", name=name, id_number=f"19660801198803{number:04d}", division=division
    )
    return PersonState(person, status, at="2022-10-17T07:41:00+07:00" if status else "")


@given(st.lists(NAMES, max_size=12), TYPED)
def test_search_finds_whom_the_rule_of_names_means(names: list[str], typed: str) -> None:
    states = [state(number, name) for number, name in enumerate(names)]
    found = {one.person.id for one in Crowd(states).search(typed)}
    assert found == {one.person.id for one in states if matches(typed, one.person)}


def test_counts_are_of_staff_and_guests_are_apart() -> None:
    guest = PersonState(Person(id="g", name="Tamu", kind=PersonKind.GUEST), Status.PRESENT, at="x")
    crowd = Crowd(
        [
            state(1, "Budi", Status.PRESENT),
            state(2, "Ani", Status.LATE),
            state(3, "Cici", Status.SICK),
            state(4, "Dedi", division="B"),
            guest,
        ]
    )
    assert (crowd.total().here, crowd.total().people, crowd.guests()) == (2, 4, 1)
    assert [(c.name, c.here, c.people) for c in crowd.divisions()] == [("A", 2, 3), ("B", 0, 1)]
    assert [one.person.name for one in crowd.missing()] == ["Dedi"]


def test_an_arrival_counts_at_once_and_keeps_lateness() -> None:
    crowd = Crowd([state(1, "Budi"), state(2, "Ani", Status.LATE), state(3, "Cici", Status.SICK)])
    for person in ("p1", "p2", "p3", "nobody"):
        crowd.arrived(person, "2022-10-17T07:41:00+07:00", "Utara", "w:1")
    found = [one.status for one in map(crowd.get, ("p1", "p2", "p3")) if one]
    assert found == [Status.PRESENT, Status.LATE, Status.PRESENT]


@given(st.lists(st.tuples(st.integers(0, 7), st.sampled_from("AB")), max_size=12))
def test_counts_after_arrivals_are_those_of_a_new_reading(people: list[tuple[int, str]]) -> None:
    statuses = (None, Status.PRESENT, Status.LATE, Status.SICK)
    states = [
        state(number, f"P{number}", statuses[kind % 4], division)
        for number, (kind, division) in enumerate(people)
    ]
    crowd = Crowd(states)
    for number, (kind, _) in enumerate(people):
        if kind > 3:
            crowd.arrived(f"p{number}", "2022-10-17T07:41:00+07:00", "Utara", "w:1")
    again = Crowd([one for one in map(crowd.get, (s.person.id for s in states)) if one])
    assert (crowd.total(), crowd.divisions()) == (again.total(), again.divisions())


def test_who_is_scanned_after_the_set_time_is_late_at_once() -> None:
    at = "2023-02-13T08:05:00.000+07:00[WIB]"
    crowd = Crowd([state(1, "Budi"), state(2, "Ani", Status.SICK)], LateRule("08:00"))
    for person in ("p1", "p2"):
        crowd.arrived(person, at, "Utara", "w:1")
        found = crowd.get(person)
        assert found is not None
        assert found.status is Status.LATE
    assert crowd.total().here == 2
