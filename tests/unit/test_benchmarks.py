"""What the benchmarks do around their figures; the figures themselves are no matter of tests."""

import pytest

from benchmarks import beside_openlp
from benchmarks.__main__ import PARTS, together
from benchmarks.figures import Row


def figure(part: str, name: str) -> dict[str, object]:
    return {"part": part, "name": name, "ours": 1.0, "floor": 1.0, "ratio": 1.0, "limit": 2.0}


def test_a_part_measured_alone_leaves_the_figures_of_others() -> None:
    before = [figure("scan", "a scan"), figure("start", "old"), figure("verify", "events")]
    rows = [Row("new", 3.0, 1.0, 3.0, 2.0), Row("beside", 1.0, 2.0, 0.5, 0)]
    found = together(before, {"start": rows})
    assert [(one["part"], one["name"]) for one in found] == [
        ("scan", "a scan"),
        ("start", "new"),
        ("start", "beside"),
        ("verify", "events"),
    ]
    assert [one["holds"] for one in found if one["part"] == "start"] == [False, True]


def test_a_part_that_is_no_more_leaves_no_figures() -> None:
    assert "weather" not in PARTS
    assert together([figure("weather", "rain")], {}) == []


def test_without_openlp_its_row_is_left_out_in_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert beside_openlp.rows() == []
    assert "there is no openlp, Xvfb, xev, xprop" in capsys.readouterr().out
