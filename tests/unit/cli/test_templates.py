"""`ikrar templates`, as the contract has it."""

from collections.abc import Callable

from tests.helpers.command import Answer


def test_json_names_what_the_contract_names(call: Callable[..., Answer]) -> None:
    found = {one["id"]: one for one in call("templates", "--json").json}
    assert list(found)[:5] == ["banten", "setjen", "ntt", "banyuwangi", "jatim"]
    banten = found["banten"]
    assert list(banten) == ["id", "title", "points", "representatives", "keys"]
    assert len(banten["points"]) == 4
    assert banten["points"][3].startswith("Menolak politik uang")
    assert banten["representatives"] == ["Masjuno", "Sri Yusfini Yusuf", "Ujo Sujoto"]
    assert {"unit", "year", "date"} <= set(banten["keys"])
    assert found["blank"]["points"] == []


def test_people_get_a_table(call: Callable[..., Answer]) -> None:
    lines = call("templates").out.splitlines()
    assert lines[0].startswith("Templat")
    assert any(line.startswith("banten ") and "Serang" in line for line in lines)
