"""Workbooks of Excel, read by calamine behind a fence."""

import io
import re
from collections.abc import Mapping
from itertools import chain, islice
from types import TracebackType
from typing import Self

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import Cell, Sheet
from ceremony_app.roster import limits
from ceremony_app.roster.extents import check_extent, check_shared_texts, without_count
from ceremony_app.roster.repacking import Part, repacked
from ceremony_app.roster.sources import Book, SheetSource

_CHUNK = 1_000
# Formulas stand in whole columns, so the first rows tell.
_FORMULAS_WITHIN = 4_000_000
_FORMULA = re.compile(rb"<f[ >/]")


class Fence:
    """Turns calamine's troubles into a FileTrouble, its panics included.

    A panic of the library's native code arrives as a BaseException of a class that cannot be
    imported, so it is known by its name only.
    """

    def __init__(self, file: str) -> None:
        self._file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if kind is None or issubclass(kind, FileTrouble):
            return
        if issubclass(kind, PasswordError):
            raise FileTrouble("roster.file.password", file=self._file) from error
        if issubclass(kind, (CalamineError, OSError, ValueError)) or (
            kind.__name__ == "PanicException"
        ):
            raise FileTrouble("roster.file.damaged", file=self._file) from error


def read_workbook(parts: Mapping[str, Part], file: str) -> Book:
    """An xlsx by its unpacked parts; raises FileTrouble where calamine cannot read it safely."""
    sheets = [part.content for name, part in parts.items() if _is_sheet(name)]
    for sheet in sheets:
        check_extent(sheet, file)
    checked = dict(parts)
    for name, part in parts.items():
        if _is_shared_texts(name):
            check_shared_texts(part.content, sheets, file)
            checked[name] = Part.of(without_count(part.content))
    has_formulas = any(_FORMULA.search(sheet, 0, _FORMULAS_WITHIN) for sheet in sheets)
    with Fence(file):
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(repacked(checked.items())))
        metadata = workbook.sheets_metadata

    def source(at: int) -> SheetSource:
        hidden = metadata[at].visible is not SheetVisibleEnum.Visible

        def load() -> Sheet:
            with Fence(file):
                found = workbook.get_sheet_by_index(at)
                return _sheet(found, file, hidden=hidden, has_formulas=has_formulas)

        return SheetSource(metadata[at].name, hidden, load)

    return Book(
        tuple(
            source(at) for at, sheet in enumerate(metadata) if sheet.typ is SheetTypeEnum.WorkSheet
        )
    )


def _sheet(found: CalamineSheet, file: str, *, hidden: bool, has_formulas: bool) -> Sheet:
    merged = tuple((*start, *end) for start, end in found.merged_cell_ranges or ())
    return Sheet(
        name=found.name,
        rows=_rows(found, file),
        first_column=found.start[1] if found.start else 0,
        merged=merged,
        hidden=hidden,
        has_formulas=has_formulas,
    )


def _rows(found: CalamineSheet, file: str) -> list[tuple[Cell, ...]]:
    """All rows from the sheet's first one on; a long run of empty ones shares one row object.

    A sheet with a stray cell in row 1,048,576 is thus read in about a second and little memory.
    Tuples of plain values, unlike lists, are no work for the garbage collector afterwards.
    """
    rows: list[tuple[Cell, ...]] = []
    iterator = found.iter_rows()
    blank: tuple[Cell, ...] = ("",) * found.width
    filled = 0
    while chunk := list(islice(iterator, _CHUNK)):
        if any(chain.from_iterable(chunk)):
            # Rows above the sheet's first cell come without cells.
            rows.extend([tuple(row) or blank for row in chunk])
            filled += len(chunk)
        else:
            rows.extend([blank] * len(chunk))
        if filled > limits.FILLED_ROWS:
            raise FileTrouble("roster.file.too_many_rows", file=file, most=limits.FILLED_ROWS)
    while rows and all(isinstance(cell, str) and not cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _is_sheet(name: str) -> bool:
    """Any part that may hold cells, wherever the workbook's relations put its sheets."""
    return name.lower().endswith(".xml") and not name.lower().endswith(
        ("sharedstrings.xml", "styles.xml", "[content_types].xml")
    )


def _is_shared_texts(name: str) -> bool:
    """The one place where calamine looks for them, in any letters."""
    return name.lower() == "xl/sharedstrings.xml"
