"""`ikrar papers`: the smaller papers of the day."""

import click

from ceremony_app.cli.destination import out_option
from ceremony_app.cli.paper_call import PaperCall, paper_command
from ceremony_app.cli.spoken import option
from ceremony_app.domain.day_papers import DayPaper


@paper_command(
    "papers",
    about="paperwork.cli.about",
    out=out_option(".pdf", metavar="OUT.pdf", about="paperwork.cli.out"),
    numbered=False,
)
@option(
    "--kind",
    type=click.Choice([kind.value for kind in DayPaper]),
    required=True,
    about="paperwork.cli.kind",
)
def papers(asked: PaperCall, kind: str) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.console.hall.key_map import KeyMap
    from ceremony_app.console.table.card_keys import card_keys
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.day_papers import DayPapers

    with asked.at_work() as (ceremony, choice):
        # The keys as they are from the start; the table's window prints the operator's own.
        desk = DayPapers(ceremony, Stationery.of(asked.call.locator), card_keys(KeyMap()))
        made = desk.make(DayPaper(kind), asked.out, choice, asked.paper)
    asked.say_made(made)
