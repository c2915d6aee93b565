"""A paper as the pieces of text that stand on it, and what must hold of any of them."""

import ctypes
import re
from dataclasses import dataclass
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium

from ceremony_app.documents.faces import LACKING, Face, tidy
from ceremony_app.domain.ceremony import Paper

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM, HEAD = 30.0, 20.0, 20.0, 25.0, 12.0
"""Millimetres: the regulation's margins, and where the letterhead of the first page begins."""

_NEAR = 0.6
"""Millimetres that a letter's ink may reach beyond its place."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of text and the box of its ink, in millimetres from the top left corner."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Piece") -> bool:
        """Whether the ink of both is in one place."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.05 and down > 0.05


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the pieces of its body and those of its foot."""

    width: float
    height: float
    body: tuple[Piece, ...]
    foot: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The body's words in the order in which they were set, without blanks."""
        return squeezed("".join(piece.words for piece in self.body))


def read_sheets(data: bytes) -> list[Sheet]:
    """Every page of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return [_read(page) for page in document]


def squeezed(words: str) -> str:
    """Words without any blank: lines may break anywhere."""
    return re.sub(r"\s+", "", words)


def set_as(words: str, face: Face) -> str:
    """What a reader finds of words that may hold signs that no face has."""
    lacking = face.lacking(words)
    return squeezed("".join(LACKING if sign in lacking else sign for sign in tidy(words)))


def check_sheets(sheets: list[Sheet], paper: Paper, *, letterhead: bool) -> None:
    """Size, margins, numbers of the pages, nothing over another, no page without text."""
    for number, sheet in enumerate(sheets, start=1):
        assert [round(sheet.width), round(sheet.height)] == list(paper.size_mm)
        assert sheet.body, f"page {number} is empty"
        top = HEAD if letterhead and number == 1 else TOP
        for piece in sheet.body:
            place = f"page {number}: {piece}"
            assert piece.left >= LEFT - _NEAR, place
            assert piece.right <= sheet.width - RIGHT + _NEAR, place
            assert piece.top >= top - _NEAR, place
            assert piece.bottom <= sheet.height - BOTTOM + _NEAR, place
        for one, other in combinations((*sheet.body, *sheet.foot), 2):
            assert not one.overlaps(other), f"page {number}: {one} {other}"
        count = f"Halaman {number} dari {len(sheets)}"
        assert any(piece.words == count for piece in sheet.foot), count


def check_words(sheets: list[Sheet], words: list[str], face: Face) -> None:
    """Every text is there whole; it may go on over a page."""
    told = "".join(sheet.words for sheet in sheets)
    for one in words:
        assert set_as(one, face) in told, one


def check_whole(sheets: list[Sheet], blocks: list[str], face: Face) -> None:
    """Each text is whole on one page: a row, or a signature block."""
    for block in blocks:
        wanted = set_as(block, face)
        assert any(wanted in sheet.words for sheet in sheets), block


def check_company(sheets: list[Sheet], date: str, face: Face) -> None:
    """Above the place and date that begin the signatures stand two lines of text at least."""
    wanted = set_as(date, face)
    (sheet,) = [sheet for sheet in sheets if wanted in sheet.words]
    line = next(piece for piece in sheet.body if squeezed(piece.words)[:6] == wanted[:6])
    above = {round(piece.top) for piece in sheet.body if piece.bottom < line.top}
    assert len(above) >= 2, f"alone: {date}"


def _read(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    pieces = []
    for mark in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = mark.get_bounds()
        words = _words(mark.raw, text.raw)
        if words.strip():
            box = (left, height - top, right, height - bottom)
            pieces.append(Piece(words, *(edge / MM for edge in box)))
    foot = tuple(piece for piece in pieces if piece.top > height / MM - 20)
    body = tuple(piece for piece in pieces if piece.top <= height / MM - 20)
    return Sheet(width / MM, height / MM, body, foot)


def _words(mark: pdfium.FPDF_PAGEOBJECT, text: pdfium.FPDF_TEXTPAGE) -> str:
    size = pdfium.FPDFTextObj_GetText(mark, text, None, 0)
    held = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(mark, text, held, size)
    told = bytes(held).decode("utf-16-le", "replace").rstrip("\x00")
    # PDFium takes a hyphen at the end of a line for one that was put there to part a word.
    return told.replace("\x02", "-")
