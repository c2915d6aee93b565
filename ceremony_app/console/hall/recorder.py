"""Tells the record what the hall has seen, after it was painted.

The picture never waits for the record. What cannot be written now (a full disk, a stick pulled
out) waits in line with the moment of its paint and is tried again; nothing is left out silently.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.clock import Clock, SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import Step
from ceremony_app.domain.texts import Text
from ceremony_app.services.stage import Presented, Stage
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.running_show import Place, RunningShow

RETRY_MS = 2000

_Deed = Callable[[Stage], Presented]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stands in the hall, and in which session it does."""

    session: Session
    step: Step
    screen: str
    visible: bool


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Something that the hall has seen, until it is in the record of its session."""

    session: Session
    write: _Deed


@dataclass(frozen=True, slots=True)
class _Written:
    """What one attempt has put into the record, which texts are approved, and what stopped it."""

    presented: tuple[Presented, ...]
    approved: Mapping[str, Text] | None = None
    trouble: KnownError | None = None


class Recorder(QObject):
    """Feeds painted steps to the record, in order, on the file's lane.

    `completed` and `unfinished` carry a text that the show has just left.
    """

    completed = Signal(object)
    unfinished = Signal(object)

    def __init__(
        self,
        desk: Desk,
        channel: MessageChannel,
        clock: Clock | None = None,
        retry_ms: int = RETRY_MS,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._channel = channel
        self._clock = clock or SystemClock()
        self._line: deque[_Waiting] = deque()
        self._stages: dict[str, Stage] = {}
        self._running: RunningShow | None = None
        self._shown: _Shown | None = None
        self._approved: Mapping[str, Text] | None = None
        self._is_in_trouble = False
        self._is_closing = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(retry_ms)
        self._again.timeout.connect(self._write)
        desk.session_changed.connect(self._change_session)
        desk.texts_changed.connect(self._look_at_approvals)
        desk.closing.connect(self._finish)

    @property
    def waiting(self) -> int:
        """How many steps are not in the record yet."""
        return len(self._line)

    def follow(self, running: RunningShow) -> None:
        """Record another running show from now on; the one before has left the hall."""
        if self._running is not None:
            self._running.presented.disconnect(self._presented)
            self._running.outputs_changed.disconnect(self._look_at_the_hall)
        self._running = running
        running.presented.connect(self._presented)
        running.outputs_changed.connect(self._look_at_the_hall)

    def check(self, allowed: Callable[[], object], refused: Callable[[KnownError], object]) -> None:
        """Ask whether the show may go live: every text in it has to be approved."""
        running, session = self._running, self._desk.session
        if running is None:
            return
        show = running.show

        def work(services: Services) -> Mapping[str, Text]:
            self._on(services, session).refuse_unapproved(show)
            return _approved(services)

        def take(approved: Mapping[str, Text]) -> None:
            self._approved = approved
            allowed()

        self._desk.ask(work, take, refused)

    def refusal(self, step: Step) -> Message | None:
        """Why the hall must not be shown a step now: its text was reopened, or changed, since it
        was approved. None where it may be."""
        if step.text is None or self._approved is None or self._running is None:
            return None
        if self._running.show.details.rehearsal:
            return None
        if self._approved.get(step.text.id) == step.text:
            return None
        return message("stage.not_approved", title=step.text.title)

    def confirm(self, text: Text, reason: str, done: Callable[[], object]) -> None:
        """The operator says that a text was completed."""
        session = self._desk.session
        self._desk.ask(
            lambda services: self._on(services, session).confirm(text, reason), lambda _: done()
        )

    def _presented(self, step: Step, screen: str, visible: bool) -> None:  # noqa: FBT001 - a slot
        if self._running is None or not self._running.is_open(Place.HALL):
            # Painted just before it was closed; the record already says that it is.
            return
        painted = self._clock.monotonic_ns()
        self._shown = _Shown(self._desk.session, step, screen, visible)
        self._put(
            self._desk.session,
            lambda stage: stage.presented(step, screen=screen, visible=visible, painted_ns=painted),
        )

    def _look_at_the_hall(self) -> None:
        if self._running is not None and not self._running.is_open(Place.HALL):
            self._close()

    def _close(self) -> None:
        """The hall shows nothing of its session any more."""
        if self._shown is not None:
            session, self._shown = self._shown.session, None
            closed = self._clock.monotonic_ns()
            self._put(session, lambda stage: stage.closed(closed))

    def _change_session(self) -> None:
        """What stands in the hall from now on belongs to another session."""
        shown = self._shown
        if shown is not None and shown.session.id != self._desk.session.id:
            self._close()
            self._presented(shown.step, shown.screen, shown.visible)

    def _look_at_approvals(self) -> None:
        def take(approved: Mapping[str, Text]) -> None:
            self._approved = approved

        self._desk.ask(_approved, take)

    def _finish(self) -> None:
        """The file is about to be closed: what waits is tried one last time, before that."""
        if not self._is_closing:
            self._is_closing = True
            self._again.stop()
            if self._line:
                self._write()

    def _put(self, session: Session, write: _Deed) -> None:
        self._line.append(_Waiting(session, write))
        if not self._is_in_trouble:
            self._write()

    def _write(self) -> None:
        self._desk.ask(self._write_all, self._tell)

    def _write_all(self, services: Services) -> _Written:
        """Write what waits, in order, as far as the disk allows; on the file's lane.

        Another program may have reopened a text meanwhile: each step is the time to look.
        """
        presented = []
        while self._line:
            first = self._line.popleft()
            try:
                presented.append(first.write(self._on(services, first.session)))
            except KnownError as trouble:
                self._line.appendleft(first)
                return _Written(tuple(presented), trouble=trouble)
        return _Written(tuple(presented), _approved(services))

    def _on(self, services: Services, session: Session) -> Stage:
        """The stage of a session; on the file's lane only."""
        if session.id not in self._stages:
            self._stages[session.id] = Stage(services.file, session)
        return self._stages[session.id]

    def _tell(self, written: _Written) -> None:
        self._tell_trouble(written.trouble)
        if self._is_closing:
            return
        known = self._approved
        if known is not None and written.approved not in (None, known):
            self._approved = written.approved
            self._desk.texts_changed.emit()
        for presented in written.presented:
            if presented.completed is not None:
                self.completed.emit(presented.completed)
            if presented.unfinished is not None:
                self.unfinished.emit(presented.unfinished)

    def _tell_trouble(self, trouble: KnownError | None) -> None:
        """One notice when the record falls behind, and one when it has caught up, or never will."""
        if trouble is not None and self._is_closing:
            count, reason = len(self._line), trouble.message
            self._channel.warn(message("hall.record.left_out", count=count, reason=reason))
        elif trouble is not None:
            self._again.start()
            if not self._is_in_trouble:
                self._channel.warn(message("hall.record.waits", reason=trouble.message))
        elif self._is_in_trouble:
            self._channel.done(message("hall.record.caught_up"))
        self._is_in_trouble = trouble is not None


def _approved(services: Services) -> dict[str, Text]:
    states = services.preparation.texts()
    return {state.text.id: state.text for state in states if state.approved}
