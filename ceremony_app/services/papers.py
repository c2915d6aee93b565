"""Making the papers: the facts read, the sheet made, the printing recorded."""

from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.attendance_files import make_attendance_csv, make_attendance_xlsx
from ceremony_app.documents.badge_files import make_badge_csv, make_badge_pictures
from ceremony_app.documents.badges import make_badges
from ceremony_app.documents.minutes import make_minutes
from ceremony_app.documents.missing import make_missing, make_missing_csv
from ceremony_app.documents.pact import make_pact, make_pact_files
from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.documents.word import DOCX, make_minutes_docx, make_pact_docx
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Pact, PactForm, Paper
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.mistakes import PaperKind
from ceremony_app.domain.papers import Made, MissingSheet
from ceremony_app.domain.people import Role
from ceremony_app.services.document_facts import DocumentFacts
from ceremony_app.services.facts import Choice
from ceremony_app.services.minutes_paper import MinutesDesk
from ceremony_app.services.missing import Missing
from ceremony_app.services.pacts import pact_named
from ceremony_app.services.paperwork import Paperwork, Told
from ceremony_app.services.record import Seal
from ceremony_app.services.roster import divisions_of
from ceremony_app.services.unsigned import Unsigned
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People


@dataclass(frozen=True, slots=True)
class BadgeWish:
    """Which badges, and how: of one division, in which layout, with lines for scanners that
    read no squares."""

    division: str = ""
    line_codes: bool = False
    paper: Paper | None = None
    layout: BadgeLayout = BadgeLayout.GRID


