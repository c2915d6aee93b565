"""Changes of the programme on their way into the file, and back out of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import KnownError, Refused
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.programme import Programme
from ceremony_app.domain.texts import Text
from ceremony_app.services.attachments import Attachments
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter
from ceremony_app.ui_kit.tools import Tools

Change = Callable[[Programme], Programme]


@dataclass(frozen=True, slots=True)
class KeptProgramme:
    """What the file has: details with the programme, texts, attachments, and the bytes of the
    pictures that the programme and the look show."""

    details: Details
    texts: tuple[Text, ...]
    attachments: tuple[Attachment, ...]
    pictures: dict[str, bytes]

    def named(self, kind: AttachmentKind) -> list[tuple[str, str]]:
        """Attachments of a kind, as (id, name)."""
        return [(one.id, one.name) for one in self.attachments if one.kind is kind]


@dataclass(frozen=True, slots=True)
class _Done:
    """A change as it can be taken back: only while the programme is still what it made."""

    before: Programme
    after: Programme


class ProgrammeDesk(QObject):
    """Each change is kept at once and can be taken back, in the order in which they came.

    `kept` carries the file's programme after reading and after each change, `chosen` the id of
    the item that a change was about; `refused` says that the list should be read again.
    """

    kept = Signal(object)
    chosen = Signal(str)
    undo_changed = Signal()
    brought = Signal(object, object)

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._tools = tools
        self._desk = desk
        self._done: list[_Done] = []
        self._telling = False

    @property
    def is_telling(self) -> bool:
        """Whether others are being told of a change that was made here."""
        return self._telling

    @property
    def can_undo(self) -> bool:
        """Whether a change made here can be taken back."""
        return bool(self._done)

    def read(self) -> None:
        """Read the programme again."""
        self._desk.ask(_read, self.kept.emit)

    def change(self, change: Change, cue: str = "", said: Message | None = None) -> None:
        """Keep a changed programme; `cue` is the item to be chosen afterwards."""

        def work(services: Services) -> tuple[_Done, KeptProgramme]:
            before = services.preparation.details().programme
            try:
                after = change(before)
            except LookupError as error:
                raise Refused("programme.gone") from error
            if after != before:
                services.preparation.change_programme(after)
            return _Done(before, after), _read(services)

        def changed(found: tuple[_Done, KeptProgramme]) -> None:
            done, kept = found
            if done.before != done.after:
                self._done.append(done)
                self._show(kept, cue, said)

        self._desk.ask(work, changed, self._refused)

    def undo(self) -> None:
        """Take the latest change back, unless somebody changed the programme after it."""
        if not self._done:
            return
        latest = self._done.pop()

        def work(services: Services) -> KeptProgramme:
            if services.preparation.details().programme != latest.after:
                raise Refused("programme.changed_since")
            services.preparation.change_programme(latest.before)
            return _read(services)

        self._desk.ask(
            work,
            lambda kept: self._show(kept, _different(latest), message("programme.undone")),
            self._refused,
        )
        self.undo_changed.emit()

    def bring(self, kind: AttachmentKind, path: Path) -> None:
        """Bring a picture or a sound into the file, beside the door; `brought` carries it with
        the bytes of a picture."""

        def work(file: CeremonyFile, _: Reporter) -> tuple[Attachment, bytes]:
            attachments = Attachments(file)
            if kind is AttachmentKind.SOUND:
                return attachments.add_sound(path), b""
            added = attachments.add_picture(path)
            return added, attachments.content(added.id)

        self._desk.draw(work, lambda found: self.brought.emit(*found))

    def _show(self, kept: KeptProgramme, cue: str, said: Message | None) -> None:
        self.chosen.emit(cue)
        self.kept.emit(kept)
        if said is not None:
            self._tools.channel.done(said)
        self.undo_changed.emit()
        self._telling = True
        self._desk.details_changed.emit()
        self._telling = False

    def _refused(self, error: KnownError) -> None:
        self._tools.channel.refuse(error)
        self.read()


def _read(services: Services) -> KeptProgramme:
    details = services.preparation.details()
    return KeptProgramme(
        details,
        tuple(state.text for state in services.preparation.texts()),
        tuple(services.attachments.all()),
        services.attachments.pictures(details),
    )


def _different(done: _Done) -> str:
    """The item that a change was about, where it is there again after taking it back."""
    after = {cue.id: cue for cue in done.after}
    for cue in done.before:
        if after.get(cue.id) != cue:
            return cue.id
    return ""
