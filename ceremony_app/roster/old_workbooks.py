"""Workbooks of Excel 97 to 2003 (xls), read here rather than by calamine.

A damaged xls makes calamine ask for more memory than there is, which ends the process without a
word; offices keep such files for twenty years and carry them on sticks.
"""

import codecs
import contextlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import Cell, Sheet
from ceremony_app.roster import limits
from ceremony_app.roster.biff_sheet import BiffSheet, ReadText
from ceremony_app.roster.biff_text import BiffDamaged, Texts, short_text
from ceremony_app.roster.compound import Compound, CompoundDamaged
from ceremony_app.roster.sources import Book, SheetSource

_BEGIN, _END, _CONTINUE = 0x0809, 0x000A, 0x003C
_PASSWORD, _CODE_PAGE, _SHEET, _SHARED_TEXTS = 0x002F, 0x0042, 0x0085, 0x00FC
_NEWEST = 0x0600
_WORKSHEET = 0
_CODECS = {1200: "utf-16-le", 10000: "mac_roman", 32768: "mac_roman", 32769: "cp1252"}
_HEAD = struct.Struct("<HH")
_DAMAGES = (struct.error, IndexError, BiffDamaged)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet as the workbook lists it: where its records begin, its name, if it is hidden."""

    place: int
    name: str
    hidden: bool


def read_old_workbook(content: bytes, file: str) -> Book:
    """An xls; raises FileTrouble where it is another program's file, locked or damaged."""
    try:
        compound = Compound(content)
        stream = compound.stream("Workbook") or compound.stream("Book")
        is_locked = compound.has("EncryptedPackage")
    except (CompoundDamaged, struct.error, IndexError) as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    if is_locked:
        raise FileTrouble("roster.file.password", file=file)
    if not stream:
        raise FileTrouble("roster.file.not_a_workbook", file=file)
    try:
        workbook = _Workbook(stream, file)
    except _DAMAGES as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    return Book(tuple(_source(workbook, listed, file) for listed in workbook.sheets))


def _source(workbook: "_Workbook", listed: _Listed, file: str) -> SheetSource:
    def load() -> Sheet:
        try:
            return workbook.sheet(listed)
        except _DAMAGES as error:
            raise FileTrouble("roster.file.damaged", file=file) from error

    return SheetSource(listed.name, listed.hidden, load)


class _Workbook:
    """The records that stand before the sheets: their names, and the texts that they share."""

    def __init__(self, stream: bytes, file: str) -> None:
        self._stream = stream
        self._file = file
        self._texts: list[str] = []
        self.sheets: list[_Listed] = []
        self._is_newest = True
        self._codec = "cp1252"
        for kind, parts in _records(stream, 0):
            self._take(kind, parts)

    def _take(self, kind: int, parts: list[bytes]) -> None:
        body = parts[0]
        if kind == _PASSWORD:
            raise FileTrouble("roster.file.password", file=self._file)
        if kind == _BEGIN:
            self._is_newest = struct.unpack_from("<H", body)[0] >= _NEWEST
        elif kind == _CODE_PAGE:
            self._codec = _codec(struct.unpack_from("<H", body)[0])
        elif kind == _SHARED_TEXTS:
            (count,) = struct.unpack_from("<I", body, 4)
            self._texts = _shared_texts(parts, count)
        elif kind == _SHEET and body[5] == _WORKSHEET:
            (place,) = struct.unpack_from("<I", body)
            name = short_text(body[6:]) if self._is_newest else self._old_text(body[7:])
            self.sheets.append(_Listed(place, name, hidden=body[4] & 3 != 0))

    def sheet(self, listed: _Listed) -> Sheet:
        """One sheet with its cells; raises what a damaged record raises."""
        read_text: ReadText = _new_text if self._is_newest else self._counted_old_text
        found = BiffSheet(self._texts, read_text)
        for kind, parts in _records(self._stream, listed.place):
            found.add(kind, parts)
        return Sheet(
            name=listed.name,
            rows=self._rows(found),
            merged=tuple(found.merged),
            hidden=listed.hidden,
            has_formulas=found.has_formulas,
        )

    def _rows(self, found: BiffSheet) -> list[tuple[Cell, ...]]:
        height = max(found.cells, default=-1) + 1
        width = max((max(row, default=-1) for row in found.cells.values()), default=-1) + 1
        if width > limits.COLUMNS or len(found.cells) * width > limits.CELLS:
            raise FileTrouble("roster.file.too_far", file=self._file, row=height, columns=width)
        blank: tuple[Cell, ...] = ("",) * width
        columns = range(width)
        return [
            tuple([found.cells[at].get(column, "") for column in columns])
            if at in found.cells
            else blank
            for at in range(height)
        ]

    def _counted_old_text(self, parts: Sequence[bytes]) -> str:
        (length,) = struct.unpack_from("<H", parts[0])
        return self._old_text(parts[0][2 : 2 + length])

    def _old_text(self, content: bytes) -> str:
        return content.decode(self._codec, "replace")


def _new_text(parts: Sequence[bytes]) -> str:
    return Texts(parts).read()


def _shared_texts(parts: Sequence[bytes], count: int) -> list[str]:
    """As many texts as there are, which some programs count too high."""
    texts = Texts(parts)
    texts.skip(8)
    found: list[str] = []
    with contextlib.suppress(BiffDamaged):
        while len(found) < count:
            found.append(texts.read())
    return found


def _codec(page: int) -> str:
    """The codec for a code page; Windows-1252 where it is none that Python knows."""
    name = _CODECS.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _records(stream: bytes, place: int) -> Iterator[tuple[int, list[bytes]]]:
    """The records of one part of the stream, each with those that continue it.

    Parts within the part (charts on a sheet) are passed over.
    """
    depth = 0
    kind, parts = -1, [b""]
    while place + _HEAD.size <= len(stream):
        following, length = _HEAD.unpack_from(stream, place)
        body = stream[place + _HEAD.size : place + _HEAD.size + length]
        place += _HEAD.size + length
        if following == _CONTINUE:
            parts.append(body)
            continue
        if kind >= 0 and depth == 1:
            yield kind, parts
        kind, parts = following, [body]
        depth += (following == _BEGIN) - (following == _END)
        if depth <= 0:
            return
    if depth == 1:
        yield kind, parts
