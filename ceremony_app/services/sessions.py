"""Sessions of a ceremony: listed, added, opened, closed."""

from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.sessions import Session
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.rows import SESSION, Brought, Item
from ceremony_app.storage.writer import Entry

MAIN_NAME = "utama"


@dataclass(frozen=True, slots=True)
class SessionCounts:
    """A session with how many came to it, and how many pledged at least one text in it."""

    session: Session
    present: int
    pledged: int


def session_item(identity: str, number: int, name: str) -> Item:
    return Item(identity, SESSION, {"name": name, "number": number})


class Sessions:
    """The sessions of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def all(self) -> list[Session]:
        """Every session by number; after a merge two may have the same one."""
        open_now = Attendance(self._file).open_sessions()
        sessions = [
            Session(
                id=item.id,
                number=int(str(item.data["number"])),
                name=str(item.data["name"]),
                open=item.id in open_now,
            )
            for item in Items(self._file).of_kind(SESSION)
        ]
        return sorted(sessions, key=lambda session: session.number)

    def counted(self) -> list[SessionCounts]:
        """Every session by number, with its counts."""
        attendance = Attendance(self._file)
        return [
            SessionCounts(one, attendance.present_count(one.id), attendance.pledged_count(one.id))
            for one in self.all()
        ]

    def main(self) -> Session:
        return self.all()[0]

    def by_id(self, identity: str) -> Session:
        """The session as it is now; raises LookupError where there is none (a bug)."""
        for session in self.all():
            if session.id == identity:
                return session
        raise LookupError(identity)

    def find(self, asked: str) -> Session:
        """By name (in any case) or number; an empty one asks for the main session.

        Raises Refused, naming the sessions that there are.
        """
        sessions = self.all()
        if not asked:
            return sessions[0]
        for session in sessions:
            if asked.casefold() == session.name.casefold() or asked == str(session.number):
                return session
        known = ", ".join(f"{session.number} {session.name}" for session in sessions)
        raise Refused("session.unknown", name=asked, known=known)

    def add(self, name: str) -> Session:
        """A follow-up session, open from the start; raises Refused where the name is taken."""
        name = " ".join(name.split())
        if not name:
            raise Refused("session.no_name")
        sessions = self.all()
        if any(session.name.casefold() == name.casefold() for session in sessions):
            raise Refused("session.exists", name=name)
        item = session_item(new_id(), sessions[-1].number + 1, name)
        with self._file.transaction():
            added = Entry(EventKind.SESSION_ADDED, {}, session=item.id)
            self._file.append(added, Brought(items=(item,)))
            self._turn(item.id, EventKind.SESSION_OPENED)
        return self.by_id(item.id)

    def open(self, session: Session) -> None:
        """Let people in; nothing happens where it is open already."""
        if not session.open:
            with self._file.transaction():
                self._turn(session.id, EventKind.SESSION_OPENED)

    def close(self, session: Session) -> None:
        """Let nobody in any more; nothing happens where it is closed already."""
        if session.open:
            with self._file.transaction():
                self._turn(session.id, EventKind.SESSION_CLOSED)

    def _turn(self, session: str, kind: EventKind) -> None:
        self._file.append(Entry(kind, {}, session=session))
