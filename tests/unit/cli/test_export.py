"""`ikrar export`, and `ikrar verify` of what it made."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremony_app.locator import installed
from tests.helpers.archives import flip, names_in
from tests.helpers.command import Answer
from tests.helpers.rosters import made_up_staff, write_roster

Call = Callable[..., Answer]

TEMPLATES = sorted(path.stem for path in installed().templates.glob("*.toml"))
MINUTES = "dokumen/berita-acara.pdf"


@pytest.fixture
def archive(call: Call, ceremony: Path, tmp_path: Path) -> Path:
    assert call("export", ceremony, "-o", tmp_path / "arsip").code == 0
    return tmp_path / "arsip"


def test_what_is_said_of_a_folder(call: Call, ceremony: Path, tmp_path: Path) -> None:
    made = call("export", ceremony, "-o", tmp_path / "arsip", "--json").json
    assert made["files"] == len(names_in(tmp_path / "arsip"))
    assert made["head"] == call("show", ceremony, "--json").json["head"]
    found = call("verify", tmp_path / "arsip", "--json").json
    assert (found["ok"], found["head"], found["problems"]) == (True, made["head"], [])
    for arguments in (("--head", made["head"]), ("--in", ceremony)):
        assert call("verify", tmp_path / "arsip", *arguments).code == 0
    words = call("verify", tmp_path / "arsip", "--lang", "en").out
    assert "is what was made at" in words
    assert "agrees with itself" in words


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_archive_of_every_template_is_made_and_verified(
    call: Call, tmp_path: Path, template: str
) -> None:
    ceremony, folder = tmp_path / "a.ikrar", tmp_path / "arsip"
    write_roster(tmp_path / "pegawai.csv", made_up_staff(5))
    assert call("new", ceremony, "--template", template).code == 0
    assert call("roster", "import", ceremony, tmp_path / "pegawai.csv").code == 0
    made = call("export", ceremony, "-o", folder, "--json")
    assert made.code == 0, made.err
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in manifest["files"]} == names_in(folder) - {"manifest.json"}
    assert made.json["files"] == len(names_in(folder))

    found = call("verify", folder, "--head", made.json["head"], "--in", ceremony, "--json")
    assert (found.code, found.json["problems"]) == (0, [])
    flip(folder / MINUTES, 200)
    changed = call("verify", folder)
    assert changed.code == 4
    assert MINUTES in changed.out
    assert changed.err.count("\n") == 1


def test_a_changed_byte_is_found_and_named(call: Call, archive: Path) -> None:
    flip(archive / MINUTES, 500)
    answer = call("verify", archive, "--json")
    assert (answer.code, answer.json["ok"]) == (4, False)
    assert len(answer.json["problems"]) == 1
    assert MINUTES in answer.json["problems"][0]
    assert answer.err.count("\n") == 1
    assert MINUTES in call("verify", archive).out
    paper = call("verify", archive / MINUTES)
    assert (paper.code, MINUTES in paper.out) == (4, True)


def test_one_paper(call: Call, ceremony: Path, archive: Path, tmp_path: Path) -> None:
    answer = call("verify", archive / MINUTES)
    assert answer.code == 0
    assert "berita acara" in answer.out
    assert "peristiwa" in answer.out
    call("pact", ceremony, "-o", tmp_path / "pakta.pdf")
    found = call("verify", tmp_path / "pakta.pdf", "--in", ceremony, "--json").json
    assert (found["ok"], found["in"]) == (True, ceremony.name)
    flip(tmp_path / "pakta.pdf", 500)
    strange = call("verify", tmp_path / "pakta.pdf", "--in", ceremony, "--json")
    assert (strange.code, strange.json["known"]) == (4, False)
    assert "tidak dikenal" in strange.err


def test_a_folder_that_holds_something_is_refused(
    call: Call, ceremony: Path, archive: Path
) -> None:
    events = call("show", ceremony, "--json").json["events"]
    answer = call("export", ceremony, "-o", archive)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert call("show", ceremony, "--json").json["events"] == events
    assert call("verify", archive).code == 0


def test_options_that_do_not_belong(call: Call, ceremony: Path, archive: Path) -> None:
    assert call("verify", ceremony, "--in", ceremony).code == 2
    assert call("verify", archive / MINUTES, "--head", "0" * 32).code == 2
    assert call("verify", archive.parent / "tidak-ada.pdf").code == 1
    assert call("verify", archive.parent).code == 1
    assert call("export", ceremony).code == 2
