"""A million tokens: none twice, and none that a slip turns into another."""

import random

import pytest

from ceremony_app.domain.token import ALPHABET, new_tokens, read_token
from tests.helpers.soak import part_of

pytestmark = pytest.mark.soak

TOKENS = part_of(1_000_000)


@pytest.mark.timeout(3600)
def test_a_million() -> None:
    dice = random.Random(19)
    tokens = new_tokens(TOKENS)
    assert len(set(tokens)) == TOKENS
    for token in tokens:
        at = dice.randrange(2, 19)
        other = dice.choice(ALPHABET.replace(token[at], ""))
        assert read_token(token[:at] + other + token[at + 1 :]) is None
        swapped = token[: at - 1] + token[at] + token[at - 1] + token[at + 1 :]
        assert at == 2 or token[at] == token[at - 1] or read_token(swapped) is None
        assert read_token(token) == token
