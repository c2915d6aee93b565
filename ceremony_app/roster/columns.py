"""The cells below a sheet's header, by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceremony_app.domain.roster import Cell, Field, Layout, Sheet
from ceremony_app.roster import limits

_AT_A_TIME = 500
# What one cell may say for several people below each other; a name or a number never does.
_MERGED_DOWN = frozenset(
    {
        Field.RANK,
        Field.RANK_NAME,
        Field.POST,
        Field.DIVISION,
        Field.STAFF_KIND,
        Field.INSTITUTION,
    }
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists of cells of the same length; index 0 is the first row below the header."""

    sheet: Sheet
    layout: Layout
    cells: Mapping[Field, list[Cell]]
    height: int

    def of(self, name: Field) -> list[Cell]:
        """The field's cells, blank ones where the sheet has no such column."""
        return self.cells.get(name) or [""] * self.height

    def of_one(self, name: Field, at: int) -> Cell:
        """The field's cell in one row."""
        column = self.cells.get(name)
        return column[at] if column else ""

    def row(self, at: int) -> list[Cell]:
        """The whole row of the sheet, with what was corrected and merged in it."""
        row = list(self.sheet.rows[self.layout.body + at])
        for name, index in self.layout.columns.items():
            if self.cells[name][at] != "":
                row[index] = self.cells[name][at]
        return row

    def number(self, at: int) -> int:
        """The row's number in the sheet, counted from 1."""
        return self.layout.body + at + 1

    def letter(self, name: Field | None) -> str:
        """The letter of the field's column, or nothing."""
        index = None if name is None else self.layout.columns.get(name)
        return "" if index is None else self.sheet.letter(index)


def take_columns(
    sheet: Sheet, layout: Layout, corrections: Mapping[tuple[int, Field], str]
) -> Columns:
    """The mapped columns, merged cells filled down and corrections in their places."""
    body = sheet.rows[layout.body :] if layout.body else sheet.rows
    cells = _turned(body, layout.columns)
    _fill_merged(sheet, layout, cells)
    for (number, name), text in corrections.items():
        at = number - layout.body - 1
        if 0 <= at < len(body):
            cells.setdefault(name, [""] * len(body))[at] = text
    return Columns(sheet, layout, cells, len(body))


def _turned(
    body: Sequence[Sequence[Cell]], columns: Mapping[Field, int]
) -> dict[Field, list[Cell]]:
    """Rows into columns, some hundreds at a time: so few stay at hand in the processor's cache."""
    cells: dict[Field, list[Cell]] = {name: [] for name in columns}
    for start in range(0, len(body), _AT_A_TIME):
        turned = list(zip(*body[start : start + _AT_A_TIME], strict=True))
        for name, index in columns.items():
            cells[name] += turned[index]
    return cells


def _fill_merged(sheet: Sheet, layout: Layout, cells: Mapping[Field, list[Cell]]) -> None:
    by_column = {
        sheet.first_column + index: cells[name]
        for name, index in layout.columns.items()
        if name in _MERGED_DOWN
    }
    left = limits.CELLS
    for first_row, first_column, last_row, _ in sheet.merged[: limits.MERGED]:
        column = by_column.get(first_column)
        start = first_row - layout.body
        if column is not None and 0 <= start < len(column) and left > 0:
            end = min(last_row - layout.body + 1, len(column))
            left -= end - start
            column[start:end] = [column[start]] * (end - start)
