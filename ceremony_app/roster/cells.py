"""Single cells: as text for the record, and as something that may be shown."""

import re
import unicodedata
from datetime import date, datetime

from ceremony_app.domain.id_numbers import NIK_LENGTH, mask_private
from ceremony_app.domain.roster import Cell

_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]"
)
_SHOWN = 60
_DASHES = "-–—_ "


def tidy(cell: Cell) -> str:
    """The cell as one line of text: single blanks, no marks without width, NFC."""
    if not isinstance(cell, str):
        return _written(cell)
    if not cell.isascii():
        cell = _INVISIBLE.sub("", unicodedata.normalize("NFC", cell))
    elif not cell.isprintable():
        cell = _INVISIBLE.sub("", cell)
    return " ".join(cell.split())


def filled_in(cell: Cell) -> str:
    """The tidy cell, or nothing where a dash says that there is nothing."""
    text = tidy(cell)
    return text if text.strip(_DASHES) else ""


def shown(cell: Cell) -> str:
    """The cell as a person may see it in a report: short, and of a NIK only the last four."""
    if isinstance(cell, float) and abs(cell) >= 1e15:
        digits = f"{abs(cell):.0f}"
        if len(digits) == NIK_LENGTH:
            return mask_private(digits)
        return f"{cell:.15G}"
    text = mask_private(tidy(cell))
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:.15G}"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
