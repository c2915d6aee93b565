"""The header of a sheet, found by itself below title rows, and what its columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import Cell, Field, Layout, Sheet, column_position
from ceremony_app.roster import limits
from ceremony_app.roster.guessing import guess_columns
from ceremony_app.roster.vocabulary import plain_header, recognise, recognise_exactly

_SEARCHED_ROWS = 60


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row, or two rows under each other, that may be the header."""

    row: int
    height: int
    headers: tuple[str, ...]
    columns: dict[Field, int]
    is_guessed: bool = False

    @property
    def strength(self) -> int:
        """How many fields it names; nothing without a name counts."""
        return len(self.columns) if Field.NAME in self.columns else 0


_NO_HEADER = _Candidate(0, 0, (), {})


def header_strength(rows: Sequence[Sequence[Cell]]) -> int:
    """How many fields the best header among the first rows names."""
    candidates = (_one_row(rows, at, {}) for at in range(min(len(rows), _SEARCHED_ROWS)))
    return max((candidate.strength for candidate in candidates), default=0)


def find_layout(sheet: Sheet, wanted: Mapping[Field, str], file: str) -> Layout | None:
    """Where the sheet holds what; None where nothing tells which column holds the names.

    `wanted` names columns by header or by letter and overrules what is found; an empty text
    takes the field away. Raises FileTrouble for a column that is not there.
    """
    by_header = {plain_header(text): field for field, text in wanted.items() if text.strip()}
    candidates = _candidates(sheet, by_header)
    best = max(candidates, key=_promise, default=_NO_HEADER)
    if not best.strength:
        best = _named_by_hand(candidates, wanted) or _guessed(sheet) or _NO_HEADER
    columns = dict(best.columns)
    for field, text in wanted.items():
        columns.pop(field, None)
        if text.strip():
            index = _column(sheet, best.headers, text, file)
            columns = {name: at for name, at in columns.items() if at != index}
            columns[field] = index
    if Field.NAME not in columns:
        return None
    body = best.row + best.height
    return Layout(body if best.headers else 0, body, columns, best.headers, best.is_guessed)


def _promise(candidate: _Candidate) -> tuple[int, int]:
    """Two rows must say more than one to be taken for the header."""
    return candidate.strength, -candidate.height


def _named_by_hand(
    candidates: Sequence[_Candidate], wanted: Mapping[Field, str]
) -> _Candidate | None:
    """The row with most of the headers that were asked for: the name's column has only a letter."""
    best = max(candidates, key=lambda one: len(one.columns.keys() & wanted), default=_NO_HEADER)
    return best if best.columns.keys() & wanted else None


def _guessed(sheet: Sheet) -> _Candidate | None:
    """Columns known by what they hold; the row above the first person is taken for the header."""
    guess = guess_columns(sheet.rows)
    if guess is None:
        return None
    first, columns = guess
    headers = tuple(_text(cell) for cell in sheet.rows[first - 1]) if first else ()
    return _Candidate(max(first - 1, 0), min(first, 1), headers, columns, is_guessed=True)


def _column(sheet: Sheet, headers: Sequence[str], text: str, file: str) -> int:
    plain = plain_header(text)
    for index, header in enumerate(headers):
        if header and plain_header(header) == plain:
            return index
    position = column_position(text.strip())
    width = len(sheet.rows[0]) if sheet.rows else 0
    if position is not None and 0 <= position - sheet.first_column < width:
        return position - sheet.first_column
    raise FileTrouble(
        "roster.file.no_such_column",
        file=file,
        column=text,
        headers=", ".join(header for header in headers if header) or "-",
    )


def _candidates(sheet: Sheet, by_header: Mapping[str, Field]) -> list[_Candidate]:
    rows = sheet.rows
    candidates = []
    for at in range(min(len(rows), _SEARCHED_ROWS)):
        candidates.append(_one_row(rows, at, by_header))
        if at + 1 < len(rows):
            candidates.append(_two_rows(sheet, at, by_header))
    return candidates


def _one_row(rows: Sequence[Sequence[Cell]], at: int, by_header: Mapping[str, Field]) -> _Candidate:
    headers = tuple(_text(cell) for cell in rows[at])
    return _Candidate(at, 1, headers, _columns_of(headers, by_header))


def _two_rows(sheet: Sheet, at: int, by_header: Mapping[str, Field]) -> _Candidate:
    """A header of two rows ("GELAR" over "DEPAN" and "BELAKANG"), or an empty candidate.

    Two rows are one header only where the name's own header fills one of them and leaves the
    other empty, as a header merged over both does: a row of data below never looks so.
    """
    upper = _spread(sheet, at, [_text(cell) for cell in sheet.rows[at]])
    lower = [_text(cell) for cell in sheet.rows[at + 1]]
    headers = tuple(_joined(*pair) for pair in zip(upper, lower, strict=True))
    columns = _columns_of(headers, by_header)
    name = columns.get(Field.NAME)
    if name is None or (lower[name] and recognise_exactly(lower[name]) is not Field.NAME):
        return _Candidate(at, 2, (), {})
    return _Candidate(at, 2, headers, columns)


def _joined(upper: str, lower: str) -> str:
    for text in (f"{upper} {lower}", lower, upper):
        if recognise_exactly(text):
            return text.strip()
    return f"{upper} {lower}".strip()


def _spread(sheet: Sheet, at: int, texts: list[str]) -> list[str]:
    """The texts of a row with those of cells merged sideways repeated in each column."""
    for first_row, first, last_row, last in sheet.merged[: limits.MERGED]:
        if first_row == last_row == at and first >= sheet.first_column:
            start, end = first - sheet.first_column, last - sheet.first_column + 1
            texts[start:end] = [texts[start]] * len(texts[start:end])
    return texts


def _columns_of(headers: Sequence[str], by_header: Mapping[str, Field]) -> dict[Field, int]:
    best: dict[Field, tuple[int, int]] = {}
    for index, header in enumerate(headers):
        asked = by_header.get(plain_header(header)) if by_header and header else None
        known = (asked, -1) if asked else recognise(header)
        if known and (known[0] not in best or known[1] < best[known[0]][0]):
            best[known[0]] = (known[1], index)
    return {field: index for field, (_, index) in best.items()}


def _text(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""
