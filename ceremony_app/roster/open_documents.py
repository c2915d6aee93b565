"""Open document sheets (ods), read here rather than by calamine.

An ods may say "this row a million times, this cell sixteen thousand times" in a few bytes, and
calamine writes all of them out. Here a repeat counts only as far as something stands in it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import Cell, Sheet
from ceremony_app.roster import limits
from ceremony_app.roster.sources import Book, SheetSource

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMBERS = frozenset({"float", "currency", "percentage"})


@dataclass(slots=True)
class _Table:
    """One sheet while it is being read; blank rows at its end are not in it."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    height: int = 0
    cells: int = 0
    has_formulas: bool = False

    def sheet(self) -> Sheet:
        width = max(map(len, self.rows), default=0)
        for row in self.rows:
            row.extend([""] * (width - len(row)))
        merged = tuple(self.merged)
        return Sheet(self.name, self.rows, merged=merged, has_formulas=self.has_formulas)


def read_open_document(content: bytes, file: str) -> Book:
    """The sheets of a content.xml; raises FileTrouble where it is damaged or a trap."""
    tables: list[_Table] = []
    try:
        for element in _elements(content):
            if element.tag == f"{_TABLE}table":
                tables.append(_Table(element.get(f"{_TABLE}name") or str(len(tables) + 1)))
            elif tables:
                _add_row(tables[-1], element, file)
    except etree.XMLSyntaxError as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    return Book(tuple(_source(table.sheet()) for table in tables))


def _source(sheet: Sheet) -> SheetSource:
    return SheetSource(sheet.name, hidden=False, load=lambda: sheet)


def _elements(content: bytes) -> Iterator["etree._Element"]:
    """Each table as it begins and each row as it ends; a row is dropped once it was seen."""
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        tag=(f"{_TABLE}table", f"{_TABLE}table-row"),
        resolve_entities=False,
        no_network=True,
    )
    for event, element in events:
        is_table = element.tag == f"{_TABLE}table"
        if is_table == (event == "start"):
            yield element
        if event == "end":
            element.clear(keep_tail=False)
            parent = element.getparent()
            if parent is not None:
                del parent[: parent.index(element)]


def _add_row(table: _Table, element: "etree._Element", file: str) -> None:
    repeated = _count(element, "number-rows-repeated")
    row = _cells(table, element, file)
    if not row:
        table.height += repeated
        return
    table.cells += len(row) * repeated + table.height - len(table.rows)
    if table.height + repeated > limits.FILLED_ROWS or table.cells > limits.CELLS:
        raise FileTrouble(
            "roster.file.too_far", file=file, row=table.height + repeated, columns=len(row)
        )
    table.rows.extend([] for _ in range(table.height - len(table.rows)))
    table.rows.extend(list(row) for _ in range(repeated))
    table.height += repeated


def _cells(table: _Table, element: "etree._Element", file: str) -> list[Cell]:
    """The row up to its last filled cell."""
    row: list[Cell] = []
    position = 0
    for cell in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        repeated = _count(cell, "number-columns-repeated")
        value = _value(cell)
        if value != "":
            if position + repeated > limits.COLUMNS:
                raise FileTrouble(
                    "roster.file.too_far",
                    file=file,
                    row=table.height + 1,
                    columns=position + repeated,
                )
            row.extend([""] * (position - len(row)))
            row.extend([value] * repeated)
            _note(table, cell, position)
        position += repeated
    return row


def _note(table: _Table, cell: "etree._Element", position: int) -> None:
    """What a cell says beside its value: that it spans others, that it was computed."""
    rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if rows > 1 or columns > 1:
        table.merged.append(
            (table.height, position, table.height + rows - 1, position + columns - 1)
        )
    table.has_formulas = table.has_formulas or cell.get(f"{_TABLE}formula") is not None


def _value(cell: "etree._Element") -> Cell:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in _NUMBERS:
        try:
            return float(str(cell.get(f"{_OFFICE}value")))
        except ValueError:
            return _text(cell)
    return _text(cell)


def _text(cell: "etree._Element") -> str:
    """What the cell shows; notes on it (office:annotation) are no part of that."""
    paragraphs = cell.iterchildren(f"{_TEXT}p")
    return "\n".join(_written_out(paragraph) for paragraph in paragraphs)


def _written_out(paragraph: "etree._Element") -> str:
    pieces = [paragraph.text or ""]
    for element in paragraph.iterdescendants():
        if element.tag == f"{_TEXT}s":
            pieces.append(" ")
        elif element.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            pieces.append("\n")
        elif isinstance(element.tag, str):
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
    return "".join(pieces)


def _count(element: "etree._Element", name: str) -> int:
    """A repeat or a span, at least 1; nonsense is 1."""
    said = str(element.get(f"{_TABLE}{name}") or "1")
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 10 else 1
