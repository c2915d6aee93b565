"""`ikrar roster`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.command import Answer
from tests.helpers.rosters import STAFF, write_roster

Call = Callable[..., Answer]

CONTRACT = {"read", "added", "updated", "unchanged", "rejected", "warnings"}


@pytest.fixture
def empty(call: Call, tmp_path: Path) -> Path:
    file = tmp_path / "a.ikrar"
    call("new", file, "--template", "banten")
    return file


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A roster with one number cut short."""
    rows = [*STAFF[:3], ("19660801198803100", "Nomor Pendek", "Divisi Administrasi")]
    return write_roster(tmp_path / "rusak.csv", rows)


def people(call: Call, file: Path) -> int:
    return int(call("show", file, "--json").json["people"])


def test_the_report_is_what_the_contract_says(call: Call, empty: Path, roster: Path) -> None:
    report = call("roster", "import", empty, roster, "--json").json
    assert report.keys() >= CONTRACT
    assert [report[key] for key in ("read", "added", "updated", "unchanged")] == [6, 6, 0, 0]
    assert (report["rejected"], report["written"]) == ([], True)
    assert report["columns"] == {"id_number": "A", "name": "B", "division": "C"}
    again = call("roster", "import", empty, roster, "--json").json
    assert [again[key] for key in ("added", "updated", "unchanged")] == [0, 0, 6]


def test_a_rejected_row_keeps_everybody_out(call: Call, empty: Path, damaged: Path) -> None:
    answer = call("roster", "import", empty, damaged, "--json")
    assert answer.code == 3
    assert answer.err.count("\n") == 1
    (rejected,) = answer.json["rejected"]
    assert rejected.keys() == {"row", "column", "value", "reason"}
    assert (rejected["row"], rejected["column"], rejected["value"]) == (5, "A", "19660801198803100")
    assert not answer.json["written"]
    assert people(call, empty) == 0
    shown = call("roster", "import", empty, damaged, "--lang", "en")
    assert (shown.code, "A5" in shown.out, "Nothing was written" in shown.out) == (3, True, True)


def test_rejected_rows_can_be_left_out(call: Call, empty: Path, damaged: Path) -> None:
    answer = call("roster", "import", empty, damaged, "--skip-rejected", "--json")
    assert (answer.code, answer.err, answer.json["written"]) == (0, "", True)
    assert people(call, empty) == 3


def test_a_dry_run_writes_nothing(
    call: Call, empty: Path, roster: Path, damaged: Path, tmp_path: Path
) -> None:
    before = empty.read_bytes()
    answer = call("roster", "import", empty, roster, "--dry-run", "--json")
    assert (answer.code, answer.json["added"], answer.json["written"]) == (0, 6, False)
    assert call("roster", "import", empty, damaged, "--dry-run").code == 3
    assert call("roster", "import", empty, damaged, "--dry-run", "--skip-rejected").code == 0
    assert empty.read_bytes() == before


def test_columns_are_named_by_hand(call: Call, empty: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text(f"Kode;Siapa;Di mana\n{STAFF[0][0]};Masjuno;Divisi A\n", "utf-8")
    mapped = ("--map", "id_number=Kode", "--map", "name=B", "--map", "division=Di mana")
    assert call("roster", "import", empty, odd, *mapped).code == 0
    assert call("show", empty, "--json").json["divisions"][0]["name"] == "Divisi A"


def test_people_who_are_missing_stay_unless_it_is_told(
    call: Call, empty: Path, roster: Path, tmp_path: Path
) -> None:
    call("roster", "import", empty, roster)
    shorter = write_roster(tmp_path / "shorter.csv", STAFF[:4])
    kept = call("roster", "import", empty, shorter, "--json").json
    assert (kept["missing"], kept["deactivated"], people(call, empty)) == (2, False, 6)
    call("roster", "import", empty, shorter, "--deactivate-missing")
    assert people(call, empty) == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nosuch.xlsx"], 1),
        (["."], 1),
        (["a.ikrar"], 1),
        (["pegawai.csv", "--map", "nosuch=A"], 1),
        (["pegawai.csv", "--map", "name=ZZ"], 1),
        (["pegawai.csv", "--map", "name"], 2),
        (["pegawai.csv", "--sheet", "nosuch"], 1),
        ([], 2),
    ],
)
def test_what_is_wrong_is_a_sentence_and_changes_nothing(
    call: Call,
    empty: Path,
    roster: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = empty.read_bytes()
    answer = call("roster", "import", "a.ikrar", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert "Traceback" not in answer.err
    assert empty.read_bytes() == before


def test_the_empty_form_can_be_imported(call: Call, empty: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    assert call("roster", "template", "-o", form).code == 0
    assert form.read_bytes().startswith(b"PK")
    assert call("roster", "template", "-o", tmp_path / "a.ikrar").code == 2
