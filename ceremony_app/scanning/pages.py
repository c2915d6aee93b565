"""Codes read back from pages, by a reader that shares nothing with the writer."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

from ceremony_app.domain.errors import FileTrouble

_DPI = 150
"""A module of a badge's code is seven pixels wide at this resolution."""


def read_badges(pdf_path: Path) -> list[str]:
    """What every square code on the rendered pages says, in reading order.

    Nothing is left out or read twice into one: a code printed twice comes twice. Raises
    FileTrouble where the file cannot be read or is not a PDF.
    """
    return [text for page in _pages(pdf_path) for text in _codes(page)]


def _pages(path: Path) -> Iterator[Image.Image]:
    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except OSError as error:
        raise FileTrouble("papers.error.unreadable", file=path.name) from error
    except pypdfium2.PdfiumError as error:
        raise FileTrouble("papers.error.not_a_pdf", file=path.name) from error
    with document:
        for page in document:
            bitmap = page.render(scale=_DPI / 72, grayscale=True)
            yield bitmap.to_pil()
            bitmap.close()
            page.close()


def _codes(picture: Image.Image) -> list[str]:
    squares = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=squares)
    rows: list[list[zxingcpp.Barcode]] = []
    for code in sorted(found, key=_top):
        # Codes of one row differ by less than half the height of one.
        if rows and _top(code) - _top(rows[-1][0]) < _height(code) / 2:
            rows[-1].append(code)
        else:
            rows.append([code])
    return [code.text for row in rows for code in sorted(row, key=_left)]


def _top(code: zxingcpp.Barcode) -> int:
    return code.position.top_left.y


def _left(code: zxingcpp.Barcode) -> int:
    return code.position.top_left.x


def _height(code: zxingcpp.Barcode) -> int:
    return code.position.bottom_left.y - code.position.top_left.y
