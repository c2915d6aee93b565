"""Where a single document comes from: looked for by its SHA-256 in archives and records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremony_app.domain.archive import BY_EVENT, EVENTS, MANIFEST, Filed, read_manifest
from ceremony_app.domain.errors import FileTrouble, KnownError
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.services.archive_check import digest_of, unwatched
from ceremony_app.services.archive_events import read_events
from ceremony_app.services.archive_page import moment_in_words
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.document_words import document_words
from ceremony_app.services.operators import readable
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import SUFFIX, CeremonyFile
from ceremony_app.storage.journal import Journal

_PARENTS = 3
"""A paper lies in a folder of its archive, at most one deeper."""

Read = Callable[[Path], CeremonyFile]


@dataclass(slots=True)
class PaperFound:
    """What is known of one document.

    `place` is the archive or the record that knows it, empty where none does; `what` its name
    among documents, `at` the local moment of its making, `event` the event that tells of it.
    `problems` speak against what is said of it.
    """

    sha256: str
    place: str = ""
    what: Message | None = None
    at: str = ""
    event: str = ""
    problems: list[Message] = field(default_factory=list)

    @property
    def known(self) -> bool:
        return bool(self.place)

    @property
    def ok(self) -> bool:
        return self.known and not self.problems

    @property
    def made(self) -> str:
        """The moment as people read it; empty where it is not known."""
        return moment_in_words(self.at) if self.at else ""


def check_paper(paper: Path, read: Read, record: Path | None = None) -> PaperFound:
    """Look for a document in the archive that it lies in, and in a record: the one given, else
    those lying beside it. `read` opens a ceremony only to look.

    Raises FileTrouble where the document, or the record that was given, cannot be read.
    """
    found = PaperFound(digest_of(paper))
    for folder in list(paper.resolve().parents)[:_PARENTS]:
        if record is None and (folder / MANIFEST).is_file():
            _look_in_archive(found, paper.resolve(), folder)
            if found.known:
                return found
    for path in _records(paper, record):
        try:
            with read(path) as file:
                _look_in_record(found, file)
        except KnownError as error:
            if record is not None:
                raise
            found.problems.append(error.message)
        if found.known:
            return found
    return found


def _records(paper: Path, record: Path | None) -> Iterable[Path]:
    return [record] if record else sorted(paper.resolve().parent.glob(f"*{SUFFIX}"))


def _look_in_archive(found: PaperFound, paper: Path, folder: Path) -> None:
    try:
        manifest = read_manifest((folder / MANIFEST).read_bytes())
    except ValueError:
        found.problems.append(message("export.problem.changed", file=MANIFEST))
        return
    except OSError as error:
        raise FileTrouble("export.unreadable", file=MANIFEST) from error
    # By its place first: the same bytes may lie in it twice.
    there = [one for one in manifest.files if one.sha256 == found.sha256]
    there.sort(key=lambda one: (folder / one.path).resolve() != paper)
    if not there:
        named = any((folder / one.path).resolve() == paper for one in manifest.files)
        if named:
            name = paper.relative_to(folder).as_posix()
            found.problems.append(message("export.problem.changed", file=name))
        return
    found.place, one = folder.name, there[0]
    found.at, found.event = manifest.made, one.event
    found.what = document_words(one.kind) if one.kind else message("export.paper.filed")
    if one.event or one.part in BY_EVENT:
        _hold_against_events(found, folder / EVENTS, one)


def _hold_against_events(found: PaperFound, events: Path, one: Filed) -> None:
    if not events.is_file():
        found.problems.append(message("export.problem.missing", file=EVENTS))
        return
    read = read_events(events, unwatched)
    found.problems += read.problems
    event, body = read.documents.get(one.event, (None, {}))
    if event is None or body.get("sha256") != found.sha256:
        found.problems.append(message("export.problem.not_recorded", file=one.path))
    else:
        found.at, found.what = event.local, _name_of(body)


def _look_in_record(found: PaperFound, file: CeremonyFile) -> None:
    for event, body in _documents(file):
        if body.get("sha256") == found.sha256:
            found.what = _name_of(body)
            found.at, found.event, found.place = event.local, event.name, file.path.name
    for one in Attachments(file).all():
        if not found.known and found.sha256 in (one.sha256, one.original):
            found.what = message("export.paper.attached", file=one.name)
            found.place = file.path.name
    if found.known:
        found.problems += Record(file).verify().problems


def _name_of(body: Mapping[str, Any]) -> Message:
    return document_words(str(body.get("kind", "")), draft=bool(body.get("draft")))


def _documents(file: CeremonyFile) -> Iterator[tuple[Event, dict[str, Any]]]:
    for event in Journal(file).of_kind(EventKind.DOCUMENT_MADE):
        yield event, dict(readable(event))
