"""Codes read back from pages."""

from pathlib import Path

import pytest

from ceremony_app.documents.badges import make_badges
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.papers import BadgePrint, BadgeSheet
from ceremony_app.domain.token import new_token
from ceremony_app.locator import Locator
from ceremony_app.scanning.pages import read_badges


def test_a_code_printed_twice_comes_twice(locator: Locator, tmp_path: Path) -> None:
    token = new_token()
    twice = BadgeSheet((BadgePrint("A", "", "", token), BadgePrint("B", "", "", token)))
    make_badges(Stationery.of(locator), twice, tmp_path / "a.pdf", Paper.A4)
    assert read_badges(tmp_path / "a.pdf") == [token, token]


def test_lines_are_not_taken_for_squares(locator: Locator, tmp_path: Path) -> None:
    token = new_token()
    sheet = BadgeSheet((BadgePrint("A", "", "", token),), line_codes=True)
    make_badges(Stationery.of(locator), sheet, tmp_path / "a.pdf", Paper.A4)
    assert read_badges(tmp_path / "a.pdf") == [token]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nnonsense", b"PK\x03\x04"])
def test_what_is_no_pdf_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(FileTrouble) as told:
        read_badges(tmp_path / "a.pdf")
    assert told.value.message.key == "papers.error.not_a_pdf"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as told:
        read_badges(tmp_path / "a.pdf")
    assert told.value.message.key == "papers.error.unreadable"
