"""Events: what the record is made of, their canonical form and their chain.

An event's name is (writer, seq). A writer is one opening of the file by one process, with a
gapless sequence and a hash chain of its own, so that two processes, a copied file or a
restored backup can never collide and merging rewrites nothing. Decisions 0011 to 0013 say why.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

GENESIS = b"\x00" * 32
"""What the first event of a writer names as its previous hash."""

SEPARATOR = "\x1f"
"""Stands between the fields under the hash; no field may contain it (see `has_control`)."""

_SPELLING = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class EventKind(StrEnum):
    """Everything that the record can say; the value is what is stored."""

    FILE_OPENED = "file_opened"
    CEREMONY_MADE = "ceremony_made"
    DETAILS_CHANGED = "details_changed"
    TEXT_ADDED = "text_added"
    TEXT_CHANGED = "text_changed"
    TEXT_APPROVED = "text_approved"
    TEXT_REOPENED = "text_reopened"
    ROSTER_IMPORTED = "roster_imported"
    PERSON_ADDED = "person_added"
    PERSON_CORRECTED = "person_corrected"
    PERSON_JOINED = "person_joined"
    BADGE_ISSUED = "badge_issued"
    BADGE_REVOKED = "badge_revoked"
    SESSION_ADDED = "session_added"
    SESSION_OPENED = "session_opened"
    SESSION_CLOSED = "session_closed"
    SCAN = "scan"
    MARK = "mark"
    UNDO = "undo"
    STEP_PRESENTED = "step_presented"
    HALL_CLOSED = "hall_closed"
    ATTENDANCE_FROZEN = "attendance_frozen"
    TEXT_COMPLETED = "text_completed"
    TEXT_LEFT = "text_left"
    PLEDGE_SET = "pledge_set"
    SIGNED = "signed"
    SIGNER_SUBSTITUTED = "signer_substituted"
    SIGNER_ABSENT = "signer_absent"
    SIGN_REFUSED = "sign_refused"
    WITNESS_PRESENT = "witness_present"
    DOCUMENT_MADE = "document_made"
    DOCUMENT_SIGNED = "document_signed"
    NUMBER_GIVEN = "number_given"
    ATTACHED = "attached"
    ATTACHMENT_CHANGED = "attachment_changed"
    SHEET_MATCHED = "sheet_matched"
    SEALED = "sealed"
    CLOCK_JUMPED = "clock_jumped"
    COPY_MERGED = "copy_merged"
    LOCK_SET = "lock_set"
    LOCK_OPENED = "lock_opened"
    LOCK_REFUSED = "lock_refused"
    ERASED = "erased"
    MIGRATED = "migrated"
    REHEARSAL_BEGUN = "rehearsal_begun"


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it is stored.

    `tick` orders events of all writers: the wall clock in microseconds, but never behind a
    tick that the writer had seen, so that it keeps the order of cause and effect even while
    the wall clock is set back. `utc`, `local`: see `ceremony_app.domain.clock`. `mono`:
    nanoseconds of the process's monotonic clock. `session`, `person`, `door` are empty where
    they do not apply. `body` is canonical JSON without names or id numbers.
    """

    writer: str
    seq: int
    tick: int
    utc: str
    local: str
    mono: int
    kind: str
    session: str
    person: str
    door: str
    body: str
    prev: bytes
    hash: bytes

    @property
    def name(self) -> str:
        """WRITER:SEQ, as answers, undo and reports name it."""
        return f"{self.writer}:{self.seq}"

    def computed_hash(self) -> bytes:
        return event_hash(
            self.writer,
            self.seq,
            self.tick,
            self.utc,
            self.local,
            self.mono,
            self.kind,
            self.session,
            self.person,
            self.door,
            self.body,
            self.prev,
        )


def canonical(body: Mapping[str, Json]) -> str:
    """The one spelling of a body: sorted keys, no blanks, UTF-8, no NaN."""
    return _SPELLING.encode(body)


def event_hash(
    writer: str,
    seq: int,
    tick: int,
    utc: str,
    local: str,
    mono: int,
    kind: str,
    session: str,
    person: str,
    door: str,
    body: str,
    prev: bytes,
) -> bytes:
    """SHA-256 over all fields of an event, the previous hash last.

    Fields are joined by a control character that none of them can contain, so that no two
    events have the same joined form.
    """
    fields = (
        f"{writer}\x1f{seq}\x1f{tick}\x1f{utc}\x1f{local}\x1f{mono}\x1f{kind}\x1f{session}"
        f"\x1f{person}\x1f{door}\x1f{body}\x1f"
    )
    return sha256(fields.encode() + prev).digest()


def row_hash(salt: bytes, fields: tuple[str, ...]) -> bytes:
    """SHA-256 of a row outside the chain, over its random salt and its fields.

    The salt is destroyed with the fields on erasure; without it a NIP, whose parts are known,
    could be guessed from the hash. Raises ValueError where a field holds the separator: two
    different rows could then have the same joined form.
    """
    joined = SEPARATOR.join(fields)
    if joined.count(SEPARATOR) != len(fields) - 1:
        raise ValueError("the separator stands in a field of a row")
    return sha256(salt + joined.encode()).digest()


def row_hashes(salts: Sequence[bytes], columns: Sequence[Iterable[str]]) -> list[bytes]:
    """`row_hash` of many rows at once, given by their columns: a roster has a hundred thousand."""
    joined = list(map(SEPARATOR.join, zip(*columns, strict=True)))
    # No row has fewer than its own, so their sum is right only where each one's number is.
    if "".join(joined).count(SEPARATOR) != (len(columns) - 1) * len(joined):
        raise ValueError("the separator stands in a field of a row")
    return [sha256(salt + text.encode()).digest() for salt, text in zip(salts, joined, strict=True)]


def rows_digest(hashes: "list[bytes]") -> str:
    """What an event's body holds of the rows that it brought: hex SHA-256 of their hashes."""
    return sha256(b"".join(hashes)).hexdigest()


def has_control(text: str) -> bool:
    """Whether a text has control characters, which no field of the record may contain."""
    return _CONTROL.search(text) is not None


def printed_head(digest: bytes) -> str:
    """A head as papers print it: the first 32 hex digits in groups of four."""
    digits = digest.hex()[:32]
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))
