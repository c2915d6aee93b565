"""What every kind of scanner hands on: one scan, and what is known of how it came."""

from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.messages import Message


class Source(StrEnum):
    """The ways in which a scan comes in."""

    KEYS = "keys"
    HAND = "hand"
    SERIAL = "serial"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan. `text` is what was read, without the marks that scanners put around it.

    `why` explains a scan that is no token, where the way it came in tells (two scanners at once,
    another keyboard layout, half a code); the verdict on the text is not made here, and nothing
    in it is guessed. `slowest` is the longest pause between two of its characters, in
    milliseconds, and `marks` is what was left out of it (an AIM identifier, an ECI mark, control
    characters); both are for the scanner test.
    """

    text: str
    source: Source
    why: Message | None = None
    slowest: int = 0
    marks: str = ""
