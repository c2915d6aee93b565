"""`ikrar checkin`, and what the door writes down by hand."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.helpers.command import Answer
from tests.helpers.rosters import STAFF

Call = Callable[..., Answer]

FIRST, SECOND, THIRD = STAFF[0][0], STAFF[1][0], STAFF[2][0]
KEYS = ["seq", "verdict", "token", "person", "at", "first_at", "door", "event"]


def lines(*scans: str) -> bytes:
    return "".join(f"{scan}\n" for scan in scans).encode()


def verdicts(answer: Answer) -> list[str]:
    return [one["verdict"] for one in answer.lines]


def test_an_answer_is_what_the_contract_says(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    answer = call("checkin", ceremony, "--door", "Timur", stdin=lines(tokens[FIRST]))
    (said,) = answer.lines
    assert answer.code == 0
    assert list(said) == KEYS
    assert said["verdict"] == "recorded"
    assert said["token"] == tokens[FIRST]
    assert said["person"] == dict(zip(("id_number", "name", "division"), STAFF[0], strict=True))
    assert datetime.fromisoformat(said["at"]).utcoffset() is not None
    assert (said["first_at"], said["door"]) == (said["at"], "Timur")
    assert said["event"].endswith(f":{said['seq']}")


def test_all_verdicts_in_their_order(call: Call, ceremony: Path, tokens: dict[str, str]) -> None:
    call("badge", ceremony, "revoke", THIRD)
    scans = lines("3201234567890001", "IK00000000000000000", tokens[THIRD], tokens[FIRST].lower())
    said = call("checkin", ceremony, stdin=scans + lines(tokens[FIRST]))
    assert verdicts(said) == ["malformed", "unknown", "revoked", "recorded", "already"]
    assert [one["seq"] for one in said.lines] == list(range(2, 7))
    call("session", ceremony, "close")
    assert verdicts(call("checkin", ceremony, stdin=lines(tokens[SECOND]))) == ["closed"]


def test_again_is_answered_with_the_first_time_and_door(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    (first,) = call("checkin", ceremony, "--door", "Timur", stdin=lines(tokens[FIRST])).lines
    (again,) = call("checkin", ceremony, "--door", "Barat", stdin=lines(tokens[FIRST])).lines
    assert again["verdict"] == "already"
    assert (again["first_at"], again["door"]) == (first["at"], "Timur")
    assert again["at"] > first["at"]


def test_nothing_of_a_malformed_scan_is_answered_or_kept(call: Call, ceremony: Path) -> None:
    typed = "Sandi-Rahasia-123"
    answer = call("checkin", ceremony, stdin=lines(typed))
    (said,) = answer.lines
    assert (said["token"], said["person"], said["first_at"]) == (None, None, None)
    assert typed not in answer.out
    assert typed.encode() not in ceremony.read_bytes()


def test_any_bytes_are_answered_and_blank_lines_are_not(call: Call, ceremony: Path) -> None:
    bytes_of_all_kinds = (
        b"\xff\xfe\x00\n\r\n\n  \nIK\x00\x01\r\n" + b"x" * 300_000 + b"\n" + bytes(range(14, 32))
    )
    answer = call("checkin", ceremony, stdin=bytes_of_all_kinds)
    assert (answer.code, verdicts(answer)) == (0, ["malformed"] * 4)
    assert call("verify", ceremony).code == 0


def test_the_last_line_needs_no_end_and_a_mark_may_come_first(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    piped = b"\xef\xbb\xbf" + tokens[FIRST].encode() + b"\r\n" + tokens[SECOND].encode()
    assert verdicts(call("checkin", ceremony, stdin=piped)) == ["recorded", "recorded"]


def test_no_scan_at_all(call: Call, ceremony: Path) -> None:
    assert call("checkin", ceremony) == Answer(0, "", "")


def test_no_standard_input_at_all(call: Call, ceremony: Path) -> None:
    assert call("checkin", ceremony, stdin=None) == Answer(0, "", "")


def test_backups_are_kept_while_scans_arrive(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    call("checkin", ceremony, stdin=lines(tokens[FIRST]))
    assert list(ceremony.with_name("upacara.backups").glob("*-opened.ikrar"))


def test_an_unknown_session_and_a_door_that_cannot_be_recorded(call: Call, ceremony: Path) -> None:
    assert call("checkin", ceremony, "--session", "nosuch", stdin=b"x\n").code == 1
    assert call("checkin", ceremony, "--door", "a\x07b", stdin=b"x\n").code == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("sakit", "sakit"), ("DL", "dl"), ("Lepas Jaga", "lepas_jaga"), ("lepas-jaga", "lepas_jaga")],
)
def test_a_status_is_set_by_hand(call: Call, ceremony: Path, typed: str, kept: str) -> None:
    said = call("mark", ceremony, f"{FIRST[:8]} {FIRST[8:]}", "--status", typed, "--json").json
    assert (said["status"], said["person"]["id_number"]) == (kept, FIRST)
    assert call("show", ceremony, "--json").json["present"] == 0


def test_a_note_on_sick_is_not_kept_and_that_is_said(call: Call, ceremony: Path) -> None:
    arguments = ("--status", "sakit", "--note", "demam berdarah", "--letter", "SKD-3", "--json")
    said = call("mark", ceremony, FIRST, *arguments)
    assert (said.code, said.json["status"]) == (0, "sakit")
    assert "Catatan tidak disimpan" in said.err
    assert b"demam" not in ceremony.read_bytes()
    assert b"SKD-3" in ceremony.read_bytes()


def test_an_arrival_by_hand_counts_and_can_be_taken_back(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    said = call("mark", ceremony, FIRST, "--status", "hadir", "--note", "lupa kartu", "--json").json
    assert call("show", ceremony, "--json").json["present"] == 1
    refused = call("mark", ceremony, FIRST, "--status", "cuti")
    assert (refused.code, said["event"] in refused.err) == (1, True)
    undone = call("undo", ceremony, said["event"], "--reason", "salah orang", "--json").json
    assert undone["undone"] == said["event"]
    assert call("show", ceremony, "--json").json["present"] == 0
    again = call("undo", ceremony, said["event"], "--reason", "salah orang")
    assert (again.code, again.out) == (1, "")
    assert verdicts(call("checkin", ceremony, stdin=lines(tokens[FIRST]))) == ["recorded"]
    assert call("verify", ceremony).code == 0


def test_a_scan_is_undone_by_its_number_where_only_one_can_be_meant(
    call: Call, ceremony: Path, tokens: dict[str, str]
) -> None:
    (said,) = call("checkin", ceremony, stdin=lines(tokens[FIRST])).lines
    assert call("undo", ceremony, said["seq"], "--reason", "salah scan").code == 0
    assert call("show", ceremony, "--json").json["present"] == 0
    one, two = (
        call("checkin", ceremony, stdin=lines(tokens[number])).lines[0]
        for number in (SECOND, THIRD)
    )
    assert one["seq"] == two["seq"]
    assert call("undo", ceremony, one["seq"], "--reason", "yang mana?").code == 1
    assert call("show", ceremony, "--json").json["present"] == 2


@pytest.mark.parametrize(
    ("event", "reason", "code"),
    [
        ("1", "x", 1),
        ("999", "x", 1),
        ("nosuch", "x", 1),
        ("", "x", 1),
        ("9" * 30, "x", 1),
        ("²", "x", 1),
    ],
)
def test_what_cannot_be_undone_is_a_sentence(
    call: Call, ceremony: Path, event: str, reason: str, code: int
) -> None:
    answer = call("undo", ceremony, event, "--reason", reason)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1


def test_undo_needs_a_reason(call: Call, ceremony: Path) -> None:
    assert call("undo", ceremony, "2").code == 2
    assert call("undo", ceremony, "2", "--reason", " ").code == 1


def test_a_guest_is_written_down(call: Call, ceremony: Path) -> None:
    who = ("--name", "A. Warits", "--post", "Ketua", "--institution", "Bawaslu Jawa Timur")
    said = call("guest", ceremony, *who, "--json").json
    assert said["person"]["name"] == "A. Warits"
    assert said["institution"] == "Bawaslu Jawa Timur"
    assert call("show", ceremony, "--json").json["present"] == 1
    assert verdicts(call("checkin", ceremony, stdin=lines(said["token"]))) == ["already"]
    assert call("guest", ceremony, "--name", " ", "--post", "x").code == 1
    assert call("guest", ceremony, "--name", "x").code == 2
    call("session", ceremony, "close")
    assert call("guest", ceremony, *who).code == 1


@pytest.mark.parametrize("number", ["123", "", "'; --", "١٢٣"])
def test_a_number_that_nobody_has_is_a_sentence(call: Call, ceremony: Path, number: str) -> None:
    for arguments in (
        ("mark", ceremony, number, "--status", "dl"),
        ("badge", ceremony, "revoke", number),
    ):
        answer = call(*arguments)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.count("\n") == 1


def test_a_status_that_is_none_is_wrong_usage(call: Call, ceremony: Path) -> None:
    answer = call("mark", ceremony, FIRST, "--status", "nosuch")
    assert (answer.code, answer.out) == (2, "")
    assert "lepas_jaga" in answer.err


def test_a_badge_is_reissued(call: Call, ceremony: Path, tokens: dict[str, str]) -> None:
    fresh = call("badge", ceremony, "reissue", FIRST, "--json").json["token"]
    said = call("checkin", ceremony, stdin=lines(tokens[FIRST], fresh))
    assert verdicts(said) == ["revoked", "recorded"]
    assert "Masjuno" in call("badge", ceremony, "reissue", FIRST).out
    call("badge", ceremony, "revoke", FIRST)
    assert call("badge", ceremony, "revoke", FIRST).code == 1


def test_a_spare_laptop_goes_on_from_the_stick(
    call: Call, ceremony: Path, tokens: dict[str, str], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    scans = lines(tokens[FIRST], tokens[SECOND])
    assert call("checkin", ceremony, "--second-drive", stick, stdin=scans).code == 0
    spare = tmp_path / "spare.ikrar"
    assert call("restore", stick / "upacara.mirror", spare).code == 0
    again = call("checkin", spare, stdin=lines(tokens[FIRST], tokens[THIRD]))
    assert verdicts(again) == ["already", "recorded"]
    assert call("verify", spare).code == 0


def test_a_stick_that_is_gone_is_told_and_stops_nobody(
    call: Call, ceremony: Path, tokens: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "stick").write_text("no folder", "utf-8")
    answer = call(
        "checkin", ceremony, "--second-drive", tmp_path / "stick", stdin=lines(tokens[FIRST])
    )
    assert (answer.code, verdicts(answer)) == (0, ["recorded"])
    assert answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("tidak mengikuti", "tidak_mengikuti"),
        ("Pulang-lebih-awal", "pulang_lebih_awal"),
        ("tidak mengikuti ikrar", "tidak_mengikuti"),
    ],
)
def test_not_pledging_is_recorded_without_a_reason(
    call: Call, ceremony: Path, typed: str, kept: str
) -> None:
    said = call("mark", ceremony, FIRST, "--status", typed, "--json").json
    assert said["status"] == kept
    assert call("show", ceremony, "--json").json["pledged"] == 0
    assert call("verify", ceremony).code == 0


def test_a_pledge_by_hand_has_a_reason_and_can_be_taken_back(call: Call, ceremony: Path) -> None:
    refused = call("mark", ceremony, FIRST, "--status", "mengucapkan ikrar")
    assert (refused.code, refused.out) == (1, "")
    assert "alasan" in refused.err
    said = call("mark", ceremony, FIRST, "--status", "mengucapkan", "--note", "di pos", "--json")
    assert call("show", ceremony, "--json").json["pledged"] == 1
    assert call("undo", ceremony, said.json["event"], "--reason", "keliru").code == 0
    assert call("show", ceremony, "--json").json["pledged"] == 0
    unknown = call("mark", ceremony, FIRST, "--status", "tidak_mengikuti", "--text", "zzz")
    assert unknown.code == 1
