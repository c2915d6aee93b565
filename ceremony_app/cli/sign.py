"""`ikrar sign`, `ikrar unsigned`: who has signed a pact, and who has not."""

from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.moments import plain_moment
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import emit, emit_line, tell
from ceremony_app.cli.scan_lines import answer_all, seen_person
from ceremony_app.cli.signals import Stop
from ceremony_app.cli.spoken import ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.signing import SignAnswer
from ceremony_app.services.pacts import pact_named
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.sign_scans import SignScans
from ceremony_app.services.unsigned import Unsigned, Waiting
from ceremony_app.storage.ceremony_file import CeremonyFile

_pact_option = option("--pact", "asked", default="", metavar="PACT", about="cli.pact.pact")


@command("sign", about="signing_table.cli.about")
@ceremony_file
@_pact_option
@option("--id-number", default="", metavar="N", about="signing_table.cli.id_number")
@session_option
@operator_option
@click.pass_obj
def sign(
    call: Call, file: Path, asked: str, id_number: str, session: str, operator: str | None
) -> None:
    stop = Stop()
    with stop.heeded(), at_work(call, file, operator) as ceremony:
        where = Sessions(ceremony).find(session)
        desk = SignScans(ceremony, _pact(ceremony, asked), where)
        if id_number:
            emit_line(signed(desk.person(PeopleDesk(ceremony).find(id_number))))
        else:
            answer_all(stop, lambda line: _answered(call, desk, line))


def _answered(call: Call, desk: SignScans, line: str) -> dict[str, Any]:
    """The answer to one line; somebody recorded as absent is refused, and the next ones go on."""
    try:
        return signed(desk.scan(line))
    except Refused as error:
        tell(reason := call.catalogue.say(error.message))
        return {"verdict": "refused", "reason": reason}


@command("unsigned", about="unsigned.cli.about")
@ceremony_file
@out_option(".pdf", ".csv", metavar="OUT.pdf/csv", about="unsigned.cli.out", required=False)
@_pact_option
@option("--division", default=None, metavar="D", about="cli_missing.division")
@session_option
@operator_option
@json_option
@click.pass_obj
def unsigned(
    call: Call,
    file: Path,
    out: Path | None,
    asked: str,
    division: str | None,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    if out is not None:
        _write(call, file, out, asked, division, session, operator)
    with looked_at(call, file) as ceremony:
        pact = _pact(ceremony, asked)
        waiting = Unsigned(ceremony).waiting(pact, division)
    data = {"pact": pact.title, "unsigned": [_shown(one) for one in waiting]}
    lines = [f"{one.division or '-'}: {one.who.name or '-'}" for one in waiting]
    emit(data, lines, as_json=as_json)


def signed(answer: SignAnswer) -> dict[str, Any]:
    """The answer to one scan at the table; `attended` says whether an arrival is recorded."""
    return {
        "seq": answer.seq,
        "verdict": answer.verdict,
        "token": answer.token or None,
        "person": seen_person(answer.person),
        "at": plain_moment(answer.at),
        "first_at": plain_moment(answer.first_at) or None,
        "attended": answer.attended,
        "event": answer.event,
    }


def _pact(ceremony: CeremonyFile, asked: str) -> Pact:
    return pact_named(Preparation(ceremony).details(), asked)


def _write(
    call: Call,
    file: Path,
    out: Path,
    asked: str,
    division: str | None,
    session: str,
    operator: str | None,
) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.papers import Papers

    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        papers, choice = Papers(ceremony, stationery), Choice(Sessions(ceremony).find(session))
        papers.unsigned(out, papers.pact_named(asked), choice, division=division)


def _shown(waiting: Waiting) -> dict[str, Any]:
    who, state = waiting.who, waiting.state
    return {
        "id_number": who.id_number,
        "name": who.name,
        "division": who.division,
        "absent": bool(state.absent),
        "stand_in": bool(state.stand_in),
    }
