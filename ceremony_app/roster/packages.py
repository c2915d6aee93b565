"""Zipped workbooks (xlsx, ods): unpacked within bounds, before anything else looks at them."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.roster import limits
from ceremony_app.roster.open_documents import read_open_document
from ceremony_app.roster.repacking import Part, read_part
from ceremony_app.roster.sources import Book
from ceremony_app.roster.workbooks import read_workbook

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
_ENCRYPTED = 0x1
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_NEEDED_TOP = frozenset({"[content_types].xml", "mimetype", "content.xml", "meta-inf/manifest.xml"})
_UNNEEDED = ("media/", "drawings/", "charts/", "embeddings/", "printersettings/", "theme/")


def read_package(content: bytes, file: str) -> Book:
    """A zip as a book; raises FileTrouble where it is no workbook, damaged, locked or a trap."""
    parts = _unpack(content, file)
    if _content(parts, "mimetype").startswith(_OPEN_DOCUMENT):
        if b"encryption-data" in _content(parts, "META-INF/manifest.xml"):
            raise FileTrouble("roster.file.password", file=file)
        return read_open_document(_content(parts, "content.xml"), file)
    kinds = _content(parts, "[Content_Types].xml")
    if b"sheet.binary" in kinds:
        raise FileTrouble("roster.file.binary_workbook", file=file)
    if b"spreadsheetml" not in kinds:
        raise FileTrouble("roster.file.not_a_workbook", file=file)
    return read_workbook(parts, file)


def _content(parts: Mapping[str, Part], name: str) -> bytes:
    return parts[name].content if name in parts else b""


def _unpack(content: bytes, file: str) -> dict[str, Part]:
    """The parts that cells come from.

    Both what the zip says of its sizes and what comes out of it must be within the bound;
    zipfile itself refuses a part that is longer than was said.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = [entry for entry in package.infolist() if _is_needed(entry.filename)]
            if any(entry.flag_bits & _ENCRYPTED for entry in entries):
                raise FileTrouble("roster.file.password", file=file)
            said = sum(entry.file_size for entry in entries)
            if len(entries) > limits.PARTS or said > limits.UNPACKED_BYTES:
                raise FileTrouble("roster.file.zip_bomb", file=file)
            return {entry.filename: read_part(package, entry, content) for entry in entries}
    except _DAMAGED as error:
        raise FileTrouble("roster.file.damaged", file=file) from error


def _is_needed(name: str) -> bool:
    lower = name.lower()
    if lower in _NEEDED_TOP:
        return True
    return (
        lower.startswith(("_rels/", "xl/"))
        and lower.endswith((".xml", ".rels"))
        and not any(folder in lower for folder in _UNNEEDED)
    )
