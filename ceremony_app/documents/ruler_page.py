"""The test page: rulers that show on paper whether a printer keeps to millimetres.

Printers shrink pages to what they can reach, and "F4" is 215 x 330 mm here but 210 x 330 in
some drivers, while Legal is 356 mm long: all of it shows with a ruler in hand, before the paper
that people sign.
"""

from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.faces import Face
from ceremony_app.documents.letter import BOTTOM_MM, LEFT_MM, RIGHT_MM, TOP_MM
from ceremony_app.documents.lines import Measure, ragged
from ceremony_app.documents.pdf import MM, Book, Ink, Size
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import Made

RULE_MM = 100
"""The length that is held against a ruler."""

_TICKS_MM = {1: 2.0, 5: 3.5, 10: 5.0}
_EDGE_MM = 8.0
_CORNER_MM = 15
_SCALE_SIZE = 6.0
_SIZES = (8.0, 9.0, 10.0, 11.0, 12.0)
_GREYS = (0.0, 0.25, 0.5, 0.75, 0.9)


def make_ruler_page(stationery: Stationery, out: Path, paper: Paper) -> Made:
    """Write the page; raises FileTrouble and DiskTrouble as `save_whole` does."""
    words = stationery.words
    book = Book(words("papers.ruler.title"))
    sheet = _Sheet(stationery, book, paper)
    sheet.rulers()
    sheet.margins()
    sheet.instructions()
    book.add(sheet.ink)
    return Made(book.pages, save_whole(out, book.finish()))


class _Sheet:
    """One page in the making."""

    def __init__(self, stationery: Stationery, book: Book, paper: Paper) -> None:
        self._words = stationery.words
        self._faces = stationery.faces
        self._paper = paper
        self._width_mm, self._height_mm = paper.size_mm
        self.ink: Ink = book.page(Size.of_mm(paper.size_mm))

    def rulers(self) -> None:
        """A scale along each edge, counted from the left and from the top."""
        foot, side = self._height_mm - _EDGE_MM, self._width_mm - _EDGE_MM
        for at in range(_CORNER_MM, int(self._width_mm) - _CORNER_MM + 1):
            long = _tick(at)
            self._rule(at, _EDGE_MM, at, _EDGE_MM + long)
            self._rule(at, foot - long, at, foot)
            if at % 20 == 0:
                self._say(str(at), at - 1.6, _EDGE_MM + 8, _SCALE_SIZE)
                self._say(str(at), at - 1.6, foot - 6.2, _SCALE_SIZE)
        for at in range(_CORNER_MM, int(self._height_mm) - _CORNER_MM + 1):
            long = _tick(at)
            self._rule(_EDGE_MM, at, _EDGE_MM + long, at)
            self._rule(side - long, at, side, at)
            if at % 20 == 0:
                self._say(str(at), _EDGE_MM + 6, at + 0.8, _SCALE_SIZE)
                self._say(str(at), side - 10, at + 0.8, _SCALE_SIZE)

    def margins(self) -> None:
        """The frame that letters keep within."""
        left, right = LEFT_MM, self._width_mm - RIGHT_MM
        top, bottom = TOP_MM, self._height_mm - BOTTOM_MM
        for edge in ((left, top, right, top), (left, bottom, right, bottom)):
            self._rule(*edge)
        for edge in ((left, top, left, bottom), (right, top, right, bottom)):
            self._rule(*edge)

    def instructions(self) -> None:
        """What to measure, and what it means when it is wrong."""
        words, faces = self._words, self._faces
        left, top = LEFT_MM + 8, TOP_MM + 16
        self._say(words("papers.ruler.title"), left, top, 16.0, faces.bold)
        size = f"{self._width_mm:g} × {self._height_mm:g} mm"
        name = words("papers.ruler.paper", paper=self._paper.value.upper(), size=size)
        self._say(name, left, top + 8, 11.0)
        across, down = top + 20, top + 30
        self._measure(left, across, left + RULE_MM, across)
        self._say(words("papers.ruler.across", length=RULE_MM), left, across - 3, 10.0)
        self._measure(left, down, left, down + RULE_MM)
        self._say(words("papers.ruler.down", length=RULE_MM), left + 6, down + 4, 10.0)
        below = self._paragraphs(left + 6, down + 14)
        self._samples(left + 6, below + 4)
        self._say(
            words("papers.ruler.foot", height=f"{self._height_mm:g}"),
            left,
            self._height_mm - BOTTOM_MM - 5,
            10.0,
            faces.bold,
        )

    def _paragraphs(self, left: float, top: float) -> float:
        """The sentences on what may be wrong; where they end."""
        measure = Measure(self._faces.regular, 10.0, (self._width_mm - RIGHT_MM - 8 - left) * MM)
        for sentence in (
            self._words("papers.ruler.shorter"),
            self._words("papers.ruler.f4"),
            self._words("papers.ruler.edges"),
        ):
            for line in ragged(sentence, measure):
                self._say(line.words, left, top, 10.0)
                top += 4.8
            top += 2.4
        return top

    def _samples(self, left: float, top: float) -> None:
        """Letters of several sizes and greys: worn toner shows here."""
        for size in _SIZES:
            self._say(self._words("papers.ruler.sample", size=f"{size:g}"), left, top, size)
            top += 6
        for at, grey in enumerate(_GREYS):
            self.ink.block((left + at * 16) * MM, top * MM, 14 * MM, 8 * MM, grey)

    def _measure(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A thick rule with stops at both ends."""
        self._rule(x1, y1, x2, y2, 1.2)
        for x, y in ((x1, y1), (x2, y2)):
            if y1 == y2:
                self._rule(x, y - 2.5, x, y + 2.5, 0.6)
            else:
                self._rule(x - 2.5, y, x + 2.5, y, 0.6)

    def _rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.3) -> None:
        self.ink.line(x1 * MM, y1 * MM, x2 * MM, y2 * MM, weight)

    def _say(
        self, words: str, left: float, baseline: float, size: float, face: Face | None = None
    ) -> None:
        self.ink.text(left * MM, baseline * MM, words, face or self._faces.regular, size)


def _tick(at: int) -> float:
    """How long the mark of a millimetre is, in millimetres."""
    return next(long for step, long in reversed(_TICKS_MM.items()) if at % step == 0)
