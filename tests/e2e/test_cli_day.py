"""A whole ceremony by the command line alone, each call a process of its own."""

import csv
from pathlib import Path

import pytest

from tests.helpers.command import Ikrar
from tests.helpers.rosters import made_up_staff, write_roster

PEOPLE = 24


def test_a_ceremony_from_roster_to_minutes(ikrar: Ikrar, tmp_path: Path) -> None:
    write_roster(tmp_path / "pegawai.csv", made_up_staff(PEOPLE))
    settings = ("--set", "date=2022-10-17", "--set", "time=08:00", "--set", "place=Aula Serang")
    assert ikrar("new", "a.ikrar", "--template", "banten", *settings).code == 0
    report = ikrar("roster", "import", "a.ikrar", "pegawai.csv", "--json").json
    assert (report["added"], report["rejected"]) == (PEOPLE, [])
    assert ikrar("text", "a.ikrar", "approve", "--by", "Tejo Harwanto").code == 0

    tokens = badge_tokens(ikrar, tmp_path)
    late, absent = tokens[-1], report["added"] - len(tokens)
    assert absent == 0
    door = ikrar("checkin", "a.ikrar", "--door", "Timur", stdin="\n".join(tokens[:-1]) + "\n")
    assert [one["verdict"] for one in door.lines] == ["recorded"] * (PEOPLE - 1)
    number = made_up_staff(PEOPLE)[-1][0]
    assert ikrar("mark", "a.ikrar", number, "--status", "dl", "--note", "ST-12").code == 0
    assert ikrar("guest", "a.ikrar", "--name", "A. Warits", "--post", "Ketua Bawaslu").code == 0

    assert ikrar("present", "a.ikrar", "--pdf", "tayangan.pdf", "--size", "640x360").code == 0
    for arguments in (
        ("pact", "a.ikrar", "-o", "pakta.pdf"),
        ("attendance", "a.ikrar", "-o", "hadir.pdf"),
        ("attendance", "a.ikrar", "-o", "hadir.xlsx"),
        ("minutes", "a.ikrar", "-o", "berita-acara.pdf"),
    ):
        assert ikrar(*arguments).code == 0, arguments
        assert (tmp_path / arguments[-1]).stat().st_size > 1000

    assert ikrar("session", "a.ikrar", "close").code == 0
    assert ikrar("checkin", "a.ikrar", stdin=late).lines[0]["verdict"] == "closed"
    shown = ikrar("show", "a.ikrar", "--json").json
    assert (shown["people"], shown["present"]) == (PEOPLE + 1, PEOPLE)
    assert sum(division["present"] for division in shown["divisions"]) == PEOPLE - 1
    found = ikrar("verify", "a.ikrar", "--head", shown["head"], "--json")
    assert (found.code, found.json["ok"], found.json["head"]) == (0, True, shown["head"])
    made = ikrar("export", "a.ikrar", "-o", "arsip", "--json")
    assert made.code == 0, made.err
    found = ikrar("verify", "arsip", "--head", made.json["head"], "--in", "a.ikrar", "--json")
    assert (found.code, found.json["problems"]) == (0, [])


def badge_tokens(ikrar: Ikrar, folder: Path) -> list[str]:
    assert ikrar("badges", "a.ikrar", "-o", "kartu.csv").code == 0
    with (folder / "kartu.csv").open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline())
        file.seek(0)
        rows = sorted(csv.DictReader(file, dialect=dialect), key=lambda row: row["id_number"])
    return [row["token"] for row in rows]


@pytest.mark.parametrize("language", ["id", "en"])
def test_doctor_and_present_need_no_screen(ikrar: Ikrar, language: str) -> None:
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "IKRAR_LANG": language}
    doctor = ikrar("doctor", "--json", **bare)
    assert (doctor.code, doctor.err) == (0, "")
    ikrar("new", "a.ikrar", "--template", "jatim")
    painted = ikrar("present", "a.ikrar", "--out", "show", "--size", "320x240", "--json", **bare)
    assert painted.code == 0
    assert painted.json["steps"] > 10
