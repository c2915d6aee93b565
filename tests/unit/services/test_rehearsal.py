"""A whole ceremony with no hand on it, from every template."""

import json
from pathlib import Path

import pytest

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Show
from ceremony_app.locator import installed
from ceremony_app.services.rehearsal import Rehearsal, Wish
from ceremony_app.services.templates import Templates

LOCATOR = installed()


class Painted:
    """Stands in for the painter, which has tests of its own."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self, show: Show, _folder: Path) -> int:
        self.steps = len(show.steps())
        return self.steps


def rehearsal(painted: Painted, told: list[Message] | None = None) -> Rehearsal:
    return Rehearsal(LOCATOR, painted, (told if told is not None else []).append)


@pytest.mark.parametrize("template", Templates(LOCATOR.templates).ids())
def test_every_template_runs_from_start_to_end(template: str, tmp_path: Path) -> None:
    painted = Painted()
    outcome = rehearsal(painted).run(tmp_path / "day", Wish(template, 23, 1))
    assert outcome.passed
    assert outcome.people == outcome.badges_printed == outcome.badges_read_back == 23
    assert (outcome.recorded, outcome.already) == (23, 1)
    assert (outcome.unknown, outcome.malformed) == (2, 4)
    assert outcome.steps_presented == painted.steps
    names = [paper["name"] for paper in outcome.papers]
    assert {"badges.pdf", "attendance.pdf", "attendance.xlsx", "minutes.pdf"} <= set(names)
    assert outcome.verify["ok"]
    summary = json.loads((tmp_path / "day" / "summary.json").read_text())
    assert summary["template"] == template
    assert list(summary["seconds"]) == [
        "roster", "badges", "door", "hall", "table", "papers", "verify",
    ]  # fmt: skip


def test_a_rehearsal_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    told: list[Message] = []
    for people in (5, 6):
        outcome = rehearsal(Painted(), told).run(tmp_path, Wish("banten", people, 1))
        assert outcome.people == people
    assert len(told) == 14


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "skripsi.docx"
    precious.write_bytes(b"x")
    (tmp_path / "summary.json").write_text("{}")
    with pytest.raises(Refused) as refused:
        rehearsal(Painted()).run(tmp_path, Wish("banten", 5, 1))
    assert refused.value.message.key == "rehearsal.folder_in_use"
    assert precious.exists()
