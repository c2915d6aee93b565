"""Lines of bytes from anywhere."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.scanning.lines import LONGEST, LineReader


def read(raw: bytes) -> list[str]:
    reader = LineReader(io.BytesIO(raw))
    return list(iter(reader.next, None))


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        (b"", []),
        (b"\n\r\n \t\n", []),
        (b"a\nb", ["a", "b"]),
        (b"a\r\nb\n\n", ["a", "b"]),
        (b" a \n", [" a "]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n", ["a", "\ufeffb"]),
        (b"\xff\x00\n", ["\ufffd\x00"]),
        (b"x" * (3 * LONGEST) + b"\nb\n", ["x" * LONGEST, "b"]),
        (b"x" * (LONGEST - 1) + b"\nb\n", ["x" * (LONGEST - 1), "b"]),
        (b"x" * LONGEST + b"\nb\n", ["x" * LONGEST, "b"]),
        (b"x" * (2 * LONGEST), ["x" * LONGEST]),
        (b"x" * (2 * LONGEST - 1) + b"\nb", ["x" * LONGEST, "b"]),
    ],
)
def test_lines(raw: bytes, lines: list[str]) -> None:
    assert read(raw) == lines


@given(st.lists(st.binary(max_size=40).filter(lambda raw: b"\n" not in raw)))
def test_every_line_is_read_once_whatever_its_bytes(lines: list[bytes]) -> None:
    said = [line.removesuffix(b"\r").decode(errors="replace") for line in lines]
    raw = b"".join(line + b"\n" for line in [b"first", *lines])
    assert read(raw) == ["first", *(line for line in said if line.strip())]
