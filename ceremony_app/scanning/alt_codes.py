"""Characters that come as numbers on the number pad while Alt is held.

Scanners can be set to send every character so, which no keyboard layout garbles. Windows makes
characters of them by itself, other systems do not.
"""

from ceremony_app.scanning.wedge import SLOW_MS, pause_between

QUICK_MS = SLOW_MS
"""From the first figure to letting go of Alt. Two or three figures are six or eight reports of a
scanner, 8 to 80 ms; a person who knows the number by heart needs half a second."""

_BYTES = 256


def alt_character(digits: str, began: int, ended: int) -> str:
    """The character that a scanner struck; empty where it was a person, or is no byte.

    `began` and `ended` are the stamps of the first figure and of letting go. Beyond ASCII the
    number is taken for Latin 1: no token has such a character.
    """
    number = int(digits)
    if pause_between(began, ended) > QUICK_MS or not 0 < number < _BYTES:
        return ""
    return chr(number)
