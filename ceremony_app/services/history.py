"""The events of a record with what they name looked up, as people can read them.

Events themselves hold ids only; names, reasons and titles lie in rows beside the chain and may
have been erased since.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.names import matches
from ceremony_app.domain.remembered import Remembered
from ceremony_app.services.operators import Operators, readable
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signers import Signers
from ceremony_app.storage.attachments import AttachmentStore
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People

_NOTES = ("reason", "note", "by", "number", "reader")
"""Where a body names what somebody typed."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words: `who` it is about, in which `session`, by which `operator`.

    `operator` is what was typed when the file was opened. `about` is the title of the text or
    pact, or the name of the person whose row counts after two were joined. `note` is a reason,
    an approver, a number: what somebody typed. What was erased is empty. `taken_back` says that
    a later event undid this one, `undoes` is the one that this one undoes. `stand_in` signs in
    somebody's place; `document` is the kind of the one that the event speaks of.
    """

    event: Event
    body: Mapping[str, Json]
    who: str = ""
    session: str = ""
    operator: str = ""
    about: str = ""
    note: str = ""
    taken_back: bool = False
    undoes: "Told | None" = None
    stand_in: str = ""
    document: str = ""

    def number(self, name: str) -> int:
        """A count of the body; zero where it has none."""
        value = self.body.get(name)
        return value if isinstance(value, int) else 0

    def word(self, name: str) -> str:
        """A word of the body; empty where it has none."""
        value = self.body.get(name)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: the newest `limit` of some `kinds` (none named: all).

    Of scans those with one of `verdicts`, where some are named; `who` leaves those about people
    whom a search for it finds.
    """

    limit: int
    kinds: frozenset[EventKind] = field(default=frozenset())
    verdicts: frozenset[str] = field(default=frozenset())
    who: str = ""


class History:
    """Reads the events of one open file; each instance looks names up anew.

    What somebody changed by hand is told as far as it can be read: verifying says that it was.
    """

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._journal = Journal(file)
        self._people = People(file)
        preparation = Preparation(file)
        details = preparation.details()
        self._parties = {party.id: party.name for party in details.parties}
        self._titles = {pact.id: pact.title for pact in details.pacts}
        self._titles.update((state.text.id, state.text.title) for state in preparation.texts())
        self._sessions = {one.id: one.name for one in Sessions(file).all()}
        self._attached = {one.id: one.name for one in AttachmentStore(file).all()}
        self._undone = Attendance(file).undone()
        self._kinds: dict[str, str] = {}
        self._names: Remembered[str, str] = Remembered(self._name)
        self._operators = Operators(file)
        self._signers = Signers(file)
        self._documents: Remembered[str, str] = Remembered(self._document)

    def read(self, wanted: Wanted) -> list[Told]:
        """The newest events first."""
        persons = self._found(wanted.who) if wanted.who.strip() else None
        kinds = [kind.value for kind in wanted.kinds]
        events = self._journal.newest(wanted.limit, kinds, wanted.verdicts, persons)
        return [self._told(event) for event in events]

    def openings(self, writers: Mapping[str, int]) -> list[tuple[Told, int]]:
        """The first event of each writer, which tells of the opening, with the number given."""
        return [
            (self._told(opening), count)
            for writer, count in writers.items()
            for opening in self._journal.numbered("1", writer)
        ]

    def seals(self) -> list[Told]:
        """Every seal, the newest first."""
        return [self._told(event) for event in reversed(self._journal.of_kind(EventKind.SEALED))]

    def _told(self, event: Event, *, deep: bool = True) -> Told:
        body = readable(event)
        return Told(
            event=event,
            body=body,
            who=self._names[event.person] if event.person else "",
            session=self._sessions.get(event.session, ""),
            operator=self._operators[event.writer],
            about=self._about(body),
            note=self._note(body),
            taken_back=(event.writer, event.seq) in self._undone,
            undoes=self._undoes(event, body) if deep else None,
            stand_in=self._stand_in(body),
            document=self._documents[str(body.get("document", ""))],
        )

    def _undoes(self, event: Event, body: Mapping[str, Json]) -> Told | None:
        of = body.get("of")
        if event.kind != EventKind.UNDO or not isinstance(of, list) or len(of) != 2:
            return None
        found = self._journal.numbered(str(of[1]), str(of[0]))
        return self._told(found[0], deep=False) if found else None

    def _about(self, body: Mapping[str, Json]) -> str:
        survivor = body.get("survivor")
        if isinstance(survivor, str):
            return self._names[survivor]
        attachment = body.get("attachment")
        if isinstance(attachment, str):
            return self._attached.get(attachment, "")
        for name in ("text", "pact"):
            found = body.get(name)
            if isinstance(found, str) and found:
                return self._titles.get(found, "")
        return ""

    def _note(self, body: Mapping[str, Json]) -> str:
        for name in _NOTES:
            found = body.get(name)
            if isinstance(found, str) and found:
                return Items(self._file).note(found)
        return ""

    def _stand_in(self, body: dict[str, Json]) -> str:
        found = self._signers.stand_in(body)
        return found.name if found else ""

    def _document(self, identity: str) -> str:
        """The kind of a document by its id; empty where none has it."""
        if identity and not self._kinds:
            made = self._journal.of_kind(EventKind.DOCUMENT_MADE)
            bodies = (readable(event) for event in made)
            self._kinds = {str(b.get("document")): str(b.get("kind", "")) for b in bodies}
        return self._kinds.get(identity, "")

    def _name(self, person: str) -> str:
        if person in self._parties:
            return self._parties[person]
        found = self._people.by_id(person)
        return found.name if found else ""

    def _found(self, who: str) -> list[str]:
        people = (one.id for one in self._people.everyone() if matches(who, one))
        typed = who.casefold().strip()
        parties = (one for one, name in self._parties.items() if typed in name.casefold())
        return [*people, *parties]
