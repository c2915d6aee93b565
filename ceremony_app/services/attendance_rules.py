"""The rules that an office sets for its attendance: late from when, and which quorum."""

from dataclasses import replace

from ceremony_app.domain.attendance import Quorum
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.template_keys import read_time
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile


class AttendanceRules:
    """Sets the rules of one open file; each change is an event, and nothing else changes."""

    def __init__(self, file: CeremonyFile) -> None:
        self._preparation = Preparation(file)

    def set_late_from(self, session: Session, time: str) -> str:
        """From when arrivals in a session are late: "8.30" or "08:30", empty for never.

        Answers HH:MM. Raises Refused where it is no time of day.
        """
        since, details = read_time(time.strip()), self._preparation.details()
        if since != details.late_from.get(session.id, ""):
            times = {of: kept for of, kept in details.late_from.items() if of != session.id}
            if since:
                times[session.id] = since
            self._preparation.change_details(replace(details, late_from=times))
        return since

    def set_quorum(self, quorum: Quorum) -> None:
        """How much of the roster has to be there."""
        details = self._preparation.details()
        if quorum is not details.quorum:
            self._preparation.change_details(replace(details, quorum=quorum))
