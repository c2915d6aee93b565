"""Going on after the program was killed, or cut from power, in the middle of a show."""

from dataclasses import dataclass

from ceremony_app.domain.clock import local_text
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import StepIdentity
from ceremony_app.services.hall_record import HallRecord, place_in
from ceremony_app.services.stage import Stage
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import body_of

_DAY = len("2023-02-13")


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a show stood when its program ended without closing the hall.

    `where` finds the state by `domain.finding.place_of`. `at` is local ISO with its zone: when
    that step was painted. `visible` is whether the hall saw it. `screen` names the screen that it
    stood on; empty where that was an ordinary window.
    """

    where: StepIdentity
    at: str
    visible: bool
    screen: str = ""


def where_it_stood(file: CeremonyFile, session: Session) -> Stood | None:
    """The step at which an earlier opening of the file ended today with the hall still open.

    None where the hall was closed, as it is whenever the program ends in good order, where it
    was another day, and where this opening itself shows.
    """
    last = HallRecord(file).last(session.id)
    if last is None or last.kind != EventKind.STEP_PRESENTED or last.writer == file.writer.id:
        return None
    today = local_text(file.opener.opening.clock.now(), file.writer.zone)
    if last.local[:_DAY] != today[:_DAY]:
        return None
    told = body_of(last)
    return Stood(
        place_in(last), last.local, bool(told.get("visible")), str(told.get("screen") or "")
    )


def do_not_go_on(file: CeremonyFile, session: Session) -> None:
    """The operator does not go on: the hall counts as closed, and nobody is asked again."""
    Stage(file, session).closed()
