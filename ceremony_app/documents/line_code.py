"""The line code (Code 128) of a badge, for scanners that cannot read squares."""

from dataclasses import dataclass

from reportlab.graphics.barcode.code128 import Code128


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars as (left, width) in modules, and the width of the whole code without its margins."""

    bars: tuple[tuple[int, int], ...]
    width: int


def bars(token: str) -> Bars:
    """The code of a token."""
    code = Code128(token, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    found, at = [], 0
    for letter in code.decomposed:
        # Lower case letters are spaces, capitals bars; both count modules from a = A = 1.
        width = ord(letter.lower()) - ord("a") + 1
        if letter.isupper():
            found.append((at, width))
        at += width
    return Bars(tuple(found), at)
