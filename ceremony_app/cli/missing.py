"""`ikrar missing`, `ikrar rules`: who has not come, and what the office counts by."""

from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.moments import plain_moment
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import columns, emit
from ceremony_app.cli.spoken import ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.attendance import Quorum, QuorumLine, Tally
from ceremony_app.domain.errors import Refused
from ceremony_app.services.attendance_picture import AttendancePicture, AttendancePictures
from ceremony_app.services.attendance_rules import AttendanceRules
from ceremony_app.services.missing import Away, Missing
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.quorum_words import quorum_message
from ceremony_app.services.sessions import Sessions


@command("missing", about="cli_missing.about")
@ceremony_file
@out_option(".pdf", ".csv", metavar="OUT.pdf/csv", about="cli_missing.out", required=False)
@option("--division", default=None, metavar="D", about="cli_missing.division")
@session_option
@operator_option
@json_option
@click.pass_obj
def missing(
    call: Call,
    file: Path,
    out: Path | None,
    division: str | None,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    with looked_at(call, file) as ceremony:
        where = Sessions(ceremony).find(session)
        picture = AttendancePictures(ceremony).read(where)
        away = Missing(ceremony).away(where)
    known = [one.name for one in picture.tallies]
    if division is not None and division not in known:
        named = ", ".join(name for name in known if name)
        raise Refused("cli_missing.unknown_division", name=division, known=named)
    if out is not None:
        _write(call, file, out, division, session, operator)
    rows = [one for one in away if division in (None, one.person.division)]
    emit(_shown(picture, rows), _lines(call, picture, rows), as_json=as_json)


@command("rules", about="cli_missing.rules.about")
@ceremony_file
@option("--late-from", default=None, metavar="HH:MM", about="cli_missing.rules.late_from")
@option(
    "--quorum",
    type=click.Choice([one.value or "none" for one in Quorum]),
    about="cli_missing.rules.quorum",
)
@session_option
@operator_option
@json_option
@click.pass_obj
def rules(
    call: Call,
    file: Path,
    late_from: str | None,
    quorum: str | None,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    with at_work(call, file, operator) as ceremony:
        where, kept = Sessions(ceremony).find(session), AttendanceRules(ceremony)
        if late_from is not None:
            kept.set_late_from(where, late_from)
        if quorum is not None:
            kept.set_quorum(Quorum("" if quorum == "none" else quorum))
        details = Preparation(ceremony).details()
    since, rule = details.late_from.get(where.id, ""), details.quorum.value
    data = {"session": where.name, "late_from": since or None, "quorum": rule or None}
    said = call.say(
        "cli_missing.rules.said", session=where.name, late=since or "-", quorum=rule or "-"
    )
    emit(data, [said], as_json=as_json)


def _write(
    call: Call, file: Path, out: Path, division: str | None, session: str, operator: str | None
) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.papers import Papers

    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        choice = Choice(Sessions(ceremony).find(session))
        Papers(ceremony, stationery).missing(out, choice, division=division)


def _shown(picture: AttendancePicture, away: list[Away]) -> dict[str, Any]:
    return {
        "session": picture.session.name,
        "late_from": picture.late.since or None,
        "total": _tally(picture.total),
        "divisions": [{"name": one.name, **_tally(one)} for one in picture.tallies],
        "quorum": {
            "rule": picture.quorum.rule.value or None,
            "roster_frozen_at": plain_moment(picture.quorum.frozen) or None,
            "office": _quorum(picture.quorum.office),
            "divisions": [{"name": one.name, **_quorum(one)} for one in picture.quorum.divisions],
        },
        "missing": [
            {
                "id_number": one.person.id_number,
                "name": one.person.name,
                "division": one.person.division,
            }
            for one in away
            if one.is_missing
        ],
    }


def _tally(tally: Tally) -> dict[str, int]:
    return {
        "people": tally.people,
        "present": tally.present,
        "late": tally.late,
        "excused": tally.excused,
        "missing": tally.missing,
    }


def _quorum(line: QuorumLine) -> dict[str, Any]:
    return {
        "people": line.people,
        "present": line.present,
        "needed": line.needed,
        "reached_at": plain_moment(line.reached) or None,
        "from_paper": line.untimed,
    }


def _lines(call: Call, picture: AttendancePicture, away: list[Away]) -> list[str]:
    heading = [
        call.say("cli_missing.heading.division"),
        call.say("cli_missing.heading.people"),
        call.say("cli_missing.heading.present"),
        call.say("cli_missing.heading.late"),
        call.say("cli_missing.heading.excused"),
        call.say("cli_missing.heading.missing"),
    ]
    whole = call.say("cli_missing.heading.all")
    rows = [
        [name, *map(str, _tally(one).values())]
        for name, one in [
            *((one.name or "-", one) for one in picture.tallies),
            (whole, picture.total),
        ]
    ]
    quorum = call.catalogue.say(quorum_message(picture.quorum))
    names = [f"{one.person.division}: {one.person.name}" for one in away if one.is_missing]
    return [*columns([heading, *rows]), "", quorum, "", *names]
