"""Cells of spreadsheets and CSV files that other programs open."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before such a start."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as Indonesian spreadsheets open them: UTF-8 with a mark, ';' between cells."""
    return _separated(rows, ";").encode("utf-8-sig")


def plain_csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as other programs read them (RFC 4180): UTF-8, ',' between cells, no mark."""
    return _separated(rows, ",").encode()


def _separated(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(
        [neutral(cell) for cell in row] for row in rows
    )
    return written.getvalue()
