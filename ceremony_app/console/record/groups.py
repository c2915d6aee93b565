"""The groups of events that the record is looked through by."""

from dataclasses import dataclass

from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """Events that belong together for people; no kinds means all of them."""

    name: str
    words: Message
    kinds: frozenset[EventKind] = frozenset()
    verdicts: frozenset[str] = frozenset()


GROUPS = (
    Group("all", message("archive.group.all")),
    Group(
        "attendance",
        message("archive.group.attendance"),
        frozenset({EventKind.SCAN, EventKind.MARK, EventKind.UNDO, EventKind.PLEDGE_SET}),
        frozenset({Verdict.RECORDED.value}),
    ),
    Group(
        "refused",
        message("archive.group.refused"),
        frozenset({EventKind.SCAN}),
        frozenset(one.value for one in Verdict if one is not Verdict.RECORDED),
    ),
    Group(
        "hall",
        message("archive.group.hall"),
        frozenset(
            {
                EventKind.STEP_PRESENTED,
                EventKind.HALL_CLOSED,
                EventKind.ATTENDANCE_FROZEN,
                EventKind.TEXT_COMPLETED,
                EventKind.TEXT_LEFT,
                EventKind.TEXT_ADDED,
                EventKind.TEXT_CHANGED,
                EventKind.TEXT_APPROVED,
                EventKind.TEXT_REOPENED,
            }
        ),
    ),
    Group(
        "table",
        message("archive.group.table"),
        frozenset(
            {
                EventKind.SIGNED,
                EventKind.SIGNER_SUBSTITUTED,
                EventKind.SIGNER_ABSENT,
                EventKind.SIGN_REFUSED,
                EventKind.WITNESS_PRESENT,
                EventKind.DOCUMENT_MADE,
                EventKind.DOCUMENT_SIGNED,
                EventKind.NUMBER_GIVEN,
                EventKind.ATTACHED,
                EventKind.ATTACHMENT_CHANGED,
                EventKind.SHEET_MATCHED,
                EventKind.SEALED,
            }
        ),
    ),
    Group(
        "people",
        message("archive.group.people"),
        frozenset(
            {
                EventKind.ROSTER_IMPORTED,
                EventKind.PERSON_ADDED,
                EventKind.PERSON_CORRECTED,
                EventKind.PERSON_JOINED,
                EventKind.BADGE_ISSUED,
                EventKind.BADGE_REVOKED,
            }
        ),
    ),
    Group(
        "file",
        message("archive.group.file"),
        frozenset(
            {
                EventKind.FILE_OPENED,
                EventKind.CEREMONY_MADE,
                EventKind.DETAILS_CHANGED,
                EventKind.SESSION_ADDED,
                EventKind.SESSION_OPENED,
                EventKind.SESSION_CLOSED,
                EventKind.CLOCK_JUMPED,
                EventKind.COPY_MERGED,
                EventKind.LOCK_SET,
                EventKind.LOCK_OPENED,
                EventKind.LOCK_REFUSED,
                EventKind.ERASED,
                EventKind.MIGRATED,
                EventKind.REHEARSAL_BEGUN,
            }
        ),
    ),
)


def group_named(name: str) -> Group:
    """The group with this name; the one of all events where there is none."""
    return next((group for group in GROUPS if group.name == name), GROUPS[0])
