"""Scans that come as lines of bytes: a pipe, a serial scanner, another program."""

from typing import BinaryIO

LONGEST = 4096
"""A line is read up to here, in bytes; the rest of a longer one is passed over.

A token has 19 characters, so whatever is longer is malformed however it goes on.
"""

_BOM = b"\xef\xbb\xbf"


class LineReader:
    """Reads one scan after the other; `stream` is binary and may hold anything at all."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._begun = False

    def next(self) -> str | None:
        """The next line without its end, or None when there are no more.

        Lines of nothing but blanks are passed over: a scanner that ends with two line ends has
        not scanned twice. Bytes that are no UTF-8 become replacement characters, which no token
        has. Raises OSError where the stream fails.
        """
        while raw := self._stream.readline(LONGEST):
            if not raw.endswith(b"\n"):
                self._pass_over_the_rest(raw)
            line = self._text(raw)
            if line.strip():
                return line
        return None

    def _pass_over_the_rest(self, raw: bytes) -> None:
        while raw and not raw.endswith(b"\n"):
            raw = self._stream.readline(LONGEST)

    def _text(self, raw: bytes) -> str:
        if not self._begun:
            # Windows shells put a mark before what they pipe.
            raw, self._begun = raw.removeprefix(_BOM), True
        return raw.removesuffix(b"\n").removesuffix(b"\r").decode(errors="replace")
