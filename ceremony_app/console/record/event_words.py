"""What an event says, in words for people."""

from collections.abc import Callable

from ceremony_app.console.words import status_words
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.signed_sheets import Matching
from ceremony_app.domain.signing import SignatureSource, SignVerdict
from ceremony_app.domain.status import MarkSource, Status
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.document_words import document_words
from ceremony_app.services.history import Told

_SCANS: dict[str, Message] = {
    Verdict.MALFORMED: message("archive.scan.malformed"),
    Verdict.UNKNOWN: message("archive.scan.unknown"),
    Verdict.REVOKED: message("archive.scan.revoked"),
    Verdict.CLOSED: message("archive.scan.closed"),
    Verdict.ALREADY: message("archive.scan.already"),
    Verdict.RECORDED: message("archive.scan.recorded"),
}
_PLAIN: dict[str, Message] = {
    EventKind.CEREMONY_MADE: message("archive.kind.ceremony_made"),
    EventKind.DETAILS_CHANGED: message("archive.kind.details_changed"),
    EventKind.PERSON_ADDED: message("archive.kind.person_added"),
    EventKind.PERSON_CORRECTED: message("archive.kind.person_corrected"),
    EventKind.BADGE_ISSUED: message("archive.kind.badge_issued"),
    EventKind.BADGE_REVOKED: message("archive.kind.badge_revoked"),
    EventKind.HALL_CLOSED: message("archive.kind.hall_closed"),
    EventKind.WITNESS_PRESENT: message("archive.kind.witness_present"),
    EventKind.MIGRATED: message("archive.kind.migrated"),
    EventKind.LOCK_SET: message("archive.kind.lock_set"),
    EventKind.LOCK_OPENED: message("archive.kind.lock_opened"),
    EventKind.LOCK_REFUSED: message("archive.kind.lock_refused"),
    EventKind.REHEARSAL_BEGUN: message("archive.kind.rehearsal_begun"),
}


def event_words(told: Told) -> Message:
    """One sentence without its end.

    A kind from a newer version is named as it is stored, and so is an event that somebody
    changed by hand into what nobody understands: verifying says so, the list goes on.
    """
    words = _words(told)
    return message("archive.taken_back", what=words) if told.taken_back else words


def _words(told: Told) -> Message:
    kind = told.event.kind
    if kind in _PLAIN:
        return _PLAIN[kind]
    telling = _TELLING.get(kind, _other)
    return telling(told)


def _other(told: Told) -> Message:
    return message("archive.kind.other", kind=told.event.kind)


def _opened(told: Told) -> Message:
    if told.operator:
        return message("archive.kind.file_opened_by", operator=told.operator)
    return message("archive.kind.file_opened")


def _scan(told: Told) -> Message:
    return _SCANS.get(told.word("verdict"), _other(told))


def _mark(told: Told) -> Message:
    try:
        status = Status(told.word("status"))
    except ValueError:
        return _other(told)
    if told.word("source") == MarkSource.NOW:
        return message("archive.kind.mark_arrived")
    if told.word("source") == MarkSource.PAPER:
        return message("archive.kind.mark_from_paper", status=status_words(status))
    return message("archive.kind.mark", status=status_words(status))


def _undo(told: Told) -> Message:
    if told.undoes is None:
        return message("archive.kind.undo")
    # The event that was undone is told as it was, not as taken back.
    return message("archive.kind.undo_of", what=_words(told.undoes))


def _roster(told: Told) -> Message:
    added, updated = told.number("added"), told.number("updated")
    return message("archive.kind.roster_imported", added=added, updated=updated)


def _joined(told: Told) -> Message:
    return message("archive.kind.person_joined", name=told.about or message("archive.erased_name"))


def _step(told: Told) -> Message:
    if not told.body.get("visible"):
        return message("archive.kind.step_covered")
    if not told.about:
        return message("archive.kind.step_cue")
    part, phrase = told.number("part") + 1, told.number("phrase") + 1
    return message("archive.kind.step_text", title=told.about, part=part, phrase=phrase)


def _completed(told: Told) -> Message:
    if told.word("how") == Completion.CONFIRMED:
        return message("archive.kind.text_confirmed", title=told.about)
    if told.word("how") == Completion.ON_PAPER:
        return message("archive.kind.text_on_paper", title=told.about)
    return message("archive.kind.text_completed", title=told.about)


def _pledge(told: Told) -> Message:
    how = Pledge.of(told.word("how"), pledged=bool(told.body.get("pledged")))
    return {
        Pledge.SPOKEN: message("archive.kind.pledge_set", title=told.about),
        Pledge.NOT_FOLLOWED: message("archive.kind.pledge_unset", title=told.about),
        Pledge.LEFT_EARLY: message("archive.kind.pledge_left", title=told.about),
    }[how]


