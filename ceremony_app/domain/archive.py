"""The office's archive folder: its manifest, and the events as lines that are hashed anew.

The manifest is spelled in one way and carries the SHA-256 of itself without that hash, so that a
byte of it that changed by accident is found. Whoever changes it on purpose can compute that hash
again: what binds the papers is the record's chain, whose head is printed on the minutes.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from ceremony_app.domain.events import Event

MANIFEST = "manifest.json"
EVENTS = "events.jsonl"
PAGE = "baca-saya.html"

FORMAT = "ikrar-archive"
VERSION = 1

LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in every folder that is looked at; nobody added it."""

_TEXTS = ("writer", "utc", "local", "kind", "session", "person", "door", "body")
_NUMBERS = ("seq", "tick", "mono")
_HASHES = ("prev", "hash")


class Part(StrEnum):
    """What a file of the folder is."""

    PAPER = "paper"
    LIST = "list"
    SHEET = "sheet"
    PHOTOGRAPH = "photograph"
    PICTURE = "picture"
    EVENTS = "events"
    PAGE = "page"


BY_EVENT = frozenset({Part.PAPER, Part.LIST, Part.SHEET, Part.PHOTOGRAPH})
"""Parts that are bound by the event of their making, or of their being brought in."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One file: its place in the folder, with slashes; its bytes; the event that tells of it.

    `kind` is the document's as the record names it; both are empty where they do not apply.
    """

    path: str
    size: int
    sha256: str
    part: Part
    kind: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the folder held when it was made, sorted by path; the manifest itself left out.

    `made` is local ISO, `head` the seal that the events are held against (32 hex digits, empty
    where nothing was sealed).
    """

    title: str
    date: str
    made: str
    ceremony: str
    head: str
    files: tuple[Filed, ...]


def spelled(manifest: Manifest) -> bytes:
    """The one spelling of a manifest."""
    data = {"format": FORMAT, "version": VERSION, **asdict(manifest)}
    return _written({**data, "sha256": sha256(_written(data)).hexdigest()})


def read_manifest(raw: bytes) -> Manifest:
    """Raises ValueError where these are not the bytes that `spelled` makes, or where they name
    a file outside the folder."""
    try:
        data = json.loads(raw)
        files = tuple(_filed(one) for one in data["files"])
        names = ("title", "date", "made", "ceremony", "head")
        texts = {name: _is(data[name], str) for name in names}
        manifest = Manifest(**texts, files=files)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a manifest") from error
    if spelled(manifest) != raw:
        raise ValueError("not the bytes that were written")
    return manifest


def spelled_event(event: Event) -> bytes:
    """One line; the body stands in it as it was hashed, as a text."""
    fields: dict[str, object] = {name: getattr(event, name) for name in (*_TEXTS, *_NUMBERS)}
    fields |= {name: getattr(event, name).hex() for name in _HASHES}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def read_event(raw: bytes) -> Event:
    """Raises ValueError where the line holds no event."""
    try:
        data = json.loads(raw)
        fields: dict[str, Any] = {name: _is(data[name], str) for name in _TEXTS}
        fields |= {name: _is(data[name], int) for name in _NUMBERS}
        fields |= {name: bytes.fromhex(data[name]) for name in _HASHES}
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not an event") from error
    return Event(**fields)


def _filed(data: Mapping[str, Any]) -> Filed:
    texts = {name: _is(data[name], str) for name in ("path", "sha256", "kind", "event")}
    parts = PurePosixPath(texts["path"]).parts
    strange = "\\" in texts["path"] or ":" in texts["path"]
    if not parts or strange or parts[0] == "/" or ".." in parts:
        raise ValueError("outside the folder")
    return Filed(**texts, size=_is(data["size"], int), part=Part(data["part"]))


def _is(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


def _written(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
