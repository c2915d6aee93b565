"""A paper as it would be with details that are not kept yet, by the same makers as the paper."""

from dataclasses import dataclass, replace

from ceremony_app.documents.attendance import attendance_book
from ceremony_app.documents.minutes import minutes_book
from ceremony_app.documents.pact import pact_book
from ceremony_app.documents.pdf import Book
from ceremony_app.documents.pictures import Picture
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Details, Pact, PactForm
from ceremony_app.domain.mistakes import PaperKind
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.paperwork import NO_DOCUMENT, for_ceremony, logo_of, with_code
from ceremony_app.services.record import Seal
from ceremony_app.storage.ceremony_file import CeremonyFile

_LOGO_PIXELS = 240
"""Enough on a screen; as large as for a printer it would cost most of the time of a keystroke."""


@dataclass(frozen=True, slots=True)
class LiveWish:
    """Which paper is looked at, with which details; `pact` is the id of the pact it is of.

    One with mistakes `is_draft`.
    """

    details: Details
    kind: PaperKind
    choice: Choice
    pact: str = ""
    is_draft: bool = False


class LivePapers:
    """Draws into memory; records nothing. Used by one thread, which keeps the logo once read."""

    def __init__(self, stationery: Stationery) -> None:
        self._stationery = stationery
        self._logo: tuple[str, Picture | None] = ("", None)

    def draw(self, file: CeremonyFile, wish: LiveWish) -> bytes:
        """The paper as PDF; of individual sheets the first one alone."""
        stationery = for_ceremony(self._stationery, wish.details)
        stationery = with_code(stationery, wish.details, NO_DOCUMENT)
        stationery = replace(stationery, logo=self._logo_of(file, wish.details))
        book = self._book(file, stationery.for_draft() if wish.is_draft else stationery, wish)
        return book.finish()

    @staticmethod
    def _book(file: CeremonyFile, stationery: Stationery, wish: LiveWish) -> Book:
        facts, details = Facts(file, wish.details), wish.details
        match wish.kind:
            case PaperKind.ATTENDANCE:
                listed = facts.attendance_sheet(wish.choice)
                return attendance_book(stationery, listed, details.paper)
            case PaperKind.MINUTES:
                minutes = facts.minutes(wish.choice, Seal("", 0))
                return minutes_book(stationery, minutes, details.paper)
        form = (
            PactForm.INDIVIDUAL if wish.kind is PaperKind.INDIVIDUAL else PactForm.REPRESENTATIVES
        )
        sheet = facts.pact_sheet(_pact(details, wish.pact), form, wish.choice)
        return pact_book(stationery, replace(sheet, people=sheet.people[:1]), details.paper)

    def _logo_of(self, file: CeremonyFile, details: Details) -> Picture | None:
        identity = details.look.logo
        if self._logo[0] != identity:
            self._logo = identity, logo_of(file, details, _LOGO_PIXELS)
        return self._logo[1]


def _pact(details: Details, identity: str) -> Pact:
    found = next((pact for pact in details.pacts if pact.id == identity), None)
    return found or Pact("", "", "", (), PactForm.REPRESENTATIVES)
