"""Texts of Excel 97 to 2003 workbooks, which may run on from one record into the next.

The layout is that of Microsoft's published [MS-XLS]: a text has a count of characters, flags,
and the characters in one byte or two; where it goes on in a CONTINUE record, that record begins
with flags of its own.
"""

import struct
from collections.abc import Sequence

_WIDE = 0x01
_WITH_PHONETICS = 0x04
_WITH_RUNS = 0x08
_RUN = 4


class BiffDamaged(Exception):
    """A record ends before what it says is in it."""


class Texts:
    """Reads texts one after the other from a record and those that continue it."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = records
        self._record = 0
        self._place = 0

    def skip(self, count: int) -> None:
        """Pass over bytes, on into the next records if need be."""
        while count:
            left = len(self._records[self._record]) - self._place
            step = min(left, count)
            self._place += step
            count -= step
            if count:
                self._go_on()

    def read(self) -> str:
        """The next text, without its fonts and phonetics."""
        length, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & _WITH_RUNS else 0
        phonetics = struct.unpack("<I", self._take(4))[0] if flags & _WITH_PHONETICS else 0
        pieces = []
        is_wide = bool(flags & _WIDE)
        while length:
            left = (len(self._records[self._record]) - self._place) // (1 + is_wide)
            step = min(left, length)
            pieces.append(_characters(self._take(step * (1 + is_wide)), is_wide=is_wide))
            length -= step
            if length:
                self._go_on()
                is_wide = bool(self._take(1)[0] & _WIDE)
        self.skip(runs * _RUN + phonetics)
        return "".join(pieces)

    def _take(self, count: int) -> bytes:
        """Bytes that stand together; a record that is used up makes way for the next."""
        if self._place == len(self._records[self._record]) and count:
            self._go_on()
        taken = self._records[self._record][self._place : self._place + count]
        if len(taken) < count:
            raise BiffDamaged
        self._place += count
        return taken

    def _go_on(self) -> None:
        self._record += 1
        self._place = 0
        if self._record >= len(self._records):
            raise BiffDamaged


def short_text(body: bytes) -> str:
    """A text whose count is one byte, as the names of sheets are."""
    if len(body) < 2:
        raise BiffDamaged
    is_wide = bool(body[1] & _WIDE)
    return _characters(body[2 : 2 + body[0] * (1 + is_wide)], is_wide=is_wide)


def _characters(content: bytes, *, is_wide: bool) -> str:
    return content.decode("utf-16-le" if is_wide else "latin-1", "replace")
