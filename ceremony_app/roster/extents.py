"""How large a sheet of an xlsx would become, before calamine makes it so.

Calamine holds a sheet as a full rectangle from its first cell to its last, and each shared text
anew in each cell. Two cells far apart, or one long text shown often, take more memory than any
machine has, and the process ends without a word. So both are measured in the XML first.
"""

import io
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import column_position
from ceremony_app.roster import limits

# The usual spelling of a cell, within A1:Z299999, which is at most 7.8 million cells.
_UNUSUAL_CELL = re.compile(rb'<c(?! r="[A-Z][12]?\d{1,5}")')
_PREFIXED_CELL = re.compile(rb":c[\s>/]")
_CELL = re.compile(rb"<c[\s>/]")
# A cell whose tag closes itself holds a format and nothing else: calamine passes over it.
_FILLED_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*?(/?)>')
_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,8})")
_SHARED_USE = re.compile(rb'\bt="s"[^>]*>\s*<v>(\d{1,9})</v>')
_TEXT_END = re.compile(rb"</(?:\w+:)?si\s*>|<(?:\w+:)?si\s*/>")
_USUAL_END = b"</si>"
_FIRST_TEXT = re.compile(rb"<(?:\w+:)?si\b")
_SHORTEST_USE = len(b'<c t="s"><v>0</v></c>')


def check_extent(part: bytes, file: str) -> None:
    """Refuse a sheet whose rectangle is larger than `limits.CELLS`, by FileTrouble."""
    start = part.find(b"sheetData")
    if start < 0:
        return
    end = part.rfind(b"</sheetData")
    is_plain = part[start - 1 : start] == b"<" and not _has_prefixed_cells(part, start, end)
    if is_plain and not _UNUSUAL_CELL.search(part, start, end):
        return
    measured = _measure(part, start, end) if is_plain else None
    rows, columns = measured or _measure_slowly(part, file)
    if rows * columns > limits.CELLS or columns > limits.COLUMNS:
        raise FileTrouble("roster.file.too_far", file=file, row=rows, columns=columns)


def check_shared_texts(texts: bytes, sheets: Iterable[bytes], file: str) -> None:
    """Refuse a workbook whose cells would hold more than `limits.TEXT_IN_CELLS` of shared text."""
    parts = list(sheets)
    most_uses = sum(map(len, parts)) // _SHORTEST_USE
    if not most_uses or _are_all_within(texts, limits.TEXT_IN_CELLS // most_uses):
        return
    # Where texts end in another way than this, pieces come out too long rather than too short.
    longest = max(map(len, texts.split(_USUAL_END)))
    uses = sum(part.count(b'"s"') + part.count(b"'s'") for part in parts)
    if uses * longest <= limits.TEXT_IN_CELLS:
        return
    lengths = [len(text) for text in _TEXT_END.split(texts)]
    indexes = [int(found) for part in parts for found in _SHARED_USE.findall(part)]
    total = sum(lengths[index] for index in indexes if index < len(lengths))
    if len(indexes) != uses or total > limits.TEXT_IN_CELLS:
        raise FileTrouble("roster.file.zip_bomb", file=file)


def _are_all_within(texts: bytes, most: int) -> bool:
    """Whether no text is longer than `most` bytes: one jump from end to end for many texts."""
    at = 0
    while at + most < len(texts):
        end = texts.rfind(_USUAL_END, at, at + most)
        if end <= at:
            return False
        at = end
    return True


def without_count(texts: bytes) -> bytes:
    """Shared texts without the count that stands above them.

    Calamine makes room for as many as are said to come, and ends the process where it cannot.
    """
    first = _FIRST_TEXT.search(texts)
    end = first.start() if first else len(texts)
    return texts[:end].replace(b"ount", b"ounted") + texts[end:]


def _has_prefixed_cells(part: bytes, start: int, end: int) -> bool:
    """Whether there may be cells such as <x:c>; a colon is rare, and looking for one is quick."""
    first = part.find(b":", start, end)
    return first >= 0 and _PREFIXED_CELL.search(part, first, end) is not None


def _measure(part: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Rows and columns up to the last filled cell; None where a cell is spelt in another way."""
    columns: set[bytes] = set()
    rows = count = 0
    for found in _FILLED_CELL.finditer(part, start, end):
        count += 1
        if not found[3]:
            columns.add(found[1])
            rows = max(rows, int(found[2]))
    if count != len(_CELL.findall(part, start, end)):
        return None
    return rows, max((_position(letters.decode()) for letters in columns), default=0)


def _measure_slowly(part: bytes, file: str) -> tuple[int, int]:
    """The same by a real parser, for sheets spelt in a way of their own."""
    rows = columns = row = column = 0
    try:
        for element in _elements(part):
            reference = str(element.get("r") or "")
            if etree.QName(element).localname == "row":
                row, column = int(reference) if reference.isdigit() else row + 1, 0
                continue
            found = _REFERENCE.fullmatch(reference)
            row, column = (int(found[2]), _position(found[1])) if found else (row, column + 1)
            if len(element):
                rows, columns = max(rows, row), max(columns, column)
    except etree.XMLSyntaxError as error:
        raise FileTrouble("roster.file.damaged", file=file) from error
    return rows, columns


def _elements(part: bytes) -> Iterator["etree._Element"]:
    """Each row as it begins and each cell as it ends, in the order of the sheet."""
    events = etree.iterparse(
        io.BytesIO(part),
        events=("start", "end"),
        tag=("{*}row", "{*}c"),
        resolve_entities=False,
        no_network=True,
    )
    for event, element in events:
        is_row = etree.QName(element).localname == "row"
        if is_row == (event == "start"):
            yield element
        if event == "end":
            element.clear(keep_tail=False)
            parent = element.getparent()
            if parent is not None:
                del parent[: parent.index(element)]


def _position(letters: str) -> int:
    """The column counted from 1."""
    return (column_position(letters) or 0) + 1
