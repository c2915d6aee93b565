"""An open PDF on the lane for papers and pictures: its pages drawn, and words found on them.

pdfium is touched by one thread alone, so everything here runs on that lane.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from ceremony_app.domain.errors import FileTrouble

if TYPE_CHECKING:
    import pypdfium2


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand: the page, and the edges as parts of its width and height."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class OpenPdf:
    """A document, and the sizes of its pages in points."""

    document: "pypdfium2.PdfDocument"
    sizes: tuple[tuple[float, float], ...]
    _texts: dict[int, "pypdfium2.PdfTextPage"] = field(default_factory=dict)

    def picture(self, number: int, width: int) -> QImage:
        """A page as wide as so many pixels."""
        page = self.document[number]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        kind = QImage.Format.Format_RGBX8888
        shared = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
        # The copy owns its pixels; the buffer above dies with this call.
        return shared.copy()

    def find(self, words: str, *, last: bool = False) -> Spot | None:
        """Where words stand first, or last, in whatever letters; None where they do not."""
        pages = range(len(self.sizes))
        for number in reversed(pages) if last else pages:
            text = self._text(number)
            search = text.search(words)
            found = None
            while (place := search.get_next()) is not None:
                found = place
                if not last:
                    break
            if found is not None:
                edges = [text.get_rect(at) for at in range(text.count_rects(*found))]
                return self._spot(number, edges)
        return None

    def _text(self, number: int) -> "pypdfium2.PdfTextPage":
        if number not in self._texts:
            self._texts[number] = self.document[number].get_textpage()
        return self._texts[number]

    def close(self) -> None:
        self.document.close()

    def _spot(self, number: int, edges: list[tuple[float, float, float, float]]) -> Spot:
        """Around boxes in points from the bottom left corner."""
        width, height = self.sizes[number]
        return Spot(
            number,
            min(left for left, _, _, _ in edges) / width,
            1 - max(top for _, _, _, top in edges) / height,
            max(right for _, _, right, _ in edges) / width,
            1 - min(bottom for _, bottom, _, _ in edges) / height,
        )


def open_pdf(source: Path | bytes) -> OpenPdf:
    """Open a file, or one in memory; raises FileTrouble where it cannot be read."""
    # Late: most windows show no PDF.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except (OSError, pypdfium2.PdfiumError) as error:
        name = source.name if isinstance(source, Path) else ""
        raise FileTrouble("ui.pdf.unreadable", file=name) from error
    return OpenPdf(document, tuple(page.get_size() for page in document))
