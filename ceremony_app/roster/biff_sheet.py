"""The cells of one sheet of an Excel 97 to 2003 workbook, out of its records."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ceremony_app.domain.roster import Cell
from ceremony_app.roster.biff_text import BiffDamaged

_PLACE = struct.Struct("<HH")
_DOUBLE = struct.Struct("<d")
_RK = struct.Struct("<I")
_CELL = 6
_RK_WITH_FORMAT = 6

NUMBER, LABEL, BOOLERR, STRING = 0x0203, 0x0204, 0x0205, 0x0207
RSTRING, LABELSST, RK, MULRK, FORMULA, MERGED = 0x00D6, 0x00FD, 0x027E, 0x00BD, 0x0006, 0x00E5

ReadText = Callable[[Sequence[bytes]], str]


@dataclass(slots=True)
class BiffSheet:
    """Cells by row and column, both from 0; what is empty is not in it."""

    texts: Sequence[str]
    read_text: ReadText
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    has_formulas: bool = False
    _awaiting: tuple[int, int] | None = None

    def add(self, kind: int, parts: Sequence[bytes]) -> None:
        """Take in one record and those that continue it; what holds no value is passed over.

        Raises struct.error, IndexError or BiffDamaged where the record is cut short.
        """
        body = parts[0]
        if kind == LABELSST:
            self._put(body, self.texts[_RK.unpack_from(body, _CELL)[0]])
        elif kind in (LABEL, RSTRING):
            self._put(body, self.read_text([body[_CELL:], *parts[1:]]))
        elif kind == NUMBER:
            self._put(body, _DOUBLE.unpack_from(body, _CELL)[0])
        elif kind == RK:
            self._put(body, _from_rk(_RK.unpack_from(body, _CELL)[0]))
        elif kind == BOOLERR:
            self._put(body, "" if body[_CELL + 1] else bool(body[_CELL]))
        elif kind == MULRK:
            self._add_several(body)
        elif kind == FORMULA:
            self._add_formula(body)
        elif kind == STRING and self._awaiting:
            row, column = self._awaiting
            self.cells.setdefault(row, {})[column] = self.read_text(parts)
            self._awaiting = None
        elif kind == MERGED:
            self._add_merged(body)

    def _put(self, body: bytes, value: Cell) -> None:
        row, column = _PLACE.unpack_from(body)
        if value != "":
            self.cells.setdefault(row, {})[column] = value

    def _add_several(self, body: bytes) -> None:
        row, column = _PLACE.unpack_from(body)
        cells = self.cells.setdefault(row, {})
        for place in range(4, len(body) - _RK_WITH_FORMAT + 1, _RK_WITH_FORMAT):
            cells[column] = _from_rk(_RK.unpack_from(body, place + 2)[0])
            column += 1

    def _add_formula(self, body: bytes) -> None:
        """The value that was saved with a formula; a text stands in a record of its own."""
        self.has_formulas = True
        result = body[_CELL : _CELL + 8]
        if len(result) < 8:
            raise BiffDamaged
        if result[6:] != b"\xff\xff":
            self._put(body, _DOUBLE.unpack(result)[0])
        elif result[0] == 0:
            self._awaiting = _PLACE.unpack_from(body)
        elif result[0] == 1:
            self._put(body, bool(result[2]))

    def _add_merged(self, body: bytes) -> None:
        for place in range(2, len(body) - 7, 8):
            first_row, last_row, first, last = struct.unpack_from("<HHHH", body, place)
            self.merged.append((first_row, first, last_row, last))


def _from_rk(packed: int) -> float:
    """A number in 30 bits: the high end of a double or an integer, perhaps in hundredths."""
    if packed & 2:
        value = float(packed >> 2 if packed < 2**31 else (packed >> 2) - 2**30)
    else:
        value = _DOUBLE.unpack(struct.pack("<II", 0, packed & 0xFFFFFFFC))[0]
    return value / 100 if packed & 1 else value
