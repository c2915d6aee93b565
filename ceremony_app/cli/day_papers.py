"""`ikrar papers`: the smaller papers of the day."""

from pathlib import Path

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.spoken import ceremony_file, command, json_option, option
from ceremony_app.cli.work import at_work, operator_option, session_option
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.services.sessions import Sessions


@command("papers", about="paperwork.cli.about")
@ceremony_file
@option(
    "--kind",
    type=click.Choice([kind.value for kind in DayPaper]),
    required=True,
    about="paperwork.cli.kind",
)
@out_option(".pdf", metavar="OUT.pdf", about="paperwork.cli.out")
@option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper], case_sensitive=False),
    about="cli.option.paper",
)
@session_option
@operator_option
@json_option
@click.pass_obj
def papers(
    call: Call,
    file: Path,
    kind: str,
    out: Path,
    paper: str | None,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.console.hall.key_map import KeyMap
    from ceremony_app.console.table.card_keys import card_keys
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.day_papers import DayPapers
    from ceremony_app.services.facts import Choice

    stationery = Stationery.of(call.locator)
    with at_work(call, file, operator) as ceremony:
        choice = Choice(Sessions(ceremony).find(session))
        # The keys as they are from the start; the table's window prints the operator's own.
        desk = DayPapers(ceremony, stationery, card_keys(KeyMap()))
        made = desk.make(DayPaper(kind), out, choice, Paper(paper) if paper else None)
    data = {"file": str(out), "pages": made.pages, "sha256": made.sha256}
    said = call.say("cli.papers.made", file=str(out), pages=made.pages)
    emit(data, [said], as_json=as_json)
