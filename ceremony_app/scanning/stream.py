"""Scans out of the bytes of a serial scanner, however it cuts them and whatever it puts around."""

from ceremony_app.scanning.burst import Part, explain, mark_length, read_burst
from ceremony_app.scanning.lines import LONGEST
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.scanning.token_text import is_token

QUIET_MS = 60
"""A scanner without a terminator is done when it falls silent this long. At 9600 baud a
character takes one millisecond; what waits longer is the next scan."""

_ENDS = frozenset("\r\n\t\x00\x03\x04\x1e")
"""Enter, line feed, tab, and the ends that protocols have: NUL, ETX, EOT, record separator."""


class ByteStream:
    """Takes bytes in their order; the owner calls `rest` when QUIET_MS have passed without any."""

    def __init__(self) -> None:
        self._text = ""
        self._too_long = False

    @property
    def is_open(self) -> bool:
        """Whether something has come that is not decided."""
        return bool(self._text)

    def feed(self, data: bytes) -> list[Scan]:
        """Take bytes; the scans that are whole by them.

        Bytes are taken for Latin 1: a token has none beyond ASCII, so nothing is lost by it.
        """
        found: list[Scan] = []
        for character in data.decode("latin-1"):
            if character in _ENDS:
                found += self.rest()
            elif not self._too_long:
                self._text += character
                self._too_long = len(self._text) >= LONGEST
                if is_token(self._text[mark_length(self._text) :]):
                    found += self.rest()
        return found

    def rest(self) -> list[Scan]:
        """Nothing more came: what there is, is decided."""
        text, self._text, self._too_long = self._text, "", False
        found, marks = [], ""
        for one in read_burst(text):
            words = text[one.start : one.end]
            if one.part is Part.CODE or one.part is Part.REST:
                why = explain(words) if one.part is Part.REST else None
                found.append(Scan(words, Source.SERIAL, why, marks=marks))
                marks = ""
            else:
                # Nobody types on a serial line: a few characters beside a code are the scanner's.
                marks += words
        return found
