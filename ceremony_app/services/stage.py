"""The record of the show: what was painted, when, and whether a text was shown whole.

The window paints first and tells the stage afterwards: presented is what was painted, not what
was asked for. Decision 0060 says what counts.
"""

from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.reading import Reading
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import Show, Step, units
from ceremony_app.domain.texts import Text
from ceremony_app.services.hall_record import HallRecord
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.readings import Readings, told_reading
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import body_of
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class Presented:
    """What telling of a painted step led to: `completed` names the text that is now whole,
    `unfinished` one that was left without being so, `reading` what the screen showed of it."""

    event: Event
    completed: Text | None = None
    unfinished: Text | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """The text that the hall stands at, and whether the hall has seen it since it came there."""

    text: Text | None = None
    seen: bool = False


class Stage:
    """Records the show of one session into one open file."""

    def __init__(self, file: CeremonyFile, session: Session) -> None:
        self._file = file
        self.session = session
        self._readings = Readings(file, session.id)
        self._standing = self._found()

    def refuse_unapproved(self, show: Show) -> None:
        """Raises Refused, naming the text, where a show holds one that is not approved; a
        rehearsal may show drafts, since nobody swears them."""
        approved = {s.text.id: s.text for s in Preparation(self._file).texts() if s.approved}
        for text in show.texts():
            if approved.get(text.id) != text and not show.details.rehearsal:
                raise Refused("stage.not_approved", title=text.title)

    def presented(
        self, step: Step, *, screen: str, visible: bool, painted_ns: int | None = None
    ) -> Presented:
        """Record a settled step after its paint; one durable event, and what follows from it.

        The beginning of a text freezes the attendance. When a text is left, it is completed if
        every phrase of it was shown. `painted_ns` is the monotonic moment of the paint, where
        the record had to wait. Raises DiskTrouble; then nothing of it is recorded.
        """
        stays = self._is_at(step.text)
        standing = self._standing if stays else _Standing(step.text)
        with self._file.transaction():
            if visible and not standing.seen and step.text and self._begins(step, step.text):
                self._write(EventKind.ATTENDANCE_FROZEN, {"text": step.text.id})
            body = {**_told(step, screen, visible=visible), "late_ms": self._late(painted_ns)}
            event = self._write(EventKind.STEP_PRESENTED, body)
            presented = Presented(event) if stays else self._leave(event)
        self._standing = _Standing(step.text, standing.seen or visible)
        return presented

    def closed(self, painted_ns: int | None = None) -> Presented:
        """Record that the hall was closed: nothing stands on it any more."""
        with self._file.transaction():
            body: dict[str, Json] = {"late_ms": self._late(painted_ns)}
            event = self._write(EventKind.HALL_CLOSED, body)
            presented = self._leave(event)
        self._standing = _Standing()
        return presented

    def reading(self, text: Text) -> Reading | None:
        """What the screen has shown of a text that is not completed; None where it was not begun
        since."""
        return self._readings.latest(text)[1]

    def confirm(self, text: Text, reason: str) -> None:
        """The operator says that a text was completed though the screen did not show it whole.

        Raises Refused without a reason, where it is completed already, and where nothing of it
        was shown: then there is no moment at which attendance was frozen.
        """
        reason = " ".join(reason.split())
        if not reason:
            raise Refused("stage.no_reason", title=text.title)
        begun, reading = self._readings.latest(text)
        if begun is None and self._readings.completions(text):
            raise Refused("stage.completed_already", title=text.title)
        if begun is None or reading is None:
            raise Refused("stage.never_shown", title=text.title)
        note = Item.note(reason)
        body = {**_outcome(text, begun, reading), "reason": note.id}
        with self._file.transaction():
            self._complete(body, Completion.CONFIRMED, note)

    def _found(self) -> _Standing:
        """Where the hall stands by the record; an earlier opening may have brought it there."""
        last = HallRecord(self._file).last(self.session.id)
        if last is None or last.kind == EventKind.HALL_CLOSED or not body_of(last).get("text"):
            return _Standing()
        texts = {state.text.id: state.text for state in Preparation(self._file).texts()}
        on_screen = HallRecord(self._file).on_screen()
        seen = any(one.session == self.session.id for one in on_screen)
        return _Standing(texts.get(str(body_of(last)["text"])), seen)

    def _is_at(self, text: Text | None) -> bool:
        here = self._standing.text
        return here is not None and text is not None and here.id == text.id

    def _begins(self, step: Step, text: Text) -> bool:
        """Whether a text is begun: with its first phrase, or with the first of it that is seen."""
        return step.position == 1 or not self._readings.beginnings(text)

    def _leave(self, event: Event) -> Presented:
        """What becomes of a text that is left, once the hall has seen some of it."""
        left = self._standing.text
        if left is None or not self._standing.seen:
            return Presented(event)
        begun, reading = self._readings.latest(left)
        if begun is None or reading is None:
            return Presented(event)
        if reading.complete:
            self._complete(_outcome(left, begun, reading), Completion.SHOWN)
            return Presented(event, completed=left, reading=reading)
        if _is_glance(left, reading) and self._readings.completions(left):
            return Presented(event)
        self._write(EventKind.TEXT_LEFT, _outcome(left, begun, reading))
        return Presented(event, unfinished=left, reading=reading)

    def _complete(self, body: dict[str, Json], how: Completion, note: Item | None = None) -> None:
        brought = Brought(items=(note,)) if note else None
        self._write(EventKind.TEXT_COMPLETED, {**body, "how": how.value}, brought)

    def _late(self, painted_ns: int | None) -> int:
        """Milliseconds from the paint to now."""
        if painted_ns is None:
            return 0
        now = self._file.opener.opening.clock.monotonic_ns()
        return max(0, (now - painted_ns) // 1_000_000)

    def _write(
        self, kind: EventKind, body: dict[str, Json], brought: Brought | None = None
    ) -> Event:
        return self._file.append(Entry(kind, body, session=self.session.id), brought)


def _told(step: Step, screen: str, *, visible: bool) -> dict[str, Json]:
    identity = step.identity
    return {
        "cue": identity.cue,
        "part": identity.part,
        "phase": identity.phase.value,
        "phrase": identity.phrase,
        "screen": screen,
        "text": step.text.id if step.text else "",
        "text_sha256": identity.text_sha256,
        "visible": visible,
    }


def _is_glance(text: Text, reading: Reading) -> bool:
    """Whether no more than one phrase was seen: a wrong jump to a text that was read before."""
    return len(units(text)) - len(reading.skipped) < 2


def _outcome(text: Text, begun: Event, reading: Reading) -> dict[str, Json]:
    return {
        "frozen": [begun.writer, begun.seq],
        "reading": told_reading(reading),
        "text": text.id,
        "text_sha256": text.sha256,
    }
