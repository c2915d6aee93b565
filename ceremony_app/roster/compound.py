"""The compound file that an xls is packed in: its directory, and its streams by name.

Only what is needed to read one. The layout is that of
Microsoft's published [MS-CFB].
"""

import struct

_HEADER = 512
_FREE = 0xFFFFFFFA
_ENTRY = 128
_STREAM = 2
_ROOT = 5
_FAT_IN_HEADER = 109


class CompoundDamaged(Exception):
    """The chains of the compound file do not hold together."""


class Compound:
    """A compound file in memory; raises CompoundDamaged at once where it cannot be followed."""

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEADER:
            raise CompoundDamaged
        self._content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise CompoundDamaged
        self._size = 1 << shift
        (directory,) = struct.unpack_from("<I", content, 48)
        self._least, small_table = struct.unpack_from("<II", content, 56)
        self._table = self._whole_table()
        self._entries = self._directory(self._joined(directory))
        self._small_table = _numbers(self._joined(small_table))
        root = next((entry for entry in self._entries if entry[1] == _ROOT), None)
        self._small = self._joined(root[2])[: root[3]] if root else b""

    def has(self, name: str) -> bool:
        """Whether there is a stream of this name."""
        return any(entry[0] == name and entry[1] == _STREAM for entry in self._entries)

    def stream(self, name: str) -> bytes:
        """The stream's content, or nothing where there is none of this name."""
        for found, kind, start, length in self._entries:
            if found == name and kind == _STREAM:
                if length >= self._least:
                    return self._joined(start)[:length]
                return self._small_joined(start)[:length]
        return b""

    def _whole_table(self) -> list[int]:
        """Which sector follows which, put together from the sectors that the header lists."""
        sectors = list(struct.unpack_from(f"<{_FAT_IN_HEADER}I", self._content, 76))
        more, _ = struct.unpack_from("<II", self._content, 68)
        seen: set[int] = set()
        while more < _FREE and more not in seen:
            seen.add(more)
            numbers = _numbers(self._sector(more))
            sectors += numbers[:-1]
            more = numbers[-1]
        listed = [at for at in sectors if at < _FREE]
        if len(set(listed)) < len(listed):
            raise CompoundDamaged
        return _numbers(b"".join(map(self._sector, listed)))

    def _directory(self, content: bytes) -> list[tuple[str, int, int, int]]:
        """Name, kind, first sector and length of each entry."""
        entries = []
        for place in range(0, len(content) - _ENTRY + 1, _ENTRY):
            (length,) = struct.unpack_from("<H", content, place + 64)
            name = content[place : place + max(0, min(length, 64) - 2)].decode(
                "utf-16-le", "replace"
            )
            start, size = struct.unpack_from("<II", content, place + 116)
            entries.append((name, content[place + 66], start, size))
        return entries

    def _sector(self, at: int) -> bytes:
        place = (at + 1) * self._size
        sector = self._content[place : place + self._size]
        if not sector:
            raise CompoundDamaged
        # The last sector of a file is often cut short by the program that wrote it.
        return sector.ljust(self._size, b"\0")

    def _joined(self, start: int) -> bytes:
        return b"".join(self._sector(at) for at in _chain(self._table, start))

    def _small_joined(self, start: int) -> bytes:
        return b"".join(
            self._small[at * 64 : at * 64 + 64] for at in _chain(self._small_table, start)
        )


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))


def _chain(table: list[int], start: int) -> list[int]:
    chain: list[int] = []
    seen: set[int] = set()
    while start < _FREE:
        if start in seen or start >= len(table):
            raise CompoundDamaged
        seen.add(start)
        chain.append(start)
        start = table[start]
    return chain
