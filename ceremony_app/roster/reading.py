"""A roster file in, people out: the way through the room, from path to report."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.roster import (
    Field,
    Layout,
    RosterReading,
    Sheet,
    SheetSummary,
)
from ceremony_app.roster.cells import shown
from ceremony_app.roster.collector import no_collection
from ceremony_app.roster.headers import find_layout
from ceremony_app.roster.opening import open_book
from ceremony_app.roster.sources import Book
from ceremony_app.roster.validation import check
from ceremony_app.roster.vocabulary import read_field

_EXAMPLES = ("CONTOH", "PETUNJUK", "EXAMPLE")
_SHEETS_NAMED = 12


def read_roster(
    path: Path,
    *,
    today: date,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> RosterReading:
    """Read a roster, whatever its format; nothing is written anywhere.

    `sheet` names a sheet, or gives its place counted from 1; without it the one with the best
    header and the most rows is taken, and sheets of examples are left alone. `mapping` says
    which column holds a field, by its header or its letter ("nip": "NIP BARU", "name": "C"); an
    empty column takes the field away. Ages and appointments are judged by `today`.

    Raises FileTrouble with one sentence where the file cannot be read, has no such sheet or
    column, or holds no roster.
    """
    wanted = _wanted(mapping or {}, path.name)
    with no_collection():
        book = open_book(path)
        chosen, layout, summaries = _choose(book, sheet, wanted, path.name)
        checked = check(chosen, layout, today, {})
    if not checked.read:
        raise FileTrouble("roster.file.nobody", file=path.name, sheet=chosen.name)
    return RosterReading(
        file=path.name,
        sheets=summaries,
        sheet=chosen,
        layout=layout,
        today=today,
        read=checked.read,
        people=checked.people,
        rejected=checked.rejected,
        warnings=checked.warnings,
        remarks=(*book.remarks, *_remarks(chosen, layout)),
    )


def revalidate(
    reading: RosterReading, corrections: Mapping[tuple[int, Field], str]
) -> RosterReading:
    """The same reading with cells typed anew, by row number and field, on top of earlier ones."""
    together = {**reading.corrections, **corrections}
    with no_collection():
        checked = check(reading.sheet, reading.layout, reading.today, together)
    return replace(
        reading,
        read=checked.read,
        people=checked.people,
        rejected=checked.rejected,
        warnings=checked.warnings,
        corrections=together,
    )


def remap(reading: RosterReading, mapping: Mapping[str, str]) -> RosterReading:
    """The same sheet with other columns, for a preview in which the mapping is changed.

    Corrections made so far are kept. Raises FileTrouble as `read_roster` does.
    """
    layout = find_layout(reading.sheet, _wanted(mapping, reading.file), reading.file)
    if layout is None:
        raise FileTrouble("roster.file.no_header", file=reading.file)
    moved = replace(reading, layout=layout)
    return revalidate(moved, {})


def preview(reading: RosterReading, first: int, count: int) -> list[tuple[int, list[str]]]:
    """Rows of the sheet as a person may see them, from row number `first` on."""
    rows = reading.sheet.rows[first - 1 : first - 1 + count]
    return [(number, [shown(cell) for cell in row]) for number, row in enumerate(rows, first)]


def _wanted(mapping: Mapping[str, str], file: str) -> dict[Field, str]:
    wanted = {}
    for name, column in mapping.items():
        field = read_field(name)
        if field is None:
            fields = ", ".join(field.value for field in Field)
            raise FileTrouble("roster.file.no_such_field", file=file, field=name, fields=fields)
        wanted[field] = column
    return wanted


def _choose(
    book: Book, asked: str | None, wanted: Mapping[Field, str], file: str
) -> tuple[Sheet, Layout, tuple[SheetSummary, ...]]:
    """The sheet to read, with its layout, and all sheets by name."""
    best: tuple[tuple[int, ...], Sheet, Layout] | None = None
    missing_column: FileTrouble | None = None
    summaries = []
    for at, source in enumerate(book.sheets):
        if asked is not None and not _is_asked(asked, source.name, at, book):
            summaries.append(SheetSummary(source.name, 0, source.hidden))
            continue
        sheet = source.load()
        summaries.append(SheetSummary(source.name, len(sheet.rows), source.hidden))
        try:
            layout = find_layout(sheet, wanted, file)
        except FileTrouble as error:
            # Another sheet may have the column that was asked for.
            missing_column = error
            continue
        if layout is not None:
            worth = _worth(sheet, layout)
            if best is None or worth > best[0]:
                best = (worth, sheet, layout)
    if best is None:
        raise missing_column or _no_roster(book, asked, file)
    return best[1], best[2], tuple(summaries)


def _is_asked(asked: str, name: str, at: int, book: Book) -> bool:
    """By name, in any letters; else by place, where no sheet has that name."""
    wanted = asked.strip().casefold()
    if any(source.name.strip().casefold() == wanted for source in book.sheets):
        return name.strip().casefold() == wanted
    return wanted == str(at + 1)


def _worth(sheet: Sheet, layout: Layout) -> tuple[int, ...]:
    """What speaks for a sheet: not hidden, no examples, ids, people at all, fields, rows."""
    is_example = sheet.name.strip().upper().startswith(_EXAMPLES)
    rows = len(sheet.rows) - layout.body
    return (
        not sheet.hidden,
        not is_example,
        not layout.is_guessed,
        Field.ID_NUMBER in layout.columns and rows > 0,
        rows > 0,
        len(layout.columns),
        rows,
    )


def _no_roster(book: Book, asked: str | None, file: str) -> FileTrouble:
    names = [source.name for source in book.sheets]
    if asked is not None and not any(
        _is_asked(asked, name, at, book) for at, name in enumerate(names)
    ):
        listed = ", ".join(names[:_SHEETS_NAMED]) or "-"
        return FileTrouble("roster.file.no_such_sheet", file=file, sheet=asked, sheets=listed)
    return FileTrouble("roster.file.no_header", file=file)


def _remarks(sheet: Sheet, layout: Layout) -> tuple[Message, ...]:
    remarks = []
    if layout.is_guessed:
        names = sheet.letter(layout.columns[Field.NAME])
        remarks.append(message("roster.remark.guessed", column=names))
    if sheet.has_formulas:
        remarks.append(message("roster.remark.formulas"))
    if Field.ID_NUMBER not in layout.columns:
        remarks.append(message("roster.remark.no_ids"))
    if Field.DIVISION not in layout.columns:
        remarks.append(message("roster.remark.no_divisions"))
    return tuple(remarks)
