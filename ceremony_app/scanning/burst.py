"""What a burst of characters holds: whole codes, the marks around them, and the rest."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.token import LENGTH, PREFIX
from ceremony_app.scanning.layouts import is_other_script, layout_of
from ceremony_app.scanning.token_text import START, find_tokens

STRAYS = 4
"""So few characters beside a whole code were struck by a person in the same moment, or are set
in the scanner; more of them are a scan of their own."""

_MARK = re.compile(
    r"""
    [\x00-\x1f]*                  # STX and its kin
    (?:\][A-Za-z][0-9A-Za-z])?    # the AIM identifier of the kind of code (ISO/IEC 15424)
    (?:\\\d{6})?                  # the ECI mark of its character set (AIM ITS/04-023)
    """,
    re.VERBOSE,
)


class Part(StrEnum):
    """What a stretch of a burst is."""

    CODE = "code"
    MARK = "mark"
    STRAY = "stray"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text, from `start` up to `end`."""

    part: Part
    start: int
    end: int


def mark_length(text: str) -> int:
    """How many characters at the beginning are a scanner's mark."""
    found = _MARK.match(text)
    return found.end() if found else 0


def read_burst(text: str) -> list[Stretch]:
    """The stretches of a burst, in order and without a gap; empty for an empty text.

    Where two scanners ran into one another, nothing in it is taken for a code, even if one seems
    whole: its check character may agree by chance.
    """
    tokens = find_tokens(text)
    if not tokens or is_mixed(text):
        return list(_beside(text, 0, len(text), alone=True))
    found, at = [], 0
    for start, end in tokens:
        found += _beside(text, at, start)
        found.append(Stretch(Part.CODE, start, end))
        at = end
    return found + _beside(text, at, len(text))


def explain(text: str) -> Message | None:
    """Why a scan without a code is none, where that can be told."""
    if len(START.findall(text)) > 1 and len(text) > LENGTH:
        return message("scan.why.two_at_once")
    layout = layout_of(text)
    if layout is not None:
        return message("scan.why.layout", layout=layout)
    if len(text) >= LENGTH and is_other_script(text):
        return message("scan.why.script")
    if text[: len(PREFIX)].upper() == PREFIX and len(text) < LENGTH:
        return message("scan.why.half", count=len(text))
    return None


def why_no_code(text: str) -> Message:
    """Why a text is no code, as far as it tells: misread, or of another kind altogether."""
    told = explain(text)
    if told is not None:
        return told
    plain = "".join(text.replace("-", "").split())
    if plain[: len(PREFIX)].upper() == PREFIX and len(plain) == LENGTH:
        return message("scan.why.misread")
    return message("scan.why.foreign")


def is_mixed(text: str) -> bool:
    """Whether two codes seem to have run into one another: two began, and neither is whole.

    One that seems whole counts as such only where the text ends with it or the next one begins:
    a check character agrees by chance once in 32 times.
    """
    tokens = find_tokens(text)
    whole = {first for first, last in tokens if last == len(text) or START.match(text, last)}
    begun = [one.start() for one in START.finditer(text)]
    return sum(place not in whole for place in begun) > 1 and text.upper().count(PREFIX[1]) > 1


def _beside(text: str, start: int, end: int, *, alone: bool = False) -> list[Stretch]:
    """What stands before, between or after whole codes."""
    found = []
    mark = mark_length(text[start:end])
    if mark:
        found.append(Stretch(Part.MARK, start, start + mark))
    if start + mark < end:
        few = end - start - mark <= STRAYS and not alone
        found.append(Stretch(Part.STRAY if few else Part.REST, start + mark, end))
    return found
