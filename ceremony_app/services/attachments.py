"""Pictures and sounds of the office's own, brought into the file.

Pictures are turned upright, reduced to what a screen of 3840 pixels shows, and written anew:
what a camera noted beside the picture (place, owner) stays outside.
"""

import io
import warnings
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ceremony_app.documents.atomic import trouble_of
from ceremony_app.domain.attachments import Attachment, AttachmentKind, pictures_of
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.ids import new_id
from ceremony_app.storage.attachments import AttachmentStore
from ceremony_app.storage.ceremony_file import CeremonyFile

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 80_000_000
"""A picture of more is refused: unpacked it would take a third of an old machine's memory."""

LONGEST_SIDE = 3840
"""Pixels; no projector shows more."""

LONGEST_PHOTOGRAPH = 2400
"""Pixels: as wide as an A4 page at more than 250 to the inch."""

MOST_BYTES = 64 * 1024 * 1024
MOST_SOUND_BYTES = 24 * 1024 * 1024
"""An anthem at the quality of a disc is 18 MB; every copy of the file carries it."""

_PICTURES = ("PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF")
_JPEG_QUALITY = 88
_SOUNDS = {
    ".wav": ("audio/wav", (b"RIFF",)),
    ".mp3": ("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")),
    ".ogg": ("audio/ogg", (b"OggS",)),
    ".flac": ("audio/flac", (b"fLaC",)),
    ".m4a": ("audio/mp4", ()),
}


class Attachments:
    """What the office brings along, in one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._store = AttachmentStore(file)

    def all(self, kind: AttachmentKind | None = None) -> list[Attachment]:
        """The attachments of a kind, or of all, in the order in which they were brought."""
        return [one for one in self._store.all() if kind in (None, one.kind)]

    def content(self, identity: str) -> bytes:
        """The bytes of an attachment; raises Refused where there is none, or it was erased."""
        return self._store.content(identity)

    def copy_into(self, folder: Path, identity: str) -> Path:
        """A copy for whoever reads files and not bytes: its id, with the ending of its name.

        Raises as `content` does, and FileTrouble or DiskTrouble where it cannot be written. The
        copy is thrown away with its folder, so the disk is not waited for.
        """
        name = next((one.name for one in self.all() if one.id == identity), "")
        path, data = folder / f"{identity}{Path(name).suffix.lower()}", self.content(identity)
        try:
            # What is there already may be open, so it is not written over.
            if not (path.is_file() and path.stat().st_size == len(data)):
                path.write_bytes(data)
        except OSError as error:
            raise trouble_of(error, path) from error
        return path

    def pictures(self, details: Details) -> dict[str, bytes]:
        """The bytes of the pictures that a show paints, by id; what was erased is left out."""
        known = {one.id for one in self.all()}
        return {one: self.content(one) for one in pictures_of(details) if one in known}

    def add_picture(self, path: Path) -> Attachment:
        """Bring a picture in; raises FileTrouble where the file cannot be read, Refused where
        it is no picture, or too large a one."""
        original = _read(path, MOST_BYTES)
        data, media = upright(original, path.name)
        return self._keep(AttachmentKind.PICTURE, path.name, media, data, original)

    def add_photograph(self, path: Path, caption: str = "") -> Attachment:
        """Bring a photograph of the ceremony, last in their order; raises as `add_picture`."""
        original = _read(path, MOST_BYTES)
        data, media = upright(original, path.name, LONGEST_PHOTOGRAPH)
        places = [one.place for one in self.all(AttachmentKind.PHOTOGRAPH)]
        words, place = " ".join(caption.split()), max(places, default=0) + 1
        kind, name = AttachmentKind.PHOTOGRAPH, path.name
        return self._keep(kind, name, media, data, original, caption=words, place=place)

    def add_sound(self, path: Path) -> Attachment:
        """Bring a sound in as it is; raises as `add_picture` does."""
        data = _read(path, MOST_SOUND_BYTES)
        media, marks = _SOUNDS.get(path.suffix.lower(), ("", ()))
        if not media or (marks and not data.startswith(marks)):
            raise Refused("attachments.no_sound", file=path.name)
        return self._keep(AttachmentKind.SOUND, path.name, media, data, data)

    def _keep(
        self,
        kind: AttachmentKind,
        name: str,
        media: str,
        data: bytes,
        original: bytes,
        *,
        caption: str = "",
        place: int = 0,
    ) -> Attachment:
        """The same bytes brought twice for the same use are one attachment."""
        made = Attachment(
            id=new_id(),
            kind=kind,
            name=name,
            media=media,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            original=sha256(original).hexdigest(),
            caption=caption,
            place=place,
        )
        for known in self.all(kind):
            if known.original == made.original:
                return known
        self._store.keep(made, data)
        return made


def upright(data: bytes, name: str, longest: int = LONGEST_SIDE) -> tuple[bytes, str]:
    """A picture turned as its camera held it, no side longer than `longest` pixels, as PNG
    where parts of it can be seen through or its colours are few, else as JPEG; with its media type.

    Raises Refused, with the file's name, where it is no picture, or too large a one.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # The bound is checked below, in a sentence.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture: Image.Image = Image.open(io.BytesIO(data), formats=_PICTURES)
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("attachments.too_many_pixels", file=name)
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            return _written(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("attachments.no_picture", file=name) from error
    except Image.DecompressionBombError as error:
        raise Refused("attachments.too_many_pixels", file=name) from error


def _written(picture: "Image.Image") -> tuple[bytes, str]:
    out = io.BytesIO()
    if picture.has_transparency_data or picture.mode in ("1", "L", "P"):
        picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(
            out, "PNG", optimize=True
        )
        return out.getvalue(), "image/png"
    picture.convert("RGB").save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue(), "image/jpeg"


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileTrouble("attachments.unreadable", file=path.name, reason=reason) from error
    if len(data) > most:
        raise Refused("attachments.too_large", file=path.name, most=most // (1024 * 1024))
    return data
