"""`ikrar pact`, `ikrar attendance`, `ikrar minutes`: what is signed at the table."""

from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work, operator_option, session_option
from ceremony_app.domain.ceremony import PactForm, Paper
from ceremony_app.domain.papers import Made
from ceremony_app.services.sessions import Sessions

_paper_option = option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper], case_sensitive=False),
    about="cli.option.paper",
)
_number_option = option("--number", default="", metavar="N", about="cli.option.number")


@command("pact", about="cli.pact.about")
@ceremony_file
@out_option(".pdf", ".docx", metavar="OUT.pdf/docx", about="cli.pact.out")
@option("--form", type=click.Choice([form.value for form in PactForm]), about="cli.pact.form")
@_paper_option
@_number_option
@option("--pact", "asked", default="", metavar="PACT", about="cli.pact.pact")
@session_option
@operator_option
@json_option
@click.pass_obj
def pact(
    call: Call,
    file: Path,
    out: Path,
    form: str | None,
    paper: str | None,
    number: str,
    asked: str,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    # Late, here and below, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.papers import Papers

    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        papers = Papers(ceremony, stationery)
        made = papers.pact(
            out,
            papers.pact_named(asked),
            Choice(Sessions(ceremony).find(session), number),
            PactForm(form) if form else None,
            _paper(paper),
        )
    _say_made(call, out, made, as_json=as_json)


@command("attendance", about="cli.attendance.about")
@ceremony_file
@out_option(".pdf", ".xlsx", ".csv", metavar="OUT.pdf/xlsx/csv", about="cli.attendance.out")
@_paper_option
@_number_option
@session_option
@operator_option
@json_option
@click.pass_obj
def attendance(
    call: Call,
    file: Path,
    out: Path,
    paper: str | None,
    number: str,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.papers import Papers

    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        choice = Choice(Sessions(ceremony).find(session), number)
        made = Papers(ceremony, stationery).attendance(out, choice, _paper(paper))
    _say_made(call, out, made, as_json=as_json)


@command("minutes", about="cli.minutes.about")
@ceremony_file
@out_option(".pdf", ".docx", metavar="OUT.pdf/docx", about="cli.minutes.out")
@_paper_option
@_number_option
@session_option
@operator_option
@json_option
@click.pass_obj
def minutes(
    call: Call,
    file: Path,
    out: Path,
    paper: str | None,
    number: str,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.papers import Papers
    from ceremony_app.services.record import Record

    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        choice = Choice(Sessions(ceremony).find(session), number)
        made = Papers(ceremony, stationery).minutes(out, choice, _paper(paper))
        record = Record(ceremony)
        # Those of the record that a rehearsal was copied from do not stand on its papers.
        has_head = out.suffix.lower() == ".pdf" and not record.is_rehearsal
        head = record.summary().head if has_head else ""
    _say_made(call, out, made, head, as_json=as_json)


def _paper(asked: str | None) -> Paper | None:
    return Paper(asked) if asked else None


def _say_made(call: Call, out: Path, made: Made, head: str = "", *, as_json: bool) -> None:
    data = {"file": str(out), "pages": made.pages, "sha256": made.sha256}
    is_pdf = out.suffix.lower() == ".pdf"
    made_words = call.say("cli.papers.made", file=str(out), pages=made.pages)
    lines = [made_words if is_pdf else call.say("cli.papers.list_made", file=str(out))]
    if head:
        data["head"] = head
        lines.append(call.say("cli.papers.head", head=head))
    emit(data, lines, as_json=as_json)
