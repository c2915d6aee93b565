"""What other windows, processes and doors wrote into the file since one last looked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.storage.attendance import Arrival
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of

MOST_ONE_BY_ONE = 200
"""More news than this is read as a whole: a copy that came home brings thousands."""

_MOVES_A_DOOR = frozenset(
    {
        EventKind.DETAILS_CHANGED,
        EventKind.ROSTER_IMPORTED,
        EventKind.PERSON_ADDED,
        EventKind.PERSON_CORRECTED,
        EventKind.PERSON_JOINED,
        EventKind.SESSION_ADDED,
        EventKind.SESSION_OPENED,
        EventKind.SESSION_CLOSED,
        EventKind.MARK,
        EventKind.UNDO,
        EventKind.COPY_MERGED,
        EventKind.ERASED,
    }
)
"""What changes more at a door than one person's state. Scans are told one by one."""


@dataclass(frozen=True, slots=True)
class News:
    """Arrivals at other doors, by session; `whole` says that everything has to be read anew."""

    arrivals: Mapping[str, Sequence[Arrival]]
    whole: bool = False

    def __bool__(self) -> bool:
        return self.whole or bool(self.arrivals)


NOTHING = News({})


class OtherDoors:
    """Looks into one open file, on the thread that has it; cheap enough for every second.

    The first look only remembers where the record stands.
    """

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._journal = Journal(file)
        self._version = file.data_version()
        self._known = self._heads()

    def look(self) -> News:
        """What is new; nothing is asked of the record where nobody else has written."""
        version = self._file.data_version()
        if version == self._version:
            return NOTHING
        # Asked before the heads are read: what is written in between is news of the next look.
        self._version = version
        before, self._known = self._known, self._heads()
        own = self._file.writer.id
        before[own] = self._known.get(own, 0)
        count = sum(seq - before.get(writer, 0) for writer, seq in self._known.items())
        if count > MOST_ONE_BY_ONE:
            return News({}, whole=True)
        return _told(self._journal.after(before)) if count else NOTHING

    def _heads(self) -> dict[str, int]:
        return {head.writer: head.seq for head in self._journal.heads()}


def _told(events: Sequence[Event]) -> News:
    if any(event.kind in _MOVES_A_DOOR for event in events):
        return News({}, whole=True)
    arrivals: dict[str, list[Arrival]] = {}
    for event in events:
        if event.kind == EventKind.SCAN and body_of(event)["verdict"] == Verdict.RECORDED:
            came = Arrival(event.person, event.local, event.door, event.name)
            arrivals.setdefault(event.session, []).append(came)
    return News(arrivals)
