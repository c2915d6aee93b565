"""`ikrar sign` and `ikrar unsigned`."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ceremony_app.domain.people import Party, Role
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.signing import Signing
from tests.helpers.ceremony_files import main_session, opener
from tests.helpers.command import Answer
from tests.helpers.pdf_pages import text_of
from tests.unit.cli.conftest import read_tokens

Call = Callable[..., Answer]


def individual(call: Call, folder: Path, roster_of: Path) -> Path:
    """A ceremony with a pact that everybody signs, and the same people."""
    path = folder / "lapas.ikrar"
    call("new", path, "--template", "banyuwangi", "--roster-from", roster_of)
    return path


def test_scans_sign_and_record_no_attendance(call: Call, ceremony: Path, tmp_path: Path) -> None:
    path = individual(call, tmp_path, ceremony)
    token = next(iter(read_tokens(call, path, tmp_path / "kartu.csv").values()))
    said = call("sign", path, stdin=f"{token}\n{token}\nhalo\n".encode()).lines
    assert [one["verdict"] for one in said] == ["signed", "already", "malformed"]
    assert said[0]["attended"] is False
    shown = call("show", path, "--json").json
    assert (shown["present"], shown["signed"]) == (0, 1)
    assert call("verify", path).code == 0


def test_one_person_by_number(call: Call, ceremony: Path, tmp_path: Path) -> None:
    path = individual(call, tmp_path, ceremony)
    number = call("unsigned", path, "--json").json["unsigned"][0]["id_number"]
    (said,) = call("sign", path, "--id-number", number).lines
    assert said["verdict"] == "signed"
    assert call("sign", path, "--id-number", "1").code == 1
    assert call("sign", path, "--pact", "nosuch", "--id-number", number).code == 1


def test_somebody_recorded_as_absent_stops_no_other_scan(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    held = list(read_tokens(call, ceremony, tmp_path / "kartu.csv").items())[:2]
    parties = tuple(
        Party(f"r{at}", Role.REPRESENTATIVE, "Wakil", "Kepala", id_number=number)
        for at, (number, _) in enumerate(held)
    )
    with opener().open(ceremony) as file:
        preparation = Preparation(file)
        preparation.change_details(replace(preparation.details(), parties=parties))
        pact = preparation.details().pacts[0]
        Signing(file).absent(pact, parties[0], main_session(file), "sakit")
    answer = call("sign", ceremony, stdin="\n".join(token for _, token in held).encode())
    assert [one["verdict"] for one in answer.lines] == ["refused", "signed"]
    assert answer.lines[0]["reason"] in answer.err


def test_who_has_not_signed_is_listed_and_written(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    path = individual(call, tmp_path, ceremony)
    everybody = call("unsigned", path, "--json").json["unsigned"]
    assert [one["division"] for one in everybody] == sorted(one["division"] for one in everybody)
    call("sign", path, "--id-number", everybody[0]["id_number"])
    pdf, table = tmp_path / "a.pdf", tmp_path / "a.csv"
    answer = call("unsigned", path, "-o", pdf)
    call("unsigned", path, "-o", table)
    rest = [one["name"] for one in everybody[1:]]
    assert len(answer.out.splitlines()) == len(rest)
    text = text_of(pdf)
    assert "DAFTAR YANG BELUM MENANDATANGANI" in text
    assert everybody[0]["name"] not in text
    assert all(name in text for name in rest)
    assert all(name in table.read_text("utf-8-sig") for name in rest)
    division = everybody[-1]["division"]
    some = call("unsigned", path, "--division", division, "--json").json["unsigned"]
    assert {one["division"] for one in some} == {division}
