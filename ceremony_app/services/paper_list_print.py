"""Printing the numbered list: made and kept in one go, so that no list is typed in unknown."""

from dataclasses import dataclass
from pathlib import Path

from ceremony_app.documents.paper_list import make_paper_list
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.numbered_sheet import NumberedSheet
from ceremony_app.domain.papers import Made, MissingRow
from ceremony_app.services.facts import Choice
from ceremony_app.services.paper_list import PaperList, PaperLists
from ceremony_app.services.paperwork import Paperwork
from ceremony_app.storage.ceremony_file import CeremonyFile


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list on paper, and what was written of it."""

    list: PaperList
    made: Made


def print_paper_list(
    file: CeremonyFile,
    stationery: Stationery,
    out: Path,
    choice: Choice,
    paper: Paper | None = None,
    *,
    drafting: bool = False,
) -> PrintedList:
    """Write the numbered list of the active staff as PDF, and keep who stands at which number.

    A draft is for looking at: it is not kept, and its numbers cannot be typed in.

    Raises Refused where there is nobody, FileTrouble and DiskTrouble where it cannot be written;
    then nothing is recorded.
    """
    work = Paperwork(file, stationery, drafting=drafting)
    document = work.begin()
    listed, people = PaperLists(file).draft(document.id)
    rows = tuple(
        MissingRow(number, person.name, person.post, person.division)
        for number, person in enumerate(people, start=1)
    )
    at = local_text(file.opener.opening.clock.now(), file.writer.zone)
    sheet = NumberedSheet(work.facts.occasion(choice), listed.code, at, rows)
    made = make_paper_list(document.stationery, sheet, out, paper or work.facts.details.paper)
    work.record(document, "paper_list", made, choice, {"people": len(rows)}, kept=(listed.item,))
    return PrintedList(listed, made)
