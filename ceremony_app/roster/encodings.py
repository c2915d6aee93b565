"""Text out of bytes: UTF-8, UTF-16 with and without its mark, Windows-1252, or a guess."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import Message, message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_NEVER_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_FEW = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and a remark where its encoding was not certain."""

    text: str
    remarks: tuple[Message, ...] = ()


def decode(content: bytes, file: str) -> Decoded:
    """The text of the file; raises FileTrouble where the bytes are no text."""
    named = _marked_encoding(content) or _unmarked_utf16(content) or "utf-8"
    try:
        decoded = Decoded(content.decode(named))
    except UnicodeDecodeError as error:
        if named != "utf-8":
            raise FileTrouble("roster.file.not_a_workbook", file=file) from error
        decoded = _western_or_guessed(content, file)
    if len(_NEVER_IN_TEXT.findall(decoded.text[:_SAMPLE])) > _FEW:
        raise FileTrouble("roster.file.not_a_workbook", file=file)
    return decoded


def _marked_encoding(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    sample = content[:2_000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.8 * half and 0 not in sample[0::2]:
        return "utf-16-le"
    if half and sample[0::2].count(0) > 0.8 * half and 0 not in sample[1::2]:
        return "utf-16-be"
    return None


def _western_or_guessed(content: bytes, file: str) -> Decoded:
    """Windows-1252 first: it is what Indonesian office machines write when it is not UTF-8."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(content[:_SAMPLE]).best()
        if best is None:
            raise FileTrouble("roster.file.not_a_workbook", file=file) from None
        text = content.decode(best.encoding, errors="replace")
        return Decoded(text, (message("roster.remark.encoding", encoding=best.encoding),))
    return Decoded(text, (message("roster.remark.encoding", encoding="Windows-1252"),))
