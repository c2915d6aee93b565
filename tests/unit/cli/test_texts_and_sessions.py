"""`ikrar text` and `ikrar session`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.command import Answer

Call = Callable[..., Answer]


def test_a_text_is_shown_with_its_breaths(call: Call, ceremony: Path) -> None:
    (text,) = call("text", ceremony, "show", "--json").json
    assert (text["key"], text["approved"], len(text["points"])) == ("ikrar", False, 4)
    point = text["points"][3]
    assert " ".join(point["phrases"]) == point["words"]
    assert "Menolak politik uang / dan segala jenis" in call("text", ceremony, "show").out


def test_a_text_is_approved_and_reopened_by_name(call: Call, ceremony: Path) -> None:
    (approved,) = call("text", ceremony, "approve", "--by", "Tejo Harwanto", "--json").json
    assert (approved["approved"], approved["by"]) == (True, "Tejo Harwanto")
    assert approved["at"].endswith("+07:00")
    assert "Tejo Harwanto" in call("text", ceremony, "show").out
    reopen = ("text", ceremony, "reopen", "--by", "Tejo", "--reason", "satu kata salah", "--json")
    (reopened,) = call(*reopen).json
    assert (reopened["approved"], reopened["by"]) == (False, "")
    assert call("verify", ceremony).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["approve"], 2, "--by"),
        (["approve", "--by", " "], 1, "Ikrar Netralitas"),
        (["reopen"], 2, "--reason"),
        (["reopen", "--by", "Tejo"], 2, "--reason"),
        (["reopen", "--reason", " "], 1, "Ikrar Netralitas"),
        (["read-from-paper"], 2, "--reader"),
        (["read-from-paper", "--reader", " "], 1, "Ikrar Netralitas"),
        (["read-from-paper", "--reader", "Regu B"], 1, "disahkan"),
        (["show", "--text", "nosuch"], 1, "nosuch"),
        (["nosuch"], 2, "show, approve, reopen"),
        ([], 2, "--help"),
    ],
)
def test_what_is_wrong_with_a_text_is_a_sentence(
    call: Call, ceremony: Path, arguments: list[str], code: int, said: str
) -> None:
    answer = call("text", ceremony, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_a_text_is_read_from_paper_in_a_session(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    """In the yard, at a guard post: no screen, and no completeness claimed."""
    call("text", ceremony, "approve", "--by", "Tejo Harwanto")
    call("session", ceremony, "add", "susulan")
    scanned = "\n".join(list(tokens.values())[:2]).encode()
    assert call("checkin", ceremony, "--session", "susulan", stdin=scanned).code == 0
    reading = ("text", ceremony, "read-from-paper", "--reader", "Komandan Regu B", "--json")
    (read,) = call(*reading, "--session", "susulan").json
    assert (read["reader"], read["source"], read["pledged"]) == ("Komandan Regu B", "paper", 2)
    assert (read["key"], read["session"]) == ("ikrar", "susulan")
    assert read["at"].endswith("+07:00")
    assert call("show", ceremony, "--json").json["pledged"] == 0, "that is of the main session"
    assert call(*reading, "--session", "susulan").code == 1
    assert call("verify", ceremony).code == 0


def test_a_text_with_blanks_is_not_approved(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.ikrar"
    call("new", file, "--template", "generic")
    assert call("text", file, "approve", "--by", "Tejo").code == 1


def test_one_of_several_texts(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.ikrar"
    call("new", file, "--template", "setjen")
    texts = call("text", file, "show", "--json").json
    assert len(texts) > 1
    (second,) = call("text", file, "show", "--text", texts[1]["key"], "--json").json
    assert second == texts[1]


def test_sessions(call: Call, ceremony: Path) -> None:
    assert call("session", ceremony, "list", "--json").json == [
        {"number": 1, "name": "utama", "open": True, "present": 0}
    ]
    (added,) = call("session", ceremony, "add", " Susulan  Jaga ", "--json").json
    assert added == {"number": 2, "name": "Susulan Jaga", "open": True, "present": 0}
    (closed,) = call("session", ceremony, "close", "susulan jaga", "--json").json
    assert (closed["number"], closed["open"]) == (2, False)
    (main,) = call("session", ceremony, "close", "--json").json
    assert (main["number"], main["open"]) == (1, False)
    assert "tertutup" in call("session", ceremony, "list").out
    (main,) = call("session", ceremony, "open", "1", "--json").json
    assert main["open"]


def test_the_bounds_of_a_session_are_kept_as_copies(call: Call, ceremony: Path) -> None:
    call("session", ceremony, "close")
    assert list(ceremony.with_name("upacara.backups").glob("*-session.ikrar"))


def test_a_copy_that_cannot_be_kept_does_not_keep_a_session_open(
    call: Call, ceremony: Path
) -> None:
    ceremony.with_name("upacara.backups").write_text("a file where the folder should be", "utf-8")
    answer = call("session", ceremony, "close", "--json")
    assert (answer.code, answer.json[0]["open"]) == (0, False)
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["add"], 2, "NAME"),
        (["add", "UTAMA"], 1, "UTAMA"),
        (["open", "nosuch"], 1, "1 utama"),
        (["close", "3"], 1, "1 utama"),
        (["nosuch"], 2, "list, add, open, close"),
    ],
)
def test_what_is_wrong_with_a_session_is_a_sentence(
    call: Call, ceremony: Path, arguments: list[str], code: int, said: str
) -> None:
    answer = call("session", ceremony, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
