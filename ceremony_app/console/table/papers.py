"""The papers that the table offers, each with how it is made."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ceremony_app.domain.ceremony import Details, Pact, PactForm, Paper
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import Made
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import BadgeWish, Papers
from ceremony_app.ui_kit.tasks import Reporter


class Kind(Enum):
    """What a paper is."""

    BADGES = "badges"
    PACT = "pact"
    ATTENDANCE = "attendance"
    MISSING = "missing"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry of the list: a paper, and of pacts which one in which form."""

    kind: Kind
    title: Message
    file_name: Message
    pact: Pact | None = None
    form: PactForm | None = None

    @property
    def seals(self) -> bool:
        """Whether making it seals the record."""
        return self.kind is Kind.MINUTES


@dataclass(frozen=True, slots=True)
class Wish:
    """How a paper is wanted."""

    choice: Choice
    paper: Paper
    division: str = ""
    line_codes: bool = False


def sheets(details: Details) -> list[Sheet]:
    """Every paper of a ceremony, in the order of the day."""
    return [
        Sheet(Kind.BADGES, message("table.sheet.badges"), message("table.file.badges")),
        *(_pact(pact, form) for pact in details.pacts for form in _forms(pact)),
        Sheet(Kind.ATTENDANCE, message("table.sheet.attendance"), message("table.file.attendance")),
        Sheet(Kind.MISSING, message("missing.paper.sheet"), message("missing.paper.file")),
        Sheet(Kind.MINUTES, message("table.sheet.minutes"), message("table.file.minutes")),
    ]


def make(papers: Papers, sheet: Sheet, wish: Wish, out: Path, report: Reporter) -> Made:
    """Make one paper; raises what the desk of papers raises."""
    if sheet.pact is not None:
        return papers.pact(out, sheet.pact, wish.choice, sheet.form, wish.paper, report)
    if sheet.kind is Kind.BADGES:
        badges = BadgeWish(wish.division, wish.line_codes, wish.paper)
        return papers.badges(out, badges, wish.choice, report)
    if sheet.kind is Kind.ATTENDANCE:
        return papers.attendance(out, wish.choice, wish.paper)
    if sheet.kind is Kind.MISSING:
        return papers.missing(out, wish.choice, wish.paper)
    return papers.minutes(out, wish.choice, wish.paper)


def _forms(pact: Pact) -> tuple[PactForm, ...]:
    """The pact's own form first; the other one can be asked for too."""
    return (pact.form, *(form for form in PactForm if form is not pact.form))


def _pact(pact: Pact, form: PactForm) -> Sheet:
    if form is PactForm.REPRESENTATIVES:
        title = message("table.sheet.pact_representatives", pact=pact.title)
        name = message("table.file.pact_representatives", pact=pact.key)
    else:
        title = message("table.sheet.pact_individual", pact=pact.title)
        name = message("table.file.pact_individual", pact=pact.key)
    return Sheet(Kind.PACT, title, name, pact, form)
