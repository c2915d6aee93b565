"""Random names for things that events speak of."""

import secrets


def new_id() -> str:
    """A stable random id of 80 bits in lower-case hex.

    Merging depends on ids never colliding between laptops: among ten million ids the chance
    of any two being equal is below 1 in 10 to the power of 10.
    """
    return secrets.token_hex(10)


def new_ids(count: int) -> list[str]:
    """Many ids at a time, for a roster."""
    digits = secrets.token_hex(10 * count)
    return [digits[at : at + 20] for at in range(0, len(digits), 20)]


def new_salt() -> bytes:
    """Sixteen random bytes that keep a row's hash from being guessed (a NIP can be)."""
    return new_salts(1)[0]


def new_salts(count: int) -> list[bytes]:
    """Salts for many rows at a time."""
    drawn = secrets.token_bytes(16 * count)
    return [drawn[at : at + 16] for at in range(0, len(drawn), 16)]
