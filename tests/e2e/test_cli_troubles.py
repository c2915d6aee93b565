"""Troubles as a caller of the program sees them: one sentence, in both languages."""

import os
from pathlib import Path

import pytest

from tests.helpers.bad_files import BAD
from tests.helpers.command import Ikrar


@pytest.fixture
def good(ikrar: Ikrar, tmp_path: Path) -> Path:
    assert ikrar("new", "good.ikrar", "--template", "banten").code == 0
    return tmp_path / "good.ikrar"


@pytest.mark.parametrize("kind", ["damaged", "newer", "copied_while_open"])
def test_a_file_that_is_no_good(ikrar: Ikrar, good: Path, tmp_path: Path, kind: str) -> None:
    BAD[kind](good, tmp_path / "bad.ikrar")
    answer = ikrar("verify", "bad.ikrar", "--json")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="only on POSIX, not as root")
def test_a_file_that_may_not_be_written(ikrar: Ikrar, good: Path, tmp_path: Path) -> None:
    good.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert ikrar("show", "good.ikrar").code == 0
        answer = ikrar("text", "good.ikrar", "approve", "--by", "Tejo")
    finally:
        tmp_path.chmod(0o700)
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_a_sentence_in_each_language(ikrar: Ikrar) -> None:
    first = ikrar("show", "nosuch.ikrar")
    second = ikrar("show", "nosuch.ikrar", IKRAR_LANG="en")
    assert "tidak ada" in first.err
    assert "does not exist" in second.err


def test_a_name_that_is_no_ceremony_but_an_option(ikrar: Ikrar) -> None:
    assert ikrar("show", "--", "--nosuch").code == 1
    assert ikrar("show", "--nosuch").code == 2
    assert ikrar("show", "a\udcff.ikrar").code == 1
    assert ikrar("show", "a" * 300).code == 1
    assert ikrar("show", "").code == 1
