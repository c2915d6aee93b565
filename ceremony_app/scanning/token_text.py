"""Our codes within a longer text, where scanners run things together."""

import re

from ceremony_app.domain.token import ALPHABET, LENGTH, PREFIX, read_token

_SHAPE = re.compile(f"{PREFIX}[{ALPHABET}]{{{LENGTH - len(PREFIX)}}}", re.IGNORECASE | re.ASCII)

START = re.compile(f"{PREFIX[0]}", re.IGNORECASE | re.ASCII)
"""No code holds an I but as its first character, so every I begins one."""


def find_tokens(text: str) -> list[tuple[int, int]]:
    """Where whole codes stand, as (start, end): as printed, in either case, proven by their
    check character. What only resembles one is not among them."""
    return [found.span() for found in _SHAPE.finditer(text) if read_token(found.group())]


def is_token(text: str) -> bool:
    """Whether the text is one whole code and nothing else."""
    return len(text) == LENGTH and find_tokens(text) == [(0, LENGTH)]
