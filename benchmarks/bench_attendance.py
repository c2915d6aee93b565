"""The attendance list of 10,000 names, against reportlab's own long table of plain cells.

The floor wraps nothing: plain strings, seven columns, a rule around each cell, the head
repeated. And 340 individual pact sheets against the same text as one platypus document, with the
size of their file against what a letter system takes.
"""

import io
import tempfile
from dataclasses import replace
from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    LongTable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from benchmarks.figures import Row, compare, show
from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.pact import make_pact
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact, PactForm, Paper
from ceremony_app.domain.papers import AttendanceRow, AttendanceSheet, Occasion, PactSheet
from ceremony_app.domain.people import IdKind, Person
from ceremony_app.domain.status import Status
from ceremony_app.locator import installed

NAMES = 10_000
LIMIT = 0.5
SHEETS = 340
SHEETS_LIMIT = 0.2
SHEETS_MB = 6.0
_CODE = "7KQ29XMD"
"""Each sheet has its own square at the foot, as an office prints them."""

_FACE = "floor"
_OCCASION = Occasion(
    title="Ikrar Netralitas Pegawai",
    unit="Kantor Wilayah",
    date="2023-02-13",
    time="08:30",
    place="Aula",
    city="Kupang",
)
_POINTS = (
    (
        "Menjaga dan menegakkan prinsip netralitas pegawai di lingkungan Kantor Wilayah dalam "
        "melaksanakan fungsi pelayanan publik baik sebelum, selama, maupun sesudah pelaksanaan "
        "Pemilu dan Pemilihan Tahun 2024."
    ),
    (
        "Menghindari konflik kepentingan tidak melakukan praktik-praktik intimidasi dan ancaman "
        "kepada pegawai dan seluruh elemen masyarakat serta tidak memihak kepada pasangan calon "
        "tertentu."
    ),
    (
        "Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita "
        "bohong."
    ),
    "Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.",
)
_SANCTION = (
    "Apabila melanggar pakta integritas ini, bersedia menerima sanksi sesuai dengan peraturan "
    "perundang-undangan yang berlaku."
)


def people(count: int) -> tuple[Person, ...]:
    """Made-up people of three divisions."""
    return tuple(
        Person(
            id=str(index),
            name=f"Siti Nur'aini Widyastuti {index}, S.H., M.H.",
            id_number=f"198{index % 10}0101200{index % 10}01{1 + index % 2}{1 + index % 999:03}",
            id_kind=IdKind.NIP,
            rank="Penata, III/c",
            post="Analis Keimigrasian Ahli Muda",
            division=f"Divisi {index * 3 // count + 1}",
        )
        for index in range(count)
    )


def rows(names: int = NAMES, sheets: int = SHEETS) -> list[Row]:
    """Our times against the floors'."""
    pdfmetrics.registerFont(TTFont(_FACE, str(installed().fonts / "Arimo-Regular.ttf")))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "paper.pdf"
        return [_attendance(names, out), _sheets(sheets, out), _size(sheets, out)]


def _attendance(names: int, out: Path) -> Row:
    stationery = Stationery.of(installed())
    lines = tuple(
        AttendanceRow(
            no=index + 1,
            name=person.name,
            id_number=person.id_number,
            id_kind=person.id_kind,
            rank=person.rank,
            post=person.post,
            division=person.division,
            status=Status.PRESENT,
            time=f"2023-02-13T07:{index % 60:02}:00.000+07:00[WIB]",
        )
        for index, person in enumerate(people(names))
    )
    sheet = AttendanceSheet(_OCCASION, lines)
    return compare(
        f"attendance list of {names:,} names, against platypus LongTable",
        lambda: make_attendance(stationery, sheet, out, Paper.A4),
        lambda: out.with_name("floor.pdf").write_bytes(_long_table(lines)),
        LIMIT,
    )


