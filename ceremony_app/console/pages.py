"""The six pages of a ceremony's window, and the ways between them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.console.ceremony import CeremonyPage, Entry
from ceremony_app.console.desk import Desk
from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.door.reissue import Printing
from ceremony_app.console.door.scanner_test import ScannerTest
from ceremony_app.console.hall.means import HallMeans
from ceremony_app.console.hall.page import HallPage
from ceremony_app.console.page import Page
from ceremony_app.console.prepare.hall_beside import MakeTrial
from ceremony_app.console.prepare.page import (
    DETAILS,
    LOOK,
    PARTIES,
    PEOPLE,
    SESSIONS,
    TEXTS,
    PreparePage,
)
from ceremony_app.console.ready import ReadyPage, Remedy
from ceremony_app.console.record.page import COPIES, RecordPage
from ceremony_app.console.table.page import TablePage
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.messages import message
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools

READY, PREPARE, DOOR, HALL, TABLE, RECORD = "ready", "prepare", "door", "hall", "table", "record"


@dataclass(frozen=True, slots=True)
class Means:
    """What the pages need beside tools and desk; `folder` is for drafts of papers."""

    sounds: Sounds
    scanners: Scanners
    hall: HallMeans
    stationery: Callable[[], Stationery]
    folder: Path
    printing: PrintDesk
    trial: MakeTrial
    open_file: Callable[[Path], object]
    rehearse: Callable[[], object]


class CeremonyPages:
    """Makes the pages of one ceremony when they are first opened."""

    def __init__(self, tools: Tools, dark: Tools, desk: Desk, means: Means) -> None:
        self._tools = tools
        self._desk = desk
        self._means = means
        say = tools.say
        self.window = CeremonyPage(
            tools,
            desk,
            (
                Entry(READY, "ready", say("console.page.ready"), self._ready),
                Entry(PREPARE, "prepare", say("console.page.prepare"), self._prepare),
                Entry(DOOR, "door", say("console.page.door"), self._door),
                Entry(
                    HALL,
                    "hall",
                    say("console.page.hall"),
                    lambda: HallPage(dark, desk, means.hall),
                    dark=True,
                ),
                Entry(TABLE, "table", say("console.page.table"), self._table),
                Entry(RECORD, "record", say("console.page.record"), self._record),
            ),
        )

        self.window.sessions_wanted.connect(lambda: self._open_prepare(SESSIONS))

    @property
    def hall(self) -> HallPage | None:
        """The hall page, if it was ever opened."""
        found = self.window.made_already(HALL)
        return found if isinstance(found, HallPage) else None

    def go_live(self) -> None:
        """Open the hall page and put the hall on its screen."""
        self.window.open_page(HALL)
        if self.hall is not None:
            self.hall.go_live()

    def _ready(self) -> Page:
        remedies: dict[str, Remedy] = {
            "details": (message("ready.do.details"), lambda: self._open_prepare(DETAILS)),
            "law": (message("ready.do.details"), lambda: self._open_prepare(DETAILS)),
            "papers": (message("ready.do.details"), lambda: self._open_prepare(PARTIES)),
            "text": (message("ready.do.texts"), lambda: self._open_prepare(TEXTS)),
            "legible": (message("ready.do.look"), lambda: self._open_prepare(LOOK)),
            "roster": (message("ready.do.people"), lambda: self._open_prepare(PEOPLE)),
            "badges": (message("ready.do.badges"), self._open_badges),
            "screen": (message("ready.do.hall"), lambda: self.window.open_page(HALL)),
            "printer": (message("ready.do.table"), lambda: self.window.open_page(TABLE)),
            "sound": (message("ready.do.sound"), lambda: self._means.sounds.play("recorded")),
            "scanner": (message("scan.check.do"), self._test_scanner),
            "backup": (message("ready.do.backup"), self._open_copies),
        }
        means = self._means
        return ReadyPage(
            self._tools, self._desk, means.sounds, remedies, means.trial, means.printing
        )

    def _prepare(self) -> Page:
        means = self._means
        return PreparePage(
            self._tools, self._desk, self._open_badges, means.trial, means.stationery
        )

    def _door(self) -> Page:
        door = self._tools.settings.now.choices.get("door", "")
        means = self._means
        made = DoorPage(
            self._tools,
            self._desk,
            means.scanners,
            means.sounds,
            door,
            means.stationery,
            Printing(means.printing, means.folder),
        )
        made.rehearsal_wanted.connect(means.rehearse)
        return made

    def _table(self) -> Page:
        means = self._means
        return TablePage(
            self._tools,
            self._desk,
            means.stationery,
            means.folder,
            means.printing,
            means.scanners.inlet,
            means.sounds,
        )

    def _record(self) -> Page:
        made = RecordPage(self._tools, self._desk, self._means.stationery)
        made.copies.open_wanted.connect(self._means.open_file)
        return made

    def _open_prepare(self, tab: int) -> None:
        self.window.open_page(PREPARE)
        page = self.window.page
        if isinstance(page, PreparePage):
            page.show_tab(tab)

    def _open_badges(self) -> None:
        self.window.open_page(TABLE)
        page = self.window.page
        if isinstance(page, TablePage):
            page.show_badges()

    def _test_scanner(self) -> None:
        test = ScannerTest(self.window, self._tools, self._means.scanners, self._means.sounds)
        test.finished.connect(lambda _: self.window.open_page(READY))
        test.open()

    def _open_copies(self) -> None:
        self.window.open_page(RECORD)
        page = self.window.page
        if isinstance(page, RecordPage):
            page.show_tab(COPIES)
