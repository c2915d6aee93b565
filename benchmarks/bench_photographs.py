"""How many photographs of printed badges are not read, by what has happened to the card.

Pages as they are printed, rendered, cut, bent, tilted, turned, blurred, shaded and spoilt
(`tests/helpers/photographs.py`), 60 of each, read as the door's camera reads them, one picture
each. A door's camera takes 30 a second, so that one of a few has to be read, not every one. Beside
each share stands the most that is allowed. One that is read as another code ends the run.
"""

import random
import tempfile
from pathlib import Path

from benchmarks.figures import Row, show
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.token import new_tokens
from ceremony_app.locator import installed
from tests.helpers.photographs import Cards, Damage, photograph, printed_cards, read

PHOTOGRAPHS = 60
ALLOWED = {Damage.HELD: 2.0, Damage.FAR: 10.0, Damage.CREASED: 30.0, Damage.EVERYTHING: 40.0}
_MOST = 20.0


def rows(count: int = PHOTOGRAPHS) -> list[Row]:
    """Of each kind of damage, the share in percent that one picture was not enough for."""
    dice = random.Random(20230213)
    with tempfile.TemporaryDirectory() as folder:
        cards = printed_cards(Stationery.of(installed()), new_tokens(count), Path(folder))
    return [_row(cards, damage, dice) for damage in Damage]


def _row(cards: Cards, damage: Damage, dice: random.Random) -> Row:
    unread = 0
    for token, card in cards.items():
        found = read(photograph(card, damage, dice))
        if found not in ([token], []):
            raise AssertionError(f"{token} was read as {found}, {damage}")
        unread += not found
    share, most = 100 * unread / len(cards), ALLOWED.get(damage, _MOST)
    name = f"photographs of badges not read, {damage} ({len(cards)} taken)"
    return Row(name, share, most, share / most, 1.0, "%")


if __name__ == "__main__":
    show(rows())
