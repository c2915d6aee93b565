"""`ikrar new` and `ikrar show`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import columns, emit
from ceremony_app.cli.sessions import session_rows
from ceremony_app.cli.spoken import FILE, ceremony_file, command, json_option, option
from ceremony_app.cli.usage import WrongUsage
from ceremony_app.cli.work import looked_at, opener_for
from ceremony_app.domain.blanks import blanks
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.document_facts import DocumentFact
from ceremony_app.services.document_words import document_words
from ceremony_app.services.documents import Documents
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record, Summary
from ceremony_app.services.roster_takeover import TakenOver, read_roster_of
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile


def _settings(
    ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    settings = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not (equals and key.strip()):
            raise WrongUsage("cli.new.not_a_setting", ctx, value=one)
        settings[key.strip()] = value
    return settings


@command("new", about="cli.new.about")
@ceremony_file
@option("--template", required=True, metavar="ID", about="cli.new.template")
@option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    callback=_settings,
    about="cli.new.set",
)
@option("--roster-from", "other", type=FILE, metavar="OTHER", about="cli.new.roster_from")
@operator_option
@json_option
@click.pass_obj
def new(
    call: Call,
    file: Path,
    template: str,
    settings: dict[str, str],
    other: Path | None,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    # Read before anything is made: an unreadable other file leaves no new one behind.
    taken = _roster_of(call, other) if other else None
    ceremonies = Ceremonies(opener_for(call, operator), Templates(call.locator.templates))
    with ceremonies.create(file, template, settings, taken) as ceremony:
        summary = Record(ceremony).summary()
        lines = list(_made(call, ceremony, file, taken))
    data = {"file": str(file), "template": summary.template, "people": summary.people}
    emit(data, lines, as_json=as_json)


def _roster_of(call: Call, other: Path) -> TakenOver:
    with looked_at(call, other) as ceremony:
        return read_roster_of(ceremony)


def _made(call: Call, ceremony: CeremonyFile, file: Path, taken: TakenOver | None) -> Iterator[str]:
    preparation = Preparation(ceremony)
    details = preparation.details()
    yield call.say("cli.new.made", file=str(file), title=details.title)
    if taken is not None:
        yield call.say("cli.new.taken", people=len(taken.persons), badges=len(taken.badges))
    lacking = blanks(details, [state.text for state in preparation.texts()])
    needed = [blank.what for blank in lacking if not blank.optional]
    if needed:
        yield call.say("cli.new.lacks", count=len(needed))
        yield from (f"- {call.catalogue.say(what)}" for what in needed)


@command("show", about="cli.show.about")
@ceremony_file
@session_option
@json_option
@click.pass_obj
def show(call: Call, file: Path, session: str, *, as_json: bool) -> None:
    with looked_at(call, file) as ceremony:
        summary = Record(ceremony).summary(session)
        numbered = [one for one in Documents(ceremony).all() if one.number or one.signed]
    lines = [*_lines(call, summary), *_papers(call, numbered)]
    emit(_contract(summary), lines, as_json=as_json)


def _contract(summary: Summary) -> dict[str, Any]:
    """Exactly the keys that the contract names; other programs read them."""
    return {
        "template": summary.template,
        "title": summary.title,
        "date": summary.date,
        "place": summary.place,
        "zone": summary.zone,
        "people": summary.people,
        "present": summary.present,
        "pledged": summary.pledged,
        "signed": summary.signed,
        "divisions": summary.divisions,
        "sessions": summary.sessions,
        "events": summary.events,
        "head": summary.head,
    }


def _papers(call: Call, documents: list[DocumentFact]) -> Iterator[str]:
    """The papers that have a number by now, or are marked as signed."""
    rows = [
        [
            call.catalogue.say(document_words(one.kind)),
            one.number or "-",
            call.say("made.state.signed") if one.signed else "-",
        ]
        for one in documents
    ]
    if rows:
        heads = [call.say("made.column.name"), call.say("made.column.number")]
        yield ""
        yield from columns([[*heads, call.say("made.column.state")], *rows])


def _lines(call: Call, summary: Summary) -> Iterator[str]:
    yield summary.title
    yield from columns(
        [
            [call.say("cli.show.template"), summary.template],
            [call.say("cli.show.date"), summary.date or "-"],
            [call.say("cli.show.place"), summary.place or "-"],
            [call.say("cli.show.zone"), summary.zone],
            [call.say("cli.show.people"), str(summary.people)],
            [call.say("cli.show.present"), str(summary.present)],
            [call.say("cli.show.pledged"), str(summary.pledged)],
            [call.say("cli.show.signed"), str(summary.signed)],
            [call.say("cli.show.events"), str(summary.events)],
            [call.say("cli.show.head"), summary.head or call.say("cli.show.not_sealed")],
        ]
    )
    yield ""
    yield from columns(session_rows(call, list(summary.sessions)))
    if summary.divisions:
        heads = [call.say("cli.show.division"), call.say("cli.show.people")]
        rows = [[one.name or "-", str(one.people), str(one.present)] for one in summary.divisions]
        yield ""
        yield from columns([[*heads, call.say("cli.show.present")], *rows])
