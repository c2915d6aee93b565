"""The record as a whole: summed up, sealed, verified, copied, merged, erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.events import EventKind, Json, printed_head
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import Person
from ceremony_app.services.hall_record import HallRecord
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.attendance import Attendance, DivisionCount
from ceremony_app.storage.backup import BackupFolder
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.containment import holds_all_of
from ceremony_app.storage.copies import copy_file, copy_to, put_in_place, restore
from ceremony_app.storage.erase import Erasure, erase_everyone, erase_persons
from ceremony_app.storage.header import read_header
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.merge import Difference, compare, take_in
from ceremony_app.storage.mirror import MirrorPlace, restore_mirror
from ceremony_app.storage.people import People
from ceremony_app.storage.rehearsals import begun_rehearsals, is_rehearsal
from ceremony_app.storage.verify import Report, Verification, verify
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session and how many came to it."""

    number: int
    name: str
    open: bool
    present: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a file holds, at a glance; counts are of the session that was asked for.

    `head` is the latest sealed head as papers print it, empty while nothing was sealed.
    """

    template: str
    title: str
    date: str
    place: str
    zone: str
    people: int
    present: int
    pledged: int
    signed: int
    divisions: tuple[DivisionCount, ...]
    sessions: tuple[SessionSummary, ...]
    events: int
    head: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A sealed record: the head that papers print, and the number of events under it."""

    head: str
    events: int


class Record:
    """The record of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def summary(self, session: str = "") -> Summary:
        """The counts of a session, by name or number; the main one by default."""
        details = Preparation(self._file).details()
        sessions, attendance = Sessions(self._file), Attendance(self._file)
        chosen = sessions.find(session)
        journal = Journal(self._file)
        return Summary(
            template=details.template,
            title=details.title,
            date=details.date,
            place=details.place,
            zone=details.zone.value,
            people=People(self._file).count(),
            present=attendance.present_count(chosen.id),
            pledged=attendance.pledged_count(chosen.id),
            signed=attendance.signed_count(),
            divisions=tuple(attendance.divisions(chosen.id)),
            sessions=tuple(
                SessionSummary(one.number, one.name, one.open, attendance.present_count(one.id))
                for one in sessions.all()
            ),
            events=journal.count(),
            head=journal.sealed_head(),
        )

    @property
    def is_rehearsal(self) -> bool:
        """Whether the file is a copy that was made for a rehearsal."""
        return bool(begun_rehearsals(self._file.connection))

    def seal(self) -> Seal:
        """Write the event whose hash stands on the minutes: it lists the end of every chain.

        A rehearsal is counted and not sealed: no paper of it bears a head.
        """
        if self.is_rehearsal:
            return Seal("", Journal(self._file).count())
        with self._file.transaction():
            # The first event of this opening comes before the heads are read, or the list
            # would leave out the very chain that the seal belongs to.
            self._file.writer.stamp()
            journal = Journal(self._file)
            heads: dict[str, Json] = {
                head.writer: [head.seq, head.hash.hex()] for head in journal.heads()
            }
            events = journal.count()
            sealed = self._file.append(Entry(EventKind.SEALED, {"events": events, "heads": heads}))
        return Seal(printed_head(sealed.hash), events)

    def verify(self, head: str = "", report: Report | None = None) -> Verification:
        """Check the record, and hold it against a head from signed minutes if one is given.

        Raises Refused for a head that is not 32 to 64 hex digits.
        """
        digits = digits_of(head)
        found = verify(self._file, digits, report) if report else verify(self._file, digits)
        if head and self.is_rehearsal:
            # It holds the sealed events of the record that it was copied from, and is not it.
            found.add(message("record.is_rehearsal"))
        return found

    def copy_into(self, folder: Path, at: datetime) -> Path:
        """A checked copy in another folder, a stick's for instance; answers where it is.

        A file that lies there already is left alone: it may have been used at another door
        since. The copy then has the time in its name. Raises DiskTrouble or FileTrouble.
        """
        path = self._file.path
        target = folder / path.name
        if target.exists():
            there = at.astimezone(ZoneInfo(Preparation(self._file).details().zone.tz))
            target = folder / f"{path.stem}-{there:%Y%m%d-%H%M%S}.ikrar"
        if target.exists():
            raise FileTrouble("storage.exists_already", file=target.name)
        copy_to(self._file.connection, target)
        return target

    def compare(self, other: Path) -> Difference:
        """What merging `other` would bring; raises as `merge` does."""
        self._refuse_itself(other)
        return compare(self._file, other)

    def merge(self, other: Path) -> Difference:
        """Take in what `other` has beyond this file; see `storage.merge.take_in`.

        Raises Refused where `other` is this very file, and while a text stands on the hall's
        screen: the copy may have changed it.
        """
        self._refuse_itself(other)
        if any(standing.text for standing in HallRecord(self._file).on_screen()):
            raise Refused("record.text_on_screen", file=other.name)
        return take_in(self._file, other)

    def erase(self, persons: Sequence[Person], reason: str) -> Erasure:
        """Destroy what is held of some people, and the backups beside the file, which hold it too.

        Raises Refused without a reason.
        """
        self._refuse_no_reason(reason)
        erasure = erase_persons(self._file, [person.id for person in persons], reason)
        BackupFolder.beside(self._file.path).delete_all()
        return erasure

    def erase_everyone(self, reason: str) -> Erasure:
        """Destroy all personal data of the file and the backups beside it."""
        self._refuse_no_reason(reason)
        erasure = erase_everyone(self._file, reason)
        BackupFolder.beside(self._file.path).delete_all()
        return erasure

    def _refuse_itself(self, other: Path) -> None:
        # Also because a file that this process has open must not be opened and closed by hand:
        # on POSIX that drops the locks which SQLite holds on it.
        if other.exists() and other.samefile(self._file.path):
            raise Refused("record.merges_itself", file=other.name)

    def _refuse_no_reason(self, reason: str) -> None:
        if not reason.strip():
            raise Refused("record.no_reason")


def digits_of(head: str) -> str:
    """A head as it was read from paper, without its blanks; empty where none was.

    Raises Refused for what is not 32 to 64 hex digits.
    """
    digits = "".join(head.split()).lower()
    if head and not (32 <= len(digits) <= 64 and set(digits) <= set("0123456789abcdef")):
        raise Refused("record.not_a_head", head=head)
    return digits


def backup(path: Path, destination: Path) -> Path:
    """A checked copy of a file, also while it is in use; into a folder, or under a new name.

    An older copy of the same ceremony is replaced. Raises FileTrouble where anything else
    stands there: another ceremony, a copy in which somebody has worked since, or the record
    itself, where `path` is a rehearsal of it.
    """
    target = destination / path.name if destination.is_dir() else destination
    if target.exists():
        if target.samefile(path):
            raise FileTrouble("record.same_file", file=path.name)
        if not holds_all_of(path, target) or is_rehearsal(path) != is_rehearsal(target):
            raise FileTrouble("record.would_be_lost", file=target.name)
    copy_file(path, target)
    return target


def bring_back(copy: Path, target: Path) -> Path | None:
    """Restore a file from a copy, or from a mirror's folder; what stood there is kept.

    Answers the name under which it is kept, or None. Raises Refused for a rehearsal's copy.
    """
    if not copy.is_dir():
        read_header(copy)
        if is_rehearsal(copy):
            raise Refused("record.restores_rehearsal", file=copy.name)
        return restore(copy, target)
    whole = target.with_name(target.name + ".mirrored")
    try:
        restore_mirror(MirrorPlace(copy), whole)
        return put_in_place(whole, target)
    finally:
        whole.unlink(missing_ok=True)
