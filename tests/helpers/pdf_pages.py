"""PDF pages as a reader sees them: words, boxes in millimetres, embedded faces."""

import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A character's place, in millimetres from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: size in millimetres, its text with single blanks, and every character's box."""

    width: float
    height: float
    text: str
    boxes: tuple[Box, ...]

    @property
    def body(self) -> tuple[Box, ...]:
        """All but the line at the foot with the page's number."""
        return tuple(box for box in self.boxes if box.bottom < self.height - 20)


def read_pages(path: Path) -> list[Page]:
    """Every page of the file."""
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        return [_read(page) for page in document]


def plain(text: str) -> str:
    """Text with single blanks, as it is compared."""
    return re.sub(r"\s+", " ", text).strip()


def text_of(path: Path) -> str:
    """All pages' text with single blanks."""
    return plain(" ".join(page.text for page in read_pages(path)))


def embedded_faces(data: bytes) -> tuple[int, int]:
    """How many fonts a PDF names and how many font files it holds."""
    return len(re.findall(rb"/Type /Font\b(?!D)", data)), len(re.findall(rb"/FontFile2", data))


def _read(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = []
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if character.strip():
            left, bottom, right, top = text.get_charbox(index)
            boxes.append(
                Box(character, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
            )
    return Page(width / MM, height / MM, plain(text.get_text_bounded()), tuple(boxes))
