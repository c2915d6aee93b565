"""The pictures of papers that the guide shows: a new kind of paper is among them."""

from pathlib import Path

from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.locator import Locator
from tests.helpers.paper_gallery import paint_papers


def test_every_paper_of_a_ceremony_is_painted(locator: Locator, tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    painted = list(paint_papers(out, tmp_path, locator, ["jatim"]))
    others = ("attendance", "missing", "minutes", "pakta-pakta")
    expected = {f"jatim-{name}.png" for name in (*others, *(kind.value for kind in DayPaper))}
    assert {path.name for path in painted} == expected
