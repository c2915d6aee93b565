"""Photographs of printed badges: most are read, whatever happened to the card, and none as another.

The rates by kind of damage are measured by `python -m benchmarks photographs`.
"""

import random

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.token import new_tokens
from ceremony_app.locator import Locator
from tests.helpers.photographs import Cards, Damage, photograph, printed_cards, read

TAKEN = 5


@pytest.fixture(scope="module")
def cards(locator: Locator, tmp_path_factory: pytest.TempPathFactory) -> Cards:
    folder = tmp_path_factory.mktemp("cards")
    return printed_cards(Stationery.of(locator), new_tokens(TAKEN), folder)


@pytest.mark.parametrize("damage", Damage)
def test_photographs(cards: Cards, damage: Damage) -> None:
    dice = random.Random(7)
    found = {token: read(photograph(card, damage, dice)) for token, card in cards.items()}
    assert all(texts in ([token], []) for token, texts in found.items()), "read as another code"
    assert sum(bool(texts) for texts in found.values()) >= TAKEN - 2
