"""An open ceremony as the windows see it: its use cases, reached on the file's own thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.sessions import Session
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Facts
from ceremony_app.services.guard import Guard
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.photographs import Photographs
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record
from ceremony_app.services.roster import RosterImport
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signed_sheets import SignedSheets
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Lane, Operation, Reporter, Running

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases of one open file; touched only on the lane that opened it.

    The guard beside it folds the file's WAL in, so no scan does.
    """

    file: CeremonyFile
    guard: Guard

    def __post_init__(self) -> None:
        self.file.leave_folding()

    @property
    def preparation(self) -> Preparation:
        return Preparation(self.file)

    @property
    def people(self) -> PeopleDesk:
        return PeopleDesk(self.file)

    @property
    def sessions(self) -> Sessions:
        return Sessions(self.file)

    @property
    def record(self) -> Record:
        return Record(self.file)

    @property
    def signing(self) -> Signing:
        return Signing(self.file)

    @property
    def facts(self) -> Facts:
        return Facts(self.file)

    @property
    def attachments(self) -> Attachments:
        return Attachments(self.file)

    @property
    def photographs(self) -> Photographs:
        return Photographs(self.file)

    @property
    def sheets(self) -> SignedSheets:
        return SignedSheets(self.file)

    @property
    def roster(self) -> RosterImport:
        return RosterImport(self.file)

    def door(self, session: Session, name: str) -> CheckIn:
        """One door of one session."""
        return CheckIn(self.file, session, name)

    def close(self) -> None:
        """Finish the copies, then close the file."""
        self.guard.close()
        self.file.close()


class Desk(QObject):
    """Asks the use cases and tells the pages what has changed.

    Whoever changes something emits the signal of what it was, so that the other pages read
    it again. `session` is the one that door, hall and table work on. `closing` is the time to
    let go of what lies beside the file, `closed` comes when it is closed. What a page asks for
    once the file's close is in line, since an answer led to another question, is not done.
    """

    details_changed = Signal()
    texts_changed = Signal()
    people_changed = Signal()
    attendance_changed = Signal()
    session_changed = Signal()
    documents_changed = Signal()
    closing = Signal()
    closed = Signal()

    def __init__(
        self,
        services: Services,
        files: Lane,
        pictures: Lane,
        session: Session,
        open_again: Callable[[], CeremonyFile],
    ) -> None:
        super().__init__()
        self._services = services
        self._files = files
        self.pictures = pictures
        self._session = session
        self._open_again = open_again
        self._drawing_file: CeremonyFile | None = None
        self._operator = ""
        self._asks_no_more = False
        self._draws_no_more = False

    @property
    def path(self) -> Path:
        return self._services.file.path

    @property
    def guard(self) -> Guard:
        """The keeper of copies; it may be asked from any thread."""
        return self._services.guard

    @property
    def session(self) -> Session:
        return self._session

    @property
    def operator(self) -> str:
        """Who was named at this desk; empty while it is whoever is logged in."""
        return self._operator

    def choose_session(self, session: Session) -> None:
        """Work on another session, or on the same one in another state."""
        if session != self._session:
            self._session = session
            self.session_changed.emit()

    def hand_over(self, operator: str, done: Callable[[], object]) -> None:
        """Somebody else works at this desk from here on, in everything that is written for it."""
        self._operator = operator

        def over(services: Services) -> None:
            services.file.hand_over(operator)

        self.ask(over, lambda _: done())

    def ask(
        self,
        work: Callable[[Services], T],
        success: Callable[[T], object],
        failure: Callable[[KnownError], object] | None = None,
    ) -> Running:
        """Short work with the use cases; known errors go to the message channel by default."""
        return self._work(Operation(lambda _: work(self._services), success, failure))

    def run(
        self,
        work: Callable[[Services, Reporter], T],
        success: Callable[[T], object],
        failure: Callable[[KnownError], object] | None = None,
        *,
        progress: Callable[[int, int], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Running:
        """Long work that reports and can be cancelled."""
        return self._work(
            Operation(
                lambda report: work(self._services, report),
                success,
                failure,
                progress,
                cancelled,
            )
        )

    def draw(
        self,
        work: Callable[[CeremonyFile, Reporter], T],
        success: Callable[[T], object],
        failure: Callable[[KnownError], object] | None = None,
        *,
        progress: Callable[[int, int], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Running:
        """Make papers from the file on the lane of pictures, so that no scan waits for them.

        That lane has an opening of the file of its own, with a chain of its own for what it
        records (documents made, seals).
        """
        who = self._operator
        operation = Operation(
            lambda report: work(self._for_drawing(who), report),
            success,
            failure,
            progress,
            cancelled,
        )
        return _never(operation) if self._draws_no_more else self.pictures.run(operation)

    def close(self) -> None:
        """Close the file after everything in line; `closed` follows."""
        self.closing.emit()
        self._draws_no_more = True
        self.pictures.ask(self._close_drawing, lambda _: self._close_file())

    def _work(self, operation: Operation[T]) -> Running:
        return _never(operation) if self._asks_no_more else self._files.run(operation)

    def _close_file(self) -> None:
        self._asks_no_more = True
        self._files.ask(self._services.close, lambda _: self.closed.emit())

    def _for_drawing(self, operator: str) -> CeremonyFile:
        if self._drawing_file is None:
            self._drawing_file = self._open_again()
        if operator and self._drawing_file.opener.opening.operator != operator:
            self._drawing_file.hand_over(operator)
        return self._drawing_file

    def _close_drawing(self) -> None:
        if self._drawing_file is not None:
            self._drawing_file.close()
            self._drawing_file = None


def _never(operation: Operation[T]) -> Running:
    """Work that is not done any more."""
    running = Running(operation)
    running.cancel()
    return running
