"""The papers of an archive: which there are, under which numbers, and the seal they carry."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.documents.stationery import Report, Stationery
from ceremony_app.domain.archive import Part
from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.papers import Made
from ceremony_app.domain.sessions import Session
from ceremony_app.services.day_papers import DayPapers
from ceremony_app.services.document_facts import DocumentFacts
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.services.paperwork import Paperwork, Told
from ceremony_app.services.photographs import Photographs
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.seals import Seals
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile

_OF_THE_DAY = {
    DayPaper.RUNDOWN: "susunan-acara",
    DayPaper.READING: "lembar-baca",
    DayPaper.GUESTS: "daftar-tamu",
    DayPaper.REPORT: "laporan-pelaksanaan",
    DayPaper.PHOTOGRAPHS: "dokumentasi",
}
"""Of the smaller papers those that tell of the ceremony; cards and blank lists do not."""

_LISTS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Step:
    """One paper: its place in the folder, what it is, and how it is made there."""

    path: str
    part: Part
    kind: str
    make: Callable[[Path, Report], Made]


class ArchivePapers:
    """The papers of one open file, as an archive holds them."""

    def __init__(self, file: CeremonyFile, stationery: Stationery) -> None:
        self._file = file
        held: list[Told] = []
        self._papers = Papers(file, stationery, held=held)
        self._day_papers = DayPapers(file, stationery, held=held)
        self._held = Paperwork(file, stationery, held=held)
        self._sealed = Papers(file, stationery)
        self._documents = DocumentFacts(file)

    def steps(self) -> Iterator[Step]:
        """Everything but the minutes: pacts in their forms, attendance of each session."""
        for at, pact in enumerate(Preparation(self._file).details().pacts, start=1):
            yield self._pact(at, pact)
        for session in self._sessions():
            yield from self._attendance(session)
        for kind, name in _OF_THE_DAY.items():
            if kind is DayPaper.PHOTOGRAPHS and not Photographs(self._file).all():
                continue  # nobody misses a paper of what was not brought
            yield self._of_the_day(kind, name)

    def minutes(self) -> Iterator[Step]:
        """The minutes of each session, all under one seal: to be made after everything else.

        Only now the record learns of the other papers: an archive that was given up before
        leaves no trace in it.
        """
        self._held.record_held()
        seal = Seals(self._file).current()
        for session in self._sessions():
            choice = Choice(session, self._number("minutes", "", session))

            def make(out: Path, _: Report, choice: Choice = choice) -> Made:
                return self._sealed.minutes(out, choice, seal=seal)

            yield Step(f"dokumen/berita-acara{_of(session)}.pdf", Part.PAPER, "minutes", make)

    def _pact(self, at: int, pact: Pact) -> Step:
        kind, main = f"pact_{pact.form}", Sessions(self._file).main()
        choice = Choice(main, self._number(kind, pact.id, main))
        form = "perwakilan" if pact.form is PactForm.REPRESENTATIVES else "perorangan"
        name = plain_name(pact.key or pact.title)

        def make(out: Path, report: Report) -> Made:
            return self._papers.pact(out, pact, choice, report=report)

        return Step(f"dokumen/pakta-{at:02}-{name}-{form}.pdf", Part.PAPER, kind, make)

    def _attendance(self, session: Session) -> Iterator[Step]:
        number = self._number("attendance_pdf", "", session)

        def make(out: Path, _: Report) -> Made:
            return self._papers.attendance(out, Choice(session, number))

        name = f"daftar-hadir{_of(session)}"
        yield Step(f"dokumen/{name}.pdf", Part.PAPER, "attendance_pdf", make)
        for ending in _LISTS:
            kind = f"attendance_{ending[1:]}"
            yield Step(f"kehadiran/{name}{ending}", Part.LIST, kind, make)

    def _of_the_day(self, kind: DayPaper, name: str) -> Step:
        choice = Choice(Sessions(self._file).main())

        def make(out: Path, _: Report) -> Made:
            return self._day_papers.make(kind, out, choice)

        return Step(f"dokumen/{name}.pdf", Part.PAPER, kind.value.replace("-", "_"), make)

    def _sessions(self) -> list[Session]:
        """The main session, and those that have begun."""
        attendance = Attendance(self._file)
        return [
            one
            for one in Sessions(self._file).all()
            if one.main or one.open or attendance.present_count(one.id)
        ]

    def _number(self, kind: str, pact: str, session: Session) -> str:
        return self._documents.last_number(kind, pact, session.id)


def plain_name(words: str) -> str:
    """Words as every system takes them for the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60] or "tanpa-nama"


def _of(session: Session) -> str:
    return "" if session.main else f"-sesi-{session.number}"
