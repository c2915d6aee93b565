"""Papers from any data, made and looked at: within the margins, nothing over another, nothing cut.

Each function makes one kind of paper and reads it back. The fast tests do it a few times, the long
ones some hundreds of times.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.card import make_card
from ceremony_app.documents.listing import make_guests, make_rundown
from ceremony_app.documents.minutes import make_minutes
from ceremony_app.documents.missing import make_missing
from ceremony_app.documents.pact import make_pact
from ceremony_app.documents.paper_list import make_paper_list
from ceremony_app.documents.reading_sheet import make_reading_sheet
from ceremony_app.documents.report import make_report
from ceremony_app.documents.signatures import Signature, number_lines, signature_of
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain import wording
from ceremony_app.domain.ceremony import PactForm, Paper
from ceremony_app.domain.day_papers import (
    CardSheet,
    GuestSheet,
    ReadingSheet,
    ReportSheet,
    RundownSheet,
)
from ceremony_app.domain.numbered_sheet import NumberedSheet
from ceremony_app.domain.papers import AttendanceSheet, MinutesData, MissingSheet, PactSheet
from ceremony_app.domain.people import Party
from tests.helpers.odd_day_papers import (
    card_sheets,
    guest_sheets,
    missing_sheets,
    numbered_sheets,
    reading_sheets,
    report_sheets,
    rundown_sheets,
)
from tests.helpers.odd_papers import DATED, attendance_sheets, minutes, pact_sheets
from tests.helpers.paper_pieces import (
    Sheet,
    check_company,
    check_sheets,
    check_whole,
    check_words,
    read_sheets,
)


class AnyPaper:
    """Makes papers into `folder` and checks them."""

    def __init__(self, stationery: Stationery, folder: Path) -> None:
        self._stationery = stationery
        self._face = stationery.faces.regular
        self._out = folder / "paper.pdf"

    def representatives(self, sheet: PactSheet, paper: Paper) -> None:
        """The signature sheet."""
        make_pact(self._stationery, sheet, self._out, paper)
        pages = self._read()
        check_sheets(pages, paper, letterhead=True)
        check_words(pages, self._pact_words(sheet), self._face)
        blocks = (*sheet.representatives, *sheet.acknowledgers, *sheet.witnesses)
        self._check_blocks(pages, blocks)
        check_company(pages, DATED, self._face)

    def individual(self, sheet: PactSheet, paper: Paper) -> None:
        """A sheet for each person, each with its pages numbered from one."""
        make_pact(self._stationery, sheet, self._out, paper)
        pages = self._read()
        starts = [at for at, one in enumerate(pages) if _first(one)] + [len(pages)]
        assert len(starts) == len(sheet.people) + 1
        for person, start, end in zip(sheet.people, starts, starts[1:], strict=False):
            own = pages[start:end]
            check_sheets(own, paper, letterhead=True)
            words = [*self._pact_words(sheet), person.post, person.rank or person.name]
            check_words(own, words, self._face)
            number = number_lines(person.id_kind, person.id_number, self._stationery.words)
            check_whole(own, ["".join((person.name, *number))], self._face)
            self._check_blocks(own, (*sheet.acknowledgers, *sheet.witnesses))
            check_company(own, DATED, self._face)

    def attendance(self, sheet: AttendanceSheet, paper: Paper) -> None:
        """The list, its rows whole and its head on every page that has one."""
        make_attendance(self._stationery, sheet, self._out, paper)
        pages = self._read()
        check_sheets(pages, paper, letterhead=True)
        rows = []
        for row in sheet.rows:
            number, rank = wording.shown_number(row.id_number) or "-", row.rank or "-"
            post = row.post if sheet.by_division else f"{row.post}, {row.division}"
            rows.append("".join((str(row.no), row.name, number, rank, post)))
        check_whole(pages, rows, self._face)
        self._check_blocks(pages, sheet.signers)
        if sheet.signers:
            check_company(pages, DATED, self._face)
        if sheet.rows:
            head = self._stationery.words("papers.attendance.signature")
            check_whole(pages[:1], [head], self._face)

    def minutes(self, data: MinutesData, paper: Paper) -> None:
        """The minutes with their head."""
        make_minutes(self._stationery, data, self._out, paper)
        pages = self._read()
        check_sheets(pages, paper, letterhead=True)
        names = [fact.party.name for fact in data.witnesses]
        names.extend(one.party.name for pact in data.pacts for one in pact.representatives)
        words = [data.occasion.title.upper(), wording.grouped_head(data.head), *names]
        check_words(pages, [*words, *(text.title for text in data.texts)], self._face)
        blocks = (*data.signers, *(fact.party for fact in data.witnesses if fact.signs))
        self._check_blocks(pages, blocks)
        check_company(pages, DATED, self._face)

    def guests(self, sheet: GuestSheet, paper: Paper) -> None:
        """The guest list with its spare lines."""
        make_guests(self._stationery, sheet, self._out, paper)
        rows = ["".join((str(row.no), row.name, row.post, row.division)) for row in sheet.rows]
        self._check_list(paper, rows, [sheet.occasion.title])

    def rundown(self, sheet: RundownSheet, paper: Paper) -> None:
        """The programme."""
        make_rundown(self._stationery, sheet, self._out, paper)
        rows = ["".join((row.title, row.speaker, row.note)) for row in sheet.rows]
        self._check_list(paper, rows, [sheet.occasion.title])

    def missing(self, sheet: MissingSheet, paper: Paper) -> None:
        """The list of those who have not come."""
        make_missing(self._stationery, sheet, self._out, paper)
        self._check_list(paper, [f"{row.no}{row.name}{row.post}" for row in sheet.rows], [])

    def paper_list(self, sheet: NumberedSheet, paper: Paper) -> None:
        """The list with numbers."""
        make_paper_list(self._stationery, sheet, self._out, paper)
        rows = [f"{row.no}{row.name}{row.post}" for row in sheet.rows]
        self._check_list(paper, rows, [sheet.code])

    def report(self, sheet: ReportSheet, paper: Paper) -> None:
        """The report with its charts."""
        make_report(self._stationery, sheet, self._out, paper)
        names = [division.name for division in sheet.divisions]
        titles = [word for signed in sheet.signed for word in signed[0].split()]
        self._check_list(paper, [], [sheet.occasion.title, *names, *titles])
        pages = self._read()
        self._check_blocks(pages, sheet.signers[:1])
        check_company(pages, DATED, self._face)

    def card(self, sheet: CardSheet, paper: Paper) -> None:
        """A card: its rows whole."""
        make_card(self._stationery, sheet, self._out, paper)
        rows = ["".join((keys, does)) for does, keys in sheet.keys]
        rows.extend("".join(case) for case in sheet.cases)
        self._check_list(paper, rows, [sheet.title], letterhead=False)

    def reading(self, sheet: ReadingSheet, paper: Paper) -> None:
        """The leader's sheets, no phrase over two pages."""
        make_reading_sheet(self._stationery, sheet, self._out, paper)
        pages = self._read()
        starts = [at for at, one in enumerate(pages) if _first(one)] + [len(pages)]
        assert len(starts) == len(sheet.texts) + 1
        for text, start, end in zip(sheet.texts, starts, starts[1:], strict=False):
            own = pages[start:end]
            check_sheets(own, paper, letterhead=False)
            phrases = [phrase.words for point in text.parts for phrase in point.phrases]
            check_whole(own, [text.title, *phrases], self._face)

    def _check_list(
        self, paper: Paper, rows: list[str], words: list[str], *, letterhead: bool = True
    ) -> None:
        pages = self._read()
        check_sheets(pages, paper, letterhead=letterhead)
        check_whole(pages, rows, self._face)
        check_words(pages, words, self._face)

    def _read(self) -> list[Sheet]:
        return read_sheets(self._out.read_bytes())

    def _pact_words(self, sheet: PactSheet) -> list[str]:
        letterhead, pact = sheet.occasion.letterhead, sheet.pact
        heads = (letterhead.ministry.upper(), letterhead.office.upper(), pact.title.upper())
        bases = (basis.rstrip(".;") for basis in sheet.legal_bases)
        texts = (*letterhead.address, *bases, *pact.points, pact.sanction, pact.closing)
        return [*heads, *texts]

    def _check_blocks(self, pages: list[Sheet], parties: Sequence[Party]) -> None:
        blocks = [signature_of(party, self._stationery.words) for party in parties]
        check_whole(pages, [_spelled(block) for block in blocks], self._face)


KINDS: dict[str, tuple[st.SearchStrategy[Any], Callable[[AnyPaper, Any, Paper], None]]] = {
    "representatives": (pact_sheets(PactForm.REPRESENTATIVES), AnyPaper.representatives),
    "individual": (pact_sheets(PactForm.INDIVIDUAL), AnyPaper.individual),
    "attendance": (attendance_sheets(), AnyPaper.attendance),
    "minutes": (minutes(), AnyPaper.minutes),
    "guests": (guest_sheets(), AnyPaper.guests),
    "rundown": (rundown_sheets(), AnyPaper.rundown),
    "missing": (missing_sheets(), AnyPaper.missing),
    "paper list": (numbered_sheets(), AnyPaper.paper_list),
    "report": (report_sheets(), AnyPaper.report),
    "card": (card_sheets(), AnyPaper.card),
    "reading": (reading_sheets(), AnyPaper.reading),
}
"""What each kind of paper is made from, and how it is looked at."""


def _first(sheet: Sheet) -> bool:
    return any(piece.words.strip().startswith("Halaman 1 dari") for piece in sheet.foot)


def _spelled(block: Signature) -> str:
    return "".join((*block.above, block.name, *block.below))
