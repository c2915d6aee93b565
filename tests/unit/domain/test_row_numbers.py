"""Numbers of a printed list: what is meant is taken, what is not is refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.row_numbers import row_numbers


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12, 15, 20-23", (12, 15, 20, 21, 22, 23)),
        (" 3;1 2\n4. ", (1, 2, 3, 4)),
        ("20 - 22", (20, 21, 22)),
        ("20\N{EN DASH}22, 21", (20, 21, 22)),
        ("5-5", (5,)),
    ],
)
def test_what_people_write(typed: str, meant: tuple[int, ...]) -> None:
    assert row_numbers(typed, 30) == meant


@pytest.mark.parametrize(
    ("typed", "key", "named"),
    [
        ("", "paper_list.no_numbers", ""),
        (" , ", "paper_list.no_numbers", ""),
        ("12, x7, 20-", "paper_list.not_numbers", "x7, 20-"),
        ("34-20", "paper_list.not_numbers", "34-20"),
        ("1-2-3", "paper_list.not_numbers", "1-2-3"),
        ("0, 31, 29-32, 4", "paper_list.not_on_list", "0, 31, 29-32"),
        ("1234567", "paper_list.not_numbers", "1234567"),
        ("\N{ARABIC-INDIC DIGIT ONE}", "paper_list.not_numbers", "\N{ARABIC-INDIC DIGIT ONE}"),
    ],
)
def test_what_cannot_be_is_named(typed: str, key: str, named: str) -> None:
    with pytest.raises(Refused) as caught:
        row_numbers(typed, 30)
    told = caught.value.message
    assert told.key == key
    assert told.values.get("parts", "") == named


@given(st.sets(st.integers(1, 400), min_size=1), st.sampled_from([", ", " ", ";", "\n"]))
def test_every_list_comes_back(numbers: set[int], between: str) -> None:
    assert row_numbers(between.join(map(str, numbers)), 400) == tuple(sorted(numbers))


@given(st.text())
def test_nothing_is_guessed(typed: str) -> None:
    """Whatever is typed, it is numbers of the list or a known refusal."""
    try:
        numbers = row_numbers(typed, 50)
    except Refused:
        return
    assert all(1 <= number <= 50 for number in numbers)
    assert any(letter.isdigit() for letter in typed)
