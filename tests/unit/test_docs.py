"""README, guide and architecture held to the program: what they name must be there."""

import json
import re
from functools import cache
from pathlib import Path

import click
import pytest
from PIL import Image

from benchmarks.readme import table, with_table
from ceremony_app.cli.main import ikrar
from ceremony_app.console.hall.key_map import DEFAULTS, Deed, deed_words, key_words
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.verdicts import Verdict

ROOT = Path(__file__).resolve().parents[2]
README, GUIDE = ROOT / "README.md", ROOT / "docs" / "panduan.md"
ARCHITECTURE, CHANGES = ROOT / "docs" / "architecture.md", ROOT / "CHANGELOG.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PICTURES = sorted((ROOT / "docs" / "screenshots").glob("*.png"))
PAGES = [README, GUIDE, ARCHITECTURE, CHANGES, *DECISIONS]
MOST_PICTURE_BYTES = 1_500_000

_CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def calls(page: Path) -> list[str]:
    """Every call of `ikrar` that a page shows."""
    shown = (inline or block for inline, block in _CODE.findall(page.read_text(encoding="utf-8")))
    return [one for one in shown if one.startswith("ikrar ")]


@cache
def options(*words: str) -> frozenset[str] | None:
    """The options of a command by its words; None where there is no such command."""
    command: click.Command = ikrar
    for word in words:
        context = click.Context(command)
        found = command.get_command(context, word) if isinstance(command, click.Group) else None
        if found is None:
            return None
        command = found
    names = {name for parameter in command.params for name in parameter.opts}
    return frozenset(names | {"--help"})


def command_of(call: str) -> tuple[str, ...]:
    """`ikrar roster import FILE` names the command (roster, import)."""
    words = re.findall(r"[\w.-]+", call)[1:]
    known: tuple[str, ...] = ()
    for word in words:
        if options(*known, word) is None:
            break
        known = (*known, word)
    return known


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings make."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", [README, GUIDE], ids=lambda page: page.stem)
def test_every_command_and_option_shown_exists(page: Path) -> None:
    shown = [one for one in calls(page) if not one.startswith("ikrar --")]
    assert len(shown) > 15
    for call in shown:
        command = command_of(call)
        assert command, call
        for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", call):
            assert option in (options(*command) or ()), f"{call}: {option}"


def test_the_guide_names_options_beside_their_command() -> None:
    """In the guide's table, options stand alone in backquotes on the row of their command."""
    for row in GUIDE.read_text(encoding="utf-8").splitlines():
        if not row.startswith("| `ikrar "):
            continue
        call, *others = re.findall(r"`([^`]+)`", row)
        known = options(*command_of(call)) or frozenset()
        named = [one for one in others if one.startswith("--")]
        assert set(named) <= known, row


def test_every_command_is_in_both_tables() -> None:
    top = ikrar.list_commands(click.Context(ikrar))
    for page in (README, GUIDE):
        named = {command_of(one)[0] for one in calls(page) if command_of(one)}
        assert set(top) <= named, page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_and_picture_is_there(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


def test_every_picture_is_shown_and_small() -> None:
    words = README.read_text(encoding="utf-8") + GUIDE.read_text(encoding="utf-8")
    assert PICTURES
    unused = [one.name for one in PICTURES if f"screenshots/{one.name})" not in words]
    assert unused == []
    assert sum(one.stat().st_size for one in PICTURES) < MOST_PICTURE_BYTES
    for one in PICTURES:
        with Image.open(one) as picture:
            assert picture.size in {(1366, 768), (1280, 720)}, one.name


def test_decision_records_are_numbered_once_and_listed() -> None:
    numbers = [one.name[:4] for one in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    listed = ARCHITECTURE.read_text(encoding="utf-8").partition("## Decisions")[2]
    for one in DECISIONS:
        title = one.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        assert title.startswith(f"{one.name[:4]}: ")
        assert f"- [{title}](decisions/{one.name})" in listed, one.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_make_target_named_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for name in re.findall(r"\bmake ([a-z]+)`", page.read_text(encoding="utf-8")):
        assert name in targets, name


def test_the_guide_quotes_the_buttons_as_they_are() -> None:
    """What stands in bold in the guide is a text of the program, apart from a few words."""
    root = ROOT / "resources" / "translations" / "id"
    texts = "\n".join(path.read_text(encoding="utf-8") for path in root.glob("*.toml")).casefold()
    own = {
        *("Tanpa kartu", "Keterangan", "Tamu", "Salah catat", "Siapa yang belum datang"),
        *("Kehadiran dibekukan", "Kabel proyektor lepas", "Bila semuanya gagal"),
        *("Lembar perwakilan", "Lembar perorangan", "Memulihkan salinan"),
        *("Laptop rusak di tengah upacara.", "Program atau listrik mati di tengah tayangan"),
    }
    quoted = re.findall(r"\*\*([^*]+)\*\*", GUIDE.read_text(encoding="utf-8"))
    strange = {" ".join(one.split()) for one in quoted} - own
    assert sorted(one for one in strange if one.casefold() not in texts) == []


def test_the_guide_explains_every_verdict(indonesian: Catalogue) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for verdict in Verdict:
        assert f"| {indonesian(f'door.verdict.{verdict.value}')} |" in guide


def test_the_guide_explains_every_key_of_the_hall(indonesian: Catalogue) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for deed, keys in DEFAULTS.items():
        named = ", ".join(indonesian.say(key_words(key)) for key in keys)
        assert f"| {named} | {indonesian.say(deed_words(deed))} |" in guide, deed
    assert f"| Enter | {indonesian.say(deed_words(Deed.TAKE))} |" in guide


def test_readme_shows_the_figures_that_were_measured() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_table(readme, table()) == readme, "python -m benchmarks.readme"


def test_the_table_of_figures_is_made_from_the_results(tmp_path: Path) -> None:
    results = tmp_path / "results.json"
    assert "No figures" in table(results)
    figure = {"name": "a scan", "ours": 0.3, "floor": 0.15, "ratio": 2.0, "limit": 2.5, "unit": "s"}
    machine = {"processors": 2, "python": "3.11.7", "system": "Linux"}
    kept = {"machine": machine, "figures": [{**figure, "holds": True}]}
    results.write_text(json.dumps(kept), encoding="utf-8")
    assert "| a scan | 0.3 s | 0.15 s | 2.00 | 2.50 |" in table(results)
    with pytest.raises(ValueError, match="no place"):
        with_table("# Nothing\n", "x")
