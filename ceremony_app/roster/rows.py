"""Which rows of a sheet hold a person, and which are blank, totals, headings or signatures."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from ceremony_app.domain.remembered import Remembered
from ceremony_app.domain.roster import Cell, Field, Layout, Sheet
from ceremony_app.roster.cells import tidy
from ceremony_app.roster.vocabulary import recognise_exactly

_TOTAL = re.compile(r"(?:sub\s*-?\s*)?(?:jumlah|total|jml)\b", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:(?:[IVXLC]+|[A-Z]|\d+)[.)]\s+)?(?:divisi|bagian|bidang|sub\s?bag\w*|sub\s?bid\w*|seksi"
    r"|kantor|kanwil|lapas|rutan|bapas|rupbasan|lpka|kanim|unit|kelompok|regu|catatan|keterangan"
    r"|mengetahui|ditetapkan|kepala kantor)\b",
    re.IGNORECASE,
)
_SMALL_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\.0)?")
_WIDE_MERGE = 3


class RowKind(Enum):
    """What a row is.

    Nothing is said of blank rows, totals and repeated headers; of other rows without a person a
    warning is given, since somebody may have been meant.
    """

    PERSON = auto()
    NOTHING = auto()
    OTHER = auto()


class RowSorter:
    """Tells the kinds of rows of one sheet apart; asked only for rows that are not plain."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self._name = layout.columns[Field.NAME]
        self._id = layout.columns.get(Field.ID_NUMBER)
        self._mapped = tuple(layout.columns.values())
        # What stands beside a name recurs. Only texts are remembered: 1 and True are one key.
        self._tidied = Remembered[Cell, str](tidy)
        self._wide = frozenset(
            first_row
            for first_row, first, _, last in sheet.merged
            if last - first + 1 >= _WIDE_MERGE and first <= sheet.first_column + self._name <= last
        )

    def kind(self, row: Sequence[Cell], at: int) -> RowKind:
        """The kind of the row at index `at` of the sheet."""
        texts = [self._tidied[cell] if type(cell) is str else tidy(cell) for cell in row]
        filled = [text for text in texts if text]
        if not filled or self._is_header_again(row) or self._is_numbering(filled):
            return RowKind.NOTHING
        name = texts[self._name]
        number = texts[self._id] if self._id is not None else ""
        if _TOTAL.match(filled[0]) or (_TOTAL.match(name) and not number):
            return RowKind.NOTHING
        if number:
            return RowKind.PERSON
        if not name or at in self._wide:
            return RowKind.OTHER
        is_alone = not any(texts[index] for index in self._mapped if index != self._name)
        return RowKind.OTHER if is_alone and _HEADING.match(name) else RowKind.PERSON

    def _is_header_again(self, row: Sequence[Cell]) -> bool:
        """A header printed anew on each page of the source."""
        cell = row[self._name]
        return isinstance(cell, str) and recognise_exactly(cell) is Field.NAME

    def _is_numbering(self, filled: Sequence[str]) -> bool:
        """The row of column numbers, "1 2 3 4" or "(1) (2) (3) (4)", below many headers."""
        if len(filled) < 3 or not all(_SMALL_NUMBER.fullmatch(text) for text in filled):
            return False
        numbers = [int(text.strip("()").removesuffix(".0")) for text in filled]
        return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
