"""`ikrar verify`, `merge`, `backup`, `restore`, `erase`."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.command import Answer
from tests.helpers.rosters import STAFF

Call = Callable[..., Answer]

FIRST, SECOND = STAFF[0][0], STAFF[1][0]


def tamper(file: Path, statement: str) -> None:
    """Change a record behind the program's back."""
    connection = sqlite3.connect(file)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_record(call: Call, ceremony: Path) -> None:
    found = call("verify", ceremony, "--json").json
    assert list(found)[:4] == ["ok", "events", "head", "problems"]
    assert (found["ok"], found["head"], found["problems"]) == (True, "", [])
    assert found["events"] == call("show", ceremony, "--json").json["events"]
    words = call("verify", ceremony, "--lang", "en")
    assert "agrees with itself" in words.out
    assert "signed minutes" in words.out


def test_a_head_from_signed_minutes(
    call: Call, ceremony: Path, tokens: dict[str, str], tmp_path: Path
) -> None:
    head = call("minutes", ceremony, "-o", tmp_path / "a.pdf", "--json").json["head"]
    for spelled in (head, head.replace(" ", ""), head.upper()):
        found = call("verify", ceremony, "--head", spelled, "--json")
        assert (found.code, found.json["ok"], found.json["head"]) == (0, True, head)
    before = sum(found.json["since"].values())
    call("checkin", ceremony, stdin=f"{tokens[FIRST]}\n".encode())
    after = call("verify", ceremony, "--head", head, "--json").json["since"]
    assert sum(after.values()) == before + 2
    assert "sesudahnya: " in call("verify", ceremony, "--head", head).out


def test_a_head_of_another_record(call: Call, ceremony: Path) -> None:
    answer = call("verify", ceremony, "--head", "0123 4567 " * 4, "--json")
    assert (answer.code, answer.json["ok"]) == (4, False)
    assert len(answer.json["problems"]) == 1
    assert answer.err.count("\n") == 1
    assert call("verify", ceremony, "--head", "nosuch").code == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET door = 'x' WHERE seq = 2",
        "DELETE FROM event WHERE kind = 'roster_imported'",
        "UPDATE person SET name = 'Orang Lain' WHERE name LIKE '%Masjuno%'",
        "UPDATE badge SET token = 'IK' || id",
        "INSERT INTO present SELECT session, 'x', 1, 'x', 1, '', '' FROM session_state",
    ],
)
def test_a_record_that_was_changed(call: Call, ceremony: Path, statement: str) -> None:
    tamper(ceremony, statement)
    answer = call("verify", ceremony, "--json")
    assert (answer.code, answer.json["ok"]) == (4, False)
    assert answer.json["problems"]
    assert all("verify." not in problem for problem in answer.json["problems"])
    assert call("verify", ceremony, "--lang", "en").code == 4


def test_a_copy_that_was_used_elsewhere_comes_home(
    call: Call, ceremony: Path, tokens: dict[str, str], tmp_path: Path
) -> None:
    other = tmp_path / "other.ikrar"
    assert call("backup", ceremony, other).code == 0
    call("checkin", ceremony, "--door", "Timur", stdin=f"{tokens[FIRST]}\n".encode())
    both = f"{tokens[FIRST]}\n{tokens[SECOND]}\n".encode()
    call("checkin", other, "--door", "Pos Jaga", stdin=both)
    planned = call("merge", ceremony, other, "--dry-run", "--json").json
    assert (planned["scans"], planned["both"], planned["dry_run"]) == (2, 1, True)
    assert call("show", ceremony, "--json").json["present"] == 1
    done = call("merge", ceremony, other, "--json").json
    assert {**done, "dry_run": True} == planned
    assert call("show", ceremony, "--json").json["present"] == 2
    again = call("merge", ceremony, other, "--lang", "en")
    assert (again.code, "nothing new" in again.out) == (0, True)
    (asked,) = call("checkin", ceremony, stdin=f"{tokens[FIRST]}\n".encode()).lines
    assert (asked["verdict"], asked["door"]) == ("already", "Timur")
    assert call("verify", ceremony).code == 0


