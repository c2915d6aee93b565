"""One page of a signed sheet: its archive codes read, turned upright, reduced to what is kept."""

import io
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from ceremony_app.domain.paper_code import SheetCode, read_code

LONGEST_SIDE = 2600
"""Pixels: F4 at 200 dots to the inch. A sharper scan says no more, and every copy carries it."""

_QUALITY = 72
_SQUARES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_BINARIZERS = (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram)
_SMALL = 1800
"""Pixels of the longest side below which codes are looked for once more in twice as many."""

_MELTED = ImageFilter.GaussianBlur(0.9)

_TURNS = {
    1: Image.Transpose.ROTATE_90,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_270,
}
"""Quarters against the clock."""

_LOOKED_AT = 700
_COLOURFUL, _COLOURED_SHARE = 48, 0.0004
"""A page is in colour where so much of it differs so much from grey: a stamp, a pen of blue ink."""

_INK, _INKED_SHARE = 45, 0.0003
"""A page is blank where less of it than this is darker than its paper by so much."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as it is kept: JPEG, upright where a code told how; the archive codes on it, each
    once. Of a blank page nothing is kept."""

    jpeg: bytes
    codes: tuple[SheetCode, ...]
    blank: bool


def read_page(picture: Image.Image, sharper: Callable[[], Image.Image | None]) -> PageRead:
    """Read a page in grey or colour; `sharper` is asked for more dots where no code was found."""
    kept = _reduced(picture)
    if is_blank(kept):
        return PageRead(b"", (), blank=True)
    found = next(filter(None, map(_codes, _looks(picture, sharper))), [])
    codes = dict(found)
    turn = next(iter(codes.values()), 0)
    if turn in _TURNS:
        kept = kept.transpose(_TURNS[turn])
    return PageRead(_written(kept), tuple(codes), blank=False)


def turned(jpeg: bytes, quarters: int) -> bytes:
    """A kept page turned by quarters with the clock, compressed as it was."""
    with Image.open(io.BytesIO(jpeg)) as picture:
        tables = getattr(picture, "quantization", None)
        made = picture.transpose(_TURNS[-quarters % 4])
        out = io.BytesIO()
        made.save(out, "JPEG", qtables=tables, optimize=True)
    return out.getvalue()


def as_png(picture: Image.Image) -> bytes:
    """A page as it is shown, not kept: quickly written."""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def is_blank(picture: Image.Image) -> bool:
    """Whether a page is bare paper, such as the back of a sheet that a feeder read too."""
    small = picture.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    counts, pixels = small.histogram(), small.width * small.height
    paper = bisect_left(list(accumulate(counts)), pixels / 2)
    return sum(counts[: max(0, paper - _INK)]) < pixels * _INKED_SHARE


def _looks(
    picture: Image.Image, sharper: Callable[[], Image.Image | None]
) -> Iterator[Image.Image]:
    """The page as it is looked at, each look dearer than the one before."""
    grey = picture.convert("L")
    yield grey
    finer, is_small = sharper(), max(grey.size) < _SMALL
    if finer is not None:
        yield finer.convert("L")
    elif is_small:
        yield _doubled(grey)
    # A fax's dots run together again, and so does the grain of a picture in bad light.
    melted = grey.filter(_MELTED)
    yield _doubled(melted) if is_small else melted
    yield ImageOps.autocontrast(grey, cutoff=1)


def _doubled(grey: Image.Image) -> Image.Image:
    return grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC)


def _codes(grey: Image.Image) -> list[tuple[SheetCode, int]]:
    """The archive codes in a picture, each with the quarters that turn it upright."""
    for binarizer in _BINARIZERS:
        squares = zxingcpp.read_barcodes(
            grey, formats=_SQUARES, try_invert=False, binarizer=binarizer
        )
        read = ((read_code(square.text), round(square.orientation / 90) % 4) for square in squares)
        if found := [(code, turn) for code, turn in read if code is not None]:
            return found
    return []


def _reduced(picture: Image.Image) -> Image.Image:
    kept = picture.copy() if picture.mode == "L" or _is_coloured(picture) else picture.convert("L")
    kept.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return kept


def _is_coloured(picture: Image.Image) -> bool:
    small = picture.copy()
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    red, green, blue = small.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    counts: Sequence[int] = ImageChops.subtract(most, least).histogram()
    return sum(counts[_COLOURFUL:]) > small.width * small.height * _COLOURED_SHARE


def _written(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
