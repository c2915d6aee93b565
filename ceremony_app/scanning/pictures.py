"""Codes in the pictures of a camera, by brightness alone."""

from dataclasses import dataclass

import zxingcpp

_KINDS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128])
"""The square code of every badge, and the line code that some have."""


@dataclass(frozen=True, slots=True)
class Grey:
    """The brightness of a picture in memory that belongs to somebody else, who may reuse it.

    Row `y` begins at byte `y * row`, its pixel `x` lies `x * step` bytes after that.
    """

    data: memoryview
    width: int
    height: int
    row: int
    step: int = 1


def read_codes(picture: Grey) -> list[str]:
    """What the codes in a picture say, from the top down; several may be in it.

    Square codes are found at any angle, line codes where they lie nearly level or upside down.
    White on black is not looked for: badges are not printed so, and it would take twice the time.
    """
    view = zxingcpp.ImageView(
        picture.data,
        picture.width,
        picture.height,
        zxingcpp.ImageFormat.Lum,
        picture.row,
        picture.step,
    )
    found = zxingcpp.read_barcodes(view, formats=_KINDS, try_rotate=False, try_invert=False)
    found.sort(key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return [code.text for code in found]
