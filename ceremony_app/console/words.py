"""The sentences that belong to the values of the domain, by key."""

from ceremony_app.domain.ceremony import CueKind
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.people import Role
from ceremony_app.domain.status import Status
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.domain.wording import local_hour


def status_words(status: Status | None) -> Message:
    """What the operator reads for a status, or for none."""
    found = {
        None: message("console.status.none"),
        Status.PRESENT: message("console.status.present"),
        Status.LATE: message("console.status.late"),
        Status.ASSIGNED_ELSEWHERE: message("console.status.assigned_elsewhere"),
        Status.LEAVE: message("console.status.leave"),
        Status.SICK: message("console.status.sick"),
        Status.EXCUSED: message("console.status.excused"),
        Status.STUDY: message("console.status.study"),
        Status.ON_DUTY: message("console.status.on_duty"),
        Status.OFF_DUTY: message("console.status.off_duty"),
        Status.UNEXPLAINED: message("console.status.unexplained"),
    }
    return found[status]


def role_words(role: Role) -> Message:
    """What a part in the ceremony is called."""
    return {
        Role.PRESIDER: message("console.role.presider"),
        Role.READER: message("console.role.reader"),
        Role.REPRESENTATIVE: message("console.role.representative"),
        Role.WITNESS: message("console.role.witness"),
        Role.ACKNOWLEDGER: message("console.role.acknowledger"),
    }[role]


def cue_words(kind: CueKind) -> Message:
    """What an item of the programme puts on the screen."""
    return {
        CueKind.TITLE: message("programme.kind.title"),
        CueKind.HOLDING: message("programme.kind.holding"),
        CueKind.COUNTDOWN: message("programme.kind.countdown"),
        CueKind.ANTHEM: message("programme.kind.anthem"),
        CueKind.PRAYER: message("programme.kind.prayer"),
        CueKind.TEXT: message("programme.kind.text"),
        CueKind.SIGNING: message("programme.kind.signing"),
        CueKind.WITNESS: message("programme.kind.witness"),
        CueKind.BLANK: message("programme.kind.blank"),
        CueKind.PICTURE: message("programme.kind.picture"),
        CueKind.CLOSING: message("programme.kind.closing"),
    }[kind]


def verdict_words(verdict: Verdict) -> Message:
    """The one word that a door shows, in capitals."""
    return {
        Verdict.MALFORMED: message("door.verdict.malformed"),
        Verdict.UNKNOWN: message("door.verdict.unknown"),
        Verdict.REVOKED: message("door.verdict.revoked"),
        Verdict.CLOSED: message("door.verdict.closed"),
        Verdict.ALREADY: message("door.verdict.already"),
        Verdict.RECORDED: message("door.verdict.recorded"),
    }[verdict]


def hour(at: str) -> str:
    """The hour of a local ISO moment as papers write it: `2022-10-17T07:41:12+07:00` as 07.41."""
    return local_hour(at)


def day_in_figures(at: str) -> str:
    """The day of an ISO date or moment in figures: `2022-10-17` as "17-10-2022"."""
    return f"{at[8:10]}-{at[5:7]}-{at[:4]}"


def day_and_hour(at: str) -> str:
    """A local ISO moment in figures: `2022-10-17T07:41:12+07:00` as "17-10-2022 07.41"."""
    return f"{day_in_figures(at)} {hour(at)}" if at else ""


def moment_in_figures(local: str, *, zone: bool = True) -> str:
    """A local moment of the record to the second: "13-02-2023 08.30.15 WITA".

    The zone is the ceremony's own, as the event holds it.
    """
    name = local.partition("[")[2].rstrip("]") if zone else ""
    return f"{day_in_figures(local)} {local[11:19].replace(':', '.')} {name}".rstrip()
