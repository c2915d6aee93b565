"""Seals that still stand: the head of one is printed again while nothing was added to it."""

from ceremony_app.domain.events import Event, EventKind, printed_head
from ceremony_app.services.operators import readable
from ceremony_app.services.record import Record, Seal
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of

_ADDS_NOTHING = frozenset(
    kind.value
    for kind in (
        EventKind.FILE_OPENED,
        EventKind.DOCUMENT_MADE,
        EventKind.DOCUMENT_SIGNED,
        EventKind.NUMBER_GIVEN,
        EventKind.ATTACHED,
        EventKind.ATTACHMENT_CHANGED,
        EventKind.SHEET_MATCHED,
        EventKind.SIGN_REFUSED,
        EventKind.LOCK_SET,
        EventKind.LOCK_OPENED,
        EventKind.LOCK_REFUSED,
        EventKind.COPY_MERGED,
        EventKind.SEALED,
    )
)
"""Events after a seal that the minutes under it state nothing of: the day's papers are made,
signed, scanned and brought back, and the head stays the one that was signed. What a copy brought
home is looked at event by event."""


class Seals:
    """Reads and makes the seals of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._record = Record(file)
        self._journal = Journal(file)

    def current(self) -> Seal:
        """The latest seal, where nothing that minutes state was added since; else a new one.

        A rehearsal's is empty: the seals in it are those of the record that it was copied from.
        """
        return self.standing() or self._record.seal()

    def standing(self, head: str = "") -> Seal | None:
        """A seal by its head as papers print it, or the latest, where nothing that minutes state
        was added since; None where something was, and in a rehearsal."""
        if self._record.is_rehearsal:
            return None
        sealed = self._journal.of_kind(EventKind.SEALED)
        found = [event for event in sealed if head in ("", printed_head(event.hash))]
        if not found or self._added_since(found[-1]):
            return None
        return Seal(printed_head(found[-1].hash), int(str(body_of(found[-1])["events"])))

    def _added_since(self, seal: Event) -> bool:
        heads = body_of(seal)["heads"]
        assert isinstance(heads, dict)  # noqa: S101 - written so by Record.seal
        known = {writer: int(str(at[0])) for writer, at in heads.items() if isinstance(at, list)}
        later = self._journal.after(known | {seal.writer: seal.seq})
        return not all(self._adds_nothing(event) for event in later)

    def _adds_nothing(self, event: Event) -> bool:
        of = readable(event).get("of") if event.kind == EventKind.UNDO else None
        if not isinstance(of, list) or len(of) != 2:
            return event.kind in _ADDS_NOTHING
        undone = self._journal.numbered(str(of[1]), str(of[0]))
        return all(one.kind in _ADDS_NOTHING for one in undone)
