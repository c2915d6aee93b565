"""Workbooks of Excel 97 to 2003 (xls): measured record by record, then read by calamine.

Calamine holds each sheet as a full rectangle and trusts the addresses of its cells, which can
reach 65,535 both ways; so the addresses are looked at before it is let near the file.
"""

import io
import struct
from collections.abc import Iterator

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.roster import limits
from ceremony_app.roster.compound import Compound, CompoundDamaged
from ceremony_app.roster.sources import Book
from ceremony_app.roster.workbooks import open_with_calamine

_BEGINNING_OF_PART = 0x0809
_PASSWORD = 0x002F
_DIMENSIONS = 0x0200
_FORMULA = 0x0006
_SEVERAL = 0x00BD
# NUMBER, LABEL, BOOLERR, RSTRING, LABELSST, RK, and the formula; MULBLANK and BLANK hold nothing.
_CELLS = frozenset({0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, _FORMULA, _SEVERAL})
_HEAD = struct.Struct("<HH")
_PLACE = struct.Struct("<HH")
_LONG = struct.Struct("<IIHH")
_SHORT = struct.Struct("<HHHH")


def read_old_workbook(content: bytes, file: str) -> Book:
    """An xls; raises FileTrouble where it is another program's file, locked, damaged, a trap."""
    try:
        compound = Compound(content)
        stream = compound.stream("Workbook") or compound.stream("Book")
        is_locked = compound.has("EncryptedPackage")
    except CompoundDamaged as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    if is_locked:
        raise FileTrouble("roster.file.password", file=file)
    if not stream:
        raise FileTrouble("roster.file.not_a_workbook", file=file)
    has_formulas = _check(stream, file)
    return open_with_calamine(io.BytesIO(content), file, has_formulas=has_formulas)


def _check(stream: bytes, file: str) -> bool:
    """Refuse a locked file and one that is too large; tells whether there are formulas.

    All sheets count together, since calamine reads all of them at once.
    """
    rows = columns = before = 0
    has_formulas = False
    for kind, body in _records(stream):
        if kind == _BEGINNING_OF_PART:
            before += rows * columns
            rows = columns = 0
        elif kind == _PASSWORD:
            raise FileTrouble("roster.file.password", file=file)
        elif kind == _DIMENSIONS or kind in _CELLS:
            row, column = _far_corner(kind, body)
            has_formulas = has_formulas or kind == _FORMULA
            rows, columns = max(rows, row), max(columns, column)
            if before + rows * columns > limits.CELLS or columns > limits.COLUMNS:
                raise FileTrouble("roster.file.too_far", file=file, row=rows, columns=columns)
    return has_formulas


def _far_corner(kind: int, body: bytes) -> tuple[int, int]:
    """Rows and columns up to what a record speaks of; calamine believes dimensions as well."""
    if kind == _DIMENSIONS:
        _, row, _, column = (_LONG if len(body) >= _LONG.size else _SHORT).unpack_from(
            body.ljust(_SHORT.size, b"\0")
        )
        return row, column
    row, column = _PLACE.unpack_from(body.ljust(_PLACE.size, b"\0"))
    if kind == _SEVERAL:
        column = max(column, int.from_bytes(body[-2:], "little"))
    return row + 1, column + 1


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + _HEAD.size <= len(stream):
        kind, length = _HEAD.unpack_from(stream, place)
        place += _HEAD.size
        yield kind, stream[place : place + length]
        place += length
