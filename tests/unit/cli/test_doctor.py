"""`ikrar doctor`."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.command import Answer

Call = Callable[..., Answer]

NAMES = {
    *("sqlite", "fonts", "disk", "folder", "backups", "clock", "power"),
    *("screens", "printers", "cameras", "sound"),
}


def test_every_check_has_a_state_and_says_what_to_do(call: Call, tmp_path: Path) -> None:
    answer = call("doctor", tmp_path / "a.ikrar", "--json")
    found = answer.json
    assert answer.code == 0
    assert {check["name"] for check in found["checks"]} == NAMES
    for check in found["checks"]:
        assert check["state"] in ("ok", "warn", "fail")
        assert check["means"]
        assert bool(check["remedy"]) == (check["state"] != "ok")
    assert found["ok"] == all(check["state"] != "fail" for check in found["checks"])


def test_people_get_a_line_for_each(call: Call) -> None:
    answer = call("doctor", "--lang", "en")
    assert "Database engine: SQLite 3." in answer.out
    assert "Screens: " in answer.out
