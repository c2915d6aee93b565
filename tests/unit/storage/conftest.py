"""Files for tests of the record: an empty one, a small one, and one that holds everything."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import new_file, opener, rich_file
from tests.helpers.clocks import FakeClock


@dataclass(frozen=True, slots=True)
class Rich:
    """A closed copy of the file that holds everything, and the head that was printed."""

    path: Path
    head: str


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def small(tmp_path: Path, clock: FakeClock) -> Iterator[CeremonyFile]:
    """An open file with three people and their badges."""
    with new_file(tmp_path / "upacara.ikrar", clock=clock) as file:
        yield file


@pytest.fixture(scope="session")
def rich_original(tmp_path_factory: pytest.TempPathFactory) -> Rich:
    path = tmp_path_factory.mktemp("rich") / "upacara.ikrar"
    return Rich(path, rich_file(path, FakeClock()))


@pytest.fixture
def rich(rich_original: Rich, tmp_path: Path) -> Rich:
    """A copy of one's own."""
    path = tmp_path / "upacara.ikrar"
    shutil.copy(rich_original.path, path)
    return Rich(path, rich_original.head)


@pytest.fixture
def rich_open(rich: Rich, clock: FakeClock) -> Iterator[CeremonyFile]:
    """The same, open for work."""
    with opener(clock).open(rich.path) as file:
        yield file


@pytest.fixture
def origin(tmp_path: Path, clock: FakeClock) -> Path:
    """A closed ceremony of six people, from which the copies are made."""
    with new_file(tmp_path / "upacara.ikrar", 6, clock) as file:
        return file.path
