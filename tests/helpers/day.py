"""An open ceremony with people, on a clock that the test sets."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ceremony_app.domain.clock import PacedClock
from ceremony_app.domain.people import IdKind, Person
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import Show
from ceremony_app.locator import installed
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.opening import opener
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.stage import Stage
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile

MORNING = datetime(2022, 10, 17, 0, 30, tzinfo=UTC)


@dataclass
class Day:
    """One open ceremony and what tests do with it."""

    file: CeremonyFile
    clock: PacedClock
    people: list[Person]

    @property
    def session(self) -> Session:
        return Sessions(self.file).main()

    @property
    def door(self) -> CheckIn:
        return CheckIn(self.file, self.session, "Utara")

    def token(self, person: Person) -> str:
        badge = PeopleDesk(self.file).badge(person)
        assert badge is not None
        return badge.token

    def arrive(self, *people: Person) -> None:
        """Scan badges, one every two seconds."""
        for person in people:
            self.clock.let_pass(2)
            self.door.scan(self.token(person))

    def approve(self) -> None:
        preparation = Preparation(self.file)
        for state in preparation.texts():
            preparation.approve(state, "Kepala Kantor")

    def show(self) -> Show:
        preparation = Preparation(self.file)
        return Show(preparation.details(), [state.text for state in preparation.texts()])

    def stage(self) -> Stage:
        return Stage(self.file, self.session)


def begin(path: Path, people: int = 6, template: str = "banten", **settings: str) -> Day:
    """A new ceremony with so many people of two divisions; close `file` afterwards."""
    clock = PacedClock(MORNING)
    locator = installed()
    made = Ceremonies(opener(locator, clock, "Penguji"), Templates(locator.templates))
    file = made.create(path, template, settings)
    desk = PeopleDesk(file)
    staff = [
        Person(
            id="",
            name=f"Pegawai {number}, S.H.",
            id_number=f"19800101200001100{number}",
            id_kind=IdKind.NIP,
            rank="Penata, III/c",
            post="Analis",
            division=f"Divisi {'Administrasi' if number % 2 else 'Keimigrasian'}",
        )
        for number in range(1, people + 1)
    ]
    return Day(file, clock, [desk.add(person) for person in staff])
