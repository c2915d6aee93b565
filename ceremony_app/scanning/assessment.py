"""What a test scan tells of a scanner, and what to set where it tells of trouble."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.token import read_token
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.scanning.wedge import GAP_MS

TEST_CODE = "IKAQZWYM01234567897"
"""The code that the scanner test shows. It holds all letters and figures that keyboard layouts
put elsewhere. No badge has it: theirs are drawn at random from 2 to the power of 80."""


class Tone(StrEnum):
    """How much a remark matters, in the words of the windows' style."""

    GOOD = "good"
    CALM = "calm"
    WARNING = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that the test found."""

    tone: Tone
    text: Message


def is_right(scan: Scan) -> bool:
    """Whether the scanner can be used: it gave a whole code."""
    return read_token(scan.text) is not None


def assess(scan: Scan, ends: tuple[str, ...]) -> list[Remark]:
    """What is to be said of a test scan; `ends` is what came after it ("enter", "tab", "lf").

    The first remark is the answer; the others say what stands out, and what may be set better.
    """
    token = read_token(scan.text)
    if token is None:
        return [Remark(Tone.BAD, scan.why or message("scan.test.other"))]
    if token == TEST_CODE:
        answer = Remark(Tone.GOOD, message("scan.test.right"))
    else:
        answer = Remark(Tone.WARNING, message("scan.test.badge"))
    return [answer, *(_of_keys(scan, ends) if scan.source is Source.KEYS else ())]


def _of_keys(scan: Scan, ends: tuple[str, ...]) -> Iterator[Remark]:
    if scan.slowest > GAP_MS:
        slow = message("scan.test.slow", pause=scan.slowest, most=GAP_MS)
        yield Remark(Tone.WARNING, slow)
    if scan.text != scan.text.upper():
        yield Remark(Tone.CALM, message("scan.test.lower"))
    if scan.marks:
        yield Remark(Tone.CALM, message("scan.test.marks", marks=visible(scan.marks)))
    if not ends:
        yield Remark(Tone.CALM, message("scan.test.no_end"))


def visible(text: str) -> str:
    """The text with its control characters as the signs that Unicode has for them."""
    return "".join(chr(0x2400 + ord(one)) if one < " " else one for one in text)
