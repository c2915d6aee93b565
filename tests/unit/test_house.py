"""Rules of the house that no linter knows: sentences, sizes, forbidden words, places."""

import ast
import fnmatch
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ceremony_app.cli.commands import COMMANDS
from ceremony_app.domain.messages import Catalogue
from tests.helpers.command import Ikrar

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sorted((ROOT / "ceremony_app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ALL = [*PROGRAM, *TESTS, *sorted((ROOT / "benchmarks").rglob("*.py")), *(ROOT / ".ci").glob("*.py")]
TRANSLATIONS = ROOT / "resources" / "translations"
ROOMS = sorted(path.stem for path in (TRANSLATIONS / "id").glob("*.toml"))

ALLOWED = {
    *("ceremony_app", "resources", "db", "tests", "benchmarks", "docs", ".ci", ".git"),
    *("pyproject.toml", "build.spec", "Makefile", "README.md", "CHANGELOG.md", ".gitignore"),
}

# Keys that are put together at run time begin with one of these: a group and the code that
# chooses within it. Everything else is named whole where it is used.
BUILT: dict[str, str] = {
    # prefix: where
    "verify.": "ceremony_app/storage/verify.py",
}

# The places that may take whatever comes: each writes it down and tells the user.
LAST_RESORTS = {
    "ceremony_app/cli/main.py",
}

SUFFIXES = {"toml", "xlsx", "xls", "ods", "csv", "pdf", "png", "svg", "json", "sql", "log", "ikrar"}
KEY = re.compile(rf"(?:{'|'.join(ROOMS)})(?:\.[a-z0-9_]+)+")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.fixture(scope="module", autouse=True)
def forgotten() -> Iterator[None]:
    """What was parsed is let go of: a gigabyte that the rest of the run would drag along."""
    yield
    tree.cache_clear()


def constants(path: Path) -> Iterator[str]:
    """Every string of a file, docstrings apart."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = list(ast.walk(tree(path)))
    docs = {
        id(node.body[0].value)
        for node in found
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in found:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def keys_named() -> dict[str, Path]:
    """What looks like a key in the program, with a file that names it."""
    named = {}
    for path in PROGRAM:
        for text in constants(path):
            if KEY.fullmatch(text):
                named[text] = path.relative_to(ROOT)
    return named


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every node of every file of ours, with its place as FILE:LINE."""
    for path in ALL:
        name = short(path)
        for node in ast.walk(tree(path)):
            yield f"{name}:{getattr(node, 'lineno', 1)}", node


def keys_below(catalogue: Catalogue, prefix: str = "") -> set[str]:
    return {key for key in sorted(catalogue.keys()) if key.startswith(prefix)}


def test_both_languages_have_the_same_files() -> None:
    assert [path.stem for path in sorted((TRANSLATIONS / "en").glob("*.toml"))] == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_say_the_same(room: str, indonesian: Catalogue, english: Catalogue) -> None:
    ours = keys_below(indonesian, f"{room}.")
    assert ours == keys_below(english, f"{room}.")
    for key in sorted(ours):
        first, second = indonesian.template(key), english.template(key)
        assert names_in(first) == names_in(second), key
        assert all(name.isidentifier() for name in names_in(first)), key
        assert bool(first.strip()) == bool(second.strip()), key


def test_every_key_that_is_named_exists(indonesian: Catalogue) -> None:
    groups = {key.rpartition(".")[0] for key in keys_below(indonesian)}
    missing = {
        key: str(file)
        for key, file in keys_named().items()
        if key not in indonesian and key not in groups and key.rpartition(".")[2] not in SUFFIXES
    }
    assert not missing


def test_every_key_is_used(indonesian: Catalogue) -> None:
    used = keys_named()
    unused = {key for key in indonesian.keys() - used.keys() if not key.startswith(tuple(BUILT))}
    assert not unused


def test_built_keys_are_still_built(indonesian: Catalogue) -> None:
    for prefix, file in BUILT.items():
        assert keys_below(indonesian, prefix), prefix
        stem = prefix.rstrip(".")
        assert any(stem in text for text in constants(ROOT / file)), f"{prefix} not in {file}"


def test_a_file_tells_one_story() -> None:
    assert not [short(path) for path in ALL if len(path.read_text("utf-8").splitlines()) > 350]


def test_nobody_sleeps_or_turns_the_event_loop_by_hand() -> None:
    sleeps = {"time.sleep", "QThread.sleep", "QThread.msleep", "QTest.qSleep"}
    found = []
    for place, node in nodes():
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if node.attr == "processEvents" or f"{owner}.{node.attr}" in sleeps:
                found.append(place)
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found += [place for name in node.names if name.name == "sleep"]
    assert not found


def test_errors_are_caught_by_name_or_passed_on() -> None:
    found = []
    for place, node in nodes():
        if not isinstance(node, ast.ExceptHandler) or place.split(":")[0] in LAST_RESORTS:
            continue
        names = ast.walk(node.type) if node.type else []
        caught = {name.id for name in names if isinstance(name, ast.Name)}
        passed_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        if node.type is None or (caught & {"Exception", "BaseException"} and not passed_on):
            found.append(place)
    assert not found


def test_silenced_checks_say_which_and_nothing_is_put_off() -> None:
    put_off = "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3])
    refused = re.compile(rf"#\s*type:\s*ignore(?!\[)|#\s*noqa(?!:)|\b(?:{put_off})\b")
    found = [
        f"{short(path)}:{number}"
        for path in ALL
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if refused.search(line)
    ]
    assert not found


def test_the_top_level_holds_what_it_should() -> None:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()]
    found = {path.name for path in ROOT.iterdir()}
    strange = {
        name
        for name in found - ALLOWED
        if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)
    }
    assert not strange


def test_every_package_says_what_it_is_for() -> None:
    assert not [short(path) for path in PROGRAM if not ast.get_docstring(tree(path))]


PAPERS_AND_PICTURES = {"PySide6", "reportlab", "PIL", "lxml", "babel", "zxingcpp", "qrcode"}
THE_FILE = {"sqlcipher3", "sqlite_utils", "psutil"}


@pytest.mark.parametrize(
    ("entry", "unneeded"),
    [
        ("ceremony_app.__main__", PAPERS_AND_PICTURES | THE_FILE),
        ("ceremony_app.cli.commands", PAPERS_AND_PICTURES),
    ],
)
def test_what_starts_starts_without_what_it_does_not_need(
    ikrar: Ikrar, entry: str, unneeded: set[str]
) -> None:
    """A window before a ceremony is opened, and any command before it does its work."""
    code = f"import {entry}, sys; print(*sorted({unneeded} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=ikrar.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""


def test_the_readme_lists_the_commands_that_exist() -> None:
    table = re.findall(r"^\| `ikrar (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(set(table)) == sorted(str(command.name) for command in COMMANDS)


def test_the_readme_names_make_targets_that_exist() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"`make (\w+)`", (ROOT / "README.md").read_text("utf-8"))
    assert set(named) <= set(targets)
    assert {"run", "test"} <= set(named)
