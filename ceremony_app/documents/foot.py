"""The foot of a paper's page: its name, its page number, and the archive code where there is one.

The code is a number and a small square that says the same. The words beside it say what it is
not: nobody may take it for an electronic signature.
"""

from dataclasses import dataclass

from ceremony_app.documents import qr
from ceremony_app.documents.pdf import MM, Ink
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.paper_code import SheetCode, shown, spelled

_SIZE, _SMALL = 9.0, 7.0
_PLAIN_MM = 13.0
_NAME_MM, _CODE_MM = 15.5, 11.8
"""Baselines above the edge of the paper, without a code and with one."""

_MODULE_MM = 0.5
_SQUARE_FOOT_MM = 9.5
_BESIDE_MM = 3.0


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the foot runs: left and right edge in points."""

    stationery: Stationery
    left: float
    right: float

    def mark(self, ink: Ink, name: str, sheet: int, number: int, total: int) -> None:
        """Mark page `number` of the sheet's `total`; `sheet` counts the sheets of the file."""
        face, words = self.stationery.faces.regular, self.stationery.words
        count = words("papers.page", number=number, total=total)
        code, x = self.stationery.code, self.left
        baseline = ink.size.height - (_NAME_MM if code else _PLAIN_MM) * MM
        if code:
            x += self._square(ink, SheetCode(code, sheet, number)) + _BESIDE_MM * MM
            label = words("papers.archive_code", code=shown(code))
            ink.text(x, ink.size.height - _CODE_MM * MM, label, face, _SMALL)
        ink.text(x, baseline, self.stationery.marked(name), face, _SIZE)
        ink.text(self.right - face.width(count, _SIZE), baseline, count, face, _SIZE)

    def _square(self, ink: Ink, code: SheetCode) -> float:
        """Paint the square; its side in points."""
        foot = ink.size.height - _SQUARE_FOOT_MM * MM
        ink.shape(self.left, foot, _MODULE_MM * MM, qr.quick_path(spelled(code)))
        return qr.MODULES * _MODULE_MM * MM
