"""Who a row is: the name with its titles, the id number and what kind it is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import cast

from ceremony_app.domain.id_numbers import NIK_LENGTH, IdRules
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.names import join_titles
from ceremony_app.domain.people import IdKind
from ceremony_app.domain.roster import Cell, Field
from ceremony_app.roster.cells import filled_in, tidy
from ceremony_app.roster.columns import Columns
from ceremony_app.roster.report import Report
from ceremony_app.roster.rows import RowKind, RowSorter

_LONGEST_NAME = 120
# A name that needs neither cleaning nor remark.
_PLAIN_NAME = re.compile(r"[A-Za-z][\w.,'’()/-]*(?: [\w.,'’()/-]+)*", re.ASCII)
_FORMULA_SIGNS = ("=", "+", "@")
_DAMAGED_FROM = 1e15
_MOST_TWINS_NAMED = 5


class NamesAndNumbers:
    """The three columns that say who somebody is, worked out for all rows at once.

    `names`, `numbers` and `kinds` are as long as the columns; what stands in them for rows that
    the report drops means nothing.
    """

    def __init__(self, columns: Columns, rules: IdRules, report: Report) -> None:
        self._columns = columns
        self._rules = rules
        self._report = report
        self._sorter = RowSorter(columns.sheet, columns.layout)
        self._raw_names = columns.of(Field.NAME)
        self._raw_numbers = columns.of(Field.ID_NUMBER)
        self._has_numbers = Field.ID_NUMBER in columns.cells
        plain = _PLAIN_NAME.fullmatch
        self.names: list[str] = [cell if plain(cell) else "" for cell in _texts(self._raw_names)]
        self.numbers: list[str] = _texts(self._raw_numbers)
        self.kinds: list[IdKind] = rules.plain_kinds(self.numbers)
        for at in self._odd_rows():
            self._look_at(at)
        self._put_titles_on()

    def _odd_rows(self) -> list[int]:
        """The rows whose name or number is not plain; most sheets have few."""
        odd = {at for at, kind in enumerate(self.kinds) if kind is IdKind.NONE}
        lengths = list(map(len, self.names))
        if not lengths or min(lengths) == 0 or max(lengths) > _LONGEST_NAME:
            odd |= {at for at, length in enumerate(lengths) if not 0 < length <= _LONGEST_NAME}
        return sorted(odd)

    def refuse_twins(self, divisions: list[str]) -> None:
        """Refuse all rows that share an id number, or name and division without a number."""
        numbers, dropped = self.numbers, self._report.dropped
        if len(set(numbers)) < len(numbers):
            self._refuse_equal(numbers, Field.ID_NUMBER)
        if "" in numbers:
            keys = [
                "" if number or at in dropped else f"{self.names[at]}\n{divisions[at]}"
                for at, number in enumerate(numbers)
            ]
            self._refuse_equal(keys, Field.NAME)

    def _refuse_equal(self, keys: list[str], field: Field) -> None:
        """Refuse the rows whose key stands more than once; empty keys are nobody's."""
        twice = {key for key, times in Counter(keys).items() if times > 1 and key}
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(keys) if twice else ():
            if key in twice:
                places[key].append(at)
        for twins in places.values():
            for at in twins:
                rows = self._named(other for other in twins if other != at)
                self._report.refuse(
                    at,
                    field,
                    message("roster.id.twice", rows=rows)
                    if field is Field.ID_NUMBER
                    else message("roster.name.twice", rows=rows),
                )

    def _named(self, places: Iterable[int]) -> str:
        numbers = [str(self._columns.number(at)) for at in places]
        more = ", …" if len(numbers) > _MOST_TWINS_NAMED else ""
        return ", ".join(numbers[:_MOST_TWINS_NAMED]) + more

    def _look_at(self, at: int) -> None:
        """One row that is not plain: what it is, and what its name and number are."""
        row = self._columns.row(at)
        self.numbers[at] = ""
        if not any(row):
            self._report.pass_over(at)
            return
        kind = self._sorter.kind(row, self._columns.number(at) - 1)
        if kind is RowKind.PERSON:
            self._look_at_name(at)
            self._look_at_number(at)
        elif kind is RowKind.OTHER:
            self._report.pass_over(at, message("roster.row.no_person"))
        else:
            self._report.pass_over(at)

    def _look_at_name(self, at: int) -> None:
        cell = self._raw_names[at]
        name = tidy(cell)
        reason = _why_no_name(cell, name)
        if reason:
            self._report.refuse(at, Field.NAME, reason)
        self.names[at] = name

    def _look_at_number(self, at: int) -> None:
        cell = self._raw_numbers[at]
        if not isinstance(cell, str):
            self._report.refuse(at, Field.ID_NUMBER, self._why_no_number(at, cell))
            return
        reading = self._rules.read(cell)
        for reason in reading.refusals:
            self._report.refuse(at, Field.ID_NUMBER, reason)
        for doubt in reading.warnings:
            self._report.warn(at, Field.ID_NUMBER, doubt)
        if not reading.refusals:
            self.numbers[at], self.kinds[at] = reading.number, reading.kind
            if self._has_numbers and not reading.number:
                self._report.warn(at, Field.ID_NUMBER, message("roster.id.missing"))

    def _why_no_number(self, at: int, cell: Cell) -> Message:
        place = f"{self._columns.letter(Field.ID_NUMBER)}{self._columns.number(at)}"
        if isinstance(cell, (int, float)) and abs(cell) >= _DAMAGED_FROM:
            if len(f"{abs(cell):.0f}") == NIK_LENGTH:
                return message("roster.id.nik")
            return message("roster.id.damaged_number", cell=place)
        return message("roster.id.number_cell", cell=place)

    def _put_titles_on(self) -> None:
        """Join the columns of titles to the names, where the sheet has such columns."""
        cells = self._columns.cells
        if Field.TITLE_BEFORE not in cells and Field.TITLE_AFTER not in cells:
            return
        titles = zip(
            self._columns.of(Field.TITLE_BEFORE),
            self.names,
            self._columns.of(Field.TITLE_AFTER),
            strict=True,
        )
        self.names = [
            join_titles(filled_in(before), name, filled_in(after))
            if name and (before or after)
            else name
            for before, name, after in titles
        ]


def _texts(cells: list[Cell]) -> list[str]:
    """The cells that are text, and nothing in place of the others; a list of its own."""
    if set(map(type, cells)) <= {str}:
        return cast("list[str]", cells[:])
    return [cell if type(cell) is str else "" for cell in cells]


def _why_no_name(cell: Cell, name: str) -> Message | None:
    if not name:
        return message("roster.name.missing")
    if not isinstance(cell, str):
        return message("roster.name.number_cell")
    if name.startswith(_FORMULA_SIGNS):
        return message("roster.name.formula")
    if not any(character.isalpha() for character in name):
        return message("roster.name.no_letters")
    if len(name) > _LONGEST_NAME:
        return message("roster.name.too_long", most=_LONGEST_NAME)
    return None
