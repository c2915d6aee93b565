"""What an archive holds beside the papers: scans of signed sheets, and the office's pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.domain.archive import Part
from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.signed_sheets import SheetPage
from ceremony_app.services.archive_papers import plain_name
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.document_words import document_words
from ceremony_app.services.operators import readable
from ceremony_app.services.signed_sheets import SignedSheets
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal

_SHEETS = "pindaian"
_OTHERS = (
    (AttachmentKind.PHOTOGRAPH, "foto", Part.PHOTOGRAPH),
    (AttachmentKind.PICTURE, "gambar", Part.PICTURE),
)
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}


@dataclass(frozen=True, slots=True)
class Copied:
    """An attachment that is copied out: where to, and the event that names its bytes; empty
    where it was brought by a program that did not name them."""

    path: str
    part: Part
    attachment: str
    event: str


def brought_along(file: CeremonyFile, words: Catalogue) -> Iterator[Copied]:
    """Scans under the names of their papers, then photographs and pictures, in the order in which
    they came."""
    events = _events(file)
    for at, page in enumerate(SignedSheets(file).all(), start=1):
        name = _sheet_name(page, words)
        yield _copied(f"{_SHEETS}/{at:03}-{name}.jpg", Part.SHEET, page.scan, events)
    for kind, folder, part in _OTHERS:
        for at, one in enumerate(Attachments(file).all(kind), start=1):
            name = plain_name(Path(one.name).stem) + _ENDINGS.get(one.media, "")
            yield _copied(f"{folder}/{at:03}-{name}", part, one, events)


def _copied(path: str, part: Part, one: Attachment, events: dict[tuple[str, str], str]) -> Copied:
    return Copied(path, part, one.id, events.get((one.id, one.sha256), ""))


def _events(file: CeremonyFile) -> dict[tuple[str, str], str]:
    """The events that name attachments' bytes, by attachment and hash."""
    told = Journal(file).of_kind(EventKind.ATTACHED, EventKind.ATTACHMENT_CHANGED)
    bodies = ((event.name, readable(event)) for event in told)
    return {
        (str(body.get("attachment", "")), str(body.get("sha256", ""))): name
        for name, body in bodies
    }


def _sheet_name(page: SheetPage, words: Catalogue) -> str:
    place = page.place
    if place is None:
        return f"belum-dicocokkan-{plain_name(Path(page.scan.name).stem)}"
    name = plain_name(words.say(document_words(place.paper.kind)))
    sheet = f"{name}-{place.paper.code.lower()}-lembar-{place.sheet:03}"
    return f"{sheet}-halaman-{place.page}" if place.page else sheet
