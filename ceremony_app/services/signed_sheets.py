"""Signed sheets in the file: matched to their papers, turned, taken back (decision 0124).

That a sheet came back says nothing of who signed it: signatures are recorded by people.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.signed_sheets import Matching, PaperMade, SheetPage, SheetPlace
from ceremony_app.services.operators import readable
from ceremony_app.services.papers_made import papers_made
from ceremony_app.services.statuses import plain_reason
from ceremony_app.storage.attachments import AttachmentStore
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page is to belong; sheet and page from 1, zero where nobody knows."""

    paper: PaperMade
    sheet: int = 1
    page: int = 0


class SignedSheets:
    """The pages of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._store = AttachmentStore(file)
        self._journal = Journal(file)

    def papers(self) -> list[PaperMade]:
        """The papers that a page may belong to, in the order of their making."""
        return papers_made(self._file)

    def all(self) -> list[SheetPage]:
        """Every page that was not taken out, in the order in which they came.

        A page that two copies of the file had both brought is listed once.
        """
        brought = self._brought()
        places = self._places()
        pages: dict[tuple[str, int], SheetPage] = {}
        for scan in self._store.all():
            if scan.kind is AttachmentKind.SHEET and scan.id in brought:
                page = SheetPage(scan, brought[scan.id], places.get(scan.id))
                known = pages.get((scan.original, scan.page))
                if known is None or (known.place is None and page.place):
                    pages[scan.original, scan.page] = page
        return list(pages.values())

    def content(self, page: SheetPage) -> bytes:
        """A page as JPEG; raises Refused where it was erased."""
        return self._store.content(page.scan.id)

    def bring(self, scan: Attachment, jpeg: bytes, target: Target | None) -> SheetPage:
        """Keep a new page, durably, with its place where a code told it."""
        with self._file.transaction():
            event = self._store.write(EventKind.ATTACHED, scan, jpeg)
            place = self._place(scan, target, Matching.CODE) if target else None
        return SheetPage(scan, event.name, place)

    def match(self, page: SheetPage, target: Target) -> SheetPage:
        """Say by hand where a page belongs; raises Refused where that stands already, or the
        paper has no such sheet."""
        paper = target.paper
        if self._places().get(page.scan.id) is not None:
            raise Refused("sheets.matched_already")
        if not 1 <= target.sheet <= paper.sheets or not 0 <= target.page <= paper.pages:
            raise Refused("sheets.no_such_sheet", last=paper.sheets)
        with self._file.transaction():
            place = self._place(page.scan, target, Matching.HAND)
        return replace(page, place=place)

    def unmatch(self, page: SheetPage, reason: str) -> None:
        """Take back where a page belongs: it waits again. Raises Refused without a reason, or
        where it waits."""
        place = self._places().get(page.scan.id)
        if place is None:
            raise Refused("sheets.waits")
        self._take_back(place.event, reason)

    def take_out(self, page: SheetPage, reason: str) -> None:
        """Take a page out of the archive. Its bytes stay until they are erased, as everything
        that was ever recorded does. Raises Refused without a reason, or where it is out."""
        self._store.take_out(page.scan.id, plain_reason(reason))

    def turn(self, page: SheetPage, quarters: int) -> SheetPage:
        """Turn a page by quarters with the clock."""
        from ceremony_app.scanning.sheet_pages import turned

        jpeg = turned(self.content(page), quarters)
        digest = sha256(jpeg).hexdigest()
        scan = replace(page.scan, size=len(jpeg), sha256=digest)
        with self._file.transaction():
            self._store.write(EventKind.ATTACHMENT_CHANGED, scan, jpeg)
        return replace(page, scan=scan)

    def _place(self, scan: Attachment, target: Target, how: Matching) -> SheetPlace:
        paper = target.paper
        body: dict[str, Json] = {
            "attachment": scan.id,
            "document": paper.id,
            "how": how.value,
            "page": target.page,
            "sheet": target.sheet,
        }
        whose = paper.whose(target.sheet)
        entry = Entry(EventKind.SHEET_MATCHED, body, session=paper.session, person=whose)
        event = self._file.append(entry)
        return SheetPlace(paper, target.sheet, target.page, how, event.name)

    def _take_back(self, name: str, reason: str) -> None:
        event, note = self._journal.event(name), Item.note(plain_reason(reason))
        body: dict[str, Json] = {"of": [event.writer, event.seq], "reason": note.id}
        entry = Entry(EventKind.UNDO, body, session=event.session, person=event.person)
        with self._file.transaction():
            self._file.append(entry, Brought(items=(note,)))

    def _brought(self) -> Mapping[str, str]:
        """The event that brought each attachment, where it was not taken back."""
        standing = self._standing(EventKind.ATTACHED)
        return {str(body.get("attachment", "")): event.name for event, body in standing}

    def _places(self) -> Mapping[str, SheetPlace]:
        """Where each page belongs, by its id; the latest that stands."""
        papers = {paper.id: paper for paper in self.papers()}
        places = {}
        for event, body in self._standing(EventKind.SHEET_MATCHED):
            paper, scan = papers.get(str(body.get("document"))), body.get("attachment")
            if paper is not None and isinstance(scan, str):
                places[scan] = _place_of(event, body, paper)
        return places

    def _standing(self, kind: EventKind) -> list[tuple[Event, dict[str, Json]]]:
        undone = Attendance(self._file).undone()
        events = self._journal.of_kind(kind)
        return [(one, readable(one)) for one in events if (one.writer, one.seq) not in undone]


def _place_of(event: Event, body: Mapping[str, Json], paper: PaperMade) -> SheetPlace:
    sheet, page = (value if isinstance(value := body.get(name), int) else 0 for name in _COUNTED)
    how = Matching.CODE if body.get("how") == Matching.CODE else Matching.HAND
    return SheetPlace(paper, sheet, page, how, event.name)


_COUNTED = ("sheet", "page")
