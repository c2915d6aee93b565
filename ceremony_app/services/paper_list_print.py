"""Printing the numbered list: made and kept in one go, so that no list is typed in unknown."""

from dataclasses import dataclass
from pathlib import Path

from ceremony_app.documents.paper_list import make_paper_list
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.numbered_sheet import NumberedSheet
from ceremony_app.domain.papers import Made, MissingRow
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.paper_list import PaperList, PaperLists
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import Brought
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list on paper, and what was written of it."""

    list: PaperList
    made: Made


def print_paper_list(
    file: CeremonyFile, stationery: Stationery, out: Path, choice: Choice
) -> PrintedList:
    """Write the numbered list of the active staff as PDF, and keep who stands at which number.

    Raises Refused where there is nobody, FileTrouble and DiskTrouble where it cannot be written;
    then nothing is recorded.
    """
    facts = Facts(file)
    details = facts.details
    drafted, people = PaperLists(file).draft()
    rows = tuple(
        MissingRow(number, person.name, person.post, person.division)
        for number, person in enumerate(people, start=1)
    )
    at = local_text(file.opener.opening.clock.now(), file.writer.zone)
    sheet = NumberedSheet(facts.occasion(choice), drafted.code, at, rows)
    if details.rehearsal:
        stationery = stationery.for_rehearsal()
    made = make_paper_list(stationery, sheet, out, details.paper)
    body: dict[str, Json] = {
        "document": drafted.id,
        "kind": "paper_list",
        "pages": made.pages,
        "people": len(rows),
        "sha256": made.sha256,
    }
    entry = Entry(EventKind.DOCUMENT_MADE, body, session=choice.session.id)
    with file.transaction():
        file.append(entry, Brought(items=(drafted.item,)))
    return PrintedList(drafted, made)
