"""What the hall counts, from what a file holds."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.live import StandingIn
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.signing import SignatureSource, StandIn
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.hall_figures import HallCounts, arrivals
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from tests.helpers.desks import ceremonies, make_ceremony


def minute(of_day: int, day: str = "2023-02-13") -> str:
    return f"{day}T{of_day // 60:02}:{of_day % 60:02}"


def test_nobody_came_is_no_curve() -> None:
    assert arrivals([]) is None


def test_a_span_holds_all_who_came_until_its_end() -> None:
    found = arrivals([(minute(450), 2), (minute(451), 1), (minute(475), 4)])
    assert found is not None
    assert (found.start, found.minutes) == (450, 2)
    assert found.counts[:2] == (3, 3)
    assert (found.counts[-2:], len(found.counts)) == ((3, 7), 13)


def test_who_came_the_day_before_was_there_from_the_beginning() -> None:
    found = arrivals([(minute(900, "2023-02-12"), 5), (minute(480), 1), (minute(481), 1)])
    assert found is not None
    assert (found.start, found.minutes, found.counts) == (480, 1, (6, 7))


@given(st.dictionaries(st.integers(0, 24 * 60 - 1), st.integers(1, 50), min_size=1))
def test_a_curve_never_falls_never_loses_anybody_and_stays_short(came: dict[int, int]) -> None:
    found = arrivals([(minute(at), came[at]) for at in sorted(came)])
    assert found is not None
    assert list(found.counts) == sorted(found.counts)
    assert found.counts[-1] == sum(came.values())
    assert 1 <= len(found.counts) <= 24
    assert found.start <= min(came)
    assert found.start + found.minutes * len(found.counts) > max(came)


def test_the_figures_of_a_file(tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", people=5)
    with ceremonies().open(path) as file:
        session = Sessions(file).main()
        people = PeopleDesk(file).everyone()
        door = CheckIn(file, session, "Timur")
        for person in people[:3]:
            door.mark(person, Status.PRESENT)
        witness = Party("saksi", Role.WITNESS, "Maria Sinta Lestari", "Ketua")
        details = Preparation(file).details()
        Preparation(file).change_details(replace(details, parties=(*details.parties, witness)))
        pact = details.pacts[0]
        first = details.with_role(Role.REPRESENTATIVE)[0]
        Signing(file).sign(pact, first, session, SignatureSource.OPERATOR)
        Signing(file).witness_present(witness, session)
        second, third = details.with_role(Role.REPRESENTATIVE)[1:]
        Signing(file).absent(pact, second, session, "dinas luar")
        Signing(file).substitute(pact, third, StandIn("Andi", "Kabag"), session, "cuti")
        found = HallCounts(file).read(session, [pact.id, "another"])
    assert (found.present, found.expected) == (3, 5)
    assert sum(one.present for one in found.divisions) == 3
    assert found.arrivals is not None
    assert found.arrivals.counts[-1] == 3
    assert found.signed == {pact.id: frozenset({first.id}), "another": frozenset()}
    assert found.witnessed == {witness.id}
    assert found.absent[pact.id] == {second.id}
    assert found.standing_in[pact.id] == (StandingIn(third.id, "Andi", "Kabag"),)
