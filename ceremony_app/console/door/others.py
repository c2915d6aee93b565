"""Keeps a door's counts and names true while other doors write into the same file."""

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.errors import KnownError
from ceremony_app.services.other_doors import NOTHING, News, OtherDoors

PAUSE_MS = 1000
"""The least time between two looks: a count is never older than this and its place in line."""


class OthersWatch(QObject):
    """Looks on the file's lane until the desk closes; `news` carries what others wrote."""

    news = Signal(object)

    def __init__(self, desk: Desk, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(desk)
        self._desk = desk
        self._doors: OtherDoors | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._look)
        self._closing = False
        desk.closing.connect(self._end)
        self._look()

    def _look(self) -> None:
        def look(services: Services) -> News:
            if self._doors is None:
                self._doors = OtherDoors(services.file)
                return NOTHING
            return self._doors.look()

        self._desk.ask(look, self._seen, self._not_seen)

    def _seen(self, found: News) -> None:
        if found:
            self.news.emit(found)
        self._rest()

    def _not_seen(self, _: KnownError) -> None:
        """A disk that is slow or gone is told of by who writes; it is looked at again."""
        self._rest()

    def _rest(self) -> None:
        if not self._closing:
            self._pause.start()

    def _end(self) -> None:
        self._closing = True
        self._pause.stop()
