"""Signed sheets that came back: pages of scans and photographs, and the papers they belong to."""

from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.attachments import Attachment
from ceremony_app.domain.messages import Message


class Matching(StrEnum):
    """How a page came to its paper."""

    CODE = "code"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class PaperMade:
    """A paper as the record tells of it.

    `id` is the document's, `code` what stands at its foot, `kind` as the record names it,
    `number` as it was typed, `made` the local moment of its making, `session` the session's id,
    `event` the event's name. `people` are the ids of those whose sheets it holds, by the sheets'
    numbers; empty where it is one sheet.
    """

    id: str
    code: str
    kind: str
    number: str
    made: str
    session: str
    event: str
    pages: int
    pact: str = ""
    people: tuple[str, ...] = ()

    @property
    def sheets(self) -> int:
        return max(1, len(self.people))

    def whose(self, sheet: int) -> str:
        """The id of the person whose sheet that is; empty where it is not one person's."""
        return self.people[sheet - 1] if 0 < sheet <= len(self.people) else ""


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where a page belongs: paper, sheet and page (from 1, zero where nobody knows), and the
    event that says so."""

    paper: PaperMade
    sheet: int
    page: int
    how: Matching
    event: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page in the file: what it is, the event that brought it, where it belongs.

    `place` is None while it waits for somebody to say so.
    """

    scan: Attachment
    event: str
    place: SheetPlace | None = None


class Fate(StrEnum):
    """What became of a page that was brought."""

    MATCHED = "matched"
    WAITING = "waiting"
    KNOWN = "known"
    BLANK = "blank"
    FOREIGN = "foreign"
    DAMAGED = "damaged"


REFUSED = frozenset({Fate.FOREIGN, Fate.DAMAGED})
"""Fates of pages that are not in the file although somebody may have wanted them there."""


@dataclass(frozen=True, slots=True)
class PageBrought:
    """A page of a file and its fate; `number` is zero where the whole file was refused.

    `reason` says why it waits or was refused; `page` is what is in the file now.
    """

    file: str
    number: int
    fate: Fate
    reason: Message | None = None
    page: SheetPage | None = None
