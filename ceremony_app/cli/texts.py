"""`ikrar text`: the texts that people swear, and their approval."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.moments import plain_moment, readable_moment
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import argument, ceremony_file, command, json_option, option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.texts import Point
from ceremony_app.services.opening import login_name
from ceremony_app.services.paper_reading import PaperReading
from ceremony_app.services.preparation import Preparation, TextState
from ceremony_app.services.readings import Readings
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile

_ACTIONS = ("show", "approve", "reopen", "read-from-paper")


@command("text", about="cli.text.about")
@ceremony_file
@argument("action", type=click.Choice(_ACTIONS), about="cli.text.action")
@option("--text", "asked", default="", metavar="TEXT", about="cli.text.text")
@option("--by", metavar="NAME", about="cli.text.by")
@option("--reason", metavar="R", about="cli.text.reason")
@option("--reader", metavar="NAME", about="cli.text.reader")
@option("--at", default="", metavar="HH:MM", about="cli.text.at")
@session_option
@operator_option
@json_option
@click.pass_context
def text(
    ctx: click.Context,
    file: Path,
    action: str,
    asked: str,
    by: str | None,
    reason: str | None,
    reader: str | None,
    at: str,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    call: Call = ctx.obj
    match action:
        case "approve":
            name = _given(ctx, "--by", by)
            with at_work(call, file, operator) as ceremony:
                states = _turned(ceremony, asked, lambda desk, state: desk.approve(state, name))
        case "reopen":
            why, name = _given(ctx, "--reason", reason), by or operator or login_name()
            with at_work(call, file, operator) as ceremony:
                states = _turned(ceremony, asked, lambda desk, state: desk.reopen(state, name, why))
        case "read-from-paper":
            name = _given(ctx, "--reader", reader)
            with at_work(call, file, operator) as ceremony:
                read = _read_from_paper(ceremony, asked, name, at, session)
            lines = [call.say("cli.text.read", title=read["title"], reader=read["reader"])]
            emit([read], lines, as_json=as_json)
            return
        case _:
            with looked_at(call, file) as ceremony:
                preparation = Preparation(ceremony)
                states = [preparation.text(asked)] if asked else preparation.texts()
    shown = [_shown(state) for state in states]
    emit(shown, _lines(call, states, whole=action == "show"), as_json=as_json)


def _given(ctx: click.Context, name: str, value: str | None) -> str:
    """What an action cannot do without; raises WrongUsage."""
    if value is None:
        raise WrongUsage("cli.usage.missing", ctx, name=name)
    return value


def _turned(
    ceremony: CeremonyFile, asked: str, turn: Callable[[Preparation, TextState], None]
) -> list[TextState]:
    """Lock or unlock a text and answer it as it is then."""
    preparation = Preparation(ceremony)
    turn(preparation, preparation.text(asked))
    return [preparation.text(asked)]


def _read_from_paper(
    ceremony: CeremonyFile, asked: str, reader: str, at: str, session: str
) -> dict[str, Any]:
    """Record it and answer what the record now says of it."""
    state, found = Preparation(ceremony).text(asked), Sessions(ceremony).find(session)
    PaperReading(ceremony, found).record(state, reader, at)
    reading = Readings(ceremony, found.id).of(state.text)
    pledged = Attendance(ceremony).pledged(found.id, state.text.id)
    return {
        "key": state.text.key,
        "title": state.text.title,
        "session": found.name,
        "source": "paper",
        "reader": reading.reader,
        "at": plain_moment(reading.at),
        "pledged": len(pledged),
    }


def _shown(state: TextState) -> dict[str, Any]:
    text = state.text
    return {
        "key": text.key,
        "title": text.title,
        "approved": state.approved,
        "by": state.by,
        "at": plain_moment(state.at),
        "sha256": text.sha256,
        "opening": _point(text.opening),
        "points": [_point(point) for point in text.points],
        "closing": _point(text.closing),
        "optional": text.optional,
        "note": text.note,
    }


def _point(point: Point | None) -> dict[str, Any] | None:
    if point is None:
        return None
    return {"words": point.words, "phrases": [phrase.words for phrase in point.phrases]}


def _lines(call: Call, states: list[TextState], *, whole: bool) -> Iterator[str]:
    for number, state in enumerate(states):
        text = state.text
        if number:
            yield ""
        yield f"{text.key}: {text.title}"
        yield _approval(call, state)
        if not whole:
            continue
        if text.note:
            yield text.note
        if text.opening:
            yield f"   {_spoken(text.opening)}"
        for at, point in enumerate(text.points, start=1):
            yield f"{at:2} {_spoken(point)}"
        if text.closing:
            yield f"   {_spoken(text.closing)}"


def _approval(call: Call, state: TextState) -> str:
    if not state.approved:
        return call.say("cli.text.open")
    return call.say("cli.text.approved", by=state.by, at=readable_moment(state.at))


def _spoken(point: Point) -> str:
    return " / ".join(phrase.words for phrase in point.phrases)
