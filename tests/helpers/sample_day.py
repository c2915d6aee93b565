"""A ceremony at half past its door time, with people who do not exist: what the pictures show."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import CueKind, Details, LegalBasis, Letterhead
from ceremony_app.domain.clock import PacedClock
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import IdKind, Party, Person, Role
from ceremony_app.domain.status import Status
from ceremony_app.locator import Locator
from ceremony_app.roster.made_up import made_up_people, write_sample_roster
from ceremony_app.roster.reading import read_roster
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Choice
from ceremony_app.services.opening import opener
from ceremony_app.services.papers import BadgeWish, Papers
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.roster import RosterImport
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile

PEOPLE, LATE, SEED = 64, 4, 7
"""On the roster; who has not come yet but is about to; of the made-up people."""

_ABSENT = (Status.LEAVE, Status.ASSIGNED_ELSEWHERE, Status.SICK)
_MINUTES_AT_THE_DOOR = 35
_SECONDS_BETWEEN = 18.0
_LENGTHS = dict.fromkeys(CueKind, 5) | {
    CueKind.HOLDING: 30,
    CueKind.TITLE: 3,
    CueKind.ANTHEM: 3,
    CueKind.SIGNING: 15,
}
"""Minutes that an item of a kind is planned to take."""

_UNIT = "Kantor Wilayah Contoh"


@dataclass(frozen=True, slots=True)
class SampleDay:
    """The closed file, a roster with mistakes, and tokens: those come, the last ones are due."""

    path: Path
    newcomers: Path
    tokens: tuple[str, ...]


def make_sample_day(folder: Path, locator: Locator) -> SampleDay:
    """Make the file in `folder`."""
    clock = PacedClock(datetime.now(UTC) - timedelta(minutes=_MINUTES_AT_THE_DOOR))
    made = Ceremonies(opener(locator, clock, "Operator"), Templates(locator.templates))
    today = clock.now().date().isoformat()
    settings = {"unit": _UNIT, "year": "2029", "date": today, "time": "08:00"}
    settings |= {"title": "Ikrar Netralitas dan Penandatanganan Pakta Integritas"}
    settings |= {"place": "Aula Contoh", "city": "Kota Contoh"}
    path = folder / "ikrar-kantor-contoh.ikrar"
    with made.create(path, "generic", settings) as file:
        _import_roster(file, folder, clock)
        _settle_details(file)
        choice = Choice(Sessions(file).main())
        Papers(file, Stationery.of(locator)).badges(folder / "kartu.pdf", BadgeWish(), choice)
        preparation = Preparation(file)
        for state in preparation.texts():
            preparation.approve(state, "Kepala Kantor Contoh")
        tokens = _arrivals(file, clock)
    return SampleDay(path, _write_newcomers(folder), tokens)


def _import_roster(file: CeremonyFile, folder: Path, clock: PacedClock) -> None:
    workbook = folder / "pegawai.xlsx"
    write_sample_roster(workbook, made_up_people(PEOPLE, SEED))
    RosterImport(file).run(read_roster(workbook, today=clock.now().date()))


def _settle_details(file: CeremonyFile) -> None:
    preparation = Preparation(file)
    details = preparation.details()
    heads = {one.post: one for one in PeopleDesk(file).everyone() if one.post.startswith("Kepala ")}
    divisions = sorted(
        {one.division for one in heads.values() if f"Kepala {one.division}" in heads}
    )
    signers = [_representative(heads[f"Kepala {name}"]) for name in divisions]
    preparation.change_details(
        replace(
            details,
            letterhead=Letterhead(
                "KEMENTERIAN CONTOH",
                _UNIT.upper(),
                ("Jalan Contoh Nomor 1, Kota Contoh", "Telepon (021) 000000"),
            ),
            parties=(*_leaders(), *signers, _witness()),
            divisions=tuple(divisions),
            legal_bases=_still_in_force(details),
            programme=tuple(replace(cue, minutes=_LENGTHS[cue.kind]) for cue in details.programme),
        )
    )


def _leaders() -> tuple[Party, Party]:
    head = Party(
        id=new_id(),
        role=Role.PRESIDER,
        name="Dr. Contoh Pembina, S.H., M.H.",
        post="Kepala Kantor",
        rank="Pembina Utama Muda, IV/c",
        id_number="197001011995031001",
        id_kind=IdKind.NIP,
    )
    reader = Party(id=new_id(), role=Role.READER, name="Contoh Pembaca, S.Sos.", post="Analis")
    return head, reader


def _representative(person: Person) -> Party:
    return Party(
        id=new_id(),
        role=Role.REPRESENTATIVE,
        name=person.name,
        post=person.post,
        division=person.division,
        rank=person.rank,
        id_number=person.id_number,
        id_kind=person.id_kind,
        person=person.id,
    )


def _witness() -> Party:
    return Party(
        id=new_id(),
        role=Role.WITNESS,
        name="Contoh Saksi",
        post="Ketua",
        institution="Lembaga Contoh",
    )


def _still_in_force(details: Details) -> tuple[LegalBasis, ...]:
    return tuple(one for one in details.legal_bases if not one.superseded_by)


def _arrivals(file: CeremonyFile, clock: PacedClock) -> tuple[str, ...]:
    """Most come, through two doors; some are excused; the last ones are still on their way."""
    session, desk = Sessions(file).main(), PeopleDesk(file)
    everyone, held = desk.everyone(), desk.badges()
    Random(SEED).shuffle(everyone)
    doors = [CheckIn(file, session, name) for name in ("Pintu Utama", "Pintu Timur")]
    for person, status in zip(everyone, _ABSENT, strict=False):
        doors[0].mark(person, status, "")
    coming = everyone[len(_ABSENT) + 3 :]
    tokens = tuple(held[person.id].token for person in coming)
    for at, token in enumerate(tokens[:-LATE]):
        clock.let_pass(_SECONDS_BETWEEN)
        doors[at % 2].scan(token)
    return tokens


def _write_newcomers(folder: Path) -> Path:
    """A roster as it may come: one damaged number, one cut short, one NIK, one double."""
    rows = made_up_people(PEOPLE + 6, SEED)[-10:]
    numbers = ["19850712201003100", "3201234567890001", rows[2].id_number, rows[2].id_number]
    lines = ["NO;NIP;NAMA LENGKAP;GOL;JABATAN;UNIT KERJA;STATUS"]
    for at, one in enumerate(rows):
        number = numbers[at] if at < len(numbers) else one.id_number
        cells = (str(at + 1), number, one.name, one.rank, one.post, one.division, one.staff_kind)
        lines.append(";".join(cells))
    lines[6] = lines[6].replace(rows[5].id_number, "1,98507E+17")
    path = folder / "pegawai-tambahan.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
