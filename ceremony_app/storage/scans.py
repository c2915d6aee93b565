"""The hot path: one scan, one durable transaction, one answer."""

import hashlib

from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.ids import new_salt
from ceremony_app.domain.token import read_token
from ceremony_app.domain.verdicts import ScanAnswer, Seen, Verdict
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.writer import Entry, Stamp

_HOLDER = """
SELECT b.id, p.id, p.id_number, p.name, p.post, p.division, p.active,
  EXISTS (SELECT 1 FROM badge_state s WHERE s.badge = b.id AND s.revoked)
FROM badge b
LEFT JOIN joined j ON j.person = b.person
JOIN person p ON p.id = coalesce(j.survivor, b.person) AND p.current = 1
WHERE b.token = ?
"""
_OPEN = "SELECT open FROM session_state WHERE session = ?"
_ARRIVE = """
INSERT INTO present (session, person, tick, writer, seq, local, door)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, person) DO NOTHING RETURNING 1
"""
_FIRST = """
SELECT p.local, p.door, json_extract(e.body, '$.source') IS NOT 'paper'
FROM present p LEFT JOIN event e ON e.writer = p.writer AND e.seq = p.seq AND e.kind = 'mark'
WHERE p.session = ? AND p.person = ?
"""
_NOBODY = ("", "", True)


class Scans:
    """Records scans in one file; every scan is an event, whatever its verdict."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._connection = file.connection

    def record(self, scanned: str, session: str, door: str) -> ScanAnswer:
        """Decide, write and answer; the answer exists only once the record is durable.

        Raises DiskTrouble or FileTrouble, and then nothing of this scan was kept.
        """
        with self._file.transaction():
            return self._record(scanned, session, door)

    def _record(self, scanned: str, session: str, door: str) -> ScanAnswer:
        token = read_token(scanned)
        stamp = self._file.writer.stamp()
        if token is None:
            return self._answer(stamp, Verdict.MALFORMED, session, door, shape_of(scanned))
        holder = self._connection.execute(_HOLDER, (token,)).fetchone()
        if holder is None or not holder[6]:
            body: dict[str, Json] = {"token": token}
            return self._answer(stamp, Verdict.UNKNOWN, session, door, body, token)
        badge, person, number, name, post, division, _, revoked = holder
        seen = Seen(person, number or "", name or "", post or "", division or "")
        verdict, first = self._decide(stamp, session, person, door, revoked=bool(revoked))
        return self._answer(stamp, verdict, session, door, {"badge": badge}, token, seen, first)

    def _decide(
        self, stamp: Stamp, session: str, person: str, door: str, *, revoked: bool
    ) -> tuple[Verdict, tuple[str, str, bool]]:
        """One statement decides between `already` and `recorded`, under a unique key."""
        if revoked:
            return Verdict.REVOKED, self._first(session, person)
        state = self._connection.execute(_OPEN, (session,)).fetchone()
        if state is None or not state[0]:
            return Verdict.CLOSED, self._first(session, person)
        arrived = self._connection.execute(
            _ARRIVE, (session, person, stamp.tick, stamp.writer, stamp.seq, stamp.local, door)
        ).fetchone()
        if arrived:
            return Verdict.RECORDED, (stamp.local, door, True)
        return Verdict.ALREADY, self._first(session, person)

    def _first(self, session: str, person: str) -> tuple[str, str, bool]:
        row = self._connection.execute(_FIRST, (session, person)).fetchone()
        return (str(row[0]), str(row[1]), bool(row[2])) if row else _NOBODY

    def _answer(
        self,
        stamp: Stamp,
        verdict: Verdict,
        session: str,
        door: str,
        body: dict[str, Json],
        token: str = "",
        seen: Seen | None = None,
        first: tuple[str, str, bool] = _NOBODY,
    ) -> ScanAnswer:
        body["verdict"] = verdict.value
        person = seen.id if seen else ""
        entry = Entry(EventKind.SCAN, body, session=session, person=person, door=door)
        event: Event = self._file.writer.write(stamp, entry, body)
        return ScanAnswer(
            seq=event.seq,
            event=event.name,
            verdict=verdict,
            token=token,
            person=seen,
            at=event.local,
            first_at=first[0],
            first_door=first[1],
            door=door,
            first_timed=first[2],
        )


def shape_of(scanned: str) -> dict[str, Json]:
    """What is kept of a malformed scan: its length, its kind and a salted hash, never its text.

    People scan identity cards and type passwords into the wrong window.
    """
    salt = new_salt()
    digest = hashlib.sha256(salt + scanned.encode(errors="surrogatepass")).hexdigest()
    return {"length": len(scanned), "shape": _kind_of(scanned), "salted": [salt.hex(), digest]}


def _kind_of(scanned: str) -> str:
    plain = scanned.strip()
    if not plain:
        return "empty"
    if plain.isdigit():
        return "digits"
    if plain[:2].upper() == "IK":
        return "near_token"
    if "://" in plain:
        return "address"
    return "letters" if plain.isalpha() else "mixed"
