"""`ikrar new` and `ikrar show`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.command import Answer
from tests.helpers.rosters import STAFF
from tests.unit.cli.conftest import read_tokens

Call = Callable[..., Answer]

KEYS = [
    *("template", "title", "date", "place", "zone", "people", "present", "pledged", "signed"),
    *("divisions", "sessions", "events", "head"),
]


def test_show_has_exactly_the_keys_of_the_contract(call: Call, ceremony: Path) -> None:
    shown = call("show", ceremony, "--json").json
    assert list(shown) == KEYS
    assert (shown["template"], shown["zone"], shown["place"]) == ("banten", "WIB", "Aula")
    assert (shown["people"], shown["present"], shown["pledged"], shown["signed"]) == (6, 0, 0, 0)
    assert shown["divisions"] == [
        {"name": "Divisi Administrasi", "people": 3, "present": 0},
        {"name": "Divisi Pemasyarakatan", "people": 3, "present": 0},
    ]
    assert [session["name"] for session in shown["sessions"]] == ["utama"]
    assert shown["head"] == ""


@pytest.mark.parametrize("template", ["setjen", "ntt", "banyuwangi", "jatim", "generic", "blank"])
def test_every_template_makes_a_ceremony(call: Call, tmp_path: Path, template: str) -> None:
    file = tmp_path / "a.ikrar"
    assert call("new", file, "--template", template).code == 0
    assert call("show", file, "--json").json["template"] == template
    assert call("verify", file).code == 0


def test_settings_are_taken_and_the_last_word_counts(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.ikrar"
    settings = ("--set", "year=2028", "--set", "unit=Kanwil = Banten", "--set", "year=2029")
    made = call("new", file, "--template", "generic", *settings, "--json").json
    assert made == {"file": str(file), "template": "generic", "people": 0}
    text = call("text", file, "show", "--json").json[0]
    assert "2029" in text["points"][0]["words"]
    assert "Kanwil = Banten" in text["points"][0]["words"]


def test_what_is_still_blank_is_said(call: Call, tmp_path: Path) -> None:
    answer = call("new", tmp_path / "a.ikrar", "--template", "banten", "--lang", "en")
    assert "Still to be filled in" in answer.out
    assert "- Place" in answer.out


def test_nothing_is_overwritten(call: Call, ceremony: Path) -> None:
    before = ceremony.read_bytes()
    answer = call("new", ceremony, "--template", "banten")
    assert (answer.code, answer.out) == (1, "")
    assert "upacara.ikrar sudah ada" in answer.err
    assert ceremony.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--template", "nosuch"], 1, "banten"),
        (["--template", "banten", "--set", "nosuch=1"], 1, "nosuch"),
        (["--template", "banten", "--set", "date=2023-02-30"], 1, "2023-02-30"),
        (["--template", "banten", "--set", "zone=GMT"], 1, "GMT"),
        (["--template", "banten", "--set", "presider.id_number=3201234567890001"], 1, "presider"),
        (["--template", "banten", "--set", "year"], 2, "year"),
        (["--template", "banten", "--set", "=2029"], 2, "=2029"),
        (["--template", "banten", "--roster-from", "nosuch.ikrar"], 1, "nosuch.ikrar"),
        ([], 2, "--template"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_no_file(
    call: Call, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    answer = call("new", tmp_path / "a.ikrar", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_takes_no_file(call: Call, tmp_path: Path) -> None:
    answer = call("new", tmp_path / "nosuch" / "a.ikrar", "--template", "banten")
    assert answer.code == 1
    assert list(tmp_path.iterdir()) == []


def test_people_and_badges_are_taken_over(
    call: Call, ceremony: Path, tokens: dict[str, str], tmp_path: Path
) -> None:
    lost = STAFF[0][0]
    call("badge", ceremony, "revoke", lost)
    call("guest", ceremony, "--name", "Tamu", "--post", "Ketua")
    fresh = tmp_path / "next.ikrar"
    made = call("new", fresh, "--template", "ntt", "--roster-from", ceremony, "--json").json
    assert made["people"] == 6
    again = read_tokens(call, fresh, tmp_path / "again.csv")
    assert again.keys() == tokens.keys()
    assert {number for number in tokens if again[number] != tokens[number]} == {lost}
    scanned = call("checkin", fresh, stdin=f"{tokens[STAFF[1][0]]}\n{tokens[lost]}\n".encode())
    assert [one["verdict"] for one in scanned.lines] == ["recorded", "unknown"]
    assert call("verify", fresh).code == 0


def test_an_empty_roster_is_not_taken_over(call: Call, tmp_path: Path) -> None:
    call("new", tmp_path / "empty.ikrar", "--template", "banten")
    fresh = tmp_path / "next.ikrar"
    answer = call("new", fresh, "--template", "ntt", "--roster-from", tmp_path / "empty.ikrar")
    assert answer.code == 1
    assert not fresh.exists()


def test_people_get_a_readable_summary(call: Call, ceremony: Path) -> None:
    answer = call("show", ceremony, "--lang", "en")
    assert answer.out.startswith("Ikrar dan Penandatanganan Pakta Integritas")
    assert "Divisi Administrasi    3       0" in answer.out
    assert "not sealed yet" in answer.out


def test_show_counts_the_session_that_was_asked_for(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    call("session", ceremony, "add", "Susulan Jaga")
    scan = f"{tokens[STAFF[0][0]]}\n".encode()
    call("checkin", ceremony, "--session", "2", stdin=scan)
    assert call("show", ceremony, "--json").json["present"] == 0
    assert call("show", ceremony, "--json", "--session", "susulan jaga").json["present"] == 1
    answer = call("show", ceremony, "--session", "nosuch")
    assert (answer.code, answer.out) == (1, "")
    assert "2 Susulan Jaga" in answer.err
