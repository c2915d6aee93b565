"""PDF pages written operator by operator.

reportlab's document, page and font objects are used directly; its canvas would format every
string anew, which costs most of the time of a long list. Distances are points from the top
left corner of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from ceremony_app.documents.faces import Face, tidy
from ceremony_app.documents.lines import Line
from ceremony_app.documents.pictures import Picture

MM = 72 / 25.4
"""Points in a millimetre."""

_ACROSS = 0.62
_ACROSS_HIGHEST = 0.3
"""How far a mark across the page reaches: along the diagonal, and as part of the width."""

_CAPITAL = 0.716
"""The height of Arial's and Arimo's capitals, as part of the size."""

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a page in points."""

    width: float
    height: float

    @classmethod
    def of_mm(cls, size: tuple[float, float]) -> "Size":
        return cls(size[0] * MM, size[1] * MM)


class Ink:
    """The marks on one page; made by `Book.page`."""

    def __init__(self, book: "Book", size: Size) -> None:
        self.size = size
        self._book = book
        self._marks: list[str] = []
        self._apart = (0.0, 0.0)

    def text(self, x: float, baseline: float, words: str, face: Face, size: float) -> None:
        """Set `words` as wide as they are."""
        self._set_apart((0.0, 0.0))
        self._marks.append(self._shown(x, self.size.height - baseline, words, face, size))

    def set_line(self, x: float, baseline: float, line: Line, face: Face, size: float) -> None:
        """Set a line with what it adds to every blank and every letter.

        It is written once for all pages where it stands in the same place, as sheets have it
        that differ only in a name.
        """
        self._set_apart((line.spacing, line.tracking))
        place = (x, self.size.height - baseline, line.words, face.font.fontName, size)
        known = self._book.set_lines.get(place)
        if known is None:
            known = self._shown(place[0], place[1], line.words, face, size)
            self._book.set_lines[place] = known
        self._marks.append(known)

    def _set_apart(self, apart: tuple[float, float]) -> None:
        if apart != self._apart:
            self._marks.append(f"{apart[0]:.4f} Tw {apart[1]:.4f} Tc")
            self._apart = apart

    def _shown(self, x: float, up: float, words: str, face: Face, size: float) -> str:
        runs = [f"{font} {size:g} Tf ({run}) Tj" for font, run in self._book.encoded(words, face)]
        return f"BT 1 0 0 1 {x:.2f} {up:.2f} Tm {' '.join(runs)} ET"

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.5) -> None:
        """A straight rule of `weight` points."""
        height = self.size.height
        self._marks.append(
            f"{weight:g} w {x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l S"
        )

    def ruling(self, edges: Sequence[float], top: float, bottom: float, weight: float) -> None:
        """The rules of a table's row: across at top and bottom, down at every edge."""
        high, low = self.size.height - top, self.size.height - bottom
        left, right = edges[0], edges[-1]
        across = f"{left:.2f} {high:.2f} m {right:.2f} {high:.2f} l"
        below = f"{left:.2f} {low:.2f} m {right:.2f} {low:.2f} l"
        down = " ".join(f"{x:.2f} {high:.2f} m {x:.2f} {low:.2f} l" for x in edges)
        self._marks.append(f"{weight:g} w {across} {below} {down} S")

    def block(self, x: float, y: float, width: float, height: float, grey: float = 0.0) -> None:
        """A filled rectangle, `grey` from 0 (black) to 1, whose top left corner is (x, y)."""
        up = self.size.height - y - height
        rectangle = f"{x:.2f} {up:.2f} {width:.2f} {height:.2f} re f"
        self._marks.append(f"{grey:g} g {rectangle} 0 g" if grey else rectangle)

    def across(self, words: str, face: Face, grey: float) -> None:
        """Set `words` large along the rising diagonal, in the middle of the page."""
        across, up = self.size.width, self.size.height
        length = hypot(across, up)
        size = min(_ACROSS * length / face.width(words, 1.0), _ACROSS_HIGHEST * across)
        cos, sin = across / length, up / length
        back, down = face.width(words, size) / 2, size * _CAPITAL / 2
        x = across / 2 - back * cos + down * sin
        y = up / 2 - back * sin - down * cos
        shown = " ".join(
            f"{font} {size:.1f} Tf ({run}) Tj" for font, run in self._book.encoded(words, face)
        )
        turned = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm"
        self._marks.append(f"q {grey:g} g BT {turned} {shown} ET Q")

    def shape(self, x: float, y: float, scale: float, path: str) -> None:
        """Fill a ready path of whole units, upwards from (x, y), each `scale` points long."""
        up = self.size.height - y
        self._marks.append(f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {up:.2f} cm {path} f Q")

    def picture(self, x: float, y: float, width: float, height: float, picture: Picture) -> None:
        """Lay a picture into the rectangle whose top left corner is (x, y)."""
        up = self.size.height - y - height
        name = self._book.held(picture)
        self._marks.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {up:.2f} cm /{name} Do Q")

    def box(self, x: float, y: float, width: float, height: float, weight: float = 0.5) -> None:
        """The outline of a rectangle whose top left corner is (x, y)."""
        up = self.size.height - y - height
        self._marks.append(f"{weight:g} w {x:.2f} {up:.2f} {width:.2f} {height:.2f} re S")

    def operators(self) -> bytes:
        """The page's content stream."""
        return "\n".join(self._marks).encode("latin-1")


class _Information(PDFInfo):  # type: ignore[misc]
    """Title and maker only: reportlab would add a date that is not that of the making."""

    def format(self, document: PDFDocument) -> bytes:
        known = {"Title": PDFString(self.title), "Producer": PDFString("Ikrar")}
        written: bytes = PDFDictionary(known).format(document)
        return written


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that stands across every page of a book, under what is written on it.

    One that `joins` leaves room for that of a single page beside it.
    """

    words: str
    face: Face
    grey: float = 0.89
    joins: bool = False

    def beside(self, other: "Mark | None") -> "Mark":
        """What stands across a page that has a mark of its own."""
        if other is None or not self.joins:
            return self
        return Mark(f"{self.words} · {other.words}", self.face, self.grey)


class Book:
    """One PDF file in the making: same pages in, same bytes out."""

    def __init__(self, title: str, mark: Mark | None = None) -> None:
        self._document = PDFDocument(invariant=1, pdfVersion=(1, 4), lang="id-ID")
        self._document.info = _Information()
        self._document.setTitle(title)
        self._resources = PDFResourceDictionary()
        self._resources.basicFonts()
        self._resources.basicProcs()
        self._encoded: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self.set_lines: dict[tuple[float, float, str, str, float], str] = {}
        self._mark = mark
        self._pictures: dict[Picture, str] = {}
        self.pages = 0

    def page(self, size: Size, mark: Mark | None = None) -> Ink:
        """A page to write on, blank but for the book's mark or, if there is none or it joins, its
        own; hand it back to `add` when it is done."""
        ink, across = Ink(self, size), self._mark.beside(mark) if self._mark else mark
        if across is not None:
            ink.across(across.words, across.face, across.grey)
        return ink

    def held(self, picture: Picture) -> str:
        """The name of a picture in the pages' resources; its pixels are held once."""
        if picture not in self._pictures:
            name = f"P{len(self._pictures) + 1}"
            kind = {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Image"),
                "Width": picture.width,
                "Height": picture.height,
                "ColorSpace": PDFName("DeviceRGB"),
                "BitsPerComponent": 8,
            }
            if picture.jpeg:
                kind["Filter"] = PDFName("DCTDecode")
                stream = PDFStream(PDFDictionary(kind), picture.jpeg, [])
            else:
                stream = PDFStream(PDFDictionary(kind), picture.rgb, [PDFZCompress])
            self._resources.XObject[name] = self._document.Reference(stream)
            self._resources.allProcs()
            self._pictures[picture] = name
        return self._pictures[picture]

    def add(self, ink: Ink) -> None:
        """Append a marked page."""
        page = PDFPage()
        page.pagewidth, page.pageheight = ink.size.width, ink.size.height
        page.Resources = self._resources
        page.Contents = PDFStream(content=ink.operators(), filters=[PDFZCompress])
        self._document.addPage(page)
        self.pages += 1

    def finish(self) -> bytes:
        """The file's bytes, fonts embedded once; a book is finished only once."""
        data: bytes = self._document.GetPDFData(None)
        return data

    def encoded(self, words: str, face: Face) -> tuple[tuple[str, str], ...]:
        """Text in the codes of the embedded subset: (font in the page's resources, string)."""
        known = self._encoded.get((words, face.font.fontName))
        if known is None:
            known = self._encode(words, face)
            self._encoded[words, face.font.fontName] = known
        return known

    def _encode(self, words: str, face: Face) -> tuple[tuple[str, str], ...]:
        document = self._document
        return tuple(
            (
                owner.font.getSubsetInternalName(subset, document),
                run.decode("latin-1").translate(_ESCAPES),
            )
            for owner, held in face.runs(tidy(words))
            for subset, run in owner.font.splitString(held, document)
        )
