"""The largest size of letters at which something fits."""

from collections.abc import Callable

LEAST = 1
"""The smallest letters in pixels: in a picture as small as a stamp everything still fits."""


def largest_size(most: int, fits: Callable[[int], bool]) -> int:
    """The largest size up to `most` that fits, by halving: a larger size never fits better.

    Where none fits it is LEAST.
    """
    low, high = LEAST, max(most, LEAST)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
