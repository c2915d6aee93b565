"""Tokens: what is read, and that a slip of a finger or of a camera never is."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.token import ALPHABET, LENGTH, PREFIX, new_token, new_tokens, read_token

TOKENS = new_tokens(1000)
LOOKALIKES = {"1": "IL", "0": "O"}


def test_tokens_have_their_shape_and_differ() -> None:
    assert len(set(TOKENS)) == len(TOKENS)
    for token in TOKENS:
        assert len(token) == LENGTH
        assert token.startswith(PREFIX)
        assert set(token[2:]) <= set(ALPHABET)
        assert read_token(token) == token


def test_every_position_takes_every_character() -> None:
    """A bias in drawing would leave characters out; 4,000 tokens leave none out by chance."""
    drawn = new_tokens(4000)
    for position in range(2, LENGTH):
        assert {token[position] for token in drawn} == set(ALPHABET)


def test_every_single_substitution_is_malformed() -> None:
    for token in TOKENS:
        for position in range(2, LENGTH):
            for other in ALPHABET:
                if other != token[position]:
                    changed = token[:position] + other + token[position + 1 :]
                    assert read_token(changed) is None, (token, changed)


def test_every_character_outside_the_alphabet_is_malformed() -> None:
    strange = [chr(code) for code in range(33, 127) if chr(code).upper() not in ALPHABET]
    for token in TOKENS[:50]:
        for position in range(2, LENGTH):
            for other in strange:
                if other in "-" or other.upper() in "ILO":
                    continue
                assert read_token(token[:position] + other + token[position + 1 :]) is None


def test_every_swap_of_neighbours_is_malformed() -> None:
    for token in TOKENS:
        for position in range(2, LENGTH - 1):
            first, second = token[position], token[position + 1]
            if first != second:
                swapped = token[:position] + second + first + token[position + 2 :]
                assert read_token(swapped) is None, (token, swapped)


def test_the_prefix_is_read_as_it_is() -> None:
    for token in TOKENS[:20]:
        for wrong in ("1K", "LK", "KI", "IC", "XK"):
            assert read_token(wrong + token[2:]) is None


def test_lookalikes_are_another_spelling() -> None:
    for token in TOKENS:
        for position in range(2, LENGTH):
            for other in LOOKALIKES.get(token[position], ""):
                assert read_token(token[:position] + other + token[position + 1 :]) == token


@given(st.data())
def test_case_blanks_and_hyphens_do_not_matter(data: st.DataObject) -> None:
    token = data.draw(st.sampled_from(TOKENS))
    spelled = ""
    for character in token:
        spelled += data.draw(st.sampled_from(["", " ", "-", "\t", "\u00a0", " - "]))
        spelled += data.draw(st.sampled_from([character, character.lower()]))
    assert read_token(spelled + "\r\n") == token


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    token = read_token(text)
    assert token is None or read_token(token) == token


@pytest.mark.parametrize("letter", ["\u0131", "\u017f", "\u212a", "\uff29", "\u0399"])
def test_letters_of_other_scripts_are_not_ours(letter: str) -> None:
    """Upper case turns a dotless i into I and a long s into S: that would be guessing."""
    for token in TOKENS[:20]:
        assert read_token(letter + token[1:]) is None
        for position in range(2, LENGTH):
            assert read_token(token[:position] + letter + token[position + 1 :]) is None


def test_too_short_and_too_long_are_malformed() -> None:
    token = new_token()
    assert read_token(token[:-1]) is None
    assert read_token(token + random.choice(ALPHABET)) is None
    assert read_token("") is None
    assert new_tokens(0) == []
