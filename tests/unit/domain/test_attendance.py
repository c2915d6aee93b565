"""Late, missing, quorum: the rules, apart from any file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.attendance import (
    LateRule,
    Quorum,
    Standing,
    Tally,
    standing,
    summed,
)
from ceremony_app.domain.status import Status

EIGHT = LateRule("08:00", "2023-02-13")


@pytest.mark.parametrize(
    ("rule", "people", "needed"),
    [
        (Quorum.NONE, 90, 0),
        (Quorum.HALF, 7, 4),
        (Quorum.MORE_THAN_HALF, 8, 5),
        (Quorum.MORE_THAN_HALF, 7, 4),
        (Quorum.TWO_THIRDS, 9, 6),
        (Quorum.TWO_THIRDS, 10, 7),
        (Quorum.THREE_QUARTERS, 1, 1),
        (Quorum.MORE_THAN_HALF, 0, 0),
        (Quorum.TWO_THIRDS, 0, 0),
    ],
)
def test_how_many_are_a_quorum(rule: Quorum, people: int, needed: int) -> None:
    assert rule.needed(people) == needed


@given(st.sampled_from([q for q in Quorum if q is not Quorum.NONE]), st.integers(1, 100_000))
def test_a_quorum_can_always_be_reached_and_never_by_nobody(rule: Quorum, people: int) -> None:
    assert 1 <= rule.needed(people) <= people


@pytest.mark.parametrize(
    ("arrived", "is_late"),
    [
        ("2023-02-13T07:59:59.999+07:00[WIB]", False),
        ("2023-02-13T08:00:00.000+07:00[WIB]", True),
        ("2023-02-13T11:30:00.000+07:00[WIB]", True),
        ("2023-02-12T19:00:00.000+07:00[WIB]", False),
        ("2023-02-14T07:30:00.000+07:00[WIB]", False),
    ],
)
def test_late_is_from_that_minute_on_and_not_the_day_before(arrived: str, is_late: bool) -> None:
    assert EIGHT.is_late(arrived) is is_late


def test_without_a_time_nobody_is_late() -> None:
    assert not LateRule().is_late("2023-02-13T23:59:00.000+07:00[WIB]")
    assert LateRule("08:00").is_late("2022-01-01T08:01:00.000+07:00[WIB]")


@given(st.sampled_from([None, *Status]))
def test_what_a_hand_set_of_an_arrival_outweighs_the_clock(marked: Status | None) -> None:
    early, late = "2023-02-13T07:40:00.000+07:00", "2023-02-13T08:40:00.000+07:00"
    by_hand = marked if marked and marked.is_here else None
    assert EIGHT.status(marked, early) is (by_hand or Status.PRESENT)
    assert EIGHT.status(marked, late) is (by_hand or Status.LATE)
    assert EIGHT.status(marked, None) is marked
    assert EIGHT.status(marked, "") is (by_hand or Status.PRESENT), "when is not known"


def test_everybody_stands_somewhere() -> None:
    assert {status: standing(status) for status in (None, *Status)} == {
        None: Standing.MISSING,
        Status.PRESENT: Standing.PRESENT,
        Status.LATE: Standing.LATE,
        Status.UNEXPLAINED: Standing.MISSING,
        **dict.fromkeys(
            (
                Status.ASSIGNED_ELSEWHERE,
                Status.LEAVE,
                Status.SICK,
                Status.EXCUSED,
                Status.STUDY,
                Status.ON_DUTY,
                Status.OFF_DUTY,
            ),
            Standing.EXCUSED,
        ),
    }


def test_tallies_add_up() -> None:
    whole = summed([Tally("A", 3, 1, 2, 4), Tally("B", 1, 0, 0, 1)])
    assert whole == Tally("", 4, 1, 2, 5)
    assert (whole.here, whole.people) == (5, 12)
