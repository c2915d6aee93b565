"""Pages as people write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.printing import JobState, page_ranges


@pytest.mark.parametrize(
    ("written", "ranges"),
    [
        ("", ((1, 9),)),
        ("  ", ((1, 9),)),
        ("3", ((3, 3),)),
        ("1-3, 5", ((1, 3), (5, 5))),
        ("5; 1 – 3", ((1, 3), (5, 5))),
        ("1,2,3", ((1, 3),)),
        ("2-4,3-6", ((2, 6),)),
    ],
)
def test_pages_as_people_write_them(written: str, ranges: tuple[tuple[int, int], ...]) -> None:
    assert page_ranges(written, 9) == ranges


@pytest.mark.parametrize(
    ("written", "key", "told"),
    [
        ("satu", "printing.pages", "satu"),
        ("1-", "printing.pages", "1-"),
        ("1,,2", "printing.pages", "1,,2"),
        ("-2", "printing.pages", "-2"),
        ("10", "printing.no_such_page", "10"),
        ("0", "printing.no_such_page", "0"),
        ("5-3", "printing.no_such_page", "5-3"),
    ],
)
def test_what_cannot_be_printed_is_named(written: str, key: str, told: str) -> None:
    with pytest.raises(Refused) as caught:
        page_ranges(written, 9)
    assert caught.value.message.key == key
    assert caught.value.message.values["pages"] == told


@given(st.sets(st.integers(1, 60), min_size=1))
def test_ranges_hold_the_pages_that_were_asked_for_and_no_others(pages: set[int]) -> None:
    ranges = page_ranges(",".join(map(str, pages)), 60)
    assert {page for first, last in ranges for page in range(first, last + 1)} == pages
    assert all(one[1] + 1 < other[0] for one, other in pairwise(ranges))


def test_only_what_may_be_on_paper_would_be_printed_twice() -> None:
    may_be = {JobState.DONE, JobState.SENT, JobState.GONE}
    assert {state for state in JobState if state.is_on_paper} == may_be
    assert all(state.is_over for state in JobState if state.is_on_paper)
