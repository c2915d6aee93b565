"""The events of an archive's folder, hashed anew; no file of a ceremony is needed for it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremony_app.domain.archive import EVENTS, read_event
from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.events import GENESIS, Event, EventKind
from ceremony_app.domain.messages import Message, message

Report = Callable[[int, int], None]
"""Is told (done, total), of bytes; what it raises ends the reading."""

MOST_PROBLEMS = 200
"""A report that nobody can read helps nobody; the first ones tell where to look."""

_REPORTED_EVERY = 1024
_HASH = len(GENESIS)


@dataclass(frozen=True, slots=True)
class Sealing:
    """An event that sealed the record: its hash, and the end of each chain up to it."""

    hash: bytes
    ends: Mapping[str, int]


@dataclass(slots=True)
class EventsRead:
    """What was found; `documents` are the events of papers, scans and pictures, by their names."""

    events: int = 0
    problems: list[Message] = field(default_factory=list)
    seals: list[Sealing] = field(default_factory=list)
    documents: dict[str, tuple[Event, Mapping[str, Any]]] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)

    def add(self, problem: Message) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)

    def sealed(self, head: str) -> Sealing | None:
        """The seal whose hash begins with `head` (32 hex digits or more)."""
        found = (seal for seal in self.seals if seal.hash.hex().startswith(head))
        return next(found, None) if len(head) >= 32 else None

    def since(self, seal: Sealing) -> int:
        """How many events were added after a seal."""
        return sum(max(0, at - seal.ends.get(writer, 0)) for writer, at in self.ends.items())


@dataclass(slots=True)
class _Chain:
    """One writer's chain: the hash of each of its events, one after the other."""

    hashes: bytearray = field(default_factory=bytearray)
    tick: int = 0

    @property
    def seq(self) -> int:
        return len(self.hashes) // _HASH

    @property
    def end(self) -> bytes:
        return bytes(self.hashes[-_HASH:]) or GENESIS

    def holds(self, seq: int, digest: str) -> bool:
        return self.hashes[_HASH * (seq - 1) : _HASH * seq].hex() == digest if seq > 0 else False


def read_events(path: Path, report: Report) -> EventsRead:
    """Hash every event of a file of lines anew, and follow the chains.

    Raises FileTrouble where the file cannot be read.
    """
    found, chains = EventsRead(), dict[str, _Chain]()
    claims: list[tuple[str, Mapping[str, Any]]] = []
    for number, raw in enumerate(_lines(path, report), start=1):
        try:
            event = read_event(raw)
            genuine = event.computed_hash() == event.hash
            body = _body(event)
        except ValueError:
            found.add(message("export.problem.line", file=EVENTS, line=number))
            continue
        _follow(found, chains.setdefault(event.writer, _Chain()), event)
        if not genuine:
            found.add(message("export.problem.event", event=event.name))
        _gather(found, claims, event, body)
        found.events += 1
    found.ends = {writer: chain.seq for writer, chain in chains.items()}
    _check_claims(found, claims, chains)
    return found


def _lines(path: Path, report: Report) -> Iterator[bytes]:
    try:
        total, done = path.stat().st_size, 0
        with path.open("rb") as file:
            for at, raw in enumerate(file):
                if at % _REPORTED_EVERY == 0:
                    report(done, total)
                done += len(raw)
                yield raw
    except OSError as error:
        raise FileTrouble("export.unreadable", file=path.name) from error


_OF_FILES = frozenset({EventKind.DOCUMENT_MADE, EventKind.ATTACHED, EventKind.ATTACHMENT_CHANGED})
_TELLING = _OF_FILES | {EventKind.FILE_OPENED, EventKind.SEALED}


def _body(event: Event) -> Mapping[str, Any]:
    """The body of an event that claims something; raises ValueError where it is none."""
    if event.kind not in _TELLING:
        return {}
    try:
        body = json.loads(event.body)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(body, dict):
        raise ValueError("not a body")  # noqa: TRY004 - a text that cannot be read as one
    return body


def _follow(found: EventsRead, chain: _Chain, event: Event) -> None:
    if event.seq != chain.seq + 1:
        found.add(message("export.problem.gap", writer=event.writer, seq=chain.seq + 1))
    elif event.prev != chain.end or event.tick <= chain.tick:
        found.add(message("export.problem.broken", event=event.name))
    chain.hashes += event.hash
    chain.tick = event.tick


def _gather(
    found: EventsRead,
    claims: list[tuple[str, Mapping[str, Any]]],
    event: Event,
    body: Mapping[str, Any],
) -> None:
    if event.kind in _OF_FILES:
        found.documents[event.name] = (event, body)
        return
    heads = body.get("heads")
    if not isinstance(heads, dict):
        return
    claims.append((event.name, heads))
    if event.kind == EventKind.SEALED:
        try:
            ends = {writer: int(seq) for writer, (seq, _) in heads.items()}
        except (TypeError, ValueError):
            return  # told by `_check_claims`
        found.seals.append(Sealing(event.hash, ends | {event.writer: event.seq}))


def _check_claims(
    found: EventsRead, claims: list[tuple[str, Mapping[str, Any]]], chains: Mapping[str, _Chain]
) -> None:
    """Every end of a chain that an event names must stand in the file."""
    for name, heads in claims:
        for writer, named in heads.items():
            if not _stands(chains.get(writer), named):
                found.add(message("export.problem.lost", event=name, writer=writer))


def _stands(chain: _Chain | None, named: Any) -> bool:
    if chain is None or not isinstance(named, list) or len(named) != 2:
        return False
    seq, digest = named
    return isinstance(seq, int) and isinstance(digest, str) and chain.holds(seq, digest)
