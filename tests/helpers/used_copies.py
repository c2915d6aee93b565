"""Copies of one ceremony that are used at will, and everything that is known once they are home."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.people import Person
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signed_sheets import SheetPage
from ceremony_app.domain.signing import SignerState
from ceremony_app.domain.status import Status
from ceremony_app.services.attendance_rules import AttendanceRules
from ceremony_app.services.checkin import CheckIn, PersonState
from ceremony_app.services.document_facts import DocumentFact, DocumentFacts
from ceremony_app.services.lock import Lock
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signed_sheets import SignedSheets
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import new_file, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.table_deeds import DEEDS, TableDeeds

PEOPLE = 4
_FOLLOW_UP = "susulan"
_STARTS = (
    "2023-02-13T00:30:00+00:00",
    "2023-02-13T00:31:30+00:00",
    "2010-01-01T00:00:00+00:00",
    "2040-01-01T00:00:00+00:00",
)
"""Two clocks that are right, a flat battery, and a laptop that lives in the future. Laptops that
start alike do what they do at equal times."""

_DEEDS = (
    *("scan", "scan", "scan", "undo", "wait", "absent", "by_hand", "guest", "reissue", "follow_up"),
    *("turn", "late", "join"),
)
_AT_THE_TABLE = (*DEEDS, "undo", "join", "scan")

Deeds = Sequence[tuple[str, int]]
Used = tuple[str, Deeds]

deeds = st.lists(st.tuples(st.sampled_from(_DEEDS), st.integers(0, PEOPLE - 1)), max_size=7)
laptops = st.tuples(*(st.tuples(st.sampled_from(_STARTS), deeds) for _ in range(3)))
table_deeds = st.lists(
    st.tuples(st.sampled_from(_AT_THE_TABLE), st.integers(0, PEOPLE - 1)), max_size=9
)
tables = st.tuples(*(st.tuples(st.sampled_from(_STARTS), table_deeds) for _ in range(3)))


@dataclass
class _Laptop:
    """One copy at work, at a door of its own."""

    file: CeremonyFile
    name: str
    clock: FakeClock
    done: list[str] = field(default_factory=list)

    def door(self, session: str = "") -> CheckIn:
        return CheckIn(self.file, Sessions(self.file).find(session), self.name)

    def do(self, deed: str, number: int) -> None:
        self.clock.run(1)
        if deed in DEEDS:
            TableDeeds(self.file, self.clock).do(deed, number)
            return
        try:
            getattr(self, f"_{deed}")(number)
        except Refused:
            # An absence of somebody who came, a guest at a closed door: nothing is written.
            return

    def _scan(self, number: int, session: str = "") -> None:
        badges = tokens(self.file)
        answer = self.door(session).scan(badges[number % len(badges)])
        self.done += [answer.event] if answer.verdict == "recorded" else []

    def _undo(self, _: int) -> None:
        if self.done:
            self.door().undo(self.done.pop(), "keliru")

    def _wait(self, _: int) -> None:
        self.clock.run(45)

    def _absent(self, number: int) -> None:
        person = self._person(number)
        self.done.append(self.door().mark(person, Status.LEAVE, "cuti", "C-1").name)

    def _by_hand(self, number: int) -> None:
        self.done.append(self.door().mark(self._person(number), Status.PRESENT, "lupa").name)

    def _guest(self, number: int) -> None:
        self.door().guest(f"Tamu {self.name} {number}", "Ketua", "Bawaslu")

    def _reissue(self, number: int) -> None:
        PeopleDesk(self.file).reissue(self._person(number))

    def _follow_up(self, number: int) -> None:
        sessions = Sessions(self.file)
        if not any(one.name == _FOLLOW_UP for one in sessions.all()):
            sessions.add(_FOLLOW_UP)
        self._scan(number, _FOLLOW_UP)

    def _turn(self, _: int) -> None:
        sessions, main = Sessions(self.file), Sessions(self.file).main()
        (sessions.close if main.open else sessions.open)(main)

    def _late(self, number: int) -> None:
        AttendanceRules(self.file).set_late_from(Sessions(self.file).main(), f"07:3{number}")

    def _join(self, number: int) -> None:
        desk = PeopleDesk(self.file)
        desk.join(self._person(number), self._person(number + 1))

    def _person(self, number: int) -> Person:
        people = sorted(PeopleDesk(self.file).everyone(), key=lambda person: person.name)
        return people[number % len(people)]


@dataclass(frozen=True)
class Known:
    """Everything that others recorded, by name and hash, and what is answered from it."""

    events: dict[str, str]
    sessions: list[Session]
    states: dict[str, list[PersonState]]
    badges: dict[str, str]
    late: dict[str, str]
    signers: dict[str, SignerState]
    witnesses: dict[str, str]
    documents: tuple[DocumentFact, ...]
    sheets: list[SheetPage]
    wait: int


def known(file: CeremonyFile) -> Known:
    """What a file knows, without the chains that only took copies in."""
    assert verify(file).ok
    events = Journal(file).latest(10_000)
    merging = {one.writer for one in events if one.kind == EventKind.COPY_MERGED}
    sessions, details = Sessions(file).all(), Preparation(file).details()
    signing = Signing(file)
    return Known(
        events={one.name: one.hash.hex() for one in events if one.writer not in merging},
        sessions=sessions,
        states={
            one.id: sorted(CheckIn(file, one, "").states(), key=lambda state: state.person.id)
            for one in sessions
        },
        badges={person: held.id for person, held in PeopleDesk(file).badges().items()},
        late=dict(details.late_from),
        signers=signing.states(details.pacts[0]),
        witnesses=signing.witnesses(),
        documents=DocumentFacts(file).all,
        sheets=SignedSheets(file).all(),
        wait=Lock(file, FakeClock(), "").wait(),
    )


def home_from(origin: Path, home: Path, others: Sequence[Path]) -> Known:
    """What a copy of `origin` knows once it took in others, the first of them twice."""
    shutil.copy(origin, home)
    with opener().open(home) as file:
        for other in (*others, others[0]):
            take_in(file, other)
        return known(file)


def ways_home(each: Sequence[Used]) -> list[Known]:
    """What is known at home, for every order in which the copies come, and by way of another."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        origin = folder / "upacara.ikrar"
        with new_file(origin, PEOPLE) as file:
            TableDeeds(file, FakeClock()).prepare()
        copies = [_used(origin, number, *one) for number, one in enumerate(each)]
        found = [
            home_from(origin, folder / f"home-{number}.ikrar", order)
            for number, order in enumerate(permutations(copies))
        ]
        # One copy goes to the next laptop first, and both come home in one file.
        with opener().open(copies[0]) as file:
            take_in(file, copies[1])
        found.append(home_from(origin, folder / "by-way.ikrar", (copies[2], copies[0])))
    return found


def _used(origin: Path, number: int, start: str, doing: Deeds) -> Path:
    copy = origin.with_name(f"copy-{number}.ikrar")
    shutil.copy(origin, copy)
    clock = FakeClock(start)
    with opener(clock).open(copy) as file:
        laptop = _Laptop(file, f"Pintu {number}", clock)
        for deed, person in doing:
            laptop.do(deed, person)
    return copy
