"""Whether an archive's folder is what was made then."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ceremony_app.domain import wording
from ceremony_app.domain.archive import (
    BY_EVENT,
    EVENTS,
    LEFT_BY_SYSTEMS,
    MANIFEST,
    Manifest,
    read_manifest,
)
from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.services.archive_events import EventsRead, read_events
from ceremony_app.services.archive_page import moment_in_words
from ceremony_app.services.document_words import ARCHIVE
from ceremony_app.services.operators import readable
from ceremony_app.services.record import digits_of
from ceremony_app.storage.ceremony_file import SUFFIX, CeremonyFile
from ceremony_app.storage.journal import Journal

Report = Callable[[int, int], None]

_PIECE = 1 << 20


def unwatched(_done: int, _total: int) -> None:
    """For work that nobody watches."""


@dataclass(slots=True)
class FolderFound:
    """What a check of a folder found.

    `manifest` is None where it cannot be trusted at all. `head` is the seal that the events were
    held against, as papers print it, `since` how many events came after it. `known` says whether
    the record knows this very manifest; None where no record was asked.
    """

    manifest: Manifest | None = None
    files: int = 0
    events: int = 0
    head: str = ""
    since: int = 0
    known: bool | None = None
    problems: list[Message] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def made(self) -> str:
        """When the archive was made, as people read it."""
        return moment_in_words(self.manifest.made) if self.manifest else ""


def check_folder(
    folder: Path,
    head: str = "",
    record: CeremonyFile | None = None,
    report: Report = unwatched,
) -> FolderFound:
    """Hold every file against the manifest, the events against one another and their seal.

    `head` is what somebody read from signed minutes, 32 hex digits; `record` is the file that
    the archive was made from, where it is at hand. Raises FileTrouble where the folder is no
    archive or cannot be read, Refused where `head` is none.
    """
    found, wanted = FolderFound(), digits_of(head)
    raw = _read(folder / MANIFEST)
    try:
        found.manifest = read_manifest(raw)
    except ValueError:
        found.problems.append(message("export.problem.changed", file=MANIFEST))
    if found.manifest is not None:
        found.problems += _against_manifest(folder, found.manifest, report)
        found.files = len(found.manifest.files) + 1
    if (folder / EVENTS).is_file():
        events = read_events(folder / EVENTS, report)
        found.events = events.events
        found.problems += events.problems
        _against_events(found, events, wanted)
    if record is not None:
        _against_record(found, record, sha256(raw).hexdigest())
    return found


def digest_of(path: Path) -> str:
    """The SHA-256 of a file; raises FileTrouble where it cannot be read, or is a ceremony's.

    No ceremony's file lies in an archive, and opening one here and closing it would take the
    locks of a window that has it open (decision 0015).
    """
    if SUFFIX in path.name:
        raise FileTrouble("export.unreadable", file=path.name)
    digest = sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise FileTrouble("export.unreadable", file=path.name) from error
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileTrouble("export.no_archive", folder=path.parent.name) from error
    except OSError as error:
        raise FileTrouble("export.unreadable", file=path.name) from error


def _against_manifest(folder: Path, manifest: Manifest, report: Report) -> Iterator[Message]:
    there = set(_files_in(folder))
    for done, one in enumerate(manifest.files):
        report(done, len(manifest.files))
        path = folder / one.path
        if one.path not in there:
            yield message("export.problem.missing", file=one.path)
        elif path.stat().st_size != one.size or digest_of(path) != one.sha256:
            yield message("export.problem.changed", file=one.path)
    for name in sorted(there - {one.path for one in manifest.files} - {MANIFEST}):
        yield message("export.problem.added", file=name)


def _files_in(folder: Path) -> Iterator[str]:
    def failed(error: OSError) -> None:
        raise FileTrouble("export.unreadable", file=Path(error.filename).name) from error

    for place, _folders, names in os.walk(folder, onerror=failed):
        for name in set(names) - LEFT_BY_SYSTEMS:
            yield (Path(place) / name).relative_to(folder).as_posix()


def _against_events(found: FolderFound, events: EventsRead, wanted: str) -> None:
    kept = found.manifest.head if found.manifest else ""
    if wanted and events.sealed(wanted) is None:
        found.problems.append(message("export.problem.no_such_head", head=wanted))
    if kept and events.sealed(kept) is None:
        found.problems.append(message("export.problem.no_seal", file=EVENTS))
    if seal := events.sealed(wanted or kept):
        found.head = wording.grouped_head((wanted or kept)[:32])
        found.since = events.since(seal)
    for one in found.manifest.files if found.manifest else ():
        _, body = events.documents.get(one.event, (None, {}))
        if (one.event or one.part in BY_EVENT) and body.get("sha256") != one.sha256:
            found.problems.append(message("export.problem.not_recorded", file=one.path))


def _against_record(found: FolderFound, record: CeremonyFile, digest: str) -> None:
    """The record tells of each archive's manifest; see `Archive.write`."""
    made = map(readable, Journal(record).of_kind(EventKind.DOCUMENT_MADE))
    found.known = any((one.get("kind"), one.get("sha256")) == (ARCHIVE, digest) for one in made)
    if not found.known:
        found.problems.append(message("export.problem.not_of_record", file=record.path.name))
