"""The wheel, and the source archive it can be built from, installed where nothing else is."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.helpers.command import Ikrar

pytestmark = [pytest.mark.packaged, pytest.mark.timeout(900)]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, capture_output=True
    )
    return folder


def shipped() -> set[str]:
    """What resources/ and db/ hold, by its place in the wheel."""
    files = [*(ROOT / "resources").rglob("*"), *(ROOT / "db").rglob("*")]
    return {
        f"ceremony_app/_data/{path.relative_to(ROOT).as_posix()}"
        for path in files
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_the_program(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert shipped() <= names
    assert not {name for name in names if name.startswith(("tests/", "benchmarks/"))}


def test_the_source_archive_can_be_tested(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        tops = {name.split("/")[1] for name in packed.getnames() if "/" in name}
    assert {"ceremony_app", "resources", "db", "tests", "Makefile", ".ci", "README.md"} <= tops


def test_it_runs_in_an_empty_environment(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    (wheel,) = built.glob("*.whl")
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", wheel], check=True, capture_output=True
    )
    installed = Ikrar(tmp_path, program=(str(python.with_name("ikrar")),))
    assert "PYTHONPATH" not in os.environ
    assert len(installed("templates", "--json").json) >= 7
    assert installed("nosuch").code == 2
