"""Columns known by what stands in them, for sheets whose header says nothing understood."""

import re
from collections.abc import Sequence

from ceremony_app.domain.id_numbers import NIP_LENGTH, clean_id_number
from ceremony_app.domain.roster import Cell, Field

_LOOKED_AT = 300
_MOST = 0.6
_FEWEST = 2
_LIKE_A_NAME = re.compile(r"[^\W\d_][\w.,'’() /-]{2,79}")


def guess_columns(rows: Sequence[Sequence[Cell]]) -> tuple[int, dict[Field, int]] | None:
    """The first row with an id number, and the columns of numbers and names.

    None unless one column holds mostly numbers of 18 digits as text, and another a text of its
    own beside nearly each of them.
    """
    sample = [row for row in rows[:_LOOKED_AT] if any(row)]
    width = len(sample[0]) if sample else 0
    counts = [sum(map(_is_number_of_staff, (row[at] for row in sample))) for at in range(width)]
    most = max(counts, default=0)
    if most < _FEWEST:
        return None
    ids = counts.index(most)
    people = [row for row in sample if _is_number_of_staff(row[ids])]
    names = _column_of_names(people, ids)
    if names is None:
        return None
    first = next(at for at, row in enumerate(rows) if _is_number_of_staff(row[ids]))
    return first, {Field.ID_NUMBER: ids, Field.NAME: names}


def _column_of_names(people: Sequence[Sequence[Cell]], ids: int) -> int | None:
    """The column with the most different texts; of equals the one nearest to the numbers."""
    width = len(people[0])
    different = {at: len(_texts(people, at)) for at in range(width) if at != ids}
    best = max(different, key=lambda at: (different[at], -abs(at - ids)), default=None)
    if best is None or different[best] < _MOST * len(people):
        return None
    return best


def _texts(people: Sequence[Sequence[Cell]], at: int) -> set[str]:
    cells = (row[at] for row in people)
    return {cell for cell in cells if isinstance(cell, str) and _LIKE_A_NAME.fullmatch(cell)}


def _is_number_of_staff(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) < NIP_LENGTH:
        return False
    number = clean_id_number(cell)
    return len(number) == NIP_LENGTH and number.isdigit()
