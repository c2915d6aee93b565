"""A paper as it was made, to be seen beside what came back.

The file keeps no paper, only its hash. It is made once more under its own id, and shown only where
its bytes are those that the record names: where names, texts or attendance were changed since,
nobody sees a sheet that never was.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.minutes import make_minutes
from ceremony_app.documents.pact import make_pact
from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.domain.ceremony import Pact, PactForm, Paper
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind, Json, printed_head
from ceremony_app.domain.mistakes import PaperKind
from ceremony_app.domain.papers import Made, MinutesData, PactSheet
from ceremony_app.domain.signed_sheets import PaperMade
from ceremony_app.services.document_facts import DocumentFacts
from ceremony_app.services.facts import Choice
from ceremony_app.services.operators import readable
from ceremony_app.services.paperwork import Paperwork
from ceremony_app.services.record import Seal
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People

_PACTS = {f"pact_{form}": form for form in PactForm}


class PaperAgain:
    """Makes papers of one open file once more; records nothing."""

    def __init__(self, file: CeremonyFile, stationery: Stationery) -> None:
        self._file = file
        self._stationery = stationery
        self._journal = Journal(file)

    def make(self, paper: PaperMade, out: Path, report: Report = unreported) -> bool:
        """Write a paper as it was made; whether that could be done. Raises as makers do, and
        whatever `report` raises."""
        try:
            body = readable(self._journal.event(paper.event))
            tries = self._tries(paper, body, out, report)
            return any(made.sha256 == body.get("sha256") for made in tries)
        except Refused:
            return False  # whoever was to sign it is no longer there

    def _tries(
        self, paper: PaperMade, body: Mapping[str, Json], out: Path, report: Report
    ) -> Iterator[Made]:
        """The ways in which it may have been made: the record does not say on which paper, nor
        of a pact whether it was the original or a copy."""
        work = Paperwork(self._file, self._stationery, drafting=True, again=paper.id)
        session = next((s for s in Sessions(self._file).all() if s.id == paper.session), None)
        if session is None:
            return
        # The number that was printed: one that came later stands in the record alone.
        choice = Choice(session, Items(self._file).note(str(body.get("number", ""))))
        copied = DocumentFacts(self._file).find(str(body.get("copy_of", "")))
        usual = work.facts.details.paper
        for size in (usual, *(other for other in Paper if other is not usual)):
            report(0, 1)
            if paper.kind in _PACTS:
                yield from self._pacts(work, paper, choice, size, out, report)
            elif paper.kind == "attendance_pdf":
                sheet = work.facts.attendance_sheet(choice)
                stationery = work.begin(PaperKind.ATTENDANCE, copy_of=copied).stationery
                yield make_attendance(stationery, sheet, out, size)
            elif paper.kind == "minutes":
                stationery = work.begin(PaperKind.MINUTES, copy_of=copied).stationery
                for data in self._minutes(work, paper, choice):
                    yield make_minutes(stationery, data, out, size)

    def _pacts(
        self,
        work: Paperwork,
        paper: PaperMade,
        choice: Choice,
        size: Paper,
        out: Path,
        report: Report,
    ) -> Iterator[Made]:
        found = next((one for one in work.facts.details.pacts if one.id == paper.pact), None)
        if found is None:
            return
        sheet = self._pact_sheet(work, paper, found, choice)
        stationery = work.begin(PaperKind(sheet.form), found.id).stationery
        yield make_pact(stationery, replace(sheet, signed=frozenset()), out, size, report)
        if sheet.signed:
            yield make_pact(stationery, sheet, out, size, report)

    def _pact_sheet(
        self, work: Paperwork, paper: PaperMade, pact: Pact, choice: Choice
    ) -> PactSheet:
        sheet = work.facts.pact_sheet(pact, _PACTS[paper.kind], choice)
        if sheet.people and len(sheet.people) != len(paper.people):
            first = People(self._file).by_id(paper.people[0]) if paper.people else None
            division = first.division if first else ""
            return work.facts.pact_sheet(
                pact, _PACTS[paper.kind], replace(choice, division=division)
            )
        return sheet

    def _minutes(self, work: Paperwork, paper: PaperMade, choice: Choice) -> Iterator[MinutesData]:
        """The minutes by themselves, and as a new version of those that were signed before."""
        data = work.facts.minutes(choice, self._seal(paper))
        yield data
        signed = DocumentFacts(self._file).original(paper.kind, paper.session, before=paper.id)
        if signed:
            yield replace(data, updates=signed.as_earlier)

    def _seal(self, paper: PaperMade) -> Seal:
        head = str(readable(self._journal.event(paper.event)).get("head", ""))
        for event in self._journal.of_kind(EventKind.SEALED):
            if printed_head(event.hash) == head:
                return Seal(head, int(str(readable(event).get("events", 0))))
        return Seal(head, 0)


def page_of(paper: PaperMade, sheet: int, page: int) -> int:
    """Which page of the whole paper it is, from 1; sheets of one paper are equally long."""
    each = max(1, paper.pages // paper.sheets)
    return min(paper.pages, (max(1, sheet) - 1) * each + max(1, page))


def picture_of(pdf: Path, page: int) -> bytes:
    """A page of a PDF as PNG; raises Refused where there is none."""
    from ceremony_app.scanning.sheet_files import open_sheets
    from ceremony_app.scanning.sheet_pages import as_png

    with open_sheets(pdf) as sheets:
        return as_png(sheets.picture(page))
