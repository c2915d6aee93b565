"""Copies of one ceremony that are used on other laptops, for tests of merging."""

import shutil
from collections.abc import Callable
from pathlib import Path

from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import door, opener, tokens
from tests.helpers.clocks import FakeClock

Work = Callable[[CeremonyFile], object]


def copy_with(origin: Path, name: str, work: Work, clock: FakeClock | None = None) -> Path:
    """A copy on another laptop, where something happens."""
    path = origin.with_name(name)
    shutil.copy(origin, path)
    with opener(clock or FakeClock()).open(path) as file:
        work(file)
    return path


def scans(name: str, *people: int) -> Work:
    """Scans of some people, by number, at a door."""

    def work(file: CeremonyFile) -> None:
        badges = tokens(file)
        for person in people:
            door(file, name).scan(badges[person])

    return work
