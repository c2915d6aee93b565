"""Python's garbage collector, out of the way while a hundred thousand rows are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Switch the collector off inside the block, and on again if it was on.

    It runs whenever many objects were made, looks at all of them for cycles, and so doubled the
    time of reading a large roster; rows of plain values have no cycles. Two threads may be
    inside at once: whoever found it on switches it on again.

    Afterwards everything counts as old: else the next look at what is young, which comes within
    the caller's step or the window's next one, would be at all these rows.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Frozen objects thaw into the oldest generation.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()
