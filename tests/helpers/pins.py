"""PINs hashed without the effort that makes guessing slow; how slow it is has a test of its own."""

from argon2 import PasswordHasher


def quick_hasher() -> PasswordHasher:
    """As little work as Argon2 can do."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
