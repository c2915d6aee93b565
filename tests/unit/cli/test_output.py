"""What reaches standard output, and what happens when it does not."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ceremony_app.cli.output import columns, emit, emit_line, to_json
from ceremony_app.domain.status import Status
from tests.helpers.command import Ikrar


@dataclass(frozen=True, slots=True)
class Inner:
    name: str


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner
    path: Path
    status: Status


def test_json_takes_the_program_s_own_types() -> None:
    said = to_json(Outer(Inner("Sūrya · é"), Path("a"), Status.SICK))
    assert said == '{"inner": {"name": "Sūrya · é"}, "path": "a", "status": "sakit"}'
    assert to_json({"set": {"b", "a"}}) == '{"set": ["a", "b"]}'


def test_json_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TypeError, match="object has no place in JSON"):
        to_json(object())


def test_one_document_or_lines(capsys: pytest.CaptureFixture[str]) -> None:
    emit({"a": 1}, ["satu", "dua"], as_json=False)
    assert capsys.readouterr().out == "satu\ndua\n"
    emit({"a": 1}, ["satu", "dua"], as_json=True)
    assert json.loads(capsys.readouterr().out) == {"a": 1}


def test_an_answer_in_a_stream_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    emit_line({"name": "dua\nbaris"})
    assert capsys.readouterr().out.count("\n") == 1


def test_columns_align() -> None:
    assert columns([["a", "b"], ["long", ""]]) == ["a     b", "long"]


def test_a_reader_who_leaves_hears_no_complaint(ikrar: Ikrar) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "ceremony_app", "templates", "--json"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=ikrar.environment(),
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is only on Linux")
def test_a_full_disk_is_a_sentence(ikrar: Ikrar) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ceremony_app", "--lang", "en", "templates"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=ikrar.environment(),
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The answer could not be written: the disk is full.")


def test_utf_8_whatever_the_console_says(ikrar: Ikrar) -> None:
    answer = ikrar("nosuch·é", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert 'Perintah "nosuch·é" tidak ada.' in answer.err


def test_stray_bytes_in_a_name_do_not_break_the_answer(ikrar: Ikrar) -> None:
    answer = ikrar("nosuch\udcff")
    assert answer.code == 2
    assert "nosuch\\udcff" in answer.err
