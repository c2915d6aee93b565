"""What an office brings along for its file: pictures, sounds, photographs, scans of signed
sheets."""

from dataclasses import dataclass
from enum import StrEnum

from ceremony_app.domain.ceremony import Details


class AttachmentKind(StrEnum):
    """What an attachment is used for."""

    PICTURE = "picture"
    SOUND = "sound"
    SHEET = "sheet"
    PHOTOGRAPH = "photograph"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file as the record names it; its bytes are kept apart.

    `name` is the name it had, `media` its type ("image/png"), `size` its bytes, `sha256` the
    hash of the bytes as they are kept, `original` that of the file as it was brought. `page` is
    the page of that file, from 1; zero where the attachment is all of it. Photographs have a
    `caption` and a `place` in their order, from 1.
    """

    id: str
    kind: AttachmentKind
    name: str
    media: str
    size: int
    sha256: str
    original: str
    page: int = 0
    caption: str = ""
    place: int = 0


def pictures_of(details: Details) -> tuple[str, ...]:
    """The ids of the attachments that the show of a ceremony paints, each once."""
    look = details.look
    named = (look.logo, look.background, *(cue.picture for cue in details.programme))
    return tuple(dict.fromkeys(identity for identity in named if identity))
