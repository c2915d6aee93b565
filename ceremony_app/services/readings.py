"""How far the texts of a session were read: what the screen showed, what the operator confirmed,
what was read from paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.reading import Place, Reading, Showing, judge
from ceremony_app.domain.texts import Text
from ceremony_app.services.hall_record import HallRecord, place_in
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of

_PLACES = ("skipped", "short", "early", "repeated")


@dataclass(frozen=True, slots=True)
class TextReading:
    """The reading of one text in one session, as the record has it.

    `reading` is what the screen showed; None where it showed nothing. `event` is what completed
    the text, None where nothing did. `reason` is the operator's for CONFIRMED; `reader` and `at`
    (local ISO) are what was recorded for ON_PAPER.
    """

    text: Text
    completion: Completion
    reading: Reading | None = None
    event: Event | None = None
    reason: str = ""
    reader: str = ""
    at: str = ""


class Readings:
    """The readings of one session in one open file."""

    def __init__(self, file: CeremonyFile, session: str) -> None:
        self._file = file
        self._session = session
        self._journal = Journal(file)

    def all(self) -> list[TextReading]:
        """Every text of the ceremony in its order, read or not."""
        return [self.of(state.text) for state in Preparation(self._file).texts()]

    def of(self, text: Text) -> TextReading:
        """The reading of one text."""
        completed = self.completions(text)
        if completed:
            return self._completed(text, completed[-1])
        begun, reading = self.latest(text)
        if begun is None:
            return TextReading(text, Completion.NOT_READ)
        return TextReading(text, Completion.PARTIAL, reading)

    def latest(self, text: Text) -> tuple[Event | None, Reading | None]:
        """The beginning that counts for a text that is not completed, and what the screen has
        shown since: the latest beginning from which all of it was shown, else the latest of all.

        A text that was begun anew is read anew; but whoever comes back to it after a wrong jump
        has not begun to read it again only because the first phrase was shown once more.
        """
        begun = self._open_beginnings(text)
        judged = [(event, self._since(event, text)) for event in begun]
        for event, reading in reversed(judged):
            if reading.complete:
                return event, reading
        return judged[-1] if judged else (None, None)

    def completions(self, text: Text) -> list[Event]:
        """What completed a text, as far as nobody took it back."""
        undone = Attendance(self._file).undone()
        events = self._about(text, EventKind.TEXT_COMPLETED)
        return [event for event in events if (event.writer, event.seq) not in undone]

    def beginnings(self, text: Text) -> list[Event]:
        """When the attendance was frozen for a text: each time that it was begun on the screen."""
        frozen = self._about(text, EventKind.ATTENDANCE_FROZEN)
        return [event for event in frozen if body_of(event).get("how") != Completion.ON_PAPER]

    def _open_beginnings(self, text: Text) -> list[Event]:
        """The beginnings after the last completion; those before it are settled."""
        settled = max((event.tick for event in self.completions(text)), default=0)
        return [event for event in self.beginnings(text) if event.tick > settled]

    def _since(self, begun: Event, text: Text) -> Reading:
        events = [
            event
            for event in HallRecord(self._file).events(self._session)
            if event.tick > begun.tick
        ]
        return judge(text, _showings(text, events))

    def _completed(self, text: Text, event: Event) -> TextReading:
        body, notes = body_of(event), Items(self._file)
        return TextReading(
            text=text,
            completion=Completion(str(body["how"])),
            reading=stored_reading(body),
            event=event,
            reason=notes.note(str(body.get("reason", ""))),
            reader=notes.note(str(body.get("reader", ""))),
            at=str(body.get("at", "")),
        )

    def _about(self, text: Text, kind: EventKind) -> list[Event]:
        return [
            event
            for event in self._journal.of_kind(kind)
            if event.session == self._session and body_of(event).get("text") == text.id
        ]


def told_reading(reading: Reading) -> Json:
    """A reading as events keep it."""
    return {
        name: [[place.part, place.phrase] for place in getattr(reading, name)] for name in _PLACES
    }


def stored_reading(body: dict[str, Json]) -> Reading | None:
    """The reading that `told_reading` put into an event's body; None where it has none."""
    told = body.get("reading")
    if not isinstance(told, dict):
        return None
    return Reading(*(tuple(_places(told.get(name))) for name in _PLACES))


def _places(told: Json) -> Iterator[Place]:
    for place in told if isinstance(told, list) else ():
        if isinstance(place, list):
            part, phrase = (int(str(number)) for number in place)
            yield Place(part, phrase)


def _showings(text: Text, events: Sequence[Event]) -> Iterator[Showing]:
    for at, event in enumerate(events):
        if event.kind != EventKind.STEP_PRESENTED:
            continue
        where = place_in(event)
        if where.text_sha256 == text.sha256:
            yield Showing(
                part=where.part,
                phrase=where.phrase,
                seconds=_seconds(event, events[at + 1 :]),
                visible=bool(body_of(event).get("visible")),
            )


def _seconds(event: Event, following: Sequence[Event]) -> float:
    """How long a step stood: until the same opening of the file painted something else.

    Where that opening ended without a word, the record does not know how long the screen went
    on: nothing is claimed for it.
    """
    for after in following:
        if after.writer == event.writer:
            return max(0.0, (_painted(after) - _painted(event)) / 1e9)
    return 0.0


def _painted(event: Event) -> int:
    """The monotonic moment of the paint: a full disk may have kept the event waiting."""
    late = body_of(event).get("late_ms", 0)
    return event.mono - (late * 1_000_000 if isinstance(late, int) else 0)
