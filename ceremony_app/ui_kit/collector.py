"""Python's garbage collector: on the window's thread alone, and rarely at everything.

Left alone it runs on whatever thread has just made an object, and what it lets go of dies there. A
widget or a timer that dies on a lane can stop the program for good (decision 0138). And it looks at
all objects whenever a quarter more of them lived long: with 20,000 people in memory that takes a
fifth of a second, with 100,000 a whole one, and it came about once in eight hundred scans (decision
0111).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 100
"""How often is looked. While a lane made 100,000 people, the longest look took 29 ms, the others
less than a frame."""

RARELY = 1000
"""So many looks at what is middle-aged come before one at everything; Python's own number is 10."""


class Collector(QObject):
    """From its making until `stop` knots of objects are looked for by it alone, on its thread."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look at what is young, and at what is older where it is time to."""
        young, middle, old = gc.get_count()
        many, often, _ = gc.get_threshold()
        if old > RARELY:
            gc.collect()
        elif middle > often:
            gc.collect(1)
        elif young > many:
            gc.collect(0)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def look_at_all_now() -> None:
    """At a moment when nobody waits: a ceremony was closed, and all of it is to be let go."""
    gc.collect()
