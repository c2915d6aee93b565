"""An open ceremony with a few people, and a clock that tests set."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import new_file
from tests.helpers.clocks import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def file(tmp_path: Path, clock: FakeClock) -> Iterator[CeremonyFile]:
    with new_file(tmp_path / "upacara.ikrar", 6, clock) as file:
        yield file


@pytest.fixture
def origin(tmp_path: Path, clock: FakeClock) -> Path:
    """A closed ceremony of six people, from which copies are made."""
    with new_file(tmp_path / "upacara.ikrar", 6, clock) as file:
        return file.path
