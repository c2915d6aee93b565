"""The archive code: told from the id, read back from the square."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ids import new_id
from ceremony_app.domain.paper_code import LENGTH, MOST, SheetCode, code_of, read_code, spelled
from ceremony_app.domain.token import new_token, read_token


def test_a_code_is_told_from_the_id_and_always_the_same() -> None:
    assert code_of("0" * 20) == "0" * LENGTH
    assert code_of("ffffffffff0123456789") == "Z" * LENGTH
    assert code_of("00000000010123456789") == "00000001"


@given(st.integers(min_value=0, max_value=10**7), st.integers(min_value=0, max_value=999))
def test_what_the_square_says_is_read_back(sheet: int, page: int) -> None:
    code = code_of(new_id())
    words = spelled(SheetCode(code, sheet, page))
    assert len(words) <= MOST
    read = read_code(f" {words.lower()}\n")
    assert read in (SheetCode(code, sheet, page), SheetCode(code))
    if sheet < 10_000 and page < 100:
        assert read == SheetCode(code, sheet, page)


@pytest.mark.parametrize("scanned", ["", "IKD", "IKD0000000", "IKD0000000U", "IKD00000000:1.", "x"])
def test_anything_else_is_no_code(scanned: str) -> None:
    assert read_code(scanned) is None


def test_neither_is_taken_for_the_other() -> None:
    assert read_code(new_token()) is None
    assert read_token(spelled(SheetCode(code_of(new_id()), 1, 1))) is None
