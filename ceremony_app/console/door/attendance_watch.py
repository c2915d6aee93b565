"""Keeps a picture of the attendance up to date, beside the scans and never in their way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.console.desk import Desk
from ceremony_app.domain.errors import KnownError
from ceremony_app.services.attendance_picture import AttendancePicture, AttendancePictures
from ceremony_app.services.missing import Away, Missing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools

PAUSE_MS = 1000
"""The least time between two readings, however fast people come."""

_PAUSES_UNASKED = 3
"""So many pauses without a word from this window, and it looks whether other doors wrote."""


ALL = "*"
"""Stands for every division; people without a division have the empty name."""


class AwayLists:
    """Those who did not come, made ready to be shown by division, the missing and the excused.

    Made beside the window's thread, which has no time to look through ten thousand people.
    """

    def __init__(self, away: Iterable[Away] = ()) -> None:
        self._lists: dict[tuple[str, bool], list[Away]] = defaultdict(list)
        for one in away:
            for division in (ALL, one.person.division):
                self._lists[division, one.is_missing].append(one)

    def missing(self, division: str = ALL) -> Sequence[Away]:
        """Those of whom no excuse is known."""
        return self._lists.get((division, True), ())

    def excused(self, division: str = ALL) -> Sequence[Away]:
        return self._lists.get((division, False), ())


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture and those who did not come."""

    picture: AttendancePicture
    away: AwayLists


class AttendanceWatch(QObject):
    """Reads on the lane of pictures, at most once a pause; `changed` carries what is new.

    Nothing is read before `start` and after `stop`.
    """

    changed = Signal(object)

    def __init__(self, tools: Tools, desk: Desk, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._seen: Seen | None = None
        self._keys: dict[str, str] = {}
        self._is_on = False
        self._reading = False
        self._wanted = False
        self._pauses = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._paused)
        desk.closing.connect(self.stop)
        desk.attendance_changed.connect(self.look)
        for changed in (desk.session_changed, desk.details_changed, desk.people_changed):
            changed.connect(self.look_anew)

    def start(self) -> None:
        """Begin to look, at once."""
        self._is_on = True
        self.look_anew()

    def stop(self) -> None:
        """Look no more."""
        self._is_on = False
        self._pause.stop()

    def look_anew(self) -> None:
        """Read everything again, also where the counts stayed as they were."""
        self._seen = None
        self.look()

    def look(self) -> None:
        """Something has changed: read now, or when the pause is over."""
        self._wanted = True
        if self._is_on and not self._reading and not self._pause.isActive():
            self._read()

    def _read(self) -> None:
        self._reading, self._wanted, self._pauses = True, False, 0
        session, before, keys = self._desk.session, self._seen, self._keys

        def work(file: CeremonyFile, _: Reporter) -> Seen:
            picture = AttendancePictures(file).read(session)
            if before is not None and picture == before.picture:
                return before
            return Seen(picture, AwayLists(Missing(file, keys).away(session)))

        self._desk.draw(work, self._show, self._failed)

    def _show(self, seen: Seen) -> None:
        self._reading = False
        if seen is not self._seen:
            self._seen = seen
            self.changed.emit(seen)
        if self._is_on:
            self._pause.start()

    def _failed(self, error: KnownError) -> None:
        """Said once; the next change, or coming back to the page, tries again."""
        self._reading = False
        self._tools.channel.refuse(error)

    def _paused(self) -> None:
        self._pauses += 1
        if self._wanted or self._pauses >= _PAUSES_UNASKED:
            self._read()
        else:
            self._pause.start()
