"""Roster files of every format, built for the test that reads them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Rows = Sequence[Sequence[Any]]

HEADER = ("No", "NIP", "NAMA", "GOL", "JABATAN", "UNIT KERJA", "STATUS")
PEOPLE: Rows = (
    ("1", "196608011988031001", "Dr. H. Budi, S.H.", "IV/a", "Kepala", "Divisi A", "PNS"),
    ("2", "19900314 201503 2 002", "Ni Made André", "III.c", "Analis", "Divisi B", "PNS"),
    ("3", "199411052023211003", "Ma’ruf", "IX", "Pranata", "Divisi B", "PPPK"),
    ("4", "PPNPN-001", "Ujang", "", "Pengemudi", "Divisi A", "PPNPN"),
)
TABLE: Rows = (HEADER, *PEOPLE)


def write_xlsx(path: Path, sheets: Mapping[str, Rows] | Rows) -> Path:
    """A workbook of openpyxl; numbers stay numbers, text stays text."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    named = sheets if isinstance(sheets, Mapping) else {"Pegawai": sheets}
    for name, rows in named.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_xls(path: Path, rows: Rows) -> Path:
    """A real BIFF workbook."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Pegawai")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    book.save(str(path))
    return path


def ods_cell(value: Any, **attributes: Any) -> TableCell:
    """One cell, of a number or of text."""
    if isinstance(value, float):
        return TableCell(valuetype="float", value=value, **attributes)
    cell = TableCell(valuetype="string", **attributes)
    cell.addElement(P(text=value))
    return cell


def write_ods(path: Path, rows: Rows) -> Path:
    """An open document sheet, with the endless empty rows that LibreOffice puts below."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Pegawai")
    for row in rows:
        line = TableRow()
        for cell in row:
            line.addElement(TableCell() if cell in ("", None) else ods_cell(cell))
        table.addElement(line)
    rest = TableRow(numberrowsrepeated=1_048_000)
    rest.addElement(TableCell(numbercolumnsrepeated=16_384))
    table.addElement(rest)
    document.spreadsheet.addElement(table)
    document.save(path)
    return path


def as_text(rows: Rows, separator: str) -> str:
    """The rows as lines, without quotes."""
    return "".join(separator.join(str(cell) for cell in row) + "\r\n" for row in rows)


def as_html(rows: Rows) -> str:
    """A page as personnel sites send under the name of .xls."""
    lines = "".join(
        "<tr>" + "".join(f"<td class='xl'>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><meta charset='utf-8'>"
        f"<style>td {{mso-number-format:'\\@'}}</style></head>"
        f"<body><table>{lines}</table></body></html>"
    )


def as_xml_workbook(rows: Rows) -> str:
    """A workbook as Excel 2003 wrote it into XML."""
    lines = "".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row)
        + "</Row>"
        for row in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Pegawai"><Table>{lines}</Table></Worksheet></Workbook>'
    )


def write_text(encoding: str, separator: str, mark: bytes = b"") -> Callable[[Path, Rows], Path]:
    """A writer of separated text in some encoding."""

    def write(path: Path, rows: Rows) -> Path:
        path.write_bytes(mark + as_text(rows, separator).encode(encoding))
        return path

    return write


def write_markup(render: Callable[[Rows], str]) -> Callable[[Path, Rows], Path]:
    """A writer of markup in UTF-8."""

    def write(path: Path, rows: Rows) -> Path:
        path.write_text(render(rows), "utf-8")
        return path

    return write


_WORKBOOK = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Pegawai" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def write_raw_xlsx(path: Path, sheet_data: str, shared: str = "", counts: str = "") -> Path:
    """A workbook whose sheet's XML, from <sheetData> on, is given as it is.

    `shared` are the shared texts, `counts` the attributes above them.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in _WORKBOOK.items():
            package.writestr(name, part)
        sheet = f'<worksheet xmlns="{_MAIN}" xmlns:x="{_MAIN}">{sheet_data}</worksheet>'
        package.writestr("xl/worksheets/sheet1.xml", sheet)
        package.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}" {counts}>{shared}</sst>')
    return path


def inline(reference: str, text: str) -> str:
    """One cell of text, as XML."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def zip_of(parts: Mapping[str, bytes]) -> bytes:
    """A zip with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()
