"""The documents that were made: numbers that come after signing, and which are signed."""

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.paper_code import code_of
from ceremony_app.domain.sessions import Session
from ceremony_app.services.document_facts import DocumentFact, DocumentFacts
from ceremony_app.services.document_words import ARCHIVE, document_words
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry

_FOR_PROGRAMS = ("_docx", "_xlsx", "_csv")
"""How the kinds end of which nothing is signed or filed as it is."""


class Documents:
    """The documents of one open file; taking a mark back is `CheckIn.undo`, with its reason."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def all(self) -> list[DocumentFact]:
        """Every document but archives, the newest first."""
        return [one for one in reversed(DocumentFacts(self._file).all) if one.kind != ARCHIVE]

    def find(self, asked: str, session: Session) -> DocumentFact:
        """By the code at its foot, or the latest of a kind in a session: the signed one first,
        paper before files for other programs, never a copy. Raises Refused."""
        plain = asked.replace("-", "").upper()
        found = [one for one in self.all() if _code(one) == plain]
        if not found:
            same = [one for one in self.all() if one.session == session.id and not one.copy_of]
            found = [one for one in same if asked in (one.kind, one.kind.partition("_")[0])]
            found.sort(key=lambda one: (not one.signed, one.kind.endswith(_FOR_PROGRAMS)))
        if not found:
            raise Refused("documents.unknown", name=asked)
        return found[0]

    def give_number(self, document: DocumentFact, number: str) -> Event:
        """Record the number that the registry office gave; what was printed stays as it is.

        A later number names the one that it corrects. Raises Refused without a number, and for
        the one that counts already.
        """
        number = " ".join(number.split())
        if not number:
            raise Refused("documents.no_number")
        with self._file.transaction():
            known = self._again(document)
            if known.number == number:
                raise Refused("documents.same_number", number=number)
            note = Item.note(number)
            body: dict[str, Json] = {"document": document.id, "number": note.id}
            if known.number_event:
                writer, _, seq = known.number_event.rpartition(":")
                body["corrects"] = [writer, int(seq)]
            entry = Entry(EventKind.NUMBER_GIVEN, body, session=document.session)
            return self._file.append(entry, Brought(items=(note,)))

    def mark_signed(self, document: DocumentFact) -> Event:
        """Record that a paper is signed: whatever is printed of it from now on is a copy.

        Raises Refused for what has no place to sign or is signed person by person, for a copy or
        a draft, and for one that is marked already.
        """
        if not document.is_signable:
            raise Refused("documents.not_signable", name=document_words(document.kind))
        with self._file.transaction():
            if self._again(document).signed:
                raise Refused("documents.signed_already", name=document_words(document.kind))
            body: dict[str, Json] = {"document": document.id}
            entry = Entry(EventKind.DOCUMENT_SIGNED, body, session=document.session)
            return self._file.append(entry)

    def _again(self, document: DocumentFact) -> DocumentFact:
        return DocumentFacts(self._file).find(document.id) or document


def _code(document: DocumentFact) -> str:
    try:
        return code_of(document.id)
    except ValueError:
        return ""
