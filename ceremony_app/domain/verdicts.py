"""What the door answers to a scan."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The answers to a scan, in the order in which they are decided."""

    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    CLOSED = "closed"
    ALREADY = "already"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Seen:
    """Who a badge belongs to, as the door needs it."""

    id: str
    id_number: str
    name: str
    post: str
    division: str


@dataclass(frozen=True, slots=True)
class ScanAnswer:
    """The answer to one scan, given only once it is durable.

    `at`, `first_at`: local times in ISO 8601 with offset; `first_at` and `first_door` are those
    of the attendance that counts, and are empty where there is none. Where `first_timed` is
    False it was read from paper: `first_at` is when it was typed in, not when they came. `token`
    is empty where the scan was malformed: what was scanned is never kept. `event` names the
    event that holds the scan, as WRITER:SEQ.
    """

    seq: int
    event: str
    verdict: Verdict
    token: str
    person: Seen | None
    at: str
    first_at: str
    first_door: str
    door: str
    first_timed: bool = True