def _long_table(lines: tuple[AttendanceRow, ...]) -> bytes:
    head = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan/Unit", "Tanda Tangan", "Ket.")
    cells = [head] + [
        (str(line.no), line.name, line.id_number, line.rank, line.post, f"{line.no}.", "Hadir")
        for line in lines
    ]
    widths = [9 * mm, 34 * mm, 31 * mm, 18 * mm, 27 * mm, 26 * mm, 15 * mm]
    style = [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)), ("FONT", (0, 0), (-1, -1), _FACE, 8)]
    return _built([LongTable(cells, colWidths=widths, repeatRows=1, style=style)])


def _sheets(count: int, out: Path) -> Row:
    stationery = replace(Stationery.of(installed()), code=_CODE)
    staff = people(count)
    pact = Pact("p", "pakta", "Pakta Integritas", _POINTS, PactForm.INDIVIDUAL, sanction=_SANCTION)
    sheet = PactSheet(_OCCASION, pact, PactForm.INDIVIDUAL, people=staff)
    return compare(
        f"{count} individual pact sheets, against one platypus document",
        lambda: make_pact(stationery, sheet, out, Paper.A4),
        lambda: out.with_name("floor.pdf").write_bytes(_built(_story(staff))),
        SHEETS_LIMIT,
    )


def _size(count: int, sheets: Path) -> Row:
    """The file that `_sheets` left, each with a code of its own and the faces embedded once."""
    megabytes = sheets.stat().st_size / 1e6
    name = f"size of the {count} sheets, against what is allowed"
    return Row(name, megabytes, SHEETS_MB, megabytes / SHEETS_MB, 1.0, "MB")


def _story(staff: tuple[Person, ...]) -> list[Flowable]:
    body = ParagraphStyle("body", fontName=_FACE, fontSize=12, leading=15, alignment=TA_JUSTIFY)
    middle = ParagraphStyle("middle", body, alignment=TA_CENTER)
    story: list[Flowable] = []
    for person in staff:
        story.extend(Paragraph(line, middle) for line in ("KEMENTERIAN", "KANTOR WILAYAH"))
        story.append(HRFlowable(width="100%"))
        story.extend(Paragraph(line, middle) for line in ("PAKTA INTEGRITAS", "Nomor: ........"))
        story.append(Paragraph("Yang bertanda tangan di bawah ini:", body))
        story.append(Table(_particulars(person, body), colWidths=[114, 8, 330]))
        story.append(Paragraph("dengan ini menyatakan akan:", body))
        for number, words in enumerate(_POINTS, start=1):
            story.append(Paragraph(words, _hanging(body), bulletText=f"{number}."))
        story.append(Paragraph(_SANCTION, body))
        signing = ("Kupang, 13 Februari 2023", "Yang membuat pernyataan,")
        story.extend(Paragraph(line, body) for line in signing)
        story.append(Spacer(1, 60))
        story.extend(Paragraph(line, body) for line in (person.name, f"NIP {person.id_number}"))
        story.append(PageBreak())
    return story


def _particulars(person: Person, body: ParagraphStyle) -> list[list[object]]:
    values = (
        ("Nama", person.name),
        ("NIP", person.id_number),
        ("Pangkat/Golongan", person.rank),
        ("Jabatan", person.post),
        ("Unit Kerja", f"{person.division}, Kantor Wilayah"),
    )
    return [[label, ":", Paragraph(value, body)] for label, value in values]


def _hanging(body: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("point", body, leftIndent=22, bulletFontName=_FACE, bulletFontSize=12)


def _number_page(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(_FACE, 9)
    canvas.drawString(30 * mm, 13 * mm, "Pakta Integritas")
    canvas.drawRightString(190 * mm, 13 * mm, f"Halaman {document.page}")


def _built(story: list[Flowable]) -> bytes:
    written = io.BytesIO()
    SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=20 * mm,
        topMargin=20 * mm,
        bottomMargin=25 * mm,
        pageCompression=1,
    ).build(story, onFirstPage=_number_page, onLaterPages=_number_page)
    return written.getvalue()


if __name__ == "__main__":
    show(rows())
