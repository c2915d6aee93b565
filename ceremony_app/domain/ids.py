"""Random names for things that events speak of."""

import secrets


def new_id() -> str:
    """A stable random id of 80 bits in lower-case hex.

    Merging depends on ids never colliding between laptops: among ten million ids the chance
    of any two being equal is below 1 in 10 to the power of 10.
    """
    return secrets.token_hex(10)


def new_salt() -> bytes:
    """Sixteen random bytes that keep a row's hash from being guessed (a NIP can be)."""
    return secrets.token_bytes(16)
