"""`ikrar pact`, `ikrar attendance`, `ikrar minutes`: what is signed at the table."""

import click

from ceremony_app.cli.destination import out_option
from ceremony_app.cli.paper_call import PaperCall, division_option, paper_command
from ceremony_app.cli.spoken import option
from ceremony_app.domain.ceremony import PactForm


@paper_command(
    "pact",
    about="cli.pact.about",
    out=out_option(".pdf", ".docx", metavar="OUT.pdf/docx/DIR", about="cli.pact.out", folder=True),
)
@option("--form", type=click.Choice([form.value for form in PactForm]), about="cli.pact.form")
@division_option
@option("--pact", "named", default="", metavar="PACT", about="cli.pact.pact")
def pact(asked: PaperCall, form: str | None, division: str, named: str) -> None:
    # Late, here and below, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.papers import Papers

    with asked.at_work(division) as (ceremony, choice):
        papers = Papers(ceremony, Stationery.of(asked.call.locator))
        wanted = PactForm(form) if form else None
        made = papers.pact(asked.out, papers.pact_named(named), choice, wanted, asked.paper)
    asked.say_made(made)


@paper_command(
    "attendance",
    about="cli.attendance.about",
    out=out_option(".pdf", ".xlsx", ".csv", metavar="OUT.pdf/xlsx/csv", about="cli.attendance.out"),
)
def attendance(asked: PaperCall) -> None:
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.papers import Papers

    with asked.at_work() as (ceremony, choice):
        papers = Papers(ceremony, Stationery.of(asked.call.locator))
        made = papers.attendance(asked.out, choice, asked.paper)
    asked.say_made(made)


@paper_command(
    "minutes",
    about="cli.minutes.about",
    out=out_option(".pdf", ".docx", metavar="OUT.pdf/docx", about="cli.minutes.out"),
)
def minutes(asked: PaperCall) -> None:
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.document_facts import DocumentFacts
    from ceremony_app.services.papers import Papers

    with asked.at_work() as (ceremony, choice):
        papers = Papers(ceremony, Stationery.of(asked.call.locator))
        made = papers.minutes(asked.out, choice, asked.paper)
        # As printed: a copy of signed minutes keeps theirs, a draft and a rehearsal have none.
        head = DocumentFacts(ceremony).all[-1].head
    asked.say_made(made, **({"head": head} if head else {}))
