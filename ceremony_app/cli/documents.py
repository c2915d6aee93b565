"""`ikrar document`: papers that were made, their numbers, and which are signed."""

from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.moments import plain_moment
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import columns, emit
from ceremony_app.cli.spoken import argument, ceremony_file, command, json_option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.paper_code import code_of, shown
from ceremony_app.services.document_facts import DocumentFact
from ceremony_app.services.documents import Documents
from ceremony_app.services.sessions import Sessions

_DEEDS = ("list", "number", "signed")


@command("document", about="made.cli.about")
@ceremony_file
@argument("deed", metavar="list/number/signed", type=click.Choice(_DEEDS), about="made.cli.deed")
@argument("document", metavar="[DOCUMENT]", default="", about="made.cli.document")
@argument("number", metavar="[NUMBER]", default="", about="made.cli.number")
@session_option
@operator_option
@json_option
@click.pass_obj
def document(
    call: Call,
    file: Path,
    deed: str,
    document: str,
    number: str,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    if deed == "list":
        with looked_at(call, file) as ceremony:
            made = Documents(ceremony).all()
        rows = [[code_words(one), one.kind, one.number or "-", one.made[:16]] for one in made]
        emit([documented(one) for one in made], columns(rows) if rows else [], as_json=as_json)
        return
    if not document or (deed == "number") != bool(number):
        raise WrongUsage("made.cli.usage", click.get_current_context())
    with at_work(call, file, operator) as ceremony:
        desk = Documents(ceremony)
        where = Sessions(ceremony).find(session)
        found = desk.find(document, where)
        event = desk.give_number(found, number) if number else desk.mark_signed(found)
        found = next(one for one in desk.all() if one.id == found.id)
    said = call.say("made.cli.number_done" if number else "made.cli.signed_done", event=event.name)
    emit({"event": event.name, **documented(found)}, [said], as_json=as_json)


def documented(one: DocumentFact) -> dict[str, Any]:
    """A document as answers name one."""
    return {
        "code": code_words(one),
        "kind": one.kind,
        "number": one.number or None,
        "at": plain_moment(one.made),
        "pages": one.pages,
        "signed": bool(one.signed),
        "copy": bool(one.copy_of),
    }


def code_words(one: DocumentFact) -> str:
    """The code at the foot of a document."""
    try:
        return shown(code_of(one.id))
    except ValueError:
        return "-"
