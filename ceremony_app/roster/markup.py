"""Tables in markup: HTML that calls itself .xls, and the XML workbooks of Excel 2003."""

import io
import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import Message
from ceremony_app.domain.roster import Cell, Sheet
from ceremony_app.roster import limits
from ceremony_app.roster.sources import Book, SheetSource

_BEGINNING = 10_000
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_ENCODING = re.compile(r"""^(\s*<\?xml[^>]*?)\sencoding\s*=\s*["'][^"']*["']""")
_MOST_SPAN = 1_000


def is_html(text: str) -> bool:
    """Whether a text begins as a page does and has a table."""
    beginning = text[:_BEGINNING].lstrip("\ufeff \t\r\n")
    return beginning.startswith("<") and bool(_HTML.search(beginning) and _TABLE.search(text))


def is_xml_workbook(text: str) -> bool:
    """Whether a text is a workbook as Excel 2003 wrote it into XML."""
    beginning = text[:_BEGINNING].lstrip("\ufeff \t\r\n")
    return beginning.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in (
        beginning
    )


def read_html(text: str, file: str, remarks: tuple[Message, ...]) -> Book:
    """Each table that holds rows of its own, as a sheet; all its cells are text."""
    parser = html.HTMLParser(no_network=True, encoding="utf-8")
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    tables = [rows for rows in (_rows(table) for table in page.iter("table")) if rows]
    return Book(
        tuple(_source(_sheet(str(number), rows, file)) for number, rows in enumerate(tables, 1)),
        remarks,
    )


def read_xml_workbook(text: str, file: str) -> Book:
    """The worksheets of an XML workbook; raises FileTrouble where it is damaged or a trap."""
    sheets: list[tuple[str, list[list[Cell]]]] = []
    try:
        for element in _xml_elements(text):
            if element.tag == f"{_SS}Worksheet":
                sheets.append((element.get(f"{_SS}Name") or str(len(sheets) + 1), []))
            elif sheets:
                _add_xml_row(sheets[-1][1], element, file)
    except etree.XMLSyntaxError as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    return Book(tuple(_source(_sheet(name, rows, file)) for name, rows in sheets))


def _source(sheet: Sheet) -> SheetSource:
    return SheetSource(sheet.name, hidden=False, load=lambda: sheet)


def _sheet(name: str, rows: Sequence[list[Cell]], file: str) -> Sheet:
    width = max(map(len, rows), default=0)
    if len(rows) > limits.FILLED_ROWS or width * len(rows) > limits.CELLS:
        raise FileTrouble("roster.file.too_far", file=file, row=len(rows), columns=width)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return Sheet(name, rows)


def _rows(table: "etree._Element") -> list[list[Cell]]:
    """The table's own rows, with cells that span others repeated in each place."""
    rows: list[list[Cell]] = []
    hanging: dict[int, tuple[int, str]] = {}
    for element in table.iter("tr"):
        if next(element.iterancestors("table")) is not table:
            continue
        row: list[Cell] = []
        for cell in element.iterchildren("td", "th"):
            _hang(row, hanging)
            text = _shown(cell)
            columns, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for position in range(len(row), min(len(row) + columns, limits.COLUMNS)):
                row.append(text if position == len(row) else "")
                if down > 1:
                    hanging[position] = (down - 1, text)
        _hang(row, hanging)
        rows.append(row)
    return rows


def _hang(row: list[Cell], hanging: dict[int, tuple[int, str]]) -> None:
    """Fill the next places with cells that hang down from the rows above."""
    while len(row) in hanging:
        left, text = hanging.pop(len(row))
        if left > 1:
            hanging[len(row)] = (left - 1, text)
        row.append(text)


def _span(cell: "etree._Element", name: str) -> int:
    said = str(cell.get(name) or "1").strip()
    return min(max(1, int(said)), _MOST_SPAN) if said.isascii() and said.isdigit() else 1


def _shown(cell: "etree._Element") -> str:
    pieces = [cell.text or ""]
    for element in cell.iterdescendants():
        if element.tag == "br":
            pieces.append("\n")
        elif isinstance(element.tag, str):
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
    return "".join(pieces).strip()


def _xml_elements(text: str) -> Iterator["etree._Element"]:
    """Each worksheet as it begins and each row as it ends; a row is dropped once it was seen."""
    events = etree.iterparse(
        io.BytesIO(_ENCODING.sub(r"\1", text.lstrip("\ufeff")).encode("utf-8", "replace")),
        events=("start", "end"),
        tag=(f"{_SS}Worksheet", f"{_SS}Row"),
        resolve_entities=False,
        no_network=True,
    )
    for event, element in events:
        if (element.tag == f"{_SS}Worksheet") == (event == "start"):
            yield element
        if event == "end":
            element.clear(keep_tail=False)


def _add_xml_row(rows: list[list[Cell]], element: "etree._Element", file: str) -> None:
    """Rows and cells may say where they stand (ss:Index, from 1) and leave out what is empty."""
    row: list[Cell] = []
    for cell in element.iterchildren(f"{_SS}Cell"):
        place = _number(cell, "Index", len(row) + 1)
        if place > limits.COLUMNS:
            raise FileTrouble("roster.file.too_far", file=file, row=len(rows), columns=place)
        row.extend([""] * (place - 1 - len(row)))
        row.append(_xml_value(cell.find(f"{_SS}Data")))
        row.extend([""] * min(_number(cell, "MergeAcross", 0), limits.COLUMNS))
    place = _number(element, "Index", len(rows) + 1)
    if place > limits.FILLED_ROWS:
        raise FileTrouble("roster.file.too_far", file=file, row=place, columns=len(row))
    rows.extend([] for _ in range(place - 1 - len(rows)))
    rows.append(row)


def _xml_value(data: "etree._Element | None") -> Cell:
    if data is None:
        return ""
    text = _shown(data)
    if data.get(f"{_SS}Type") != "Number":
        return text
    try:
        return float(text)
    except ValueError:
        return text


def _number(element: "etree._Element", name: str, otherwise: int) -> int:
    said = str(element.get(f"{_SS}{name}") or "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else otherwise
