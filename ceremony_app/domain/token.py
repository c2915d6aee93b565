"""The token in a badge's code: a random name that says nothing about its holder.

`IK`, sixteen characters of 80 random bits, one check character. The alphabet leaves out
I, L, O and U; the check is a weighted sum over GF(32) (x^5 + x^2 + 1) in which every position
has its own non-zero weight, so that every single substitution and every swap of neighbours
changes the sum.
"""

import secrets

PREFIX = "IK"
LENGTH = 19
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_PAYLOAD = 16
_POLYNOMIAL = 0b100101
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_LOOKALIKES = str.maketrans("ILO", "110")


def _powers_of_x() -> tuple[int, ...]:
    powers = [1]
    while len(powers) < _PAYLOAD + 1:
        power = powers[-1] << 1
        powers.append(power ^ _POLYNOMIAL if power & 32 else power)
    return tuple(powers)


def _multiply(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 32:
            a ^= _POLYNOMIAL
        b >>= 1
    return product


# _TIMES[i][v]: the value v weighted for position i of the payload; the check has weight one.
_TIMES = tuple(
    tuple(_multiply(power, value) for value in range(32)) for power in _powers_of_x()[1:]
)


def _check(payload: str) -> str:
    total = 0
    for row, character in zip(_TIMES, payload, strict=True):
        total ^= row[_VALUE[character]]
    return ALPHABET[total]


def new_token() -> str:
    """A fresh token from the system's randomness."""
    number = int.from_bytes(secrets.token_bytes(10), "big")
    payload = "".join(ALPHABET[(number >> shift) & 31] for shift in range(75, -1, -5))
    return PREFIX + payload + _check(payload)


def read_token(scanned: str) -> str | None:
    """The token in its one spelling, or None where it is not one; nothing is guessed.

    Either case is read, blanks and hyphens are dropped, and after the prefix I and L stand
    for 1 and O for 0.
    """
    plain = "".join(scanned.split()).replace("-", "").upper()
    if len(plain) != LENGTH or not plain.startswith(PREFIX) or not plain.isascii():
        return None
    body = plain[len(PREFIX) :].translate(_LOOKALIKES)
    if any(character not in _VALUE for character in body):
        return None
    payload, check = body[:_PAYLOAD], body[_PAYLOAD]
    return PREFIX + body if _check(payload) == check else None
