"""A zip made anew from the parts of another: only what was unpacked and looked at before.

What follows in a zip from its structure (parts named twice, headers that contradict each other,
bytes between the parts) is read in as many ways as there are readers. In a zip of our own making
it cannot occur. A part that stays as it was keeps its compressed bytes, since unpacking it again
is quicker than handing tens of megabytes on.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LENGTHS_AT = 26
_VERSION = 20
_NAME_IS_UTF8 = 0x800
# The first of January 1980: a zip knows no day without a year.
_NEVER = (0, 0x21)
_KEPT = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Part(NamedTuple):
    """A part as it came out, and as it stood in its zip: method and bytes."""

    content: bytes
    method: int
    packed: bytes
    checksum: int

    @classmethod
    def of(cls, content: bytes) -> "Part":
        """A part of other content, which is not compressed."""
        return cls(content, zipfile.ZIP_STORED, content, zlib.crc32(content))


def read_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, whole: bytes) -> Part:
    """One part of a zip whose bytes are `whole`; raises what zipfile raises where it is damaged."""
    content = package.read(entry)
    if entry.compress_type not in _KEPT:
        return Part.of(content)
    lengths = struct.unpack_from("<2H", whole, entry.header_offset + _LENGTHS_AT)
    start = entry.header_offset + _LOCAL.size + sum(lengths)
    packed = whole[start : start + entry.compress_size]
    return Part(content, entry.compress_type, packed, entry.CRC)


def repacked(parts: Iterable[tuple[str, Part]]) -> bytes:
    """A zip of these parts, by name, and of nothing else."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, part in parts:
        spelled = name.encode()
        sizes = (part.checksum, len(part.packed), len(part.content), len(spelled), 0)
        said = (_VERSION, _NAME_IS_UTF8, part.method, *_NEVER, *sizes)
        directory.append(_CENTRAL.pack(b"PK\1\2", _VERSION, *said, 0, 0, 0, 0, at) + spelled)
        piece = (_LOCAL.pack(b"PK\3\4", *said), spelled, part.packed)
        pieces += piece
        at += sum(map(len, piece))
    count, size = len(directory), sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)
    return b"".join((*pieces, *directory, end))
