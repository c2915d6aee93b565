"""The square code of a badge as few rectangles."""

import re
from itertools import repeat

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_ALPHA_NUM, QRData

MODULES = 21
"""The side of a version 1 code; tokens of 19 characters fill it at level M."""

QUIET = 4
"""The empty border that readers need, in modules."""

_MASK = 2
"""A fixed mask: trying all eight takes most of the time and gains a reader nothing here."""

_DARK = re.compile(b"\x01+")


def modules(token: str) -> list[bytes]:
    """The code's rows from the top, each 21 bytes of 1 (dark) and 0."""
    code = QRCode(version=1, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0)
    code.add_data(QRData(token.encode("ascii"), mode=MODE_ALPHA_NUM, check_data=False), optimize=0)
    code.make(fit=False)
    return [bytes(map(bool, row)) for row in code.modules]


def rectangles(token: str) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height in modules of rectangles that cover the dark ones."""
    found: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for row, dark in enumerate(modules(token)):
        spans = {match.span() for match in _DARK.finditer(dark)}
        ended = [span for span in growing if span not in spans]
        found.extend(_rectangle(span, growing.pop(span), row) for span in ended)
        for span in spans:
            growing.setdefault(span, row)
    found.extend(map(_rectangle, growing, growing.values(), repeat(MODULES)))
    return sorted(found)


def path(token: str) -> str:
    """The rectangles as PDF path operators, in modules upwards from the lower left corner.

    One path filled at once: separate ones would show hair lines where they touch.
    """
    return " ".join(
        f"{left} {MODULES - top - height} {width} {height} re"
        for left, top, width, height in rectangles(token)
    )


def quick_path(token: str) -> str:
    """As `path`, row by row: a quarter more letters in half the time, for codes that differ from
    page to page."""
    return " ".join(
        f"{left} {MODULES - 1 - row} {right - left} 1 re"
        for row, dark in enumerate(modules(token))
        for left, right in (match.span() for match in _DARK.finditer(dark))
    )


def _rectangle(span: tuple[int, int], top: int, bottom: int) -> tuple[int, int, int, int]:
    return span[0], top, span[1] - span[0], bottom - top
