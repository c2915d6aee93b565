"""Files of scanned or photographed sheets: told by their bytes, read page by page.

A file is read where it lies, never whole: a feeder makes files of hundreds of megabytes.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from ceremony_app.domain.errors import FileTrouble, Refused

DPI = 200
"""Dots to the inch at which a page of a PDF is drawn: small print and pen strokes are clear."""

_SHARPER = 2
"""How much finer it is drawn once more where no code was found."""

_POINTS = 72
_USUAL_POINTS = (400.0, 1300.0)
"""The longest sides, in points, of pages whose size somebody meant: from A6 to A3."""

_A4_POINTS = 842.0
_MOST_PIXELS = 80_000_000
_MOST_PAGES = 2000
_PIECE = 1 << 20
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")
_TROUBLES = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)


class SheetFile(Protocol):
    """A file of pages; `original` is the SHA-256 of its bytes, `pages` how many there are."""

    original: str
    pages: int

    def picture(self, number: int) -> Image.Image:
        """Page `number` (from 1) as it lies in the file; raises Refused where it is damaged."""

    def sharper(self, number: int) -> Image.Image | None:
        """The page in more dots, where there are more."""


@contextmanager
def open_sheets(path: Path) -> Iterator[SheetFile]:
    """Open a PDF or a picture, with one page or many.

    Raises FileTrouble where it cannot be read, Refused where it holds no pages that can be shown.
    """
    original, head = _looked_through(path)
    if _PDF in head[:_PDF_WITHIN]:
        with _open_pdf(path) as document:
            yield _PdfSheets(path, original, document)
    elif head[4:12] in _HEIC:
        raise Refused("sheets.heic", file=path.name)
    else:
        with _open_picture(path) as picture:
            yield _PictureSheets(path, original, picture)


def _looked_through(path: Path) -> tuple[str, bytes]:
    """The hash of a file, and its first bytes."""
    digest, head = sha256(), b""
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                head = head or piece[:_PDF_WITHIN]
                digest.update(piece)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileTrouble("attachments.unreadable", file=path.name, reason=reason) from error
    return digest.hexdigest(), head


@contextmanager
def _open_pdf(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
    except (OSError, pypdfium2.PdfiumError) as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        key = "sheets.locked" if locked else "sheets.no_pdf"
        raise Refused(key, file=path.name) from error
    with document:
        _refuse_number(path, pages)
        yield document


@contextmanager
def _open_picture(path: Path) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            # The bound is checked page by page, in a sentence.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(path, formats=_FORMATS)
    except (UnidentifiedImageError, *_TROUBLES) as error:
        raise Refused("sheets.no_picture", file=path.name) from error
    with opened as picture:
        yield picture


def _refuse_number(path: Path, pages: int) -> None:
    if not pages:
        raise Refused("sheets.no_pdf", file=path.name)
    if pages > _MOST_PAGES:
        raise Refused("sheets.too_many_pages", file=path.name, most=_MOST_PAGES)


class _PdfSheets:
    """The pages of a PDF, drawn at the size of their paper."""

    def __init__(self, path: Path, original: str, document: pypdfium2.PdfDocument) -> None:
        self.original = original
        self.pages = len(document)
        self._path = path
        self._document = document

    def picture(self, number: int) -> Image.Image:
        return self._drawn(number, 1)

    def sharper(self, number: int) -> Image.Image | None:
        return self._drawn(number, _SHARPER)

    def _drawn(self, number: int, times: int) -> Image.Image:
        try:
            page = self._document[number - 1]
            longest = max(page.get_size())
            low, high = _USUAL_POINTS
            # A page that says it is as large as a stamp, or as a wall, is a sheet all the same.
            fitted = 1.0 if low <= longest <= high else _A4_POINTS / longest
            bitmap = page.render(scale=DPI / _POINTS * fitted * times, grayscale=times > 1)
            picture: Image.Image = bitmap.to_pil().copy()
            bitmap.close()
            page.close()
        except (pypdfium2.PdfiumError, ZeroDivisionError, ValueError, MemoryError) as error:
            raise _damaged(self._path, number) from error
        return picture


class _PictureSheets:
    """A picture, or the pictures of a TIFF of several pages."""

    def __init__(self, path: Path, original: str, picture: Image.Image) -> None:
        self.original = original
        self._path = path
        self._picture = picture
        try:
            many = picture.format == "TIFF"
            self.pages = int(getattr(picture, "n_frames", 1)) if many else 1
        except _TROUBLES as error:
            raise Refused("sheets.no_picture", file=path.name) from error
        _refuse_number(path, self.pages)

    def picture(self, number: int) -> Image.Image:
        try:
            if self.pages > 1:
                self._picture.seek(number - 1)
            if self._picture.width * self._picture.height > _MOST_PIXELS:
                raise Refused("attachments.too_many_pixels", file=self._path.name)
            return on_white(ImageOps.exif_transpose(self._picture))
        except _TROUBLES as error:
            raise _damaged(self._path, number) from error

    def sharper(self, number: int) -> Image.Image | None:  # noqa: ARG002 - there is no more
        return None


def on_white(picture: Image.Image) -> Image.Image:
    """A picture in grey or colour; what can be seen through lies on white."""
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        ground.alpha_composite(clear)
        return ground.convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _damaged(path: Path, number: int) -> Refused:
    return Refused("sheets.damaged", file=path.name, page=number)
