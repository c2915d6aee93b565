"""The token in a badge's code: a random name that says nothing about its holder.

`IK`, sixteen characters of 80 random bits, one check character. The alphabet leaves out
I, L, O and U; the check is a weighted sum over GF(32) (x^5 + x^2 + 1) in which every position
has its own non-zero weight, so that every single substitution and every swap of neighbours
changes the sum.
"""

import re
import secrets
from functools import cache

PREFIX = "IK"
LENGTH = 19
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_PAYLOAD = 16
_POLYNOMIAL = 0b100101
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_LOOKALIKES = str.maketrans("ILO", "110")
_BODY = re.compile(f"[{ALPHABET}]{{17}}")

# By byte: the character for its lower five bits. Eight rounds of 32 make the 256 bytes.
_SPELLED = ALPHABET.encode() * 8


def new_token() -> str:
    """A fresh token from the system's randomness."""
    return new_tokens(1)[0]


def new_tokens(count: int) -> list[str]:
    """Fresh tokens, many at a time: a roster has its tokens at once.

    All tokens are worked together, position by position: a position of all of them is every
    sixteenth byte, and XOR of long numbers is XOR of all their bytes.
    """
    drawn = secrets.token_bytes(_PAYLOAD * count)
    total = 0
    for position, weighed in enumerate(_weighed()):
        column = drawn[position::_PAYLOAD].translate(weighed)
        total ^= int.from_bytes(column, "big")
    checks = total.to_bytes(count, "big").translate(_SPELLED).decode()
    payloads = drawn.translate(_SPELLED).decode()
    return [
        PREFIX + payloads[at * _PAYLOAD : (at + 1) * _PAYLOAD] + checks[at] for at in range(count)
    ]


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
    total = _VALUE[body[_PAYLOAD]]
    for weighed, character in zip(_weighed(), body[:_PAYLOAD], strict=True):
        total ^= weighed[_VALUE[character]]
    return None if total else PREFIX + body


@cache
def _weighed() -> tuple[bytes, ...]:
    """By position of the payload: what each value adds to the check, for any byte that holds it.

    Position i has weight x to the power of i + 1: powers of a generator, so all are different,
    and none is that of the check, which has weight one.
    """
    tables, weight = [], 1
    for _ in range(_PAYLOAD):
        weight = _times_x(weight)
        tables.append(bytes(_multiply(weight, value) for value in range(32)) * 8)
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
