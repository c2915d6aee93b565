"""A key that the gate holds, and what becomes of it."""

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtGui import QKeyEvent, QWindow


class Fate(Enum):
    """Whether a key is still held, was given to its window, or is kept from it."""

    HELD = "held"
    GIVEN = "given"
    KEPT = "kept"


@dataclass(eq=False, slots=True)
class Press:
    """A key that went down in a window. `releases` came while it was held."""

    window: QWindow
    event: QKeyEvent
    fate: Fate = Fate.HELD
    releases: list[QKeyEvent] = field(default_factory=list)
