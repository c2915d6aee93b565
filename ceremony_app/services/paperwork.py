"""A document in the making: its id before it is laid out, its event after it is written."""

from dataclasses import dataclass, replace

from ceremony_app.documents.pictures import LONGEST, Picture, read_picture
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.attachments import AttachmentKind
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.mistakes import Mistake, PaperKind
from ceremony_app.domain.paper_checks import on_paper
from ceremony_app.domain.paper_code import code_of
from ceremony_app.domain.papers import Made
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.document_facts import DocumentFact, DocumentFacts
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.paper_mistakes import paper_mistakes
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import SHEET_ORDER, Brought, Item
from ceremony_app.storage.writer import Entry

NO_DOCUMENT = "0" * 20
"""The id on what is only looked at."""


Told = tuple[Entry, Brought]
"""The event of a document, before it has its place in the chain."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document before it is written, and what it is made with.

    With any `mistakes` it is a draft: never an original, and recorded as what it is. `copy_of` is
    the id of the signed document that it copies.
    """

    id: str
    stationery: Stationery
    mistakes: tuple[Mistake, ...] = ()
    copy_of: str = ""


class Paperwork:
    """Begins and records the documents of one open file; a drafting one records nothing, and
    may make the document `again` once more under its own id.

    Where there is a list `held`, events wait in it for `record_held`: whoever makes many papers
    that count together or not at all does not hold the file meanwhile.
    """

    def __init__(
        self,
        file: CeremonyFile,
        stationery: Stationery,
        *,
        drafting: bool = False,
        again: str = "",
        held: list[Told] | None = None,
    ) -> None:
        self._file = file
        self._again = again
        self._held = held
        self.drafting = drafting
        self.facts = Facts(file)
        self._details = self.facts.details
        self.stationery = replace(
            for_ceremony(stationery, self._details), logo=logo_of(file, self._details)
        )

    def original(self, kind: str, choice: Choice) -> DocumentFact | None:
        """The signed document of a kind in the session of a choice: what is made now copies it."""
        return DocumentFacts(self._file).original(kind, choice.session.id)

    def begin(
        self,
        kind: PaperKind | None = None,
        pact: str = "",
        copy_of: DocumentFact | None = None,
    ) -> Document:
        """A document with an id of its own; its code stands at the foot unless the office has
        turned that off.

        A paper of a `kind` that can have mistakes, of one `pact` (its id) where it is of one, is
        a draft while it has any. A copy of a signed document says so across every page.
        """
        identity = self._again or NO_DOCUMENT if self.drafting else new_id()
        stationery = with_code(self.stationery, self._details, identity)
        stationery = replace(stationery, is_copy=copy_of is not None)
        found = on_paper(paper_mistakes(self._file), kind, pact) if kind else ()
        stationery = stationery.for_draft() if found else stationery
        return Document(identity, stationery, found, copy_of.id if copy_of else "")

    def record(
        self,
        document: Document,
        kind: str,
        made: Made,
        choice: Choice,
        more: dict[str, Json] | None = None,
        sheets: tuple[str, ...] = (),
        kept: tuple[Item, ...] = (),
    ) -> Made:
        """Append the event of a document that was written; `sheets` are the ids of those whose
        sheets it holds, in order, and `kept` is stored together with the event. Answers what was
        made, with its mistakes."""
        made = replace(made, mistakes=document.mistakes)
        if self.drafting:
            return made
        number, items = Item.note(choice.number), list(kept)
        body: dict[str, Json] = {
            "document": document.id,
            "kind": kind,
            "number": number.id,
            "pages": made.pages,
            "sha256": made.sha256,
            **(more or {}),
        }
        if document.mistakes:
            body["draft"] = True
        if document.copy_of:
            body["copy_of"] = document.copy_of
        if sheets:
            order = Item(new_id(), SHEET_ORDER, {"sheets": list(sheets)})
            body["sheets"] = order.id
            items.append(order)
        entry = Entry(EventKind.DOCUMENT_MADE, body, session=choice.session.id)
        brought = Brought(items=(number, *items))
        if self._held is not None:
            self._held.append((entry, brought))
            return made
        with self._file.transaction():
            self._file.append(entry, brought)
        return made

    def record_held(self) -> None:
        """Append the events that waited, in one step."""
        if self._held:
            with self._file.transaction():
                self._file.append_all(self._held)
            self._held.clear()


def for_ceremony(stationery: Stationery, details: Details) -> Stationery:
    """Stationery for the papers of one ceremony; those of a rehearsal say that they are."""
    return stationery.for_rehearsal() if details.rehearsal else stationery


def with_code(stationery: Stationery, details: Details, document: str) -> Stationery:
    """The same with a document's code at the foot, unless the office has turned that off."""
    return replace(stationery, code=code_of(document) if details.archive_code else "")


def logo_of(file: CeremonyFile, details: Details, longest: int = LONGEST) -> Picture | None:
    """The letterhead's logo, where the office brought one and it was not erased."""
    attachments, logo = Attachments(file), details.look.logo
    known = {one.id for one in attachments.all(AttachmentKind.PICTURE)}
    return read_picture(attachments.content(logo), longest) if logo in known else None
