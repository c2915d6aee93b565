"""Zips made anew: nothing but what was unpacked, and all of that."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.roster.repacking import Part, read_part, repacked

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/\\:"), min_size=1)
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def packed(parts: Mapping[str, bytes], method: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def read(whole: bytes) -> dict[str, Part]:
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        return {entry.filename: read_part(package, entry, whole) for entry in package.infolist()}


@pytest.mark.parametrize("method", METHODS)
@given(parts=st.dictionaries(NAMES, st.binary(max_size=300), max_size=4))
def test_what_went_in_comes_out(method: int, parts: dict[str, bytes]) -> None:
    again = repacked(read(packed(parts, method)).items())
    with zipfile.ZipFile(io.BytesIO(again)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == parts


def test_compressed_parts_stay_as_they_are() -> None:
    whole = packed({"a": b"x" * 100_000}, zipfile.ZIP_DEFLATED)
    part = read(whole)["a"]
    assert part.packed in whole
    assert len(repacked({"a": part}.items())) < 1_000


def test_what_a_reader_of_workbooks_may_not_know_is_unpacked() -> None:
    part = read(packed({"a": b"x" * 1_000}, zipfile.ZIP_LZMA))["a"]
    assert (part.method, part.packed) == (zipfile.ZIP_STORED, b"x" * 1_000)


def test_bytes_around_the_parts_do_not_come_along() -> None:
    whole = b"before" + packed({"a": b"inside"}, zipfile.ZIP_STORED)
    again = repacked(read(whole).items())
    assert b"before" not in again
    assert b"inside" in again


def test_a_part_of_other_content_takes_its_name() -> None:
    parts = read(packed({"a": b"one", "b": b"two"}, zipfile.ZIP_DEFLATED))
    parts["a"] = Part.of(b"three")
    with zipfile.ZipFile(io.BytesIO(repacked(parts.items()))) as package:
        assert (package.read("a"), package.read("b")) == (b"three", b"two")