def _signed(told: Told) -> Message:
    if told.stand_in:
        return message("archive.kind.signed_for", title=told.about, name=told.stand_in)
    match SignatureSource.of(told.word("source")):
        case SignatureSource.SCANNED:
            return message("archive.kind.signed_scanned", title=told.about)
        case SignatureSource.RETURNED_SHEET:
            return message("archive.kind.signed_later", title=told.about)
        case _:
            return message("archive.kind.signed", title=told.about)


def _substituted(told: Told) -> Message:
    name = told.stand_in or message("archive.erased_name")
    return message("archive.kind.signer_substituted", title=told.about, name=name)


def _sign_refused(told: Told) -> Message:
    words: dict[str, Message] = {
        SignVerdict.MALFORMED: message("archive.sign.malformed"),
        SignVerdict.UNKNOWN: message("archive.sign.unknown"),
        SignVerdict.REVOKED: message("archive.sign.revoked"),
        SignVerdict.NOT_A_SIGNER: message("archive.sign.not_a_signer", title=told.about),
        SignVerdict.ALREADY: message("archive.sign.already", title=told.about),
    }
    return words.get(told.word("verdict"), _other(told))


def _number(told: Told) -> Message:
    return message("archive.kind.number_given", name=document_words(told.document))


def _document_signed(told: Told) -> Message:
    return message("archive.kind.document_signed", name=document_words(told.document))


def _document(told: Told) -> Message:
    kind = told.word("kind")
    name = document_words(kind, draft=bool(told.body.get("draft")))
    return message("archive.kind.document_made", name=name, pages=told.number("pages"))


def _matched(told: Told) -> Message:
    key = "sheets.matched_by_hand" if told.word("how") == Matching.HAND else "sheets.matched"
    return message(key, name=told.about)


def _sealed(told: Told) -> Message:
    return message("archive.kind.sealed", events=told.number("events"))


def _clock(told: Told) -> Message:
    return message("archive.kind.clock_jumped", seconds=round(told.number("milliseconds") / 1000))


def _merged(told: Told) -> Message:
    return message("archive.kind.copy_merged", events=told.number("events"))


def _erased(told: Told) -> Message:
    if told.body.get("all"):
        return message("archive.kind.erased_all")
    return message("archive.kind.erased")


_TELLING: dict[str, Callable[[Told], Message]] = {
    EventKind.FILE_OPENED: _opened,
    EventKind.TEXT_ADDED: lambda told: message("archive.kind.text_added", title=told.about),
    EventKind.TEXT_CHANGED: lambda told: message("archive.kind.text_changed", title=told.about),
    EventKind.TEXT_APPROVED: lambda told: message("archive.kind.text_approved", title=told.about),
    EventKind.TEXT_REOPENED: lambda told: message("archive.kind.text_reopened", title=told.about),
    EventKind.ROSTER_IMPORTED: _roster,
    EventKind.PERSON_JOINED: _joined,
    EventKind.SESSION_ADDED: lambda told: message("archive.kind.session_added", name=told.session),
    EventKind.SESSION_OPENED: lambda told: message(
        "archive.kind.session_opened", name=told.session
    ),
    EventKind.SESSION_CLOSED: lambda told: message(
        "archive.kind.session_closed", name=told.session
    ),
    EventKind.SCAN: _scan,
    EventKind.MARK: _mark,
    EventKind.UNDO: _undo,
    EventKind.STEP_PRESENTED: _step,
    EventKind.ATTENDANCE_FROZEN: lambda told: message(
        "archive.kind.attendance_frozen", title=told.about
    ),
    EventKind.TEXT_COMPLETED: _completed,
    EventKind.TEXT_LEFT: lambda told: message("archive.kind.text_left", title=told.about),
    EventKind.PLEDGE_SET: _pledge,
    EventKind.SIGNED: _signed,
    EventKind.SIGNER_SUBSTITUTED: _substituted,
    EventKind.SIGNER_ABSENT: lambda told: message("archive.kind.signer_absent", title=told.about),
    EventKind.SIGN_REFUSED: _sign_refused,
    EventKind.DOCUMENT_MADE: _document,
    EventKind.DOCUMENT_SIGNED: _document_signed,
    EventKind.NUMBER_GIVEN: _number,
    EventKind.ATTACHED: lambda told: message("archive.kind.attached", name=told.about),
    EventKind.ATTACHMENT_CHANGED: lambda told: message("sheets.changed", name=told.about),
    EventKind.SHEET_MATCHED: _matched,
    EventKind.SEALED: _sealed,
    EventKind.CLOCK_JUMPED: _clock,
    EventKind.COPY_MERGED: _merged,
    EventKind.ERASED: _erased,
}
