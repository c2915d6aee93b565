"""`ikrar mark`, `ikrar undo`, `ikrar guest`: what the door writes down by hand."""

from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.moments import plain_moment
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import emit, tell
from ceremony_app.cli.spoken import argument, ceremony_file, command, json_option, option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import at_work
from ceremony_app.domain.people import Person
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.pledges import Pledges
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.statuses import MarkedMany, Remark


class StatusType(click.Choice[str]):
    """A status or a pledge by its code, in any case, with blanks or hyphens: `Lepas Jaga`,
    `lepas-jaga`; the oath's own name after it is left out: `mengucapkan ikrar`."""

    def __init__(self) -> None:
        super().__init__([one.value for one in (*Status, *Pledge)])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        plain = "_".join(str(value).replace("-", " ").casefold().split())
        return super().convert(plain.removesuffix("_ikrar"), param, ctx)


@command("mark", about="cli.mark.about")
@ceremony_file
@argument("id_number", metavar="[ID_NUMBER]", default=None, about="cli.argument.id_number")
@option("--status", type=StatusType(), required=True, about="cli.mark.status")
@option("--note", default="", metavar="T", about="cli.mark.note")
@option("--letter", default="", metavar="N", about="cli.mark.letter")
@option("--division", default="", metavar="D", about="cli.mark.division")
@option("--rest", is_flag=True, about="cli.mark.rest")
@option("--text", "asked", default="", metavar="TEXT", about="cli.mark.text")
@option("--door", default="", metavar="NAME", about="cli.checkin.door")
@session_option
@operator_option
@json_option
@click.pass_context
def mark(
    ctx: click.Context,
    file: Path,
    id_number: str | None,
    status: str,
    note: str,
    letter: str,
    division: str,
    asked: str,
    door: str,
    session: str,
    operator: str | None,
    *,
    rest: bool,
    as_json: bool,
) -> None:
    call: Call = ctx.obj
    if note and status in set(Status) and not Status(status).takes_note:
        tell(call.say("cli.mark.bare"))
    if [id_number is not None, bool(division), rest].count(True) != 1:
        raise WrongUsage("cli.usage.mark_whom", ctx)
    if id_number is None:
        if status in set(Pledge):
            raise WrongUsage("cli.usage.mark_whom", ctx)
        with at_work(call, file, operator) as ceremony:
            desk = CheckIn(ceremony, Sessions(ceremony).find(session), door)
            remark = Remark(note, letter)
            done = desk.statuses.mark_rest(Status(status), remark, division=division or None)
        _say_many(call, done, status, as_json=as_json)
        return
    with at_work(call, file, operator) as ceremony:
        person = PeopleDesk(ceremony).find(id_number)
        where = Sessions(ceremony).find(session)
        if status in set(Pledge):
            text = Preparation(ceremony).text(asked).text
            (event,) = Pledges(ceremony).set([person], Pledge(status), text, where, note)
        else:
            event = CheckIn(ceremony, where, door).mark(person, Status(status), note, letter)
    data = {
        "event": event.name,
        "seq": event.seq,
        "person": person_shown(person),
        "status": status,
        "at": plain_moment(event.local),
    }
    said = call.say("cli.mark.done", name=person.name, status=status, event=event.name)
    emit(data, [said], as_json=as_json)


@command("undo", about="cli.undo.about")
@ceremony_file
@argument("event", metavar="EVENT", about="cli.undo.event")
@option("--reason", required=True, metavar="R", about="cli.undo.reason")
@operator_option
@json_option
@click.pass_obj
def undo(
    call: Call, file: Path, event: str, reason: str, operator: str | None, *, as_json: bool
) -> None:
    with at_work(call, file, operator) as ceremony:
        done = CheckIn(ceremony, Sessions(ceremony).main(), "").undo(event, reason)
    data = {"event": done.name, "seq": done.seq, "undone": event, "at": plain_moment(done.local)}
    emit(data, [call.say("cli.undo.done", event=event)], as_json=as_json)


@command("guest", about="cli.guest.about")
@ceremony_file
@option("--name", required=True, metavar="N", about="cli.guest.name")
@option("--post", required=True, metavar="P", about="cli.guest.post")
@option("--institution", default="", metavar="I", about="cli.guest.institution")
@option("--door", default="", metavar="NAME", about="cli.checkin.door")
@session_option
@operator_option
@json_option
@click.pass_obj
def guest(
    call: Call,
    file: Path,
    name: str,
    post: str,
    institution: str,
    door: str,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    with at_work(call, file, operator) as ceremony:
        desk = CheckIn(ceremony, Sessions(ceremony).find(session), door)
        person, event = desk.guest(name, post, institution)
        badge = PeopleDesk(ceremony).badge(person)
    data = {
        "event": event.name,
        "seq": event.seq,
        "person": person_shown(person),
        "institution": person.institution,
        "post": person.post,
        "token": badge.token if badge else None,
        "at": plain_moment(event.local),
    }
    emit(data, [call.say("cli.guest.done", name=person.name, event=event.name)], as_json=as_json)


def _say_many(call: Call, done: MarkedMany, status: str, *, as_json: bool) -> None:
    data = {
        "events": [event.name for event in done.events],
        "marked": len(done.events),
        "here": done.here,
        "settled": done.settled,
        "status": status,
    }
    said = call.say(
        "cli.mark.done_many",
        count=len(done.events),
        status=status,
        here=done.here,
        settled=done.settled,
    )
    emit(data, [said], as_json=as_json)


def person_shown(person: Person) -> dict[str, str]:
    """A person as answers name one."""
    return {"id_number": person.id_number, "name": person.name, "division": person.division}
