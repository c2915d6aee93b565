"""`ikrar badges`, `pact`, `attendance`, `minutes`, `present`: what is made, and what is refused."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.scanning.pages import read_badges
from tests.helpers.command import Answer
from tests.helpers.hall_photographs import take
from tests.helpers.pdf_pages import text_of

Call = Callable[..., Answer]


def size_mm(path: Path) -> tuple[int, int]:
    with PdfDocument(path) as document:
        width, height = document[0].get_size()
        return round(width / 72 * 25.4), round(height / 72 * 25.4)


@pytest.mark.parametrize(
    "arguments",
    [
        ("badges", "-o", "kartu.pdf"),
        ("badges", "-o", "kartu.csv"),
        ("pact", "-o", "pakta.pdf"),
        ("attendance", "-o", "hadir.pdf"),
        ("attendance", "-o", "hadir.xlsx"),
        ("attendance", "-o", "hadir.csv"),
        ("minutes", "-o", "berita.pdf"),
    ],
)
def test_a_paper_is_written_and_its_hash_is_told(
    call: Call, ceremony: Path, tmp_path: Path, arguments: tuple[str, str, str]
) -> None:
    command, option, name = arguments
    out = tmp_path / name
    before = call("show", ceremony, "--json").json["events"]
    made = call(command, ceremony, option, out, "--json").json
    assert made["file"] == str(out)
    assert made["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert call("show", ceremony, "--json").json["events"] > before
    assert str(out) in call(command, ceremony, option, out).out
    assert call("verify", ceremony).code == 0


def test_mistakes_make_a_draft_and_are_told(call: Call, ceremony: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    made = call("minutes", ceremony, "-o", out, "--json")
    assert made.code == 0
    assert made.json["draft"] is True
    assert "DRAF" in text_of(out)
    assert all(sentence in made.err for sentence in made.json["mistakes"])
    assert made.json["mistakes"] == ["Naskah “Ikrar Netralitas Pegawai”: belum disahkan."]
    clean = call("pact", ceremony, "-o", out, "--json")
    assert (clean.err, "draft" in clean.json) == ("", False)
    assert "DRAF" not in text_of(out)


def test_minutes_seal_the_record(call: Call, ceremony: Path, tmp_path: Path) -> None:
    head = call("minutes", ceremony, "-o", tmp_path / "b.pdf", "--json").json["head"]
    assert head == call("show", ceremony, "--json").json["head"]
    assert [len(group) for group in head.split()] == [4] * 8


def test_forms_papers_and_layouts(call: Call, ceremony: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    individual = ("--form", "individual", "--paper", "F4", "--number", "W.1/2", "--json")
    assert call("pact", ceremony, "-o", out, *individual).json["pages"] == 6
    assert size_mm(out) == (215, 330)
    call("pact", ceremony, "-o", out)
    assert size_mm(out) == (210, 297)
    call("badges", ceremony, "-o", out, "--layout", "f4-10", "--line-codes")
    assert size_mm(out) == (215, 330)
    call("attendance", ceremony, "-o", out, "--paper", "f4", "--session", "1")
    assert size_mm(out) == (215, 330)


@pytest.mark.parametrize(
    ("layout", "pages", "size"),
    [
        ("grid", 1, (210, 297)),
        ("lanyard", 2, (210, 297)),
        ("label", 6, (100, 50)),
        ("label-small", 6, (62, 29)),
        ("f4-10", 1, (215, 330)),
    ],
)
def test_every_layout_of_badges(
    call: Call, ceremony: Path, tmp_path: Path, layout: str, pages: int, size: tuple[int, int]
) -> None:
    out = tmp_path / "a.pdf"
    made = call("badges", ceremony, "-o", out, "--layout", layout, "--json").json
    assert made["pages"] == pages
    assert size_mm(out) == size
    assert len(read_badges(out)) == 6


def test_a_small_label_takes_no_line_code(call: Call, ceremony: Path, tmp_path: Path) -> None:
    asked = ("--layout", "label-small", "--line-codes")
    refused = call("badges", ceremony, "-o", tmp_path / "a.pdf", *asked)
    assert refused.code == 1
    assert "62 × 29" in refused.err
    assert not (tmp_path / "a.pdf").exists()


def test_individual_sheets_of_one_division_and_a_file_for_each(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    one, folder = tmp_path / "a.pdf", tmp_path / "lembar"
    asked = ("--form", "individual", "--division", "Divisi Administrasi")
    pages = call("pact", ceremony, "-o", one, *asked, "--json").json["pages"]
    assert 0 < pages < 6
    said = call("pact", ceremony, "-o", folder, *asked)
    assert len(list(folder.glob("*.pdf"))) == pages
    assert f"{pages} lembar" in said.out
    refused = call("pact", ceremony, "-o", one, "--form", "individual", "--division", "nosuch")
    assert refused.code == 1
    assert "Divisi Administrasi" in refused.err
    refused = call("pact", ceremony, "-o", folder, "--form", "representatives")
    assert refused.code == 1
    assert "folder" in refused.err.lower()


def test_badges_of_one_division_and_a_picture_for_each(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kartu"
    answer = call("badges", ceremony, "-o", folder, "--division", "Divisi Administrasi")
    assert answer.code == 0
    assert len(list(folder.glob("*.png"))) == 3
    refused = call("badges", ceremony, "-o", folder, "--division", "nosuch")
    assert (refused.code, "Divisi Administrasi" in refused.err) == (1, True)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("badges", "upacara.ikrar"),
        ("badges", "a.docx"),
        ("pact", "upacara.ikrar"),
        ("pact", "a.xlsx"),
        ("attendance", "upacara.ikrar"),
        ("attendance", "a"),
        ("minutes", "upacara.ikrar"),
    ],
)
def test_a_wrong_ending_is_refused_before_anything_is_done(
    call: Call, ceremony: Path, tmp_path: Path, command: str, name: str
) -> None:
    before = ceremony.read_bytes()
    answer = call(command, ceremony, "-o", tmp_path / name)
    assert (answer.code, answer.out) == (2, "")
    assert name in answer.err
    assert ceremony.read_bytes() == before


@pytest.mark.parametrize("command", ["badges", "pact", "attendance", "minutes"])
def test_a_place_that_takes_no_file_is_a_sentence(
    call: Call, ceremony: Path, tmp_path: Path, command: str
) -> None:
    answer = call(command, ceremony, "-o", tmp_path / "nosuch" / "a.pdf", "--lang", "en")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    (tmp_path / "a.pdf").mkdir()
    assert call(command, ceremony, "-o", tmp_path / "a.pdf").code == 1


def test_what_cannot_be_made_is_a_sentence(call: Call, ceremony: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    empty = tmp_path / "empty.ikrar"
    call("new", empty, "--template", "blank")
    for arguments in (
        ("badges", empty, "-o", out),
        ("pact", empty, "-o", out, "--form", "individual"),
        ("pact", ceremony, "-o", out, "--pact", "nosuch"),
        ("attendance", ceremony, "-o", out, "--session", "nosuch"),
        ("minutes", ceremony, "-o", out, "--session", "nosuch"),
    ):
        answer = call(*arguments)
        assert (answer.code, answer.out) == (1, ""), arguments
        assert not out.exists()
    assert call("pact", ceremony, "-o", out, "--form", "nosuch").code == 2
    assert call("minutes", ceremony, "-o", out, "--paper", "letter").code == 2


def test_the_show_is_painted_without_a_screen(
    call: Call, ceremony: Path, tmp_path: Path, qapp: object
) -> None:
    call("text", ceremony, "approve", "--by", "Tejo")
    folder, pdf = tmp_path / "show", tmp_path / "show.pdf"
    painted = call("present", ceremony, "--out", folder, "--size", "320x240", "--json")
    assert (painted.code, painted.err) == (0, "")
    assert painted.json["steps"] == len(list(folder.glob("*.png"))) > 30
    assert painted.json["files"][0].startswith(str(folder))
    podium = call("present", ceremony, "--pdf", pdf, "--size", "320x240", "--view", "podium")
    assert (podium.code, str(pdf) in podium.out) == (0, True)
    with PdfDocument(pdf) as document:
        assert len(document) == painted.json["steps"]


def test_a_text_that_is_not_approved_is_painted_as_a_draft(
    call: Call, ceremony: Path, tmp_path: Path, qapp: object
) -> None:
    answer = call("present", ceremony, "--pdf", tmp_path / "a.pdf", "--size", "320x240", "--json")
    assert (answer.code, "Ikrar Netralitas Pegawai" in answer.err) == (0, True)
    assert answer.json["steps"] > 30


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["--out", "a", "--pdf", "a.pdf"], 2),
        (["--pdf", "a.png"], 2),
        (["--out", "a", "--size", "1920"], 2),
        (["--out", "a", "--size", "0x0"], 2),
        (["--out", "a", "--size", "100x100"], 1),
        (["--out", "a", "--size", "99999x99999"], 1),
        (["--out", "a", "--view", "nosuch"], 2),
    ],
)
def test_a_show_that_cannot_be_painted_is_a_sentence(
    call: Call, ceremony: Path, qapp: object, arguments: list[str], code: int
) -> None:
    answer = call("present", ceremony, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("kind", [kind.value for kind in DayPaper])
def test_the_smaller_papers_are_made_by_their_kind(
    call: Call, ceremony: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "a.pdf"
    assert call("photos", "add", ceremony, take(tmp_path / "foto.jpg")).code == 0
    made = call("papers", ceremony, "--kind", kind, "-o", out, "--json").json
    assert made["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert call("verify", ceremony).code == 0
