"""How much of a long test is done: all of it by `make soak`, a part in continuous integration."""

import os


def part_of(count: int) -> int:
    """So many of `count` as IKRAR_SOAK_PERCENT asks for (all without it), at least one."""
    return max(1, count * int(os.environ.get("IKRAR_SOAK_PERCENT", "100")) // 100)
