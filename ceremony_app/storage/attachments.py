"""The bytes of attachments, named by their hash; decision 0016.

What is known of an attachment is an item, bound to the chain as every item is. Its data name the
SHA-256 of the bytes, and so bind them too.
"""

from collections.abc import Iterator
from hashlib import sha256

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.messages import Message, message
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import Connection, known_troubles
from ceremony_app.storage.items import Items
from ceremony_app.storage.rows import ATTACHMENT, Brought, Item
from ceremony_app.storage.writer import Entry

_NAMED = (
    "SELECT id, json_extract(data, '$.sha256'), json_extract(data, '$.size')"
    " FROM item WHERE kind = 'attachment' AND data IS NOT NULL"
)
_UNNAMED = (
    "sha256 NOT IN (SELECT json_extract(data, '$.sha256') FROM item"
    " WHERE kind = 'attachment' AND data IS NOT NULL)"
)


class AttachmentStore:
    """The attachments of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def all(self) -> list[Attachment]:
        """Every attachment that was not erased, in the order in which they were brought."""
        items = Items(self._file).of_kind(ATTACHMENT)
        return [_attachment(item) for item in items if item.data]

    def keep(self, attachment: Attachment, data: bytes, person: str = "") -> Event:
        """Keep the bytes and what is known of them, durably; `person` is whom they are about."""
        with self._file.transaction():
            return self.write(EventKind.ATTACHED, attachment, data, person)

    def write(
        self, kind: EventKind, attachment: Attachment, data: bytes | None = None, person: str = ""
    ) -> Event:
        """A new attachment, or a new version of one, in the running transaction; without `data`
        its bytes are those that are kept already.

        The event names the bytes by their hash, so that the chain binds whatever is copied out.
        """
        if data is not None:
            self._file.connection.execute(
                "INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING",
                (attachment.sha256, data),
            )
        item = Item(attachment.id, ATTACHMENT, _spelled(attachment))
        body: dict[str, Json] = {"attachment": attachment.id, "sha256": attachment.sha256}
        return self._file.append(Entry(kind, body, person=person), Brought(items=(item,)))

    def content(self, identity: str) -> bytes:
        """The bytes of an attachment; raises Refused where there is none, or it was erased."""
        query = (
            "SELECT c.data FROM item i"
            " JOIN content c ON c.sha256 = json_extract(i.data, '$.sha256')"
            " WHERE i.id = ? AND i.kind = 'attachment' AND i.current = 1"
        )
        with known_troubles(self._file.path):
            row = self._file.connection.execute(query, (identity,)).fetchone()
        if row is None:
            raise Refused("attachments.none")
        return bytes(row[0])


def content_problems(connection: Connection) -> Iterator[Message]:
    """What verify has to say: bytes that are missing, others than were named, or not named."""
    for identity, digest, size in connection.execute(_NAMED).fetchall():
        row = connection.execute("SELECT data FROM content WHERE sha256 = ?", (digest,)).fetchone()
        if row is None:
            yield message("verify.content_missing", id=identity)
        elif len(row[0]) != size or sha256(row[0]).hexdigest() != digest:
            yield message("verify.content", id=identity)
    # Twice the same name is one too many as well: the index that forbids it may be gone.
    for digest, count in connection.execute(
        f"SELECT sha256, count(*) FROM content GROUP BY sha256 HAVING count(*) > 1 OR {_UNNAMED}"  # noqa: S608
    ).fetchall():
        yield message("verify.content_unnamed", sha256=str(digest)[:16], count=count)


def copy_contents(connection: Connection) -> None:
    """Take in from the attached file `other` what the items of this one name and lack."""
    connection.execute(
        "INSERT INTO main.content SELECT o.sha256, o.data FROM other.content o WHERE o.sha256 IN ("
        " SELECT json_extract(data, '$.sha256') FROM main.item"
        " WHERE kind = 'attachment' AND data IS NOT NULL)"
        " ON CONFLICT DO NOTHING"
    )


def drop_unnamed(connection: Connection) -> None:
    """Destroy the bytes that no item names any more."""
    connection.execute(f"DELETE FROM content WHERE {_UNNAMED}")  # noqa: S608


def _spelled(attachment: Attachment) -> dict[str, Json]:
    page: dict[str, Json] = {"page": attachment.page} if attachment.page else {}
    return {
        "kind": attachment.kind.value,
        "name": attachment.name,
        "media": attachment.media,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "original": attachment.original,
        **page,
    }


def _attachment(item: Item) -> Attachment:
    data = item.data
    return Attachment(
        id=item.id,
        kind=AttachmentKind(str(data["kind"])),
        name=str(data["name"]),
        media=str(data["media"]),
        size=int(str(data["size"])),
        sha256=str(data["sha256"]),
        original=str(data["original"]),
        page=int(str(data.get("page", 0))),
    )
