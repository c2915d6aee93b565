"""Workbooks that offices get from the program: cells of text, written whole or not at all."""

import contextlib
import io
import os
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from ceremony_app.domain.errors import FileTrouble

# Fixed, so that the same rows always give the same file.
_MADE = datetime(2022, 10, 17, tzinfo=UTC).replace(tzinfo=None)
_AS_TEXT = "@"
_HEADER_HEIGHT = 22
_A4 = 9
_PAGE_WIDTH = 90
_LINE_HEIGHT = 15


class TextWorkbook:
    """A workbook being made, whose every cell is text: a NIP never becomes a number.

    The text format reaches below the rows that are written, for what people will type there.
    """

    def __init__(self) -> None:
        self._content = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        self._book = xlsxwriter.Workbook(self._content, options)
        self._book.set_properties({"created": _MADE})
        self._text = self._book.add_format({"num_format": _AS_TEXT, "valign": "top"})
        self._title = self._book.add_format({"bold": True, "font_size": 14})
        self._hint = self._book.add_format({"italic": True, "font_color": "#444444"})
        self._header = self._book.add_format(
            {
                "num_format": _AS_TEXT,
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": "#14284B",
                "border": 1,
                "valign": "vcenter",
            }
        )
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})

    def add_table(
        self,
        name: str,
        above: Sequence[str],
        header: Sequence[str],
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
    ) -> Any:
        """A sheet with lines of text `above`, a header, and rows; returns xlsxwriter's sheet."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self._text)
        for at, line in enumerate(above):
            sheet.write_string(at, 0, line, self._title if at == 0 else self._hint)
        top = len(above)
        for column, title in enumerate(header):
            sheet.write_string(top, column, title, self._header)
        for at, row in enumerate(rows, top + 1):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, column, cell, self._text)
        sheet.set_row(top, _HEADER_HEIGHT)
        sheet.freeze_panes(top + 1, 0)
        _fit_for_printing(sheet)
        sheet.repeat_rows(top)
        return sheet

    def add_page(self, name: str, lines: Sequence[str]) -> None:
        """A sheet of sentences to read."""
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, 0, _PAGE_WIDTH)
        _fit_for_printing(sheet)
        for at, line in enumerate(lines):
            # Not every program makes a row as high as the text that is wrapped in it.
            sheet.set_row(at, _LINE_HEIGHT * (1 + -(-len(line) // _PAGE_WIDTH)))
            sheet.write_string(at, 0, line, self._title if at == 0 else self._wrapped)

    def save(self, path: Path, *, replace: bool) -> None:
        """Write the file; raises FileTrouble where it exists already or cannot be written."""
        self._book.close()
        beside = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            if not replace and path.exists():
                raise FileTrouble("roster.form.exists", file=path.name)
            with beside.open("xb") as file:
                file.write(self._content.getvalue())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            detail = error.strerror or str(error)
            raise FileTrouble("roster.form.not_written", file=path.name, detail=detail) from error
        finally:
            # Renamed already, or never made; what cannot be removed harms nobody.
            with contextlib.suppress(OSError):
                beside.unlink()


def _fit_for_printing(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
