"""Files that are no good: one sentence in either language, the right code, nothing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.bad_files import BAD
from tests.helpers.command import Answer

Call = Callable[..., Answer]

CALLS = (
    ("show",),
    ("show", "--json"),
    ("verify", "--json"),
    ("checkin",),
    ("text", "approve", "--by", "Tejo"),
    ("session", "add", "Susulan"),
    ("mark", "196608011988031001", "--status", "dl"),
    ("minutes", "-o", "/nosuch/a.pdf"),
    ("erase", "--all", "--reason", "x"),
)


@pytest.fixture
def good(call: Call, tmp_path: Path) -> Path:
    file = tmp_path / "good.ikrar"
    assert call("new", file, "--template", "banten").code == 0
    return file


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_is_no_good(call: Call, good: Path, tmp_path: Path, kind: str) -> None:
    bad = tmp_path / "bad.ikrar"
    BAD[kind](good, bad)
    before = bad.read_bytes() if bad.is_file() else None
    for at, (command, *rest) in enumerate(CALLS):
        language = ("id", "en")[at % 2]
        answer = call("--lang", language, command, bad, *rest, stdin=b"IK\n")
        said = (command, answer)
        assert answer.code == 1, said
        assert answer.out == "", said
        assert answer.err.count("\n") == 1, said
        assert "bad.ikrar" in answer.err, said
        assert (bad.read_bytes() if bad.is_file() else None) == before, said
