"""What became of the documents that were made: their numbers, and which are signed (0122).

A number that comes late, and the word that a paper is signed, are events about the document:
nothing that was printed changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.papers import EarlierMinutes
from ceremony_app.services.operators import readable
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal

SIGNABLE = frozenset(
    {
        "attendance_pdf",
        "attendance_rank",
        "attendance_plain",
        "attendance_blank",
        "guests",
        "report",
        "minutes",
    }
)
"""Kinds with places to sign that are marked as signed as a whole; a pact is signed by people."""


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A document as the record tells of it.

    `number` is the latest that was given, at its making or after; `number_event` gave it after.
    `signed` is the event that marks it as signed, `copy_of` the id of the signed document that it
    is a copy of; empty where there is none. `made` is local ISO. `head` stands on minutes.
    """

    id: str
    kind: str
    pact: str
    session: str
    made: str
    event: str
    pages: int
    number: str = ""
    number_event: str = ""
    signed: str = ""
    copy_of: str = ""
    head: str = ""
    is_draft: bool = False

    @property
    def is_signable(self) -> bool:
        """Whether it may be marked as signed: neither a copy nor a draft is ever the original."""
        return self.kind in SIGNABLE and not self.copy_of and not self.is_draft

    @property
    def as_earlier(self) -> EarlierMinutes:
        """Minutes as later ones cite them."""
        return EarlierMinutes(self.number, self.head.replace(" ", ""), self.made[:10])


class DocumentFacts:
    """Reads one open file; each instance as the file stands when it is made."""

    def __init__(self, file: CeremonyFile) -> None:
        self._journal = Journal(file)
        self._undone = Attendance(file).undone()
        self._notes = Items(file).notes()
        self._numbers = self._latest(EventKind.NUMBER_GIVEN)
        self._signed = self._latest(EventKind.DOCUMENT_SIGNED)
        self.all = tuple(self._documents())

    def number(self, document: str, note: str) -> str:
        """The number that counts for a document; `note` is the id of that of its making."""
        given = self._numbers.get(document)
        return self._words(given[1].get("number")) if given else self._words(note)

    def find(self, identity: str) -> DocumentFact | None:
        return next((one for one in self.all if one.id == identity), None)

    def original(self, kind: str, session: str, before: str = "") -> DocumentFact | None:
        """The latest document of a kind that is marked as signed in a session; of those that
        were made before the document with the id `before`, where one is named."""
        earlier = takewhile(lambda one: one.id != before, self.all)
        found = (one for one in earlier if (one.kind, one.session) == (kind, session))
        signed = [one for one in found if one.signed]
        return signed[-1] if signed else None

    def last_number(self, kind: str, pact: str, session: str) -> str:
        """The number that a paper was last given; empty where it never was."""
        found = [one.number for one in self._of(kind, pact, session) if one.number]
        return found[-1] if found else ""

    def given_number(self, kind: str, pact: str, session: str) -> str:
        """The number that a paper was last given after its making; empty where it never was.

        One that was typed at the making may have been mistyped, or changed in the pact since.
        """
        found = [one.number for one in self._of(kind, pact, session) if one.number_event]
        return found[-1] if found else ""

    def _of(self, kind: str, pact: str, session: str) -> list[DocumentFact]:
        named = (kind, pact, session)
        return [one for one in self.all if (one.kind, one.pact, one.session) == named]

    def _documents(self) -> Iterator[DocumentFact]:
        for event in self._journal.of_kind(EventKind.DOCUMENT_MADE):
            body = readable(event)
            identity = str(body.get("document", ""))
            number, signed = self._numbers.get(identity), self._signed.get(identity)
            pages = body.get("pages")
            yield DocumentFact(
                id=identity,
                kind=str(body.get("kind", "")),
                pact=str(body.get("pact", "")),
                session=event.session,
                made=event.local,
                event=event.name,
                pages=pages if isinstance(pages, int) else 0,
                number=self.number(identity, str(body.get("number", ""))),
                number_event=number[0] if number else "",
                signed=signed[0] if signed else "",
                copy_of=str(body.get("copy_of", "")),
                head=str(body.get("head", "")),
                is_draft=bool(body.get("draft")),
            )

    def _latest(self, kind: EventKind) -> dict[str, tuple[str, dict[str, Json]]]:
        """The latest event of a kind that stands, by document."""
        return {
            str(body.get("document", "")): (event.name, body)
            for event in self._journal.of_kind(kind)
            if (event.writer, event.seq) not in self._undone and (body := readable(event))
        }

    def _words(self, note: object) -> str:
        return self._notes.get(str(note), "")
