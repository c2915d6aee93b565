"""Text with separators: csv, tsv, and tabbed text that calls itself .xls."""

import csv
import io
import re
from collections.abc import Iterator

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import Message
from ceremony_app.domain.roster import Sheet
from ceremony_app.roster import limits
from ceremony_app.roster.headers import header_strength
from ceremony_app.roster.sources import Book, SheetSource

_SEPARATORS = (";", ",", "\t", "|")
_HINT = re.compile(r"\ufeff?sep=(.)[ \t]*\r?\n", re.IGNORECASE)
_SAMPLE_ROWS = 60


def read_delimited(text: str, file: str, remarks: tuple[Message, ...] = ()) -> Book:
    """The text as a book of one sheet; raises FileTrouble for lines that are no table."""
    hint = _HINT.match(text)
    if hint:
        # Excel hides this line, and people count rows as Excel shows them.
        text = text[hint.end() :]
    separator = hint[1] if hint else _best_separator(text, file)
    rows = list(_rows(text, separator, file))
    _square(rows)
    sheet = Sheet(file, rows)
    return Book((SheetSource(file, hidden=False, load=lambda: sheet),), remarks)


def _best_separator(text: str, file: str) -> str:
    """Whatever makes the best header."""
    sample = "".join(_lines(text, file, most=_SAMPLE_ROWS))
    return max(_SEPARATORS, key=lambda separator: _promise(sample, separator, file))


def _promise(sample: str, separator: str, file: str) -> tuple[int, int]:
    """How much of a roster a separator makes of the sample; more is better."""
    try:
        rows = list(_rows(sample, separator, file, strict=False))
    except FileTrouble:
        return (-1, 0)
    return header_strength(rows), sum(len(row) - 1 for row in rows)


def _rows(text: str, separator: str, file: str, *, strict: bool = True) -> Iterator[list[str]]:
    """The rows, one for each record.

    Strict reading refuses a quote that never ends, which would swallow the people below it.
    """
    reader = csv.reader(_lines(text, file), delimiter=separator, strict=strict)
    filled = 0
    try:
        for row in reader:
            filled += 1
            if filled > limits.FILLED_ROWS:
                raise FileTrouble("roster.file.too_many_rows", file=file, most=limits.FILLED_ROWS)
            if len(row) > limits.COLUMNS:
                raise FileTrouble("roster.file.too_wide", file=file, row=reader.line_num)
            yield row
    except csv.Error as error:
        raise FileTrouble("roster.file.broken_line", file=file, row=reader.line_num) from error


def _lines(text: str, file: str, *, most: int | None = None) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if most is not None and number > most:
            return
        if len(line) > limits.LINE:
            raise FileTrouble("roster.file.long_line", file=file, row=number)
        yield line


def _square(rows: list[list[str]]) -> None:
    """Fill all rows up to the same length."""
    width = max(map(len, rows), default=0)
    for row in rows:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
