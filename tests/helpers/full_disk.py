"""A ceremony's file on a disk that is full, or hangs, whenever a test says so."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.storage.ceremony_file import CeremonyFile


class FullDisk(CeremonyFile):
    """A file in which nothing can be written while `full`; `refused` counts the attempts.

    Every write waits for `turns`: clear it and the disk hangs.
    """

    def __init__(self, file: CeremonyFile) -> None:
        super().__init__(file.path, file.connection, file.writer, file.opener)
        self.full = False
        self.refused = 0
        self.turns = threading.Event()
        self.turns.set()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.turns.wait()
        if self.full:
            self.refused += 1
            raise DiskTrouble("storage.disk_full", file=self.path.name)
        with super().transaction():
            yield
