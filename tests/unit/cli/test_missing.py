"""`ikrar missing`, `ikrar rules`, and `ikrar mark` for many at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.command import Answer
from tests.helpers.pdf_pages import text_of

Call = Callable[..., Answer]


def people(call: Call, ceremony: Path) -> list[dict[str, str]]:
    return list(call("missing", ceremony, "--json").json["missing"])


def test_who_is_missing_is_counted_and_named(call: Call, ceremony: Path) -> None:
    everybody = people(call, ceremony)
    first = everybody[0]
    call("mark", ceremony, first["id_number"], "--status", "hadir")
    answer = call("missing", ceremony, "--json").json
    assert answer["total"]["present"] == 1
    assert answer["total"]["missing"] == len(everybody) - 1
    assert first not in answer["missing"]
    said = call("missing", ceremony).out
    assert "Belum hadir" in said
    assert everybody[-1]["name"] in said


def test_a_division_is_marked_with_its_letter(call: Call, ceremony: Path) -> None:
    division = people(call, ceremony)[0]["division"]
    there = [one for one in people(call, ceremony) if one["division"] == division]
    answer = call(
        "mark", ceremony, "--division", division, "--status", "dl", "--letter", "ST-7", "--json"
    )
    assert answer.json["marked"] == len(there)
    assert not [one for one in people(call, ceremony) if one["division"] == division]
    rest = call("mark", ceremony, "--rest", "--status", "tk")
    assert rest.code == 0
    again = call("mark", ceremony, "--rest", "--status", "tk")
    assert (again.code, "sudah punya keterangan" in again.err) == (1, True)
    assert call("verify", ceremony).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--status", "dl"],
        ["123", "--rest", "--status", "dl"],
        ["--division", "X", "--rest", "--status", "dl"],
        ["--rest", "--status", "mengucapkan"],
    ],
)
def test_whom_to_mark_has_to_be_clear(call: Call, ceremony: Path, arguments: list[str]) -> None:
    answer = call("mark", ceremony, *arguments)
    assert (answer.code, "--division" in answer.err) == (2, True)


def test_rules_are_set_one_by_one(call: Call, ceremony: Path) -> None:
    assert call("rules", ceremony, "--json").json == {
        "session": "utama",
        "late_from": None,
        "quorum": None,
    }
    call("rules", ceremony, "--late-from", "8.15")
    call("rules", ceremony, "--quorum", "2/3")
    kept = call("rules", ceremony, "--json").json
    assert (kept["late_from"], kept["quorum"]) == ("08:15", "2/3")
    shown = call("missing", ceremony, "--json").json
    office = shown["quorum"]["office"]
    assert office["needed"] == -(-office["people"] * 2 // 3)
    assert shown["quorum"]["rule"] == "2/3"
    call("rules", ceremony, "--late-from", "", "--quorum", "none")
    assert call("rules", ceremony, "--json").json["late_from"] is None
    assert call("rules", ceremony, "--late-from", "pagi").code == 1


def test_the_quorum_is_told_in_words_too(call: Call, ceremony: Path) -> None:
    assert "Kuorum belum ditetapkan." in call("missing", ceremony).out
    call("rules", ceremony, "--quorum", "1/2")
    assert "Kuorum belum tercapai: 0 hadir, perlu 3 dari 6" in call("missing", ceremony).out
    for one in people(call, ceremony)[:3]:
        call("mark", ceremony, one["id_number"], "--status", "hadir")
    assert "Kuorum tercapai pukul" in call("missing", ceremony).out


def test_a_division_that_there_is_none_of_is_said(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    out = tmp_path / "belum.pdf"
    answer = call("missing", ceremony, "--division", "Divisi X", "-o", out)
    assert (answer.code, answer.out) == (1, "")
    assert "Tidak ada divisi Divisi X. Divisi yang ada:" in answer.err
    assert not out.exists()


@pytest.mark.parametrize("ending", ["pdf", "csv"])
def test_the_list_is_written(call: Call, ceremony: Path, tmp_path: Path, ending: str) -> None:
    first = people(call, ceremony)[0]
    out = tmp_path / f"belum.{ending}"
    assert call("missing", ceremony, "-o", out, "--division", first["division"]).code == 0
    text = text_of(out) if ending == "pdf" else out.read_text("utf-8-sig")
    assert first["name"].replace(" ", "") in text.replace(" ", "").replace("\n", "")
    assert first["id_number"] not in text
    assert call("missing", ceremony, "-o", tmp_path / "a.ikrar").code == 2
