"""The archive code at the foot of a paper: a short name of the document, told from its id.

It says which document a sheet belongs to and nothing else; it is no signature.
"""

import re
from dataclasses import dataclass

from ceremony_app.domain.token import ALPHABET

LENGTH = 8
"""Forty bits: among the thousand papers of a file two alike have a chance of one in two million."""

MOST = 20
"""The characters that the square at the foot holds."""

_PREFIX = "IKD"
_WHOLE = re.compile(rf"{_PREFIX}([{ALPHABET}]{{{LENGTH}}})(?::(\d+)(?:\.(\d+))?)?")


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What the square says: the document's code, which of its sheets, which page of the sheet.

    `sheet` and `page` count from one and are zero where the square does not say.
    """

    code: str
    sheet: int = 0
    page: int = 0


def code_of(document: str) -> str:
    """The code of a document by its id (hex); the same whenever it is asked."""
    bits = int(document[: LENGTH * 5 // 4], 16)
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(LENGTH)))


def shown(code: str) -> str:
    """The code as people read it aloud: "7KQ2-9XMD"."""
    return f"{code[:4]}-{code[4:]}"


def spelled(code: SheetCode) -> str:
    """What the square holds; where it has no room for the sheet, the code alone."""
    whole = f"{_PREFIX}{code.code}:{code.sheet}.{code.page}"
    return whole if len(whole) <= MOST else f"{_PREFIX}{code.code}"


def read_code(scanned: str) -> SheetCode | None:
    """What a scanned square says, or None where it is not from the foot of a paper."""
    found = _WHOLE.fullmatch(scanned.strip().upper())
    if found is None:
        return None
    return SheetCode(found[1], int(found[2] or 0), int(found[3] or 0))