class Papers:
    """The papers of one open file; every one that is made is an event with its SHA-256.

    A drafting desk makes the same sheets for a preview: it neither seals nor records, and its
    minutes carry no head. Every sheet of a rehearsal says that it is one, and its minutes carry
    no head either.
    """

    def __init__(
        self,
        file: CeremonyFile,
        stationery: Stationery,
        *,
        drafting: bool = False,
        held: list[Told] | None = None,
    ) -> None:
        self._file = file
        self._work = Paperwork(file, stationery, drafting=drafting, held=held)
        self._facts = self._work.facts

    def badges(
        self, out: Path, wish: BadgeWish, choice: Choice, report: Report = unreported
    ) -> Made:
        """Badges as PDF or csv by the ending of `out`, else one PNG a person into that folder.

        Raises Refused where there is nobody with a badge, or no room for line codes, FileTrouble
        and DiskTrouble where it cannot be written; then nothing is recorded.
        """
        if wish.line_codes and not wish.layout.takes_line_codes:
            raise Refused("badge_layouts.no_line_codes")
        sheet = self._facts.badge_sheet(wish.division, line_codes=wish.line_codes)
        sheet = replace(sheet, layout=wish.layout)
        if not sheet.badges:
            raise self._nobody(wish.division, "papers_desk.no_badges")
        document = self._work.begin()
        stationery = document.stationery
        form = {".pdf": "pdf", ".csv": "csv"}.get(out.suffix.lower(), "png")
        match form:
            case "pdf":
                paper = wish.paper or self._facts.details.paper
                made = make_badges(stationery, sheet, out, paper, report)
            case "csv":
                made = make_badge_csv(sheet, out)
            case _:
                made = make_badge_pictures(stationery, sheet, out, report)
        count = len(sheet.badges)
        self._work.record(document, "badges", made, choice, {"badges": count, "form": form})
        return made

    def _nobody(self, division: str, key: str) -> Refused:
        """Why there is nobody to make sheets for: a division that is not there, or `key`."""
        divisions = divisions_of(People(self._file).everyone())
        if division and division not in divisions:
            known = ", ".join(divisions)
            return Refused("papers_desk.unknown_division", name=division, known=known)
        return Refused(key)

    def pact_named(self, asked: str) -> Pact:
        """By id, key or title; an empty name asks for the first. Raises Refused."""
        return pact_named(self._facts.details, asked)

    def pact(
        self,
        out: Path,
        pact: Pact,
        choice: Choice,
        form: PactForm | None = None,
        paper: Paper | None = None,
        report: Report = unreported,
    ) -> Made:
        """The signature sheet as PDF, in the pact's own form unless another is asked for.

        With the ending .docx it is the representatives' sheet as a draft for the letter system.
        Individual sheets are those of the choice's division; without an ending they are a PDF
        each in that folder. Without a number it takes the one that it was given after its making,
        else the pact's own.

        Raises Refused where nobody could sign it, FileTrouble and DiskTrouble where it cannot
        be written; then nothing is recorded.
        """
        details, form = self._facts.details, form or pact.form
        ending = out.suffix.lower()
        if ending == DOCX:
            form = PactForm.REPRESENTATIVES
        elif form is PactForm.REPRESENTATIVES and ending != ".pdf":
            raise Refused("papers_desk.one_sheet", file=out.name)
        choice = replace(choice, number=choice.number or self._given_number(pact, form, choice))
        sheet = self._facts.pact_sheet(pact, form, choice)
        choice = replace(choice, number=sheet.number)
        if form is PactForm.INDIVIDUAL and not sheet.people:
            raise self._nobody(choice.division, "papers_desk.no_people")
        if form is PactForm.REPRESENTATIVES and not details.with_role(Role.REPRESENTATIVE):
            raise Refused("papers_desk.no_representatives")
        paper = paper or details.paper
        if ending == DOCX:
            document = self._work.begin()
            made = make_pact_docx(document.stationery, sheet, out, paper)
            return self._work.record(document, "pact_docx", made, choice, {"pact": pact.id})
        document = self._work.begin(PaperKind(form), pact.id)
        make = make_pact if ending == ".pdf" else make_pact_files
        made = make(document.stationery, sheet, out, paper, report)
        sheets = tuple(person.id for person in sheet.people)
        kind = f"pact_{form}"
        return self._work.record(document, kind, made, choice, {"pact": pact.id}, sheets)

    def _given_number(self, pact: Pact, form: PactForm, choice: Choice) -> str:
        documents = DocumentFacts(self._file)
        return documents.given_number(f"pact_{form}", pact.id, choice.session.id)

    def attendance(self, out: Path, choice: Choice, paper: Paper | None = None) -> Made:
        """The attendance list as PDF, xlsx or csv, by the ending of `out`."""
        sheet = self._facts.attendance_sheet(choice)
        # A list for other programs is no paper that could be taken for the original.
        is_paper = out.suffix.lower() == ".pdf"
        original = self._work.original("attendance_pdf", choice) if is_paper else None
        checked = PaperKind.ATTENDANCE if is_paper else None
        document = self._work.begin(checked, copy_of=original)
        stationery = document.stationery
        match out.suffix.lower():
            case ".pdf":
                paper = paper or self._facts.details.paper
                made = make_attendance(stationery, sheet, out, paper)
            case ".xlsx":
                made = make_attendance_xlsx(stationery, sheet, out)
            case ".csv":
                made = make_attendance_csv(stationery, sheet, out)
            case _:
                raise Refused("papers_desk.ending", file=out.name)
        kind = f"attendance{out.suffix.lower().replace('.', '_')}"
        return self._work.record(document, kind, made, choice)

    def missing(
        self, out: Path, choice: Choice, paper: Paper | None = None, division: str | None = None
    ) -> Made:
        """The list of those who have not come, as PDF or csv, by the ending of `out`."""
        sheet = Missing(self._file).sheet(choice, division)
        document, size = self._work.begin(), paper or self._facts.details.paper
        made = self._written(document.stationery, sheet, out, size)
        self._work.record(document, "missing", made, choice, {"people": len(sheet.rows)})
        return made

    def unsigned(
        self,
        out: Path,
        pact: Pact,
        choice: Choice,
        paper: Paper | None = None,
        division: str | None = None,
    ) -> Made:
        """The list of those who have not signed a pact, as PDF or csv, by the ending of `out`."""
        sheet = Unsigned(self._file).sheet(pact, choice, division)
        document, size = self._work.begin(), paper or self._facts.details.paper
        made = self._written(document.stationery, sheet, out, size)
        count = len(sheet.rows)
        self._work.record(document, "unsigned", made, choice, {"people": count, "pact": pact.id})
        return made

    @staticmethod
    def _written(stationery: Stationery, sheet: MissingSheet, out: Path, paper: Paper) -> Made:
        if out.suffix.lower() == ".csv":
            return make_missing_csv(stationery, sheet, out)
        if out.suffix.lower() == ".pdf":
            return make_missing(stationery, sheet, out, paper)
        raise Refused("papers_desk.ending", file=out.name)

    def minutes(
        self, out: Path, choice: Choice, paper: Paper | None = None, seal: Seal | None = None
    ) -> Made:
        """The minutes as PDF: seals the record, and prints the head of the seal; of `seal` where
        one is given.

        A seal to which nothing was added is used again, so a PDF that could not be written leaves
        one behind that the next attempt uses. Of signed minutes see `MinutesDesk`.

        With the ending .docx a draft for the letter system, which seals nothing and has no head.
        """
        if out.suffix.lower() == DOCX:
            return self._minutes_docx(out, choice, paper)
        desk = MinutesDesk(self._file, self._facts, drafting=self._work.drafting)
        minutes, size = desk.paper(choice, seal), paper or self._facts.details.paper
        document = self._work.begin(PaperKind.MINUTES, copy_of=minutes.copy_of)
        made = make_minutes(document.stationery, minutes.data, out, size)
        head = minutes.seal.head
        return self._work.record(document, "minutes", made, minutes.choice, {"head": head})

    def _minutes_docx(self, out: Path, choice: Choice, paper: Paper | None) -> Made:
        minutes = MinutesDesk(self._file, self._facts, drafting=True).paper(choice)
        document, size = self._work.begin(), paper or self._facts.details.paper
        made = make_minutes_docx(document.stationery, minutes.data, out, size)
        return self._work.record(document, "minutes_docx", made, minutes.choice)
