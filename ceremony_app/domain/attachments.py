"""What an office brings along for its file: pictures, sounds, scans of signed sheets."""

from dataclasses import dataclass
from enum import StrEnum


class AttachmentKind(StrEnum):
    """What an attachment is used for."""

    PICTURE = "picture"
    SOUND = "sound"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file as the record names it; its bytes are kept apart.

    `name` is the name it had, `media` its type ("image/png"), `size` its bytes, `sha256` the
    hash of the bytes as they are kept, `original` that of the file as it was brought.
    """

    id: str
    kind: AttachmentKind
    name: str
    media: str
    size: int
    sha256: str
    original: str
