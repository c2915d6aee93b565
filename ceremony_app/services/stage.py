"""The record of the show: what was painted, when, and whether a text was shown whole.

The window paints first and tells the stage afterwards: presented is what was painted, not what
was asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_app.domain.clock import moment_of
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.reading import Reading, Showing, judge
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import Show, Step
from ceremony_app.domain.texts import Text
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class Presented:
    """What telling of a painted step led to: `completed` names the text that is now whole,
    `unfinished` one that was left without being so."""

    event: Event
    completed: Text | None = None
    unfinished: Text | None = None


class Stage:
    """Records the show of one session into one open file."""

    def __init__(self, file: CeremonyFile, session: Session, show: Show) -> None:
        self._file = file
        self._session = session
        self._show = show
        self._journal = Journal(file)
        self._on_screen: Step | None = None

    def refuse_unapproved(self) -> None:
        """Raises Refused, naming the text, where the show holds one that is not approved."""
        approved = {s.text.id: s.text for s in Preparation(self._file).texts() if s.approved}
        for text in self._show.texts():
            if approved.get(text.id) != text:
                raise Refused("stage.not_approved", title=text.title)

    def presented(self, step: Step, *, screen: str, visible: bool) -> Presented:
        """Record a settled step after its paint; one durable event, and what follows from it.

        The first visible phrase of a text freezes the attendance. When a text is left, it is
        completed if every phrase of it was shown.
        """
        left = self._left_by(step)
        with self._file.transaction():
            event = self._file.append(self._step(step, screen, visible=visible))
            if step.text is not None and visible and not self._frozen(step.text):
                self._write(EventKind.ATTENDANCE_FROZEN, {"text": step.text.id})
            whole = left is not None and self.reading(left).complete
            if left is not None and whole:
                self._complete(left, Completion.SHOWN, {})
        self._on_screen = step
        if left is None:
            return Presented(event)
        return Presented(event, completed=left) if whole else Presented(event, unfinished=left)

    def reading(self, text: Text) -> Reading:
        """What was on the screen of a text in this session, held against the whole of it."""
        return judge(text, self._showings(text))

    def confirm(self, text: Text, reason: str) -> None:
        """The operator says that a text was completed though the screen did not show it whole.

        Raises Refused without a reason, where it is completed already, and where nothing of it
        was shown: then there is no moment at which attendance was frozen.
        """
        reason = " ".join(reason.split())
        if not reason:
            raise Refused("stage.no_reason", title=text.title)
        if self._completed(text):
            raise Refused("stage.completed_already", title=text.title)
        if not self._frozen(text):
            raise Refused("stage.never_shown", title=text.title)
        note = Item.note(reason)
        with self._file.transaction():
            self._complete(text, Completion.CONFIRMED, {"reason": note.id}, note)

    def _left_by(self, step: Step) -> Text | None:
        """The text that the show leaves with this step, if it is not completed yet."""
        before = self._on_screen.text if self._on_screen else None
        if before is None or (step.text and step.text.id == before.id) or self._completed(before):
            return None
        return before

    def _step(self, step: Step, screen: str, *, visible: bool) -> Entry:
        identity = step.identity
        body: dict[str, Json] = {
            "cue": identity.cue,
            "part": identity.part,
            "phase": identity.phase.value,
            "phrase": identity.phrase,
            "screen": screen,
            "text": step.text.id if step.text else "",
            "text_sha256": identity.text_sha256,
            "visible": visible,
        }
        return Entry(EventKind.STEP_PRESENTED, body, session=self._session.id)

    def _complete(
        self, text: Text, how: Completion, more: dict[str, Json], note: Item | None = None
    ) -> None:
        frozen = self._frozen(text)
        if frozen is None:
            raise LookupError(text.id)
        body: dict[str, Json] = {
            "frozen": [frozen.writer, frozen.seq],
            "how": how.value,
            "text": text.id,
            **more,
        }
        self._write(EventKind.TEXT_COMPLETED, body, Brought(items=(note,)) if note else None)

    def _write(
        self, kind: EventKind, body: dict[str, Json], brought: Brought | None = None
    ) -> None:
        self._file.append(Entry(kind, body, session=self._session.id), brought)

    def _frozen(self, text: Text) -> Event | None:
        """The event that froze the attendance of this session for a text, the first of them."""
        return next(iter(self._about(text, EventKind.ATTENDANCE_FROZEN)), None)

    def _completed(self, text: Text) -> bool:
        undone = {tuple(self._of(undo)) for undo in self._journal.of_kind(EventKind.UNDO)}
        completed = self._about(text, EventKind.TEXT_COMPLETED)
        return any((event.writer, event.seq) not in undone for event in completed)

    def _of(self, undo: Event) -> list[Json]:
        of = body_of(undo)["of"]
        return of if isinstance(of, list) else []

    def _about(self, text: Text, kind: EventKind) -> list[Event]:
        return [
            event
            for event in self._journal.of_kind(kind)
            if event.session == self._session.id and body_of(event)["text"] == text.id
        ]

    def _showings(self, text: Text) -> list[Showing]:
        steps = [
            event
            for event in self._journal.of_kind(EventKind.STEP_PRESENTED)
            if event.session == self._session.id
        ]
        showings = []
        for at, event in enumerate(steps):
            body = body_of(event)
            if body["text_sha256"] == text.sha256:
                seconds = _seconds(event, steps[at + 1 : at + 2])
                showings.append(
                    Showing(
                        part=int(str(body["part"])),
                        phrase=int(str(body["phrase"])),
                        seconds=seconds,
                        visible=bool(body["visible"]),
                    )
                )
        return showings


def _seconds(event: Event, following: Sequence[Event]) -> float:
    """How long a step stood; the last one has stood for no time that the record knows of.

    Between two openings of the file the monotonic clocks say nothing of each other, so the
    wall clock has to do; set back, it gives no time rather than a negative one.
    """
    for after in following:
        if after.writer == event.writer:
            return (after.mono - event.mono) / 1e9
        return max(0.0, (moment_of(after.utc) - moment_of(event.utc)).total_seconds())
    return 0.0
