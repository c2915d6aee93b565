"""Tells the record what the hall has seen, after it was painted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import Show, Step
from ceremony_app.domain.texts import Text
from ceremony_app.services.stage import Presented, Stage


class Recorder(QObject):
    """Keeps the stage of one session on the file's lane and feeds it painted steps in order.

    `completed` and `unfinished` carry a text that the show has just left.
    """

    completed = Signal(object)
    unfinished = Signal(object)

    def __init__(self, desk: Desk, show: Show) -> None:
        super().__init__()
        self._desk = desk
        self._show = show
        self._stage: Stage | None = None
        self._session: Session | None = None

    def check(self, allowed: Callable[[], object], refused: Callable[[KnownError], object]) -> None:
        """Ask whether the show may go live: every text in it has to be approved."""
        session = self._desk.session
        self._desk.ask(
            lambda services: self._on(services, session).refuse_unapproved(),
            lambda _: allowed(),
            refused,
        )

    def presented(self, step: Step, screen: str, visible: bool) -> None:  # noqa: FBT001 - a slot
        """A settled step was painted in the hall."""
        session = self._desk.session
        self._desk.ask(
            lambda services: self._on(services, session).presented(
                step, screen=screen, visible=visible
            ),
            self._tell,
        )

    def confirm(self, text: Text, reason: str, done: Callable[[], object]) -> None:
        """The operator says that a text was completed."""
        session = self._desk.session
        self._desk.ask(
            lambda services: self._on(services, session).confirm(text, reason), lambda _: done()
        )

    def _on(self, services: Services, session: Session) -> Stage:
        """The stage of a session; called on the file's lane only."""
        if self._stage is None or self._session is None or self._session.id != session.id:
            self._stage = Stage(services.file, session, self._show)
            self._session = session
        return self._stage

    def _tell(self, presented: Presented) -> None:
        if presented.completed is not None:
            self.completed.emit(presented.completed)
        if presented.unfinished is not None:
            self.unfinished.emit(presented.unfinished)
