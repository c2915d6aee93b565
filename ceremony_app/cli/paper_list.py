"""`ikrar paper`: the numbered list for a door without a laptop, and its numbers typed in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ceremony_app.cli.call import Call
from ceremony_app.cli.destination import out_option
from ceremony_app.cli.options import operator_option, session_option
from ceremony_app.cli.output import emit
from ceremony_app.cli.paper_call import paper_option
from ceremony_app.cli.people import person_shown
from ceremony_app.cli.spoken import argument, ceremony_file, command, group, json_option, option
from ceremony_app.cli.work import at_work, looked_at
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.status import Status
from ceremony_app.services.paper_list import PaperLine, PaperLists
from ceremony_app.services.sessions import Sessions


@group("paper", about="paper_list.cli.about")
def paper() -> None:
    """Print the list, or type its numbers in."""


@command("print", about="paper_list.cli.print")
@ceremony_file
@out_option(".pdf", metavar="OUT.pdf", about="paper_list.cli.out")
@paper_option
@session_option
@operator_option
@json_option
@click.pass_obj
def print_list(
    call: Call,
    file: Path,
    out: Path,
    paper: Paper | None,
    session: str,
    operator: str | None,
    *,
    as_json: bool,
) -> None:
    # Late, so that no other command waits for what papers are made with.
    from ceremony_app.documents.stationery import Stationery
    from ceremony_app.services.facts import Choice
    from ceremony_app.services.paper_list_print import print_paper_list

    with at_work(call, file, operator) as ceremony:
        choice = Choice(Sessions(ceremony).find(session))
        printed = print_paper_list(ceremony, Stationery.of(call.locator), out, choice, paper)
    people = len(printed.list.people)
    data = {"file": str(out), "list": printed.list.code, "pages": printed.made.pages}
    said = call.say("paper_list.cli.made", file=str(out), code=printed.list.code, people=people)
    emit({**data, "people": people}, [said], as_json=as_json)


@command("mark", about="paper_list.cli.mark")
@ceremony_file
@argument("numbers", metavar="NUMBERS", about="paper_list.cli.numbers")
@option("--list", "code", default="", metavar="CODE", about="paper_list.cli.list")
@option("--late", is_flag=True, about="paper_list.cli.late")
@option("--note", default="", metavar="T", about="cli.mark.note")
@option("--door", default="", metavar="NAME", about="cli.checkin.door")
@option("--dry-run", is_flag=True, about="paper_list.cli.dry_run")
@session_option
@operator_option
@json_option
@click.pass_obj
def mark_from_paper(
    call: Call,
    file: Path,
    numbers: str,
    code: str,
    note: str,
    door: str,
    session: str,
    operator: str | None,
    *,
    late: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    opened = looked_at(call, file) if dry_run else at_work(call, file, operator)
    with opened as ceremony:
        lists, where = PaperLists(ceremony), Sessions(ceremony).find(session)
        printed = lists.find(code)
        lines = lists.preview(printed, numbers, where)
        if not dry_run:
            status = Status.LATE if late else Status.PRESENT
            lists.record(printed, numbers, where, door, status=status, note=note)
    data = {"list": printed.code, "dry_run": dry_run, "people": [_shown(one) for one in lines]}
    emit(data, _said(call, lines, printed.code, dry_run=dry_run), as_json=as_json)


def _shown(line: PaperLine) -> dict[str, Any]:
    here_already = line.arrival is not None
    return {"number": line.number, "here_already": here_already, **person_shown(line.person)}


def _said(call: Call, lines: Sequence[PaperLine], code: str, *, dry_run: bool) -> Iterator[str]:
    for line in lines:
        key = "paper_list.cli.line_here" if line.arrival else "paper_list.cli.line"
        yield call.say(key, number=line.number, name=line.person.name)
    new = sum(line.arrival is None for line in lines)
    key = "paper_list.cli.would_record" if dry_run else "paper_list.cli.recorded"
    yield call.say(key, count=new, here=len(lines) - new, code=code)


paper.add_command(print_list)
paper.add_command(mark_from_paper)
