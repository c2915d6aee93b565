"""How far away words are read."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Look
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.legibility import Reach, is_measured, least_capital, read_metres

metres = st.floats(0.5, 60)


def look(depth: float, height: float) -> Look:
    return Look(hall_depth_m=depth, picture_height_m=height)


@given(metres, metres)
def test_the_last_row_sees_the_least_capital_at_twenty_two_minutes(
    depth: float, height: float
) -> None:
    seen = math.atan(least_capital(look(depth, height)) * height / depth)
    assert math.degrees(seen) * 60 == pytest.approx(22.2, abs=0.1)


@given(metres, metres)
def test_a_text_in_the_least_letters_is_read_to_the_last_row(depth: float, height: float) -> None:
    reach = Reach(least_capital(look(depth, height)), part=0, phrase=0, pages=1)
    assert reach.metres(height) == pytest.approx(depth)
    assert reach.height_for(depth) == pytest.approx(height)


def test_twice_the_picture_is_read_twice_as_far() -> None:
    reach = Reach(0.05, part=0, phrase=0, pages=1)
    assert reach.metres(2.0) == pytest.approx(15.5)
    assert reach.metres(4.0) == pytest.approx(31.0)


@pytest.mark.parametrize("unknown", [look(0, 2), look(18, 0), Look()])
def test_what_nobody_measured_asks_for_nothing(unknown: Look) -> None:
    assert not is_measured(unknown)
    assert least_capital(unknown) == 0


@pytest.mark.parametrize(
    ("words", "length"),
    [("12", 12), ("12,5", 12.5), (" 2.25 m ", 2.25), ("18 meter", 18), ("18M", 18), ("", 0)],
)
def test_lengths_are_read_as_people_type_them(words: str, length: float) -> None:
    assert read_metres(words) == length


@pytest.mark.parametrize("words", ["dua belas", "12,5,1", "-3", "301", "nan", "inf", "1e9", "3 km"])
def test_what_is_no_length_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        read_metres(words)
