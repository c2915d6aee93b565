"""From a path to a book: the file's bytes, and what they are, whatever the name says."""

import stat
from pathlib import Path

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.roster import limits
from ceremony_app.roster.delimited import read_delimited
from ceremony_app.roster.encodings import decode
from ceremony_app.roster.markup import is_html, is_xml_workbook, read_html, read_xml_workbook
from ceremony_app.roster.old_workbooks import read_old_workbook
from ceremony_app.roster.packages import read_package
from ceremony_app.roster.sources import Book

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_book(path: Path) -> Book:
    """The file as a book; raises FileTrouble with a sentence where it cannot be one."""
    content = read_bytes(path)
    if content.startswith(_ZIP):
        return read_package(content, path.name)
    if content.startswith(_COMPOUND):
        return read_old_workbook(content, path.name)
    if len(content) > limits.TEXT_BYTES:
        raise FileTrouble("roster.file.too_big", file=path.name, most=limits.TEXT_BYTES >> 20)
    decoded = decode(content, path.name)
    if is_xml_workbook(decoded.text):
        return read_xml_workbook(decoded.text, path.name)
    if is_html(decoded.text):
        return read_html(decoded.text, path.name, decoded.remarks)
    return read_delimited(decoded.text, path.name, decoded.remarks)


def read_bytes(path: Path) -> bytes:
    """The file's content; raises FileTrouble for all that may be in the way."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileTrouble("roster.file.directory", file=path.name)
        if not stat.S_ISREG(mode):
            raise FileTrouble("roster.file.not_a_file", file=path.name)
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise FileTrouble("roster.file.missing", file=str(path)) from error
    except PermissionError as error:
        raise FileTrouble("roster.file.no_permission", file=path.name) from error
    except (OSError, ValueError) as error:
        raise FileTrouble("roster.file.unreadable", file=path.name, detail=str(error)) from error
    if len(content) > limits.FILE_BYTES:
        raise FileTrouble("roster.file.too_big", file=path.name, most=limits.FILE_BYTES >> 20)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise FileTrouble("roster.file.empty", file=path.name)
    return content
