"""The token in a badge's code: a random name that says nothing about its holder.

`IK`, sixteen characters of 80 random bits, one check character. The alphabet leaves out
I, L, O and U; the check is a weighted sum over GF(32) (x^5 + x^2 + 1) in which every position
has its own non-zero weight, so that every single substitution and every swap of neighbours
changes the sum.
"""

import re
import secrets
from array import array
from functools import cache

PREFIX = "IK"
LENGTH = 19
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_POLYNOMIAL = 0b100101
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_LOOKALIKES = str.maketrans("ILO", "110")
_BODY = re.compile(f"[{ALPHABET}]{{17}}")

# The payload is worked in pairs of characters, ten bits each: a roster has its tokens at once.
_PAIRS = tuple(first + second for first in ALPHABET for second in ALPHABET)
_PAIR_MASK = 1023


def new_token() -> str:
    """A fresh token from the system's randomness."""
    return new_tokens(1)[0]


def new_tokens(count: int) -> list[str]:
    """Fresh tokens, many at a time."""
    words = array("H", secrets.token_bytes(16 * count))
    pairs = [word & _PAIR_MASK for word in words]
    return [_spelled(*eight) for eight in zip(*[iter(pairs)] * 8, strict=True)]


def read_token(scanned: str) -> str | None:
    """The token in its one spelling, or None where it is not one; nothing is guessed.

    Either case is read, blanks and hyphens are dropped, and after the prefix I and L stand
    for 1 and O for 0.
    """
    plain = "".join(scanned.split()).replace("-", "")
    # Letters of other scripts must not turn into ours by being put in upper case.
    if len(plain) != LENGTH or not plain.isascii():
        return None
    plain = plain.upper()
    body = plain[len(PREFIX) :].translate(_LOOKALIKES)
    if not plain.startswith(PREFIX) or not _BODY.fullmatch(body):
        return None
    values = [_VALUE[character] for character in body]
    pairs = [values[at] << 5 | values[at + 1] for at in range(0, 16, 2)]
    return PREFIX + body if _check(*pairs) == values[16] else None


def _spelled(a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int) -> str:
    pair = _PAIRS
    payload = pair[a] + pair[b] + pair[c] + pair[d] + pair[e] + pair[f] + pair[g] + pair[h]
    return PREFIX + payload + ALPHABET[_check(a, b, c, d, e, f, g, h)]


def _check(a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int) -> int:
    """The value of the check character, which has weight one."""
    p, q, r, s, t, u, v, w = _weighed()
    return p[a] ^ q[b] ^ r[c] ^ s[d] ^ t[e] ^ u[f] ^ v[g] ^ w[h]


@cache
def _weighed() -> tuple[tuple[int, ...], ...]:
    """By pair of positions: what each pair of characters adds to the check.

    Position i of the payload has weight x to the power of i + 1: powers of a generator, so all
    are different, and none is that of the check.
    """
    weights, weight = [], 1
    for _ in range(16):
        weight = _times_x(weight)
        weights.append(weight)
    tables = []
    for at in range(0, 16, 2):
        firsts = [_multiply(weights[at], value) for value in range(32)]
        seconds = [_multiply(weights[at + 1], value) for value in range(32)]
        tables.append(tuple(first ^ second for first in firsts for second in seconds))
    return tuple(tables)


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 32 else doubled


def _multiply(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a, b = _times_x(a), b >> 1
    return product
