"""The attendance list as a workbook and as CSV, for other programs."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ceremony_app.documents.atomic import save_whole
from ceremony_app.documents.cells import csv_bytes, neutral
from ceremony_app.documents.stationery import Stationery
from ceremony_app.documents.status_words import full_status_words
from ceremony_app.domain import wording
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import AttendanceSheet, Made

_COLUMN_WIDTHS = (6, 40, 22, 24, 36, 32, 20, 13, 24)
_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into workbooks so that the same list gives the same bytes."""


def make_attendance_xlsx(stationery: Stationery, sheet: AttendanceSheet, out: Path) -> Made:
    """Write a workbook of one sheet; every id number is a text cell, so that no digit is lost.

    Raises FileTrouble and DiskTrouble as `save_whole` does.
    """
    from xlsxwriter import Workbook  # imported where it is needed: start-up never needs it

    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": _FIXED_DATE, "title": sheet.occasion.title})
    page = book.add_worksheet(stationery.marked(stationery.words("papers.sheet.title")))
    if stationery.mark:
        page.set_header(f"&C&14{stationery.mark}")
    heading = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
    text = book.add_format({"num_format": "@", "valign": "vcenter"})
    plain = book.add_format({"valign": "vcenter"})
    for column, width in enumerate(_COLUMN_WIDTHS):
        page.set_column(column, column, width)
    page.write_row(0, 0, _headings(stationery.words), heading)
    for index, (no, cells) in enumerate(_rows(sheet, stationery.words), start=1):
        page.write_number(index, 0, no, plain)
        for column, cell in enumerate(cells, start=1):
            page.write_string(index, column, neutral(cell), text)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(_COLUMN_WIDTHS) - 1)
    book.close()
    return Made(1, save_whole(out, written.getvalue()))


def make_attendance_csv(stationery: Stationery, sheet: AttendanceSheet, out: Path) -> Made:
    """Write UTF-8 with a byte order mark and ';'; raises as `save_whole` does."""
    rows = [list(_headings(stationery.words))]
    rows.extend([str(no), *cells] for no, cells in _rows(sheet, stationery.words))
    return Made(1, save_whole(out, csv_bytes(rows)))


def _headings(words: Catalogue) -> Sequence[str]:
    return (
        words("papers.attendance.no"),
        words("papers.attendance.person"),
        words("papers.attendance.id_number"),
        words("papers.sheet.rank"),
        words("papers.sheet.post"),
        words("papers.sheet.division"),
        words("papers.sheet.status"),
        words("papers.sheet.time"),
        words("papers.sheet.letter"),
    )


def _rows(sheet: AttendanceSheet, words: Catalogue) -> Iterator[tuple[int, Sequence[str]]]:
    statuses = full_status_words(words)
    zone = sheet.occasion.zone
    for row in sheet.rows:
        time = wording.clock_figures(row.time, zone) if row.time and sheet.with_times else ""
        yield (
            row.no,
            (
                row.name,
                wording.shown_number(row.id_number),
                row.rank,
                row.post,
                row.division,
                statuses[row.status] if row.status else "",
                time,
                row.letter,
            ),
        )
