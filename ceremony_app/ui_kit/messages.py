"""What the program tells its user: one channel, queued until a window listens.

Nothing here opens a dialog: at a door, a dialog would swallow scans.
"""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QThread, Signal

from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message


class Level(StrEnum):
    """How much a message matters; errors stay until they are closed by hand."""

    GOOD = "good"
    INFO = "calm"
    WARNING = "warn"
    ERROR = "bad"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message for the user; `report` is a text to copy where a bug was met."""

    level: Level
    text: Message
    report: str = ""


class MessageChannel(QObject):
    """Takes notices from anywhere in the windows and hands them to the window that listens."""

    told = Signal(object)
    _from_elsewhere = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._from_elsewhere.connect(self.tell, Qt.ConnectionType.QueuedConnection)
        self._waiting: deque[Notice] = deque(maxlen=50)
        self._listeners = 0

    def tell(self, notice: Notice) -> None:
        """Hand the notice on, or keep it until somebody listens; may be called from any thread."""
        if QThread.currentThread() != self.thread():
            self._from_elsewhere.emit(notice)
        elif self._listeners:
            self.told.emit(notice)
        else:
            self._waiting.append(notice)

    def done(self, text: Message) -> None:
        self.tell(Notice(Level.GOOD, text))

    def info(self, text: Message) -> None:
        self.tell(Notice(Level.INFO, text))

    def warn(self, text: Message) -> None:
        self.tell(Notice(Level.WARNING, text))

    def refuse(self, error: KnownError) -> None:
        """Say the sentence of a known error."""
        self.tell(Notice(Level.ERROR, error.message))

    def listen(self) -> None:
        """A window has connected to `told`: give it what waited."""
        self._listeners += 1
        while self._waiting:
            self.told.emit(self._waiting.popleft())

    def leave(self) -> None:
        """A window that listened is closing; the next messages wait for another."""
        self._listeners -= 1
