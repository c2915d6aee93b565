"""Whether a garbled code looks like ours typed on another keyboard layout.

Only to explain it: the code stays malformed, and what it would have been is not handed on.
"""

from collections.abc import Mapping

from ceremony_app.scanning.token_text import find_tokens

_PLACES = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM"
"""The keys by their places, named by what they type in the US layout, which scanners assume."""

_LAYOUTS = (
    (
        "AZERTY",
        "&É\"'(-È_ÇÀAZERTYUIOPQSDFGHJKLWXCVBN,",
        "1234567890AZERTYUIOPQSDFGHJKLWXCVBN?",
    ),
    (
        "AZERTY",
        "&É\"'(§È!ÇÀAZERTYUIOPQSDFGHJKLWXCVBN,",
        "1234567890AZERTYUIOPQSDFGHJKLWXCVBN?",
    ),
    ("QWERTZ", "1234567890QWERTZUIOPASDFGHJKLYXCVBNM", '!"§$%&/()=QWERTZUIOPASDFGHJKLYXCVBNM'),
    ("QWERTZ", "+ĚŠČŘŽÝÁÍÉQWERTZUIOPASDFGHJKLYXCVBNM", "1234567890QWERTZUIOPASDFGHJKLYXCVBNM"),
    ("Dvorak", "1234567890',.PYFGCRLAOEUIDHTN;QJKXBM", '!@#$%^&*()"<>PYFGCRLAOEUIDHTN:QJKXBM'),
    ("Colemak", "1234567890QWFPGJLUY;ARSTDHNEIZXCVBKM", "!@#$%^&*()QWFPGJLUY:ARSTDHNEIZXCVBKM"),
)
"""What the same places type elsewhere, plain and with Shift: France, Belgium, Germany,
Czechia, and two for quick typing. Letters are in upper case here."""

_US_SHIFTED = "!@#$%^&*()QWERTYUIOPASDFGHJKLZXCVBNM"
_MOSTLY = 0.5


def layout_of(text: str) -> str | None:
    """The name of the layout on which `text` was one of our codes, or None.

    Tried both ways: the computer has that layout and the scanner the US one, or the reverse.
    Shift and Caps Lock do not matter, since a code has no two characters on one key.
    """
    capitals = text.upper().replace("İ", "I")
    for name, plain, shifted in _LAYOUTS:
        for table in (_computer_has(plain, shifted), _scanner_has(plain, shifted)):
            if find_tokens("".join(table.get(one, one) for one in capitals)):
                return name
    return None


def is_other_script(text: str) -> bool:
    """Whether most letters are of another script: Arabic, Cyrillic, Greek, Thai and the like."""
    foreign = sum(not one.isascii() for one in text)
    return foreign > len(text) * _MOSTLY


def _computer_has(plain: str, shifted: str) -> Mapping[str, str]:
    """What was received, to what the scanner meant."""
    return dict(zip(shifted + plain, _PLACES * 2, strict=True))


def _scanner_has(plain: str, shifted: str) -> Mapping[str, str]:
    """The same where the scanner presses the keys of that layout and the computer has ours."""
    meant = [
        one if one.isascii() and one.isalnum() else other
        for one, other in zip(plain, shifted, strict=True)
    ]
    return dict(zip(_US_SHIFTED + _PLACES, meant * 2, strict=True))
