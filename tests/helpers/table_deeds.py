"""What happens at the signing table and with its papers: each deed once, quick to do."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import TypeVar

from PIL import Image

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.clock import Clock
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signing import SignatureSource, StandIn
from ceremony_app.services.document_facts import DocumentFact
from ceremony_app.services.documents import Documents
from ceremony_app.services.lock import Lock
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.sign_scans import SignScans
from ceremony_app.services.signed_sheets import SignedSheets, Target
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry
from tests.helpers.pins import quick_hasher

T = TypeVar("T")

PIN, WRONG_PIN = "2468", "1357"

_PARTIES = (
    Party("r0", Role.REPRESENTATIVE, "Arief Budiman", "Kepala Divisi", division="Divisi 0"),
    Party("r1", Role.REPRESENTATIVE, "Betty Epsilon", "Kepala Divisi", division="Divisi 1"),
    Party("w0", Role.WITNESS, "Citra Dewi", "Saksi"),
)


@dataclass(frozen=True, slots=True)
class TableDeeds:
    """One open file at the table; `number` of a deed picks whom or what it is about."""

    file: CeremonyFile
    clock: Clock

    def prepare(self) -> None:
        """Whoever signs is named, there is a lock, and two papers and two pages are there."""
        preparation = Preparation(self.file)
        details = preparation.details()
        preparation.change_details(replace(details, parties=(*details.parties, *_PARTIES)))
        self.lock.set(PIN)
        for number in range(2):
            self.made(number)
            self.brought(number)

    @property
    def lock(self) -> Lock:
        return Lock(self.file, self.clock, "Pintu", quick_hasher)

    def made(self, number: int) -> None:
        """A paper is made; every other one of them is a draft."""
        kind, typed = ("minutes", "attendance_pdf")[number // 2 % 2], Item.note(f"W.{number}")
        body: dict[str, Json] = {
            "document": new_id(),
            "kind": kind,
            "number": typed.id,
            "pages": 1,
            "sha256": "0" * 64,
        }
        entry = Entry(EventKind.DOCUMENT_MADE, body | ({"draft": True} if number % 2 else {}))
        with self.file.transaction():
            self.file.append(replace(entry, session=self._session.id), Brought(items=(typed,)))

    def numbered(self, number: int) -> None:
        Documents(self.file).give_number(self._document(number), f"W.1-{self.file.writer.id[:4]}")

    def marked_signed(self, number: int) -> None:
        Documents(self.file).mark_signed(self._document(number))

    def signed(self, number: int) -> None:
        self._sign(number, SignatureSource.OPERATOR)

    def signed_later(self, number: int) -> None:
        self._sign(number, SignatureSource.RETURNED_SHEET)

    def substituted(self, number: int) -> None:
        """Somebody of the roster stands in, with the post or another, or somebody else."""
        person = People(self.file).everyone()[number]
        chosen = (StandIn.of(person), StandIn.of(person, "Plh."), StandIn("Dodi Tamu", "Staf"))
        signing, stand_in = Signing(self.file), chosen[number % 3]
        signing.substitute(self._pact, self._party(number), stand_in, self._session, "dinas luar")

    def absent(self, number: int) -> None:
        Signing(self.file).absent(self._pact, self._party(number), self._session, "sakit")

    def witnessed(self, _: int) -> None:
        Signing(self.file).witness_present(_PARTIES[2], self._session)

    def refused_scan(self, number: int) -> None:
        """A scan at the table of what is no badge, or of somebody who does not sign."""
        scans = SignScans(self.file, self._pact, self._session)
        if number % 2:
            scans.person(People(self.file).everyone()[number])
        else:
            scans.scan("3578011212700001")

    def brought(self, number: int) -> None:
        """A page comes back; the same one on every laptop that brings the same number."""
        jpeg = _picture(number % 4)
        digest = sha256(jpeg).hexdigest()
        made = Attachment(
            new_id(), AttachmentKind.SHEET, "a.jpg", "image/jpeg", len(jpeg), digest, digest, 1
        )
        SignedSheets(self.file).bring(made, jpeg, None)

    def matched(self, number: int) -> None:
        sheets = SignedSheets(self.file)
        pages, papers = sheets.all(), sheets.papers()
        target = Target(_one_of(papers, number))
        sheets.match(_one_of(pages, number), target)

    def turned(self, number: int) -> None:
        sheets = SignedSheets(self.file)
        pages = sheets.all()
        sheets.turn(_one_of(pages, number), 1 + number % 3)

    def unmatched(self, number: int) -> None:
        sheets = SignedSheets(self.file)
        pages = sheets.all()
        sheets.unmatch(_one_of(pages, number), "salah lembar")

    def taken_out(self, number: int) -> None:
        sheets = SignedSheets(self.file)
        sheets.take_out(sheets.all()[number], "bukan lembarnya")

    def wrong_pin(self, _: int) -> None:
        self.lock.try_pin(WRONG_PIN)

    def right_pin(self, _: int) -> None:
        self.lock.try_pin(PIN)

    def do(self, deed: str, number: int) -> None:
        """Do one deed by its name; where it is refused, nothing is written."""
        try:
            DEEDS[deed](self, number)
        except (Refused, IndexError):
            return

    def _sign(self, number: int, source: SignatureSource) -> None:
        party = self._party(number)
        Signing(self.file).sign(self._pact, party, self._session, source)

    @property
    def _pact(self) -> Pact:
        return Preparation(self.file).details().pacts[0]

    @property
    def _session(self) -> Session:
        return Sessions(self.file).main()

    def _document(self, number: int) -> DocumentFact:
        documents = list(reversed(Documents(self.file).all()))
        return documents[number % len(documents)]

    @staticmethod
    def _party(number: int) -> Party:
        return _PARTIES[number % 2]


DEEDS: dict[str, Callable[[TableDeeds, int], None]] = {
    deed.__name__: deed
    for deed in (
        TableDeeds.made,
        TableDeeds.numbered,
        TableDeeds.marked_signed,
        TableDeeds.signed,
        TableDeeds.signed_later,
        TableDeeds.substituted,
        TableDeeds.absent,
        TableDeeds.witnessed,
        TableDeeds.refused_scan,
        TableDeeds.brought,
        TableDeeds.matched,
        TableDeeds.turned,
        TableDeeds.unmatched,
        TableDeeds.taken_out,
        TableDeeds.wrong_pin,
        TableDeeds.right_pin,
    )
}


EACH_ONCE = (
    ("substituted", 0),
    ("signed", 0),
    ("absent", 1),
    ("signed_later", 1),
    ("refused_scan", 0),
    ("numbered", 0),
    ("marked_signed", 0),
    ("made", 2),
    ("matched", 0),
    ("turned", 0),
    ("unmatched", 0),
    ("taken_out", 1),
    ("wrong_pin", 0),
    ("right_pin", 0),
)
"""An order in which none of them is refused, after `TableDeeds.prepare`."""


@cache
def _picture(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (8, 12), 40 * number).save(out, "JPEG")
    return out.getvalue()


def _one_of(found: list[T], number: int) -> T:
    """One of them, whatever the number; raises IndexError where there is none."""
    return found[number % max(1, len(found))]
