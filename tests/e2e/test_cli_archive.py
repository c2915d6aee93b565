"""The archive of every template by the command line alone, each call a process of its own."""

import json
from pathlib import Path

import pytest

from ceremony_app.locator import installed
from tests.helpers.archives import flip, names_in
from tests.helpers.command import Ikrar
from tests.helpers.rosters import made_up_staff, write_roster

TEMPLATES = sorted(path.stem for path in installed().templates.glob("*.toml"))
MINUTES = "dokumen/berita-acara.pdf"


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_archive_is_made_and_verified(ikrar: Ikrar, tmp_path: Path, template: str) -> None:
    write_roster(tmp_path / "pegawai.csv", made_up_staff(5))
    assert ikrar("new", "a.ikrar", "--template", template).code == 0
    assert ikrar("roster", "import", "a.ikrar", "pegawai.csv").code == 0
    made = ikrar("export", "a.ikrar", "-o", "arsip", "--json")
    assert made.code == 0, made.err
    folder = tmp_path / "arsip"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in manifest["files"]} == names_in(folder) - {"manifest.json"}
    assert made.json["files"] == len(names_in(folder))

    found = ikrar("verify", "arsip", "--head", made.json["head"], "--in", "a.ikrar", "--json")
    assert (found.code, found.json["problems"]) == (0, [])
    flip(folder / MINUTES, 200)
    changed = ikrar("verify", "arsip")
    assert changed.code == 4
    assert MINUTES in changed.out
    assert changed.err.count("\n") == 1
