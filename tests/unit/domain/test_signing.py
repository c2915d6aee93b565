"""Who signs after whom."""

from dataclasses import replace

import pytest

from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.signing import added, head_last, moved

HEAD = Party("h", Role.PRESIDER, "Dr. Tejo Harwanto", "Kepala Kantor Wilayah", id_number="123")
FIRST = Party("1", Role.REPRESENTATIVE, "Masjuno", "Kepala Divisi Pemasyarakatan")
SECOND = Party("2", Role.REPRESENTATIVE, "Sri Yusfini Yusuf", "Kepala Divisi Administrasi")


@pytest.mark.parametrize(
    "head",
    [
        Party("3", Role.REPRESENTATIVE, "Tejo Harwanto, S.H."),
        Party("3", Role.REPRESENTATIVE, "", "KEPALA KANTOR WILAYAH"),
        Party("3", Role.REPRESENTATIVE, "Lain", id_number="123"),
    ],
)
def test_the_head_of_the_office_signs_last(head: Party) -> None:
    assert head_last((HEAD, head, FIRST, SECOND)) == (HEAD, FIRST, SECOND, head)


def test_others_stay_in_their_order() -> None:
    parties = (SECOND, HEAD, FIRST)
    assert head_last(parties) == parties
    blank = Party("b", Role.PRESIDER)
    assert head_last((blank, replace(FIRST, name="", post=""), SECOND))[1].id == "1"


def test_another_one_is_put_before_the_head_unless_a_hand_moved_it() -> None:
    head = replace(HEAD, id="3", role=Role.REPRESENTATIVE)
    witness = Party("w", Role.WITNESS, "A. Warits")
    assert [p.id for p in added((HEAD, FIRST, head, witness), SECOND)] == ["h", "1", "w", "2", "3"]
    assert [p.id for p in added((HEAD, head, FIRST), SECOND)] == ["h", "3", "1", "2"]


def test_one_moves_among_those_of_the_same_part() -> None:
    assert moved((FIRST, HEAD, SECOND), "1", 1) == (SECOND, HEAD, FIRST)
    assert moved((FIRST, HEAD, SECOND), "1", -1) == (FIRST, HEAD, SECOND)
