"""What is said of signed sheets and of the papers that they belong to."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.domain.paper_code import shown
from ceremony_app.domain.signed_sheets import (
    REFUSED,
    Fate,
    Matching,
    PageBrought,
    PaperMade,
    SheetPage,
)
from ceremony_app.services.archive_page import moment_in_words
from ceremony_app.services.document_words import document_words


def state_words(page: SheetPage) -> Message:
    """How a page came to its paper, or that it waits."""
    if page.place is None:
        return message("sheets.panel.waiting")
    if page.place.how is Matching.HAND:
        return message("sheets.panel.by_hand")
    return message("sheets.panel.by_code")


def paper_name(say: Catalogue, paper: PaperMade) -> str:
    """What a paper is called, as the beginning of a line."""
    name = say.say(document_words(paper.kind))
    return name[:1].upper() + name[1:]


def paper_line(say: Catalogue, paper: PaperMade) -> str:
    """A paper in one line of a list to choose from."""
    return f"{paper_name(say, paper)} · {shown(paper.code)}"


def paper_facts(say: Catalogue, paper: PaperMade, sheet: int, whose: str) -> Iterator[str]:
    """What is known of a paper, a line each: name, sheet, number, when it was made."""
    yield paper_name(say, paper)
    if whose:
        yield say("sheets.panel.sheet_of", sheet=sheet, name=whose)
    elif paper.sheets > 1:
        yield say("sheets.panel.sheet", sheet=sheet)
    number = paper.number or say("sheets.panel.no_number")
    yield say("sheets.panel.number", number=number)
    yield say("sheets.panel.made", at=moment_in_words(paper.made), code=shown(paper.code))


def brought_words(brought: Sequence[PageBrought]) -> Message:
    """What became of files that were brought, in one sentence."""
    counts = Counter(one.fate for one in brought)
    return message(
        "sheets.panel.brought",
        matched=counts[Fate.MATCHED],
        waiting=counts[Fate.WAITING],
        known=counts[Fate.KNOWN],
        blank=counts[Fate.BLANK],
        refused=sum(counts[fate] for fate in REFUSED),
    )


def refusals(say: Catalogue, brought: Sequence[PageBrought]) -> list[str]:
    """Why pages were not taken in, a line each."""
    return [
        say("sheets.panel.refusal", file=one.file, page=one.number, reason=one.reason)
        if one.fate is Fate.FOREIGN
        else say.say(one.reason)
        for one in brought
        if one.fate in REFUSED and one.reason
    ]
