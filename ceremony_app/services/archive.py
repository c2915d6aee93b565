"""The office's archive of a ceremony: one folder with everything, and a manifest of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.domain import wording
from ceremony_app.domain.archive import (
    EVENTS,
    MANIFEST,
    PAGE,
    Filed,
    Manifest,
    Part,
    spelled,
    spelled_event,
)
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message
from ceremony_app.domain.papers import Made
from ceremony_app.services.archive_folder import NewFolder, new_folder
from ceremony_app.services.archive_page import archive_page
from ceremony_app.services.archive_papers import ArchivePapers, Step
from ceremony_app.services.archive_scans import brought_along
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.document_facts import DocumentFacts
from ceremony_app.services.document_words import ARCHIVE
from ceremony_app.services.facts import Choice
from ceremony_app.services.operators import readable
from ceremony_app.services.paperwork import Paperwork
from ceremony_app.services.record import Record
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import known_troubles
from ceremony_app.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Archived:
    """A folder that was written: where, how many files, under which seal (as papers print it),
    and why papers that an office might expect could not be made."""

    folder: Path
    files: int
    head: str
    left_out: tuple[Message, ...]


class Archive:
    """Writes the archive of one open file.

    The papers are made anew from the facts as they are, under the numbers that they were last
    given, and each is an event, as every paper is. The record learns of them once all but the
    minutes are there and nobody can cancel any more: an archive that was given up leaves no trace.
    """

    def __init__(self, file: CeremonyFile, stationery: Stationery) -> None:
        self._file = file
        self._papers = ArchivePapers(file, stationery)
        self._work = Paperwork(file, stationery)
        self._attachments = Attachments(file)
        self._words = stationery.words

    def write(self, target: Path, report: Report = unreported) -> Archived:
        """Write the folder, whole or not at all; `report` is told of files and may raise, until
        it was told of all: the minutes and the events follow, which takes a moment.

        Raises FileTrouble where `target` holds something already, and DiskTrouble.
        """
        steps, copied = list(self._papers.steps()), list(brought_along(self._file, self._words))
        progress = _Progress(report, len(steps) + len(copied))
        with new_folder(target) as folder:
            left_out = tuple(_make_papers(folder, steps, progress))
            for one in copied:
                data = self._attachments.content(one.attachment)
                folder.keep(one.path, data, one.part, one.event)
                progress.move_on()
            for step in self._papers.minutes():
                _make(folder, step, unreported)
            # Read first: another window may seal while the events are written.
            head = self._sealed_head()
            with known_troubles(self._file.path):
                events = map(spelled_event, Journal(self._file).everything())
                folder.stream(EVENTS, events, Part.EVENTS)
            manifest = self._manifest(folder, head)
            numbers = {one.event: one.number for one in DocumentFacts(self._file).all}
            page = archive_page(self._work.stationery, manifest, left_out, numbers)
            folder.keep(PAGE, page, Part.PAGE)
            manifest = replace(manifest, files=_sorted([*manifest.files, folder.filed[-1]]))
            self._keep_manifest(folder, manifest)
        return Archived(
            target, len(manifest.files) + 1, wording.grouped_head(manifest.head), left_out
        )

    def _manifest(self, folder: NewFolder, head: str) -> Manifest:
        made = {}
        for event in Journal(self._file).of_kind(EventKind.DOCUMENT_MADE):
            made[str(readable(event).get("sha256"))] = event.name
        files = [replace(one, event=made[one.sha256]) if one.kind else one for one in folder.filed]
        details = self._work.facts.details
        return Manifest(
            title=self._work.stationery.marked(details.title),
            date=details.date,
            made=local_text(self._file.opener.opening.clock.now(), details.zone),
            ceremony=self._file.path.name,
            head=head,
            files=_sorted(files),
        )

    def _sealed_head(self) -> str:
        if Record(self._file).is_rehearsal:
            return ""
        return Journal(self._file).sealed_head().replace(" ", "")

    def _keep_manifest(self, folder: NewFolder, manifest: Manifest) -> None:
        """The record learns the manifest's hash, and so knows this folder from any other."""
        data = spelled(manifest)
        folder.keep(MANIFEST, data, Part.PAGE)
        made = Made(len(manifest.files), folder.filed[-1].sha256)
        choice = Choice(Sessions(self._file).main())
        self._work.record(self._work.begin(), ARCHIVE, made, choice)


@dataclass(slots=True)
class _Progress:
    """How far the folder is, counted in files."""

    report: Report
    total: int
    done: int = 0

    def move_on(self) -> None:
        self.done += 1
        self.report(self.done, self.total)

    def stay(self, _sheets: int, _of: int) -> None:
        """Progress within one file: it moves nothing on, and may still end the work."""
        self.report(self.done, self.total)


def _make_papers(
    folder: NewFolder, steps: Sequence[Step], progress: "_Progress"
) -> Iterator[Message]:
    """Make the papers; yields why one could not be made."""
    for step in steps:
        try:
            _make(folder, step, progress.stay)
        except Refused as error:
            yield error.message
        progress.move_on()


def _make(folder: NewFolder, step: Step, report: Report) -> None:
    made = step.make(folder.place(step.path), report)
    folder.note(step.path, made.sha256, step.part, step.kind)


def _sorted(files: list[Filed]) -> tuple[Filed, ...]:
    return tuple(sorted(files, key=lambda one: one.path))
