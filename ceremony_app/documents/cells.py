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
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerows(
        [neutral(cell) for cell in row] for row in rows
    )
    return written.getvalue().encode("utf-8-sig")
