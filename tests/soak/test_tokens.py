"""A million tokens: none twice, none that a slip makes another, none that lets a stranger in."""

import random
from collections import Counter
from pathlib import Path

import pytest

from ceremony_app.domain.token import ALPHABET, new_tokens, read_token
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, new_file
from tests.helpers.ceremony_files import tokens as tokens_of
from tests.helpers.odd_tokens import odd_tokens
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


@pytest.mark.timeout(7200)
def test_a_million_odd_ones_let_nobody_in(tmp_path: Path) -> None:
    """Random and mutated, each through the door as a scan and a transaction of its own.

    Only the disk is not waited for: how a million syncs end is no question here, and they would
    be most of the time.
    """
    with new_file(tmp_path / "upacara.ikrar", 300) as file:
        file.connection.execute("PRAGMA synchronous = OFF")
        check_in = door(file)
        odd = odd_tokens(random.Random(23), tokens_of(file), TOKENS)
        verdicts = Counter(check_in.scan(text).verdict for text in odd)
        assert verdicts.keys() == {Verdict.MALFORMED, Verdict.UNKNOWN}
        assert verdicts.total() == TOKENS
        assert check_in.present_count() == 0
        assert verify(file).ok
