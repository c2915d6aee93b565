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
_TAKEN_OUT = """
SELECT json_extract(e.body, '$.attachment') FROM undone u
JOIN event e ON e.writer = u.writer AND e.seq = u.seq
WHERE e.kind = 'attached' AND e.kind <> 'scan'
"""
_BROUGHT_BY = """
SELECT writer, seq FROM event
WHERE kind = 'attached' AND kind <> 'scan' AND json_extract(body, '$.attachment') = ?
ORDER BY tick DESC LIMIT 1
"""


class AttachmentStore:
    """The attachments of one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def all(self) -> list[Attachment]:
        """Every attachment that was neither erased nor taken out, in the order in which they
        were brought."""
        items = Items(self._file).of_kind(ATTACHMENT)
        out = {str(row[0]) for row in self._file.connection.execute(_TAKEN_OUT)}
        return [_attachment(item) for item in items if item.data and item.id not in out]

    def take_out(self, identity: str, reason: str) -> None:
        """Take back that an attachment was brought: it is listed nowhere any more. Its bytes
        stay until they are erased, as everything that was ever recorded does.

        Raises Refused where there is none, or it is out already.
        """
        row = self._file.connection.execute(_BROUGHT_BY, (identity,)).fetchone()
        if row is None or identity not in {one.id for one in self.all()}:
            raise Refused("attachments.none")
        note = Item.note(reason)
        body: dict[str, Json] = {"of": [str(row[0]), int(row[1])], "reason": note.id}
        with self._file.transaction():
            self._file.append(Entry(EventKind.UNDO, body), Brought(items=(note,)))

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
    told: dict[str, Json] = {
        "page": attachment.page,
        "caption": attachment.caption,
        "place": attachment.place,
    }
    return {
        "kind": attachment.kind.value,
        "name": attachment.name,
        "media": attachment.media,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "original": attachment.original,
        **{name: value for name, value in told.items() if value},
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
        caption=str(data.get("caption", "")),
        place=int(str(data.get("place", 0))),
    )
