"""The papers that the table offers, each with how it is made."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Details, Pact, PactForm, Paper
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import Made
from ceremony_app.services.day_papers import CardKeys, DayPapers
from ceremony_app.services.facts import Choice
from ceremony_app.services.paper_list_print import print_paper_list
from ceremony_app.services.papers import BadgeWish, Papers
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.tasks import Reporter


class Kind(Enum):
    """What a paper is."""

    BADGES = "badges"
    PACT = "pact"
    ATTENDANCE = "attendance"
    MISSING = "missing"
    UNSIGNED = "unsigned"
    NUMBERED = "numbered"
    MINUTES = "minutes"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry of the list: a paper, and of pacts which one in which form."""

    kind: Kind
    title: Message
    file_name: Message
    pact: Pact | None = None
    form: PactForm | None = None
    day: DayPaper | None = None

    @property
    def goes_to_letters(self) -> bool:
        """Whether letter systems take a draft of it."""
        return self.seals or self.form is PactForm.REPRESENTATIVES

    @property
    def by_division(self) -> bool:
        """Whether it can be had of one division alone."""
        of_people = self.form is PactForm.INDIVIDUAL
        return of_people or self.kind in (Kind.BADGES, Kind.MISSING)

    @property
    def has_number(self) -> bool:
        """Whether a letter's number stands on it."""
        return self.kind in (Kind.PACT, Kind.MINUTES)

    @property
    def seals(self) -> bool:
        """Whether making it seals the record."""
        return self.kind is Kind.MINUTES


@dataclass(frozen=True, slots=True)
class Wish:
    """How a paper is wanted."""

    choice: Choice
    paper: Paper
    layout: BadgeLayout = BadgeLayout.GRID
    line_codes: bool = False
    keys: CardKeys | None = None


def page_mm(sheet: Sheet, wish: Wish) -> tuple[float, float]:
    """Width and height of the pages."""
    is_badges = sheet.kind is Kind.BADGES
    return wish.layout.page_mm(wish.paper) if is_badges else wish.paper.size_mm


def sheets(details: Details) -> list[Sheet]:
    """Every paper of a ceremony, in the order of the day."""
    return [
        Sheet(Kind.BADGES, message("table.sheet.badges"), message("table.file.badges")),
        *(_pact(pact, form) for pact in details.pacts for form in _forms(pact)),
        Sheet(Kind.ATTENDANCE, message("table.sheet.attendance"), message("table.file.attendance")),
        Sheet(Kind.MISSING, message("missing.paper.sheet"), message("missing.paper.file")),
        *(_unsigned(pact) for pact in details.pacts),
        Sheet(Kind.MINUTES, message("table.sheet.minutes"), message("table.file.minutes")),
        *day_sheets(),
        Sheet(Kind.NUMBERED, message("paper_list.sheet"), message("paper_list.file")),
    ]


def day_sheets() -> list[Sheet]:
    """The smaller papers, those for the table and the file first, those for the helpers last."""
    named = (
        (DayPaper.BLANK_LIST, message("paperwork.sheet.blank"), message("paperwork.file.blank")),
        (DayPaper.WITHOUT_TIMES, message("paperwork.sheet.plain"), message("paperwork.file.plain")),
        (DayPaper.BY_RANK, message("paperwork.sheet.rank"), message("paperwork.file.rank")),
        (DayPaper.GUESTS, message("paperwork.sheet.guests"), message("paperwork.file.guests")),
        (DayPaper.REPORT, message("paperwork.sheet.report"), message("paperwork.file.report")),
        (
            DayPaper.PHOTOGRAPHS,
            message("photographs.document"),
            message("photographs.paper_file"),
        ),
        (DayPaper.RUNDOWN, message("paperwork.sheet.rundown"), message("paperwork.file.rundown")),
        (DayPaper.READING, message("paperwork.sheet.reading"), message("paperwork.file.reading")),
        (
            DayPaper.OPERATOR_CARD,
            message("paperwork.sheet.operator"),
            message("paperwork.file.operator"),
        ),
        (DayPaper.CLERK_CARD, message("paperwork.sheet.clerk"), message("paperwork.file.clerk")),
    )
    return [Sheet(Kind.DAY, title, name, day=day) for day, title, name in named]


def make(
    file: CeremonyFile,
    stationery: Stationery,
    sheet: Sheet,
    wish: Wish,
    out: Path,
    report: Reporter,
    *,
    drafting: bool = False,
) -> Made:
    """Make one paper, for good or as a draft; raises what the desk of papers raises."""
    if sheet.day is not None:
        desk = DayPapers(file, stationery, wish.keys, drafting=drafting)
        return desk.make(sheet.day, out, wish.choice, wish.paper)
    papers = Papers(file, stationery, drafting=drafting)
    if sheet.kind is Kind.UNSIGNED and sheet.pact is not None:
        return papers.unsigned(out, sheet.pact, wish.choice, wish.paper)
    if sheet.pact is not None:
        return papers.pact(out, sheet.pact, wish.choice, sheet.form, wish.paper, report)
    if sheet.kind is Kind.BADGES:
        badges = BadgeWish(wish.choice.division, wish.line_codes, wish.paper, wish.layout)
        return papers.badges(out, badges, wish.choice, report)
    if sheet.kind is Kind.ATTENDANCE:
        return papers.attendance(out, wish.choice, wish.paper)
    if sheet.kind is Kind.MISSING:
        return papers.missing(out, wish.choice, wish.paper, wish.choice.division or None)
    if sheet.kind is Kind.NUMBERED:
        printed = print_paper_list(
            file, stationery, out, wish.choice, wish.paper, drafting=drafting
        )
        return printed.made
    return papers.minutes(out, wish.choice, wish.paper)


def _forms(pact: Pact) -> tuple[PactForm, ...]:
    """The pact's own form first; the other one can be asked for too."""
    return (pact.form, *(form for form in PactForm if form is not pact.form))


def _unsigned(pact: Pact) -> Sheet:
    title = message("unsigned.sheet", pact=pact.title)
    return Sheet(Kind.UNSIGNED, title, message("unsigned.file", pact=pact.key), pact)


def _pact(pact: Pact, form: PactForm) -> Sheet:
    if form is PactForm.REPRESENTATIVES:
        title = message("table.sheet.pact_representatives", pact=pact.title)
        name = message("table.file.pact_representatives", pact=pact.key)
    else:
        title = message("table.sheet.pact_individual", pact=pact.title)
        name = message("table.file.pact_individual", pact=pact.key)
    return Sheet(Kind.PACT, title, name, pact, form)
