"""What each kind of event is called."""

from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message, message


def kind_words(kind: str) -> Message:
    """The name of a kind of event; one from a newer version is shown as it is stored."""
    found = {
        EventKind.FILE_OPENED: message("archive.kind.file_opened"),
        EventKind.CEREMONY_MADE: message("archive.kind.ceremony_made"),
        EventKind.DETAILS_CHANGED: message("archive.kind.details_changed"),
        EventKind.TEXT_CHANGED: message("archive.kind.text_changed"),
        EventKind.TEXT_APPROVED: message("archive.kind.text_approved"),
        EventKind.TEXT_REOPENED: message("archive.kind.text_reopened"),
        EventKind.ROSTER_IMPORTED: message("archive.kind.roster_imported"),
        EventKind.PERSON_ADDED: message("archive.kind.person_added"),
        EventKind.PERSON_CORRECTED: message("archive.kind.person_corrected"),
        EventKind.PERSON_JOINED: message("archive.kind.person_joined"),
        EventKind.BADGE_ISSUED: message("archive.kind.badge_issued"),
        EventKind.BADGE_REVOKED: message("archive.kind.badge_revoked"),
        EventKind.SESSION_ADDED: message("archive.kind.session_added"),
        EventKind.SESSION_OPENED: message("archive.kind.session_opened"),
        EventKind.SESSION_CLOSED: message("archive.kind.session_closed"),
        EventKind.SCAN: message("archive.kind.scan"),
        EventKind.MARK: message("archive.kind.mark"),
        EventKind.UNDO: message("archive.kind.undo"),
        EventKind.STEP_PRESENTED: message("archive.kind.step_presented"),
        EventKind.ATTENDANCE_FROZEN: message("archive.kind.attendance_frozen"),
        EventKind.TEXT_COMPLETED: message("archive.kind.text_completed"),
        EventKind.PLEDGE_SET: message("archive.kind.pledge_set"),
        EventKind.SIGNED: message("archive.kind.signed"),
        EventKind.WITNESS_PRESENT: message("archive.kind.witness_present"),
        EventKind.DOCUMENT_MADE: message("archive.kind.document_made"),
        EventKind.SEALED: message("archive.kind.sealed"),
        EventKind.CLOCK_JUMPED: message("archive.kind.clock_jumped"),
        EventKind.COPY_MERGED: message("archive.kind.copy_merged"),
        EventKind.ERASED: message("archive.kind.erased"),
        EventKind.MIGRATED: message("archive.kind.migrated"),
    }
    known = {kind.value: words for kind, words in found.items()}
    return known.get(kind, message("archive.kind.other", kind=kind))
