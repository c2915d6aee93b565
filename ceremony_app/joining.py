"""Joins console, services and projector, which do not all know each other.

Apart from `ceremony_app.app` because the start page is shown before any of it is loaded.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ceremony_app.console.clock_sentry import ClockSentry
from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.door.reissue import Printing
from ceremony_app.console.hall.means import HallMeans
from ceremony_app.console.new import NewPage
from ceremony_app.console.pages import HALL, READY, CeremonyPages, Means
from ceremony_app.console.record.drives import second_drive
from ceremony_app.console.rehearse import Rehearsed, RehearsePage
from ceremony_app.console.window import Window
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import Show
from ceremony_app.domain.texts import Text
from ceremony_app.locator import Locator
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of, trial_of
from ceremony_app.projector.screens import SystemScreens
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.guard import Guard, Places
from ceremony_app.services.opening import login_name, opener
from ceremony_app.services.print_queue import system_queue
from ceremony_app.services.resume import where_it_stood
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.ui_kit.awake import AwakeWhileLive, system_awake
from ceremony_app.ui_kit.choose_file import ask_folder
from ceremony_app.ui_kit.hall_trial import HallTrial
from ceremony_app.ui_kit.palette import BRIGHT, DARK
from ceremony_app.ui_kit.player import SoundPlayer
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.printing import PagePainter
from ceremony_app.ui_kit.running_show import RunningShow
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools

_REHEARSAL_SIZE = (1280, 720)


class Joining(QObject):
    """Opens files as desks and puts pages into a window."""

    start_wanted = Signal()
    file_wanted = Signal(Path)
    rehearsal_wanted = Signal(Path)
    language_wanted = Signal(str)

    def __init__(
        self,
        locator: Locator,
        tools: Tools,
        dark: Tools,
        files: Lane,
        pictures: Lane,
        folder: Path,
    ) -> None:
        super().__init__()
        self._locator = locator
        self._tools = tools
        self._dark = dark
        self._files = files
        self._pictures = pictures
        self._folder = folder
        self._sounds = Sounds(locator.sounds, tools.settings)
        self._player = SoundPlayer()
        self._application = _application()
        self._screens = SystemScreens(self._application)
        self._awake = system_awake(tools.say("screens.awake"))
        self._scanners = Scanners(self._application, tools.channel, tools.settings)
        self._printers = Lane("printers", tools.channel.refuse)
        self._printing = PrintDesk(
            self._printers, system_queue, PagePainter(), tools.channel.refuse
        )
        self._clock = SystemClock()
        self._pages: CeremonyPages | None = None

    @property
    def is_live(self) -> bool:
        """Whether the hall's window is open."""
        return self._pages is not None and self._pages.hall is not None and self._pages.hall.is_live

    @property
    def page_name(self) -> str:
        """The page that is open, to come back to it in another language."""
        return self._pages.window.page_name if self._pages is not None else ""

    @cached_property
    def ceremonies(self) -> Ceremonies:
        """Called on lanes only."""
        templates = Templates(self._locator.templates)
        return Ceremonies(opener(self._locator, self._clock, login_name()), templates)

    @cached_property
    def stationery(self) -> Stationery:
        """Called on the lane of pictures only."""
        return Stationery.of(self._locator)

    @cached_property
    def trial(self) -> HallTrial:
        """Belongs to the window's thread."""
        return trial_of(self._locator)

    def speak(self, tools: Tools) -> None:
        """Use other tools from now on."""
        self._tools, self._dark = tools, tools.in_colours(DARK)

    def open(
        self,
        path: Path,
        entered: Callable[[Desk], object],
        failed: Callable[[KnownError], object],
        *,
        rehearsal: bool = False,
    ) -> None:
        """Open a file on its lane; a rehearsal opens a copy, so that the record stays as it is."""

        def work() -> tuple[Services, Session]:
            if rehearsal:
                return self._served(self.ceremonies.rehearse(path, self._folder), None)
            file = self.ceremonies.open(path)
            return self._served(file, second_drive(self._tools.settings, path))

        self._files.ask(work, lambda served: entered(self._desk(*served)), failed)

    def make(
        self,
        path: Path,
        template: str,
        settings: dict[str, str],
        failed: Callable[[KnownError], object],
    ) -> None:
        """Make a new file, close it, and ask for it to be opened."""

        def work() -> None:
            self.ceremonies.create(path, template, settings).close()

        self._files.ask(work, lambda _: self.file_wanted.emit(path), failed)

    def show_pages(self, window: Window, desk: Desk, page: str) -> None:
        """Put the ceremony's pages into a window and open one: where nobody names it, the hall's
        if a show broke off there today, else the readiness list."""
        means = Means(
            self._sounds,
            self._scanners,
            HallMeans(
                self._make_show, self._clock, self._scanners.gate, self._player, self._folder
            ),
            lambda: self.stationery,
            self._folder,
            self._printing,
            lambda: self.trial,
            self.file_wanted.emit,
            lambda: self.rehearsal_wanted.emit(desk.path),
        )
        pages = CeremonyPages(self._tools, self._dark, desk, means)
        self._pages = pages
        pages.window.closing_wanted.connect(self.start_wanted)
        pages.window.language_wanted.connect(self.language_wanted)
        pages.window.darkness_changed.connect(lambda dark: window.dress(DARK if dark else BRIGHT))
        window.show_page(pages.window)
        pages.window.open_page(page or READY)
        if not page:
            self._return_to_the_hall(pages, desk)

    def _return_to_the_hall(self, pages: CeremonyPages, desk: Desk) -> None:
        """The hall's page asks whether to go on."""
        session = desk.session

        def look(services: Services) -> bool:
            return where_it_stood(services.file, session) is not None

        desk.ask(look, lambda stood: pages.window.open_page(HALL) if stood else None)

    def show_door(self, window: Window, desk: Desk, door: str, *, kiosk: bool) -> None:
        """Put nothing but a door into a window; as a `kiosk` it is locked at once."""
        name = door or self._tools.settings.now.choices.get("door", "")
        page = DoorPage(
            self._tools,
            desk,
            self._scanners,
            self._sounds,
            name,
            lambda: self.stationery,
            Printing(self._printing, self._folder),
        )
        window.show_page(page)
        page.rehearsal_wanted.connect(lambda: self.rehearsal_wanted.emit(desk.path))
        window.setWindowTitle(self._tools.say("door.window_title", door=name).strip())
        page.arrive()
        if kiosk:
            page.locking.begin()

    def go_live(self) -> None:
        """Put the hall on its screen."""
        if self._pages is not None:
            self._pages.go_live()

    def leave(self) -> None:
        """The file is being closed: its pages ask for nothing any more."""
        if self._pages is not None and self._pages.hall is not None:
            self._pages.hall.stop()
        self._pages = None

    def end(self) -> None:
        """Let go of keys, scanners and printers."""
        self._scanners.close()
        self._printing.stop()
        self._printers.close()

    def show_new(self, window: Window) -> None:
        """The page for a new ceremony."""
        page = NewPage(self._tools, self._files, self._locator.templates)
        page.left.connect(self.start_wanted)
        page.making_wanted.connect(
            lambda path, template, settings: self.make(
                path, template, settings, self._tools.channel.refuse
            )
        )
        window.show_page(page)

    def show_rehearsal(self, window: Window) -> None:
        """The page for a rehearsal."""
        page = RehearsePage(
            self._tools, self._pictures, Templates(self._locator.templates).all, self._rehearse
        )
        page.left.connect(self.start_wanted)
        page.opened.connect(self.file_wanted)
        title = self._tools.say("start.choose_folder")
        page.folder_wanted.connect(lambda: ask_folder(page, title, page.run))
        window.show_page(page)

    def _served(self, file: CeremonyFile, drive: Path | None) -> tuple[Services, Session]:
        guard = Guard(Places(file.path, drive), self._clock, self._tools.channel.refuse)
        services = Services(file, guard)
        session = services.sessions.main()
        guard.start()
        return services, session

    def _desk(self, services: Services, session: Session) -> Desk:
        path = services.file.path
        desk = Desk(
            services, self._files, self._pictures, session, lambda: self.ceremonies.open(path)
        )
        ClockSentry(self._tools.channel, desk, self._clock)
        return desk

    def _make_show(self, details: Details, texts: Sequence[Text]) -> RunningShow:
        painter = painter_of(Show(details, texts), self._locator)
        show = LiveShow(painter, self._screens, self._tools.settings, self._tools.say)
        AwakeWhileLive(show, self._awake)
        return show

    def _rehearse(self, folder: Path, template: str, people: int) -> Rehearsed:
        from ceremony_app.projector.rendering import render_pngs
        from ceremony_app.services.rehearsal import Rehearsal, Wish

        def paint(show: Show, out: Path) -> int:
            return len(render_pngs(painter_of(show, self._locator), out, _REHEARSAL_SIZE))

        rehearsal = Rehearsal(self._locator, paint, lambda _: None)
        outcome = rehearsal.run(folder, Wish(template, people, seed=1))
        return Rehearsed(
            folder=folder,
            people=outcome.people,
            read_back=outcome.badges_read_back,
            recorded=outcome.recorded,
            steps=outcome.steps_presented,
            papers=len(outcome.papers),
            sound=outcome.passed,
        )


def _application() -> QApplication:
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise TypeError("windows need the application")
    return found
