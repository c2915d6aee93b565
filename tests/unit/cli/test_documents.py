"""`ikrar document`: numbers that come later, and what is signed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ceremony_app.services.record import Record
from tests.helpers.ceremony_files import opener
from tests.helpers.command import Answer
from tests.helpers.pdf_pages import text_of
from tests.helpers.settled import settle

Call = Callable[..., Answer]


@pytest.fixture
def listed(call: Call, ceremony: Path, tmp_path: Path) -> Path:
    """A ceremony of which the attendance list was made, without a blank on it."""
    with opener().open(ceremony) as file:
        settle(file)
    call("attendance", ceremony, "-o", tmp_path / "a.pdf")
    return ceremony


def test_a_number_is_recorded_and_shown(call: Call, listed: Path, tmp_path: Path) -> None:
    (made,) = call("document", listed, "list", "--json").json
    assert (made["kind"], made["number"], made["signed"]) == ("attendance_pdf", None, False)
    said = call("document", listed, "number", made["code"], "W.1-23", "--json")
    assert (said.code, said.json["number"]) == (0, "W.1-23")
    assert call("document", listed, "number", "attendance", "W.1-24").code == 0
    (made,) = call("document", listed, "list", "--json").json
    assert made["number"] == "W.1-24"
    assert "W.1-24" in call("show", listed).out
    assert call("verify", listed).code == 0
    folder = tmp_path / "arsip"
    assert call("export", listed, "-o", folder).code == 0
    assert "nomor W.1-24" in (folder / "baca-saya.html").read_text("utf-8")


def test_what_is_printed_of_a_signed_paper_is_a_copy(
    call: Call, listed: Path, tmp_path: Path
) -> None:
    assert call("document", listed, "signed", "attendance", "--json").json["signed"] is True
    assert call("document", listed, "signed", "attendance").code == 1
    call("attendance", listed, "-o", tmp_path / "b.pdf")
    assert "SALINAN" in text_of(tmp_path / "b.pdf")
    assert call("document", listed, "list", "--json").json[0]["copy"] is True


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("number", "attendance"), 2),
        (("signed",), 2),
        (("signed", "attendance", "W.1"), 2),
        (("number", "minutes", "W.1"), 1),
        (("signed", "nosuch"), 1),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    call: Call, listed: Path, arguments: tuple[str, ...], code: int
) -> None:
    answer = call("document", listed, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert "Traceback" not in answer.err


def test_a_copy_of_signed_minutes_names_the_head_that_it_carries(
    call: Call, listed: Path, tmp_path: Path
) -> None:
    def head(file: Path) -> str:
        made = call("minutes", file, "-o", tmp_path / "a.pdf", "--json").json
        return str(made["head"])

    other = tmp_path / "lain.ikrar"
    first = head(listed)
    call("backup", listed, other)
    call("document", listed, "signed", "minutes")
    with opener().open(other) as file:
        Record(file).seal()
    assert call("merge", listed, other).code == 0
    assert head(listed) == first
    assert call("minutes", listed, "-o", tmp_path / "a.docx", "--json").json.get("head") is None
