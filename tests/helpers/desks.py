"""An open ceremony for tests of windows, with made-up staff."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import IdKind, Person
from ceremony_app.domain.sessions import Session
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.guard import Guard, Places
from ceremony_app.services.opening import opener
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.print_queue import PrintQueue
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.printing import PagePainter
from ceremony_app.ui_kit.tasks import Lane
from tests.helpers.fake_printer import FakePrinter
from tests.helpers.windows import LOCATOR

T = TypeVar("T")

FIRST = (
    "Masjuno",
    "Sri",
    "Ujo",
    "Ahmad",
    "Wayan",
    "Siti",
    "Budi",
    "Yusfini",
    "Tejo",
    "Rini",
    "Agus",
)
LAST = ("Harwanto", "Yusuf", "Sujoto", "Jone", "Indarto", "Saputra", "Lestari", "Wibowo", "Sitorus")
TITLES = ("", ", S.H.", ", S.H., M.H.", ", S.Sos.", ", A.Md.")
DIVISIONS = (
    "Divisi Administrasi",
    "Divisi Pemasyarakatan",
    "Divisi Keimigrasian",
    "Divisi Pelayanan Hukum dan HAM",
)


def made_up(number: int) -> Person:
    """The person with this number, always the same apart from the id."""
    first, last = FIRST[number % len(FIRST)], LAST[number * 7 % len(LAST)]
    born = f"19{60 + number % 39}0{1 + number % 9}1{number % 9}"
    return Person(
        id=new_id(),
        name=f"{first} {last}{TITLES[number % len(TITLES)]}",
        id_number=f"{born}20100{1 + number % 9}1{number % 999 + 1:03d}",
        id_kind=IdKind.NIP,
        rank="Penata Muda, III/a",
        post="Analis Keimigrasian" if number % 2 else "Pengelola Data",
        division=DIVISIONS[number % 4],
        staff_kind="PNS",
    )


def ceremonies() -> Ceremonies:
    return Ceremonies(opener(LOCATOR, SystemClock()), Templates(LOCATOR.templates))


def make_ceremony(
    path: Path, people: int = 12, template: str = "banten", *, approved: bool = False
) -> Path:
    """A closed file made from a template, with so many people."""
    with ceremonies().create(path, template, {}) as file:
        desk, preparation = PeopleDesk(file), Preparation(file)
        for number in range(people):
            desk.add(made_up(number))
        for state in preparation.texts() if approved else ():
            preparation.approve(state, "Tejo Harwanto")
    return path


Wrap = Callable[[CeremonyFile], CeremonyFile]


def as_it_is(file: CeremonyFile) -> CeremonyFile:
    """Nothing around an opened file."""
    return file


def open_desk(
    path: Path,
    channel: MessageChannel,
    files: Lane,
    pictures: Lane,
    take: Callable[[Desk], object],
    wrap: Wrap = as_it_is,
) -> None:
    """Open a file on its lane; `take` gets the desk. `wrap` may put something around the file."""

    def work() -> tuple[Services, Session]:
        file = wrap(ceremonies().open(path))
        guard = Guard(Places(path), SystemClock(), channel.refuse)
        guard.start()
        services = Services(file, guard)
        return services, services.sessions.main()

    files.ask(
        work,
        lambda found: take(
            Desk(found[0], files, pictures, found[1], lambda: ceremonies().open(path))
        ),
    )


class Desks:
    """Opens desks and closes them when the test is over."""

    def __init__(self, qtbot: QtBot, folder: Path, refuse: Callable[[KnownError], object]) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self._refuse = refuse
        self.channel = MessageChannel()
        self.files, self.pictures = Lane("file", refuse), Lane("pictures", refuse)
        self.printers = Lane("printers", refuse)
        self.printer = FakePrinter()
        self._printing: list[PrintDesk] = []
        self._open: list[Desk] = []

    def open(self, people: int = 12, template: str = "banten", *, wrap: Wrap = as_it_is) -> Desk:
        """A desk on a fresh ceremony."""
        path = make_ceremony(self._folder / f"{new_id()}.ikrar", people, template)
        return self.open_file(path, wrap=wrap)

    def open_file(self, path: Path, *, wrap: Wrap = as_it_is) -> Desk:
        """A desk on a file that is there."""
        count = len(self._open)
        open_desk(path, self.channel, self.files, self.pictures, self._open.append, wrap)
        self._qtbot.waitUntil(lambda: len(self._open) > count)
        return self._open[-1]

    def printing(self) -> PrintDesk:
        """Printers, of which there is one, made by hand: `printer`."""
        queue = PrintQueue(self.printer)
        made = PrintDesk(self.printers, lambda: queue, PagePainter(), self._refuse)
        self._printing.append(made)
        return made

    def find(self, desk: Desk, work: Callable[[Services], T]) -> T:
        """What the use cases answer, waited for."""
        found: list[T] = []
        desk.ask(work, found.append)
        self._qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def tokens(self, desk: Desk) -> dict[str, str]:
        """The token of everybody, by name."""

        def read(services: Services) -> dict[str, str]:
            held = services.people.badges()
            return {p.name: held[p.id].token for p in services.people.everyone() if p.id in held}

        return self.find(desk, read)

    def close(self) -> None:
        for desk in self._open:
            with self._qtbot.waitSignal(desk.closed):
                desk.close()
        self.files.close()
        self.pictures.close()
        for printing in self._printing:
            printing.stop()
        self.printers.close()


@pytest.fixture
def desks(
    qtbot: QtBot, fonts: object, tmp_path: Path, refused: list[KnownError]
) -> Iterator[Desks]:
    """Ceremonies to open; known errors that nobody took are in `refused`."""
    made = Desks(qtbot, tmp_path, refused.append)
    yield made
    made.close()
