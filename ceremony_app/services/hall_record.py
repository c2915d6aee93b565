"""What the record says of the hall's screen: which steps were on it, and which one still is."""

from dataclasses import dataclass
from datetime import timedelta

from ceremony_app.domain.clock import moment_of
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.show import Phase, StepIdentity
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of

_FORGOTTEN = timedelta(hours=12)
"""After a program died with the hall open, nobody says that it was closed; by then it is."""


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What the hall of a session stands at, covered or not: a cue, and its text's id if it has
    one."""

    session: str
    cue: str
    text: str


class HallRecord:
    """The events of the hall in one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._journal = Journal(file)

    def events(self, session: str) -> list[Event]:
        """The steps of a session that were painted in the hall, and when it was closed."""
        return [event for event in self._all() if event.session == session]

    def last(self, session: str) -> Event | None:
        """The last of them; None where nothing was ever shown."""
        events = self.events(session)
        return events[-1] if events else None

    def on_screen(self) -> tuple[OnScreen, ...]:
        """The cue that the hall of each session stands at now, once the hall has seen it.

        It is left by a step of another cue, or by closing the hall.
        """
        sessions: dict[str, list[Event]] = {}
        for event in self._all():
            sessions.setdefault(event.session, []).append(event)
        found = (self._standing(events) for events in sessions.values())
        return tuple(standing for standing in found if standing is not None)

    def _standing(self, events: list[Event]) -> OnScreen | None:
        if events[-1].kind != EventKind.STEP_PRESENTED or self._is_forgotten(events[-1]):
            return None
        standing = body_of(events[-1])
        for event in reversed(events):
            body = body_of(event)
            if body.get("cue") != standing.get("cue"):
                break
            if body.get("visible"):
                cue, text = str(standing.get("cue", "")), str(standing.get("text", ""))
                return OnScreen(event.session, cue, text)
        return None

    def _is_forgotten(self, event: Event) -> bool:
        now = self._file.opener.opening.clock.now()
        return now - moment_of(event.utc) > _FORGOTTEN

    def _all(self) -> list[Event]:
        return self._journal.of_kind(EventKind.STEP_PRESENTED, EventKind.HALL_CLOSED)


def place_in(event: Event) -> StepIdentity:
    """The place that a `step_presented` event names."""
    body = body_of(event)
    return StepIdentity(
        cue=str(body.get("cue", "")),
        part=int(str(body.get("part", 0))),
        phrase=int(str(body.get("phrase", 0))),
        phase=Phase(str(body.get("phase", Phase.DONE))),
        text_sha256=str(body.get("text_sha256", "")),
    )
