"""What came out of a roster file: people, what was refused, and what to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from ceremony_app.domain.messages import Message
from ceremony_app.domain.people import Person

Cell = str | float | int | bool | date | datetime | time | timedelta


class Field(StrEnum):
    """What a column of a roster may hold; the value is the name that `--map` takes.

    RANK is golongan, or golongan and pangkat in one; RANK_NAME is pangkat in a column of its own.
    """

    ID_NUMBER = "id_number"
    NAME = "name"
    TITLE_BEFORE = "title_before"
    TITLE_AFTER = "title_after"
    RANK = "rank"
    RANK_NAME = "rank_name"
    POST = "post"
    DIVISION = "division"
    STAFF_KIND = "staff_kind"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one cell: a refusal or a warning, by the list that it stands in.

    `column` is the sheet's letter, empty where the sheet has no such column. `value` is the cell
    as a person may see it: a NIK is cut down to its last four digits.
    """

    row: int
    column: str
    field: Field | None
    value: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: its letter, and its header as written (or empty)."""

    letter: str
    header: str


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One sheet of the file: its name, its height in rows, whether the workbook hides it."""

    name: str
    rows: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet, or what a text file or an HTML table has instead.

    `rows[0]` is row 1; all rows have the same length; an empty cell is "". `first_column` is the
    position, from 0, of the column that each row begins with. `merged` holds (first row, first
    column, last row, last column), counted from 0 in the whole sheet.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first_column: int = 0
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    has_formulas: bool = False

    def letter(self, index: int) -> str:
        """The letter of the column that is at `index` of a row."""
        return column_letter(self.first_column + index)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet holds what.

    `header_row` counts from 1 and is 0 where there is none; `body` is the index in `rows` of the
    first row below the header. `columns` gives the index within a row. `is_guessed` tells that
    the columns are known by what they hold, since no header named them.
    """

    header_row: int
    body: int
    columns: Mapping[Field, int]
    headers: tuple[str, ...]
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class RosterReading:
    """A roster file as read, before anything is compared or written.

    `people` are those with nothing to refuse, in the order of the sheet; the id of each is a new
    one, for whoever the ceremony does not know yet. `read` counts the rows that hold a person, the
    refused ones included. `corrections` are the cells that were typed anew in the preview, by
    row number and field. `remarks` are about the sheet as a whole.
    """

    file: str
    sheets: tuple[SheetSummary, ...]
    sheet: Sheet
    layout: Layout
    today: date
    read: int
    people: Sequence[Person]
    rejected: Sequence[Finding]
    warnings: Sequence[Finding]
    remarks: tuple[Message, ...] = ()
    corrections: Mapping[tuple[int, Field], str] = field(default_factory=dict)

    @property
    def header_row(self) -> int:
        return self.layout.header_row

    @property
    def mapping(self) -> dict[Field, Column]:
        """The column that each field was read from."""
        return {name: self._column(index) for name, index in self.layout.columns.items()}

    @property
    def ignored(self) -> tuple[Column, ...]:
        """The columns with a header that nothing was read from."""
        used = set(self.layout.columns.values())
        return tuple(
            self._column(index)
            for index, header in enumerate(self.layout.headers)
            if header and index not in used
        )

    def _column(self, index: int) -> Column:
        headers = self.layout.headers
        return Column(self.sheet.letter(index), headers[index] if index < len(headers) else "")


def column_letter(position: int) -> str:
    """The letter of the column at `position`, counted from 0: A to Z, AA, AB, ..."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_position(letters: str) -> int | None:
    """The position, counted from 0, of the column with these letters; None if they are none."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        return None
    position = 0
    for letter in letters.upper():
        position = position * 26 + ord(letter) - 64
    return position - 1
