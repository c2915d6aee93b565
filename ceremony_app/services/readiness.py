"""Whether a ceremony is ready, as far as its file can tell; screens and printers are not here."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ceremony_app.domain.blanks import blanks
from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.clock import Clock, moment_of, utc_text
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import message
from ceremony_app.domain.mistakes import Mistake, Topic
from ceremony_app.domain.wording import moment_words
from ceremony_app.services.paper_mistakes import paper_mistakes
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.backup import BackupFolder
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.people import People

FRESH = timedelta(hours=1)
"""A backup younger than this needs no remark."""


class Readiness:
    """Looks at one open file."""

    def __init__(self, file: CeremonyFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def checks(self) -> list[Check]:
        """Details, laws, texts, papers, roster, badges, backup, clock, in the order of the day."""
        found = paper_mistakes(self._file)
        return [
            self._details(),
            *self._laws(found),
            self._texts(found),
            self._papers(found),
            self._roster(),
            self._badges(),
            self._backup(),
            self._clock_check(),
        ]

    def _details(self) -> Check:
        preparation = Preparation(self._file)
        texts = [state.text for state in preparation.texts()]
        open_ones = [one for one in blanks(preparation.details(), texts) if not one.optional]
        title = message("readiness.details.title")
        if not open_ones:
            return Check("details", State.OK, title, message("readiness.details.ok"))
        says = message("readiness.details.blank", count=len(open_ones), first=open_ones[0].what)
        return Check("details", State.WARN, title, says, message("readiness.details.remedy"))

    @staticmethod
    def _laws(found: Iterable[Mistake]) -> Iterator[Check]:
        title, remedy = message("readiness.law.title"), message("readiness.law.remedy")
        for mistake in found:
            if mistake.topic is Topic.LAW:
                yield Check("law", State.WARN, title, mistake.says, remedy)

    @staticmethod
    def _texts(found: Iterable[Mistake]) -> Check:
        title = message("readiness.text.title")
        waiting = [one for one in found if one.topic is Topic.TEXT and not one.optional]
        if not waiting:
            return Check("text", State.OK, title, message("readiness.text.ok"))
        says = message("readiness.text.waiting", count=len(waiting), first=waiting[0].about)
        return Check("text", State.FAIL, title, says, message("readiness.text.remedy"))

    @staticmethod
    def _papers(found: Iterable[Mistake]) -> Check:
        """What else would print a paper as a draft."""
        title = message("readiness.papers.title")
        topics = (Topic.DETAILS, Topic.PACT, Topic.SIGNER)
        wrong = [one for one in found if one.topic in topics and one.papers and not one.optional]
        if not wrong:
            return Check("papers", State.OK, title, message("readiness.papers.ok"))
        says = message("readiness.papers.wrong", count=len(wrong), first=wrong[0].told)
        return Check("papers", State.WARN, title, says, message("readiness.papers.remedy"))

    def _roster(self) -> Check:
        title, count = message("readiness.roster.title"), People(self._file).count()
        if count:
            return Check("roster", State.OK, title, message("readiness.roster.ok", count=count))
        says, remedy = message("readiness.roster.empty"), message("readiness.roster.remedy")
        return Check("roster", State.FAIL, title, says, remedy)

    def _badges(self) -> Check:
        title, remedy = message("readiness.badges.title"), message("readiness.badges.remedy")
        printed = any(
            body_of(event)["kind"] == "badges"
            for event in Journal(self._file).of_kind(EventKind.DOCUMENT_MADE)
        )
        if printed:
            return Check("badges", State.OK, title, message("readiness.badges.ok"))
        return Check("badges", State.WARN, title, message("readiness.badges.none"), remedy)

    def _backup(self) -> Check:
        title, remedy = message("readiness.backup.title"), message("readiness.backup.remedy")
        backups = BackupFolder.beside(self._file.path).all()
        if not backups:
            return Check("backup", State.WARN, title, message("readiness.backup.none"), remedy)
        if self._clock.now() - backups[0].at > FRESH:
            says = message("readiness.backup.old", name=backups[0].path.name)
            return Check("backup", State.WARN, title, says, remedy)
        says = message("readiness.backup.ok", count=len(backups))
        return Check("backup", State.OK, title, says)

    def _clock_check(self) -> Check:
        """A flat clock battery shows as a time before the file was made."""
        title, now = message("readiness.clock.title"), self._clock.now()
        made = Journal(self._file).of_kind(EventKind.CEREMONY_MADE)
        behind = bool(made) and now < moment_of(made[0].utc)
        # In the ceremony's zone: a laptop from elsewhere would show an hour that nobody expects.
        shown = moment_words(utc_text(now), Preparation(self._file).details().zone)
        if behind:
            says = message("readiness.clock.behind", now=shown)
            return Check("clock", State.FAIL, title, says, message("readiness.clock.remedy"))
        return Check("clock", State.OK, title, message("readiness.clock.ok", now=shown))
