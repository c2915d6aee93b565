"""What scanners might send in place of a badge's code: made up, damaged, cut, run together."""

import random
from collections.abc import Callable, Iterator, Sequence

from ceremony_app.domain.token import ALPHABET, LENGTH, PREFIX, new_token, read_token
from ceremony_app.scanning.token_text import find_tokens

_KEYS = ALPHABET + "ILOUilou-. /:;,'\"@#&?!çéàş٣И"

_Damage = Callable[[random.Random, str, str], str]


def odd_tokens(dice: random.Random, badges: Sequence[str], count: int) -> Iterator[str]:
    """So many scans, none of which holds the whole code of a badge; every kind comes as often."""
    known, kinds = set(badges), list(_KINDS)
    made = 0
    while made < count:
        text = kinds[made % len(kinds)](dice, dice.choice(badges), dice.choice(badges))
        whole = [text[start:end] for start, end in find_tokens(text)]
        if {read_token(one) for one in (text, *whole)} & known:
            continue  # by chance, or by the look-alikes that a code may be read with
        made += 1
        yield text


def _substituted(dice: random.Random, token: str, _: str) -> str:
    at = dice.randrange(LENGTH)
    return token[:at] + dice.choice(_KEYS) + token[at + 1 :]


def _swapped(dice: random.Random, token: str, _: str) -> str:
    at = dice.randrange(LENGTH - 1)
    return token[:at] + token[at + 1] + token[at] + token[at + 2 :]


def _left_out(dice: random.Random, token: str, _: str) -> str:
    at = dice.randrange(LENGTH)
    return token[:at] + token[at + 1 :]


def _put_in(dice: random.Random, token: str, _: str) -> str:
    at = dice.randrange(1, LENGTH)
    return token[:at] + dice.choice(_KEYS) + token[at:]


def _doubled(dice: random.Random, token: str, _: str) -> str:
    at = dice.randrange(1, LENGTH - 1)
    return token[:at] + token[at] + token[at:]


def _cut(dice: random.Random, token: str, _: str) -> str:
    return token[: dice.randrange(1, LENGTH)]


def _run_together(dice: random.Random, token: str, other: str) -> str:
    at = dice.randrange(1, LENGTH)
    return token[:at] + other[at:]


def _interleaved(dice: random.Random, token: str, other: str) -> str:
    left, right, mixed = list(token), list(other), ""
    while left or right:
        mixed += (left if left and (not right or dice.random() < 0.5) else right).pop(0)
    return mixed


def _much_damaged(dice: random.Random, token: str, _: str) -> str:
    for _damage in range(dice.randrange(2, 6)):
        token = _substituted(dice, token, "")
    return token


def _well_formed(_dice: random.Random, _token: str, _other: str) -> str:
    return new_token()


def _right_shape(dice: random.Random, _token: str, _other: str) -> str:
    return PREFIX + "".join(dice.choices(ALPHABET, k=LENGTH - len(PREFIX)))


def _anything(dice: random.Random, _token: str, _other: str) -> str:
    return "".join(dice.choices(_KEYS, k=dice.randrange(1, 40)))


_KINDS: tuple[_Damage, ...] = (
    *(_substituted, _swapped, _left_out, _put_in, _doubled, _cut, _run_together, _interleaved),
    *(_much_damaged, _well_formed, _right_shape, _anything),
)
