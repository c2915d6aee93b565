"""Python's garbage collector, kept from looking at everything while people stand at the door.

It looks at all objects for cycles whenever a quarter more of them lived long. With 20,000 people
in memory that takes a fifth of a second, with 100,000 a whole one, and it came about once in eight
hundred scans (decision 0111). What is young is looked at as often as ever.
"""

import gc

RARELY = 1000
"""So many looks at what is middle-aged come before one at everything; Python's own number is 10.
About seven million objects made and not yet let go."""


def look_at_all_rarely() -> None:
    """From now on, and for the whole process."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, RARELY)


def look_at_all_now() -> None:
    """At a moment when nobody waits: a ceremony was closed, and all of it is to be let go."""
    gc.collect()
