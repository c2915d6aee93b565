"""A text that was read from paper, without a screen: in the yard, at a guard post.

The record then names reader, text and time, and claims nothing about every phrase.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from ceremony_app.domain.clock import local_text
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.sessions import Session
from ceremony_app.services.preparation import TextState
from ceremony_app.services.readings import Readings
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry

_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


class PaperReading:
    """Records readings from paper in one session of an open file."""

    def __init__(self, file: CeremonyFile, session: Session) -> None:
        self._file = file
        self._session = session

    def record(self, state: TextState, reader: str, at: str = "") -> Event:
        """Record that a text was read from paper, and who was there for it has pledged.

        `at` is HH:MM of today in the ceremony's zone, when the reading began; empty for now.
        Those count as there who had arrived by then. Raises Refused where nobody is named, the
        text is not approved, or was completed in this session already, where `at` is no time,
        has not come yet, or lies before the whole record.
        """
        text, reader = state.text, " ".join(reader.split())
        if not reader:
            raise Refused("paper_reading.no_reader", title=text.title)
        if not state.approved:
            raise Refused("paper_reading.not_approved", title=text.title)
        if Readings(self._file, self._session.id).completions(text):
            raise Refused("stage.completed_already", title=text.title)
        now = self._file.opener.opening.clock.now()
        earlier = self._earlier(at, now)
        note = Item.note(reader)
        with self._file.transaction():
            frozen = self._last_by(earlier) if earlier else self._freeze(text.id)
            body: dict[str, Json] = {
                "at": local_text(earlier or now, self._file.writer.zone),
                "frozen": [frozen.writer, frozen.seq],
                "how": Completion.ON_PAPER.value,
                "reader": note.id,
                "text": text.id,
                "text_sha256": text.sha256,
            }
            entry = Entry(EventKind.TEXT_COMPLETED, body, session=self._session.id)
            return self._file.append(entry, Brought(items=(note,)))

    def _earlier(self, at: str, now: datetime) -> datetime | None:
        """The beginning of the minute that was typed; None where that minute is this one."""
        if not at:
            return None
        found = _TIME.fullmatch(at.strip())
        if found is None:
            raise Refused("paper_reading.bad_time", value=at)
        minute = now.astimezone(ZoneInfo(self._file.writer.zone.tz)).replace(
            second=0, microsecond=0
        )
        begun = minute.replace(hour=int(found[1]), minute=int(found[2]))
        if begun > minute:
            raise Refused("paper_reading.not_yet", time=at)
        return begun if begun < minute else None

    def _freeze(self, text: str) -> Event:
        body: dict[str, Json] = {"how": Completion.ON_PAPER.value, "text": text}
        entry = Entry(EventKind.ATTENDANCE_FROZEN, body, session=self._session.id)
        return self._file.append(entry)

    def _last_by(self, moment: datetime) -> Event:
        """The last event before a moment: whoever had arrived by then came before it, or with
        it."""
        last = Journal(self._file).last_by(int(moment.timestamp() * 1_000_000))
        if last is None:
            local = local_text(moment, self._file.writer.zone)
            raise Refused("paper_reading.before_record", time=local[11:16])
        return last
