"""The square code of a badge or of a sheet's foot: its modules, and few shapes that paint them.

qrcode lays one out in half a millisecond, which is most of the time of a sheet. With version,
level and mask fixed, every module is a sum without carry over the bits of the data. So qrcode is
asked once what each bit changes, and a code is put together from its answers.
"""

import re
from functools import lru_cache
from itertools import repeat

from qrcode.base import rs_blocks
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import ALPHA_NUM, MODE_ALPHA_NUM, PAD0, PAD1, BitBuffer, create_bytes

MODULES = 21
"""The side of a version 1 code; tokens of 19 characters fill it at level M."""

QUIET = 4
"""The empty border that readers need, in modules."""

_MASK = 2
"""A fixed mask: trying all eight takes most of the time and gains a reader nothing here."""

_BYTES, _LONGEST = 16, 20
"""What a version 1 code at level M holds: bytes of data, characters."""

_BARE = MODE_ALPHA_NUM << 8 * _BYTES - 4
"""The data of a code that holds nothing but its mode, which all of them share."""

_VALUES = {chr(character): value for value, character in enumerate(ALPHA_NUM)}
_TO_ROWS = bytes.maketrans(b"01", b"\x00\x01")
_DARK = re.compile(b"\x01+")
_DARK_FIGURES = re.compile("1+")
_THIRD = MODULES // 3


def modules(token: str) -> list[bytes]:
    """The code's rows from the top, each 21 bytes of 1 (dark) and 0.

    Raises ValueError where `token` is longer than 20 characters or has others than those of the
    alphanumeric mode.
    """
    figures = _figures(token).encode("ascii").translate(_TO_ROWS)
    return [figures[start : start + MODULES] for start in range(0, MODULES**2, MODULES)]


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
    """As `path`, a third of a row at a time: half as many letters again in a fraction of the
    time, for codes that differ from page to page."""
    figures = _figures(token)
    parts = [
        _runs(start, figures[start : start + _THIRD]) for start in range(0, MODULES**2, _THIRD)
    ]
    return "".join(parts)


def _figures(token: str) -> str:
    """The modules row by row, "1" for each dark one."""
    changed, dark = _data(token) ^ _BARE, _made(_BARE)
    for place, byte in enumerate(changed.to_bytes(_BYTES, "little")):
        if byte:
            dark ^= _turned(place, byte)
    return f"{dark:0{MODULES**2}b}"


def _data(token: str) -> int:
    """Mode, length, characters in pairs, end and filling, as one number of 16 bytes."""
    if len(token) > _LONGEST or not _VALUES.keys() >= set(token):
        raise ValueError(token)
    bits, length = MODE_ALPHA_NUM << 9 | len(token), 13
    values = [_VALUES[character] for character in token]
    for first, second in zip(values[::2], values[1::2], strict=False):
        bits, length = bits << 11 | first * 45 + second, length + 11
    if len(values) % 2:
        bits, length = bits << 6 | values[-1], length + 6
    end = min(8 * _BYTES - length, 4)
    end += -(length + end) % 8
    bits, length = bits << end, length + end
    for index in range(_BYTES - length // 8):
        bits = bits << 8 | (PAD1 if index % 2 else PAD0)
    return int(bits)


@lru_cache(maxsize=256 * _BYTES)
def _turned(place: int, byte: int) -> int:
    """The modules that change where these bits of a byte of the data do; `place` 0 is the last."""
    turned = 0
    for bit in range(8):
        if byte >> bit & 1:
            turned ^= _made(_BARE ^ 1 << 8 * place + bit) ^ _made(_BARE)
    return turned


@lru_cache(maxsize=8 * _BYTES)
def _made(data: int) -> int:
    """qrcode's own code for the data: its modules as the bits of a number, the first highest."""
    buffer = BitBuffer()
    buffer.buffer = list(data.to_bytes(_BYTES, "big"))
    code = QRCode(version=1, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0)
    code.data_cache = create_bytes(buffer, rs_blocks(1, ERROR_CORRECT_M))
    code.make(fit=False)
    return int("".join("1" if dark else "0" for row in code.modules for dark in row), 2)


@lru_cache(maxsize=3 * MODULES << _THIRD)
def _runs(start: int, figures: str) -> str:
    """The operators for one third of a row that begins with the module `start`."""
    row, left = divmod(start, MODULES)
    return "".join(
        f"{left + dark.start()} {MODULES - 1 - row} {len(dark[0])} 1 re "
        for dark in _DARK_FIGURES.finditer(figures)
    )


def _rectangle(span: tuple[int, int], top: int, bottom: int) -> tuple[int, int, int, int]:
    return span[0], top, span[1] - span[0], bottom - top
