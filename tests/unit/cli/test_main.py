"""Languages, exit codes and sentences of the command line, whatever the command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ceremony_app.cli.commands import COMMANDS
from ceremony_app.cli.main import language_of
from ceremony_app.cli.output import OutputGoneError
from ceremony_app.domain.errors import (
    FileTrouble,
    InputRefused,
    KnownError,
    VerificationFailed,
)
from ceremony_app.domain.launch import Launch, Page
from ceremony_app.domain.messages import Catalogue
from ceremony_app.services.bugs import log_folder
from tests.helpers.command import Answer
from tests.unit.cli.conftest import FakeWindows

Call = Callable[..., Answer]


def test_no_command_opens_the_start_page(call: Call, windows: FakeWindows) -> None:
    assert call().code == 0
    assert windows.launches == [Launch()]
    assert windows.languages == ["id"]


def test_open_hands_everything_on(call: Call, windows: FakeWindows) -> None:
    call("open", "a b.ikrar", "--page", "hall", "--live", "--rehearsal", "--lang", "en")
    assert windows.launches == [Launch(Path("a b.ikrar"), Page.HALL, live=True, rehearsal=True)]
    assert windows.languages == ["en"]


def test_door_opens_a_door_window_only(call: Call, windows: FakeWindows) -> None:
    call("door", "a.ikrar", "--door", "Pintu Timur", "--kiosk", "--operator", "Siti")
    assert windows.launches == [
        Launch(Path("a.ikrar"), door_only=True, door="Pintu Timur", kiosk=True, operator="Siti")
    ]


def test_the_windows_exit_code_is_handed_back(call: Call, windows: FakeWindows) -> None:
    windows.code = 1
    assert call().code == 1


def test_no_display_is_a_sentence(
    call: Call, windows: FakeWindows, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    answer = call("open", "a.ikrar")
    assert (answer.code, answer.out) == (1, "")
    assert "tidak ada layar" in answer.err
    assert windows.launches == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [(KnownError, 1), (FileTrouble, 1), (InputRefused, 3), (VerificationFailed, 4)],
)
def test_a_known_error_is_its_sentence_and_its_code(
    call: Call, windows: FakeWindows, indonesian: Catalogue, kind: type[KnownError], code: int
) -> None:
    windows.trouble = kind("cli.output.full")
    assert call() == Answer(code, "", indonesian("cli.output.full") + "\n")


def test_a_mistake_of_the_program_is_written_down_and_told(
    call: Call, windows: FakeWindows
) -> None:
    windows.trouble = ZeroDivisionError("Siti Aminah 196608011988031001")
    answer = call()
    assert answer.code == 70
    (report,) = log_folder().glob("*.txt")
    assert str(report) in answer.err
    assert "Traceback" not in answer.err
    words = report.read_text("utf-8")
    assert "ZeroDivisionError" in words
    assert "conftest.py" in words
    assert "Siti" not in words


def test_a_mistake_is_shown_where_it_cannot_be_written_down(
    call: Call, windows: FakeWindows
) -> None:
    log_folder().parent.mkdir(parents=True)
    log_folder().write_text("a file where the folder should be", "utf-8")
    windows.trouble = ZeroDivisionError()
    answer = call("--lang", "en")
    assert answer.code == 70
    assert "ZeroDivisionError" in answer.err
    assert "could not be saved" in answer.err


def test_an_error_whose_sentence_is_missing_is_a_mistake(call: Call, windows: FakeWindows) -> None:
    windows.trouble = KnownError("no.such.sentence")
    assert call().code == 70


def test_an_interrupt_is_told(call: Call, windows: FakeWindows) -> None:
    windows.trouble = KeyboardInterrupt()
    assert call().code == 130


def test_a_reader_who_left_is_not_told(call: Call, windows: FakeWindows) -> None:
    windows.trouble = OutputGoneError()
    assert call() == Answer(1, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], 'Perintah "nosuch" tidak ada.'),
        (["templates", "--nosuch"], 'Pilihan "--nosuch" tidak ada.'),
        (["templates", "satu", "dua"], 'Perintah ini tidak menerima "satu dua".'),
        (["templates", "--json=1"], "Banyaknya nilai untuk pilihan --json tidak sesuai."),
        (["open"], "FILE belum diisi."),
        (["open", "a", "--page", "nosuch"], "--page menerima salah satu dari: prepare,"),
        (["roster", "template", "-o"], "Banyaknya nilai untuk pilihan -o tidak sesuai."),
        (["--lang", "xx", "templates"], "--lang menerima salah satu dari: id, en."),
    ],
)
def test_wrong_usage_is_a_sentence_and_two(call: Call, arguments: list[str], said: str) -> None:
    answer = call(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == 2
    assert "--help" in answer.err


def test_a_group_alone_shows_its_help_as_wrong_usage(call: Call) -> None:
    answer = call("roster")
    assert (answer.code, answer.out) == (2, "")
    assert "template" in answer.err


@pytest.mark.parametrize("name", ["", *[command.name for command in COMMANDS]])
def test_help_speaks_both_languages(call: Call, name: str) -> None:
    words = [name] if name else []
    indonesian, english = call(*words, "--help"), call("--lang=en", *words, "--help")
    assert (indonesian.code, english.code) == (0, 0)
    assert indonesian.out.startswith("Pemakaian: ikrar")
    assert english.out.startswith("Usage: ikrar")
    assert "cli." not in indonesian.out + english.out
    assert "Show this help." not in indonesian.out


@pytest.mark.parametrize(
    ("words", "variable", "language"),
    [
        ([], "", "id"),
        ([], "en", "en"),
        ([], "fr", "id"),
        (["--lang", "id"], "en", "id"),
        (["templates", "--lang=en"], "", "en"),
        (["--lang"], "en", "en"),
        (["--lang", "xx"], "", "id"),
        (["--", "--lang", "en"], "", "id"),
    ],
)
def test_language(words: list[str], variable: str, language: str) -> None:
    assert language_of(words, {"IKRAR_LANG": variable}) == language


def test_version(call: Call) -> None:
    assert call("--version").out.startswith("Ikrar ")
