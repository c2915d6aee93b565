"""`ikrar checkin` as other programs drive it: through pipes that flood, stall, break and end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.command import Ikrar
from tests.helpers.rosters import made_up_staff, write_roster

ROOT = Path(__file__).parents[2]
PEOPLE = 60


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ceremony and its badges; nobody scans in it."""
    folder = tmp_path_factory.mktemp("siap")
    ikrar = Ikrar(folder, ROOT)
    write_roster(folder / "pegawai.csv", made_up_staff(PEOPLE))
    assert ikrar("new", "a.ikrar", "--template", "banten").code == 0
    assert ikrar("roster", "import", "a.ikrar", "pegawai.csv").code == 0
    assert ikrar("badges", "a.ikrar", "-o", "kartu.csv").code == 0
    return folder


@pytest.fixture
def tokens(prepared: Path, tmp_path: Path) -> list[str]:
    """Everybody's token, for the ceremony a.ikrar, a copy of which is there."""
    shutil.copy(prepared / "a.ikrar", tmp_path)
    rows = (prepared / "kartu.csv").read_text("utf-8-sig").splitlines()[1:]
    found = [row[-19:] for row in rows]
    assert all(token.startswith("IK") for token in found)
    return found


def present(ikrar: Ikrar) -> int:
    assert ikrar("verify", "a.ikrar").code == 0
    return int(ikrar("show", "a.ikrar", "--json").json["present"])


def test_a_flood_of_scans(ikrar: Ikrar, tokens: list[str]) -> None:
    scans = [*tokens, *["not a token"] * 380, *tokens]
    answer = ikrar("checkin", "a.ikrar", "--door", "Timur", stdin="\n".join(scans) + "\n")
    assert (answer.code, answer.err) == (0, "")
    said = answer.lines
    assert [one["seq"] for one in said] == list(range(2, len(scans) + 2))
    verdicts = [one["verdict"] for one in said]
    assert verdicts[:PEOPLE] == ["recorded"] * PEOPLE
    assert verdicts[PEOPLE:-PEOPLE] == ["malformed"] * 380
    assert verdicts[-PEOPLE:] == ["already"] * PEOPLE
    assert present(ikrar) == PEOPLE


def test_each_answer_comes_before_the_next_scan(ikrar: Ikrar, tokens: list[str]) -> None:
    with ikrar.start("checkin", "a.ikrar") as door:
        assert door.stdin is not None
        assert door.stdout is not None
        for token in tokens[:5]:
            door.stdin.write(token + "\n")
            door.stdin.flush()
            assert json.loads(door.stdout.readline())["token"] == token
        door.stdin.close()
        assert door.stdout.read() == ""
    assert door.returncode == 0
    assert present(ikrar) == 5


def test_two_doors_record_each_person_once(ikrar: Ikrar, tokens: list[str]) -> None:
    both = [ikrar.start("checkin", "a.ikrar", "--door", name) for name in ("Timur", "Barat")]
    for door in both:
        assert door.stdin is not None
        door.stdin.write("\n".join(tokens) + "\n")
        door.stdin.close()
    said = []
    for door in both:
        with door:
            assert door.stdout is not None
            said += [json.loads(line) for line in door.stdout]
        assert door.returncode == 0
    for token in tokens:
        verdicts = sorted(one["verdict"] for one in said if one["token"] == token)
        assert verdicts == ["already", "recorded"]
    assert present(ikrar) == PEOPLE


@pytest.mark.skipif(os.name != "posix", reason="only on POSIX can a program be asked to end")
def test_asked_to_end_it_ends_between_two_scans(
    ikrar: Ikrar, tokens: list[str], tmp_path: Path
) -> None:
    with ikrar.start("checkin", "a.ikrar") as door:
        assert door.stdin is not None
        assert door.stdout is not None
        assert door.stderr is not None
        door.stdin.write("\n".join(tokens) + "\n")
        door.stdin.flush()
        answered = [door.stdout.readline() for _ in range(3)]
        door.terminate()
        answered += door.stdout.readlines()
        said = door.stderr.read()
    assert door.returncode == 143
    assert said.count("\n") == 1
    assert "Traceback" not in said
    recorded = [json.loads(line) for line in answered]
    assert [one["verdict"] for one in recorded] == ["recorded"] * len(recorded)
    assert present(ikrar) == len(recorded)
    assert not (tmp_path / "a.ikrar-wal").exists()


@pytest.mark.skipif(os.name != "posix", reason="only on POSIX can a program be killed so")
def test_killed_it_loses_nothing_that_was_answered(ikrar: Ikrar, tokens: list[str]) -> None:
    with ikrar.start("checkin", "a.ikrar") as door:
        assert door.stdin is not None
        assert door.stdout is not None
        door.stdin.write("\n".join(tokens) + "\n")
        door.stdin.flush()
        answered = [json.loads(door.stdout.readline()) for _ in range(10)]
        door.kill()
        answered += [json.loads(line) for line in door.stdout if line.endswith("\n")]
    again = ikrar("checkin", "a.ikrar", stdin="\n".join(one["token"] for one in answered))
    assert [one["verdict"] for one in again.lines] == ["already"] * len(answered)
    assert [one["first_at"] for one in again.lines] == [one["at"] for one in answered]
    assert present(ikrar) >= len(answered)


def test_a_reader_who_leaves_ends_it_and_loses_nothing(ikrar: Ikrar, tokens: list[str]) -> None:
    with ikrar.start("checkin", "a.ikrar") as door:
        assert door.stdin is not None
        assert door.stdout is not None
        assert door.stderr is not None
        door.stdin.write(tokens[0] + "\n")
        door.stdin.flush()
        door.stdout.readline()
        door.stdout.close()
        door.stdin.write(tokens[1] + "\n")
        door.stdin.flush()
        assert door.stderr.read() == ""
        assert door.wait(30) == 1
        # What was not read any more stays in the pipe.
        door.stdin.close()
    assert present(ikrar) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is there /dev/full")
def test_an_answer_that_cannot_be_written_is_a_sentence(
    ikrar: Ikrar, tokens: list[str], tmp_path: Path
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ikrar.program, "checkin", "a.ikrar"],
            input=f"{tokens[0]}\n{tokens[1]}\n".encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=ikrar.environment(),
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert present(ikrar) == 1


@pytest.mark.skipif(os.name != "posix", reason="only on POSIX shells can close an input")
def test_without_an_input_there_is_nothing_to_answer(
    ikrar: Ikrar, tokens: list[str], tmp_path: Path
) -> None:
    program = " ".join(ikrar.program)
    done = subprocess.run(
        ["sh", "-c", f"{program} checkin a.ikrar <&-"],
        capture_output=True,
        cwd=tmp_path,
        env=ikrar.environment(),
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
