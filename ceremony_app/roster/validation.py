"""From a sheet's cells to people, column by column.

A roster may have a hundred thousand rows, so whole columns are worked on: what recurs (ranks,
posts, divisions) is worked out once, and only rows that are not plain are looked at singly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import compress, repeat

from ceremony_app.domain.id_numbers import IdRules
from ceremony_app.domain.ids import new_ids
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import Person
from ceremony_app.domain.remembered import Remembered
from ceremony_app.domain.roster import Cell, Field, Finding, Layout, Sheet
from ceremony_app.roster.cells import filled_in
from ceremony_app.roster.columns import Columns, take_columns
from ceremony_app.roster.names_and_numbers import NamesAndNumbers
from ceremony_app.roster.ranks_as_read import RankAsRead, read_rank_columns
from ceremony_app.roster.report import Report

_LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet gave: people, refusals, warnings, and how many rows hold a person."""

    read: int
    people: list[Person]
    rejected: list[Finding]
    warnings: list[Finding]


def check(
    sheet: Sheet,
    layout: Layout,
    today: date,
    corrections: Mapping[tuple[int, Field], str],
) -> Checked:
    """Validate the rows below the header, with the corrected cells in place of what they held.

    A person without any id number (contract staff without a local number yet) is taken in with
    a warning: on the next import the exact name and division stand for the number, so two such
    rows with the same name and division are refused. Of rows that share an id number all are
    refused, since nothing tells which of them is right.
    """
    columns = take_columns(sheet, layout, corrections)
    report = Report(columns)
    who = NamesAndNumbers(columns, IdRules(today), report)
    posts = _texts(columns, Field.POST, report)
    divisions = _texts(columns, Field.DIVISION, report)
    staff_kinds = _texts(columns, Field.STAFF_KIND, report)
    institutions = _texts(columns, Field.INSTITUTION, report)
    who.refuse_twins(divisions)
    rows: Iterable[tuple[object, ...]] = zip(
        new_ids(columns.height),
        who.names,
        who.numbers,
        who.kinds,
        _ranks(columns, staff_kinds, report),
        posts,
        divisions,
        staff_kinds,
        institutions,
        repeat(Person._field_defaults["kind"], columns.height),
        repeat(Person._field_defaults["active"], columns.height),
        strict=True,
    )
    dropped = report.dropped
    if dropped:
        rows = compress(rows, [at not in dropped for at in range(columns.height)])
    people = list(map(Person._make, rows))
    return Checked(len(people) + len(report.refused), people, report.rejected, report.warnings)


def _texts(columns: Columns, name: Field, report: Report) -> list[str]:
    """A column of free text, each different cell tidied once."""
    if name not in columns.cells:
        return [""] * columns.height
    cells = columns.of(name)
    tidied = Remembered(filled_in)
    texts = [tidied[cell] for cell in cells]
    overlong = {cell for cell, text in tidied.items() if len(text) > _LONGEST_TEXT}
    if overlong:
        for at, cell in enumerate(cells):
            if cell in overlong and at not in report.passed_over:
                report.refuse(at, name, message("roster.text.too_long", most=_LONGEST_TEXT))
    return texts


def _ranks(columns: Columns, staff_kinds: list[str], report: Report) -> list[str]:
    """The ranks, each different combination of columns worked out once."""
    if not {Field.RANK, Field.RANK_NAME} & columns.cells.keys():
        return [""] * columns.height
    known = Remembered(_rank)
    keys = zip(columns.of(Field.RANK), columns.of(Field.RANK_NAME), staff_kinds, strict=True)
    ranks = [known[key] for key in keys]
    if any(rank.warning for rank in known.values()):
        dropped = report.dropped
        for at, rank in enumerate(ranks):
            if rank.warning and at not in dropped:
                report.warn(at, rank.field, rank.warning)
    return [rank.printed for rank in ranks]


def _rank(key: tuple[Cell, Cell, str]) -> RankAsRead:
    golongan, pangkat, staff_kind = key
    return read_rank_columns(filled_in(golongan), filled_in(pangkat), staff_kind)
