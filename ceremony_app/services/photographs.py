"""Photographs of the ceremony: brought in, captioned, put in order, for a paper of their own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.statuses import plain_reason
from ceremony_app.storage.attachments import AttachmentStore
from ceremony_app.storage.ceremony_file import CeremonyFile


class Photographs:
    """The photographs of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._store = AttachmentStore(file)
        self._attachments = Attachments(file)

    def all(self) -> list[Attachment]:
        """In the order in which they are shown."""
        found = self._attachments.all(AttachmentKind.PHOTOGRAPH)
        return sorted(found, key=lambda one: one.place)

    def content(self, photograph: Attachment) -> bytes:
        """Its bytes as PNG or JPEG; raises Refused where it was erased."""
        return self._store.content(photograph.id)

    def add(self, path: Path, caption: str = "") -> Attachment:
        """Bring one in, after the others; the same one again changes nothing. Raises
        FileTrouble where it cannot be read, Refused where it is no picture."""
        return self._attachments.add_photograph(path, caption)

    def describe(self, photograph: Attachment, caption: str) -> Attachment:
        """Put other words below it."""
        changed = replace(photograph, caption=" ".join(caption.split()))
        if changed != photograph:
            self._rewrite([changed])
        return changed

    def move(self, photograph: Attachment, by: int) -> None:
        """Show it so many places later, or earlier where `by` is negative, as far as there are."""
        order = [one for one in self.all() if one.id != photograph.id]
        at = next(i for i, one in enumerate(self.all()) if one.id == photograph.id)
        order.insert(max(0, min(len(order), at + by)), photograph)
        placed = [replace(one, place=place) for place, one in enumerate(order, start=1)]
        self._rewrite([new for new, old in zip(placed, order, strict=True) if new != old])

    def take_out(self, photograph: Attachment, reason: str) -> None:
        """Leave it out of the paper and the archive; raises Refused without a reason."""
        self._store.take_out(photograph.id, plain_reason(reason))

    def numbered(self, number: int) -> Attachment:
        """By its number in the list, from 1; raises Refused where there is none."""
        shown = self.all()
        if not 1 <= number <= len(shown):
            raise Refused("photographs.no_such", number=number)
        return shown[number - 1]

    def _rewrite(self, changed: Sequence[Attachment]) -> None:
        if changed:
            with self._file.transaction():
                for one in changed:
                    self._store.write(EventKind.ATTACHMENT_CHANGED, one)