def test_what_cannot_be_merged_is_a_sentence(call: Call, ceremony: Path, tmp_path: Path) -> None:
    stranger, altered = tmp_path / "stranger.ikrar", tmp_path / "altered.ikrar"
    call("new", stranger, "--template", "banten")
    shutil.copy(ceremony, altered)
    tamper(altered, "UPDATE person SET name = 'Orang Lain'")
    events = call("show", ceremony, "--json").json["events"]
    for other in (stranger, altered, ceremony, tmp_path / "nosuch.ikrar", tmp_path):
        for more in ([], ["--dry-run"]):
            answer = call("merge", ceremony, other, *more)
            assert (answer.code, answer.out) == (1, ""), other
            assert answer.err.count("\n") == 1
    assert call("show", ceremony, "--json").json["events"] == events


def test_a_copy_and_the_way_back(call: Call, ceremony: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    assert call("backup", ceremony, folder, "--json").json == {"file": str(folder / ceremony.name)}
    call("mark", ceremony, FIRST, "--status", "hadir")
    back = call("restore", folder / ceremony.name, ceremony, "--json").json
    assert call("show", ceremony, "--json").json["present"] == 0
    assert call("show", back["kept"], "--json").json["present"] == 1
    fresh = call("restore", folder / ceremony.name, tmp_path / "new.ikrar", "--json").json
    assert fresh["kept"] is None
    assert call("verify", tmp_path / "new.ikrar").code == 0


def test_a_backup_takes_nobody_s_place(call: Call, ceremony: Path, tmp_path: Path) -> None:
    copy, stranger, letter = (tmp_path / name for name in ("c.ikrar", "s.ikrar", "surat.docx"))
    call("backup", ceremony, copy)
    call("mark", copy, FIRST, "--status", "hadir")
    call("new", stranger, "--template", "banten")
    letter.write_text("surat", "utf-8")
    for there in (copy, stranger, letter, ceremony):
        before = there.read_bytes()
        answer = call("backup", ceremony, there)
        assert (answer.code, answer.out) == (1, "")
        assert there.read_bytes() == before
    call("merge", ceremony, copy)
    assert call("backup", ceremony, copy).code == 0


def test_what_cannot_be_restored_is_a_sentence(call: Call, ceremony: Path, tmp_path: Path) -> None:
    before = ceremony.read_bytes()
    (tmp_path / "a.txt").write_text("x", "utf-8")
    for copy in (tmp_path / "nosuch", tmp_path / "a.txt", tmp_path):
        answer = call("restore", copy, ceremony)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.count("\n") == 1
    assert ceremony.read_bytes() == before


def test_one_person_is_erased(call: Call, ceremony: Path) -> None:
    done = call("erase", ceremony, "--person", FIRST, "--reason", "masa simpan habis", "--json")
    assert done.json["persons"] == 1
    assert b"Masjuno, S.H." not in ceremony.read_bytes()
    assert call("mark", ceremony, FIRST, "--status", "dl").code == 1
    assert call("verify", ceremony, "--json").json["erased"] == 1


def test_everybody_is_erased(call: Call, ceremony: Path) -> None:
    call("checkin", ceremony, stdin=b"x\n")
    assert call("erase", ceremony, "--all", "--reason", "masa simpan habis").code == 0
    assert call("verify", ceremony).code == 0
    left = ceremony.read_bytes()
    assert not any(name.encode() in left for _, name, _ in STAFF)
    assert not list(ceremony.with_name("upacara.backups").glob("*.ikrar"))
    assert call("show", ceremony).code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--reason", "x"], 2),
        (["--all", "--person", FIRST, "--reason", "x"], 2),
        (["--all"], 2),
        (["--all", "--reason", " "], 1),
        (["--person", "123", "--reason", "x"], 1),
    ],
)
def test_nothing_is_erased_by_mistake(
    call: Call, ceremony: Path, arguments: list[str], code: int
) -> None:
    answer = call("erase", ceremony, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert call("show", ceremony, "--json").json["people"] == 6
