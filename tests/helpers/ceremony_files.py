"""Ceremony files for tests, and one that holds everything; time is what the test says."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.clock import Clock
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import IdKind, Person, Role
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.status import Status
from ceremony_app.domain.token import new_token
from ceremony_app.locator import Locator
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.pledges import Pledges
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.services.templates import Templates
from ceremony_app.storage.attachments import AttachmentStore
from ceremony_app.storage.ceremony_file import CeremonyFile, Opener
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.volume import Mounts, system_mounts
from ceremony_app.storage.writer import Entry, Opening
from tests.helpers.clocks import FakeClock
from tests.helpers.table_deeds import EACH_ONCE, TableDeeds

ROOT = Path(__file__).resolve().parent.parent.parent
LOCATOR = Locator(ROOT)


def leave_alone(_path: Path) -> None:
    """What happens before a migration, where a test does not care."""


def opener(
    clock: Clock | None = None,
    *,
    operator: str = "",
    migrations: Path = LOCATOR.migrations,
    mounts: Mounts = system_mounts,
) -> Opener:
    """An opener of a made-up installation."""
    opening = Opening(clock or FakeClock(), "0123456789abcdef", "0.1", operator)
    return Opener(opening, Migrations.read(migrations), leave_alone, mounts)


def made_up_staff(count: int) -> tuple[Person, ...]:
    """Staff with ids, numbers and divisions; always the same apart from the ids."""
    return tuple(
        Person(
            id=new_id(),
            name=f"Pegawai {number:03d}, S.H.",
            id_number=f"19700101199503{1 + number % 2}{number % 999 + 1:03d}",
            id_kind=IdKind.NIP,
            rank="Penata, III/c",
            post="Pengelola Data",
            division=f"Divisi {number % 3}",
            staff_kind="PNS",
        )
        for number in range(count)
    )


def new_file(
    path: Path, people: int = 3, clock: Clock | None = None, template: str = "generic"
) -> CeremonyFile:
    """A ceremony with staff and badges, open for work."""
    file = Ceremonies(opener(clock), Templates(LOCATOR.templates)).create(path, template, {})
    bring_in(file, made_up_staff(people))
    return file


def bring_in(file: CeremonyFile, staff: Sequence[Person]) -> None:
    """Import people and give them badges."""
    if staff:
        badges = tuple(Badge(new_id(), person.id, new_token()) for person in staff)
        entry = Entry(EventKind.ROSTER_IMPORTED, {"added": len(staff)})
        with file.transaction():
            file.append(entry, Brought(persons=tuple(staff), badges=badges))


def tokens(file: CeremonyFile) -> list[str]:
    """The valid tokens in the order of the names of their holders."""
    desk = PeopleDesk(file)
    badges = desk.badges()
    people = sorted(desk.everyone(), key=lambda person: person.name)
    return [badges[person.id].token for person in people if person.id in badges]


def main_session(file: CeremonyFile) -> Session:
    return Sessions(file).main()


def door(file: CeremonyFile, name: str = "Utara") -> CheckIn:
    return CheckIn(file, main_session(file), name)


def append(file: CeremonyFile, what: EventKind, session: str = "", **body: Json) -> Event:
    """One event of any kind, in a transaction of its own."""
    with file.transaction():
        return file.append(Entry(what, body, session=session))


def rich_file(path: Path, clock: FakeClock) -> str:
    """A whole ceremony at `path`, closed, with a row in every table of the record; its head."""
    ceremonies = Ceremonies(opener(clock, operator="Rini Operator"), Templates(LOCATOR.templates))
    with ceremonies.create(path, "jatim", {"zone": "WITA"}) as file:
        bring_in(file, made_up_staff(8))
        _prepare(file, clock)
        _people_change(file)
        _at_the_door(file, clock)
    _merge_the_other_door(path, clock)
    with opener(clock).open(path) as file:
        _in_the_hall(file, clock)
        _at_the_table(file)
        table = TableDeeds(file, clock)
        table.prepare()
        for deed, number in EACH_ONCE:
            table.do(deed, number)
        head = Record(file).seal().head
        append(file, EventKind.DOCUMENT_MADE, kind="minutes", sha256="0" * 64)
    return head


def _prepare(file: CeremonyFile, clock: FakeClock) -> None:
    preparation = Preparation(file)
    preparation.change_details(replace(preparation.details(), time="08:00"))
    preparation.approve(preparation.text(""), "Bu Sri")
    clock.run(20)
    preparation.reopen(preparation.text(""), "Pak Budi", "satu kata keliru")
    text = preparation.text("").text
    preparation.change_text(replace(text, title=f"{text.title} (perbaikan)"))
    preparation.approve(preparation.text(""), "Bu Sri")
    attach(file)
    Sessions(file).add("susulan")


def attach(
    file: CeremonyFile, data: bytes = b"a picture, as it were", name: str = "logo.png"
) -> str:
    """Keep some bytes as a picture; its id."""
    digest = sha256(data).hexdigest()
    kind = AttachmentKind.PICTURE
    made = Attachment(new_id(), kind, name, "image/png", len(data), digest, digest)
    AttachmentStore(file).keep(made, data)
    return made.id


def _people_change(file: CeremonyFile) -> None:
    desk = PeopleDesk(file)
    people = sorted(desk.everyone(), key=lambda person: person.name)
    desk.correct(people[7]._replace(post="Kepala Subbagian"))
    desk.reissue(people[6])
    desk.join(people[5], people[4])


def _at_the_door(file: CeremonyFile, clock: FakeClock) -> None:
    north, badges = door(file), tokens(file)
    desk = PeopleDesk(file)
    people = sorted(desk.everyone(), key=lambda person: person.name)
    desk.revoke(people[3])
    for scanned in (badges[0], badges[0], badges[1], badges[3], new_token(), "3578011212700001"):
        clock.run(2)
        north.scan(scanned)
    follow_up = CheckIn(file, Sessions(file).find("susulan"), "Selatan")
    Sessions(file).close(follow_up.session)
    follow_up.scan(badges[0])
    north.mark(people[2], Status.SICK, "surat menyusul")
    taken_back = north.scan(badges[4])
    north.undo(taken_back.event, "kartu orang lain")
    north.guest("Warits Tamu", "Ketua", "Bawaslu")
    clock.set_wall("2023-02-13T00:10:00+00:00")
    north.scan(badges[4])


def _merge_the_other_door(path: Path, clock: FakeClock) -> None:
    other = path.with_name("pintu-dua.ikrar")
    copy_file(path, other)
    with opener(clock, operator="Siti Operator").open(other) as file:
        door(file, "Timur").scan(tokens(file)[2])
        door(file, "Timur").guest("Tamu Timur", "Anggota")
    with opener(clock, operator="Rini Operator").open(path) as file:
        door(file).scan(tokens(file)[1])
        take_in(file, other)
    other.unlink()


def _in_the_hall(file: CeremonyFile, clock: FakeClock) -> None:
    session, text = main_session(file).id, Preparation(file).text("").text
    clock.run(60)
    append(file, EventKind.STEP_PRESENTED, session, text=text.id, visible=True)
    frozen = append(file, EventKind.ATTENDANCE_FROZEN, session, text=text.id)
    clock.run(60)
    at: list[Json] = [frozen.writer, frozen.seq]
    append(file, EventKind.TEXT_COMPLETED, session, frozen=at, how="shown", text=text.id)


def _at_the_table(file: CeremonyFile) -> None:
    session, preparation = main_session(file), Preparation(file)
    details, text = preparation.details(), preparation.text("").text
    person = PeopleDesk(file).everyone()[0]
    signing = Signing(file)
    signing.sign(details.pacts[0], person, session, SignatureSource.OPERATOR)
    signing.witness_present(details.with_role(Role.WITNESS)[0], session)
    pledges = Pledges(file)
    pledges.set([person], Pledge.NOT_FOLLOWED, text, session, "suara tidak terdengar")
    latecomer = PeopleDesk(file).everyone()[-1]
    pledges.set([latecomer], Pledge.SPOKEN, text, session, "berikrar di ruang rapat")
