"""`ikrar session`: the main session and those that follow."""

from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option
from ceremony_app.cli.output import columns, emit, tell
from ceremony_app.cli.spoken import argument, ceremony_file, command, json_option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.errors import KnownError
from ceremony_app.services.guard import back_up_now
from ceremony_app.services.record import Record, SessionSummary
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile


@command("session", about="cli.session.about")
@ceremony_file
@argument("action", type=click.Choice(["list", "add", "open", "close"]), about="cli.session.action")
@argument("name", default="", about="cli.session.name")
@operator_option
@json_option
@click.pass_context
def session(
    ctx: click.Context, file: Path, action: str, name: str, operator: str | None, *, as_json: bool
) -> None:
    call: Call = ctx.obj
    if action == "list":
        with looked_at(call, file) as ceremony:
            shown = list(Record(ceremony).summary().sessions)
    else:
        if action == "add" and not name.strip():
            raise WrongUsage("cli.usage.missing", ctx, name="NAME")
        with at_work(call, file, operator) as ceremony:
            changed = _change(ceremony, action, name)
            _keep_a_copy(call, ceremony)
            summary = Record(ceremony).summary()
            shown = [one for one in summary.sessions if one.number == changed]
    emit(shown, columns(session_rows(call, shown)), as_json=as_json)


def session_rows(call: Call, sessions: list[SessionSummary]) -> list[list[str]]:
    """A heading and a row of cells for each session: number, name, state, how many came."""
    words = {True: call.say("cli.session.open"), False: call.say("cli.session.closed")}
    heading = [
        call.say("cli.session.number"),
        call.say("cli.session.heading"),
        call.say("cli.session.state"),
        call.say("cli.session.present"),
    ]
    rows = [[str(one.number), one.name, words[one.open], str(one.present)] for one in sessions]
    return [heading, *rows]


def _change(ceremony: CeremonyFile, action: str, name: str) -> int:
    """Do it and answer the session's number."""
    sessions = Sessions(ceremony)
    if action == "add":
        return sessions.add(name).number
    found = sessions.find(name)
    turn = sessions.open if action == "open" else sessions.close
    turn(found)
    return found.number


def _keep_a_copy(call: Call, ceremony: CeremonyFile) -> None:
    """The copies at the bounds of sessions; what was recorded stands without one too."""
    try:
        back_up_now(ceremony, call.clock)
    except KnownError as error:
        tell(call.catalogue.say(error.message))
