"""`ikrar checkin`: a line in, an answer out, for other programs and plain scanners."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.moments import plain_moment
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import tell
from ceremony_app.cli.scan_lines import answer_all, seen_person
from ceremony_app.cli.signals import Stop
from ceremony_app.cli.spoken import FILE, ceremony_file, command, option
from ceremony_app.cli.work import at_work
from ceremony_app.domain.verdicts import ScanAnswer
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.clock_watch import ClockWatch
from ceremony_app.services.guard import Guard, Places
from ceremony_app.services.sessions import Sessions


@command("checkin", about="cli.checkin.about")
@ceremony_file
@option("--door", default="", metavar="NAME", about="cli.checkin.door")
@option("--second-drive", "drive", type=FILE, metavar="DIR", about="cli.checkin.second_drive")
@session_option
@operator_option
@click.pass_obj
def checkin(
    call: Call, file: Path, door: str, drive: Path | None, session: str, operator: str | None
) -> None:
    stop = Stop()
    with stop.heeded(), at_work(call, file, operator) as ceremony:
        desk = CheckIn(ceremony, Sessions(ceremony).find(session), door)
        ceremony.leave_folding()
        watch, zone = ClockWatch(call.clock), ceremony.writer.zone

        def scan(line: str) -> dict[str, Any]:
            """The scan's own writer writes down that the clock was set; here it is said."""
            if (doubt := watch.look(zone)) is not None:
                tell(call.catalogue.say(doubt.said))
            return answered(desk.scan(line))

        with _guarded(call, Places(file, drive)):
            answer_all(stop, scan)


@contextmanager
def _guarded(call: Call, places: Places) -> Iterator[None]:
    """Copies while scans arrive; their troubles are told and stop nobody at the door."""
    guard = Guard(places, call.clock, lambda error: tell(call.catalogue.say(error.message)))
    guard.start()
    try:
        yield
    finally:
        guard.close()


def answered(answer: ScanAnswer) -> dict[str, Any]:
    """The answer as the contract has it.

    `at` is when this scan was made, `first_at` and `door` when and where the attendance that
    counts was recorded; where nothing counts, `first_at` is null and `door` this one.
    """
    return {
        "seq": answer.seq,
        "verdict": answer.verdict,
        "token": answer.token or None,
        "person": seen_person(answer.person),
        "at": plain_moment(answer.at),
        "first_at": plain_moment(answer.first_at) or None,
        "door": answer.first_door if answer.first_at else answer.door,
        "event": answer.event,
    }
