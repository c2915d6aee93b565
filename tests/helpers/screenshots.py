"""Pictures of the running program for README and guide: `make screenshots`.

The program is started as it always is, from its composition root, on Qt's offscreen platform:
a laptop of 1366 x 768, a projector and a podium screen, all at scale 1. The ceremony it opens was
made by the services, with people who do not exist. Each picture is a window as it painted itself.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ceremony_app.app import Program, qt_application
from ceremony_app.console.ceremony import CeremonyPage
from ceremony_app.console.door.page import DoorPage
from ceremony_app.console.hall.key_map import Deed
from ceremony_app.console.hall.page import HallPage
from ceremony_app.console.prepare.page import LOOK, PEOPLE, PROGRAMME, TEXTS, PreparePage
from ceremony_app.console.record.page import COPIES, RecordPage
from ceremony_app.console.record.page import PEOPLE as PARTICIPANTS
from ceremony_app.console.table.page import TablePage
from ceremony_app.console.table.papers import Kind
from ceremony_app.console.window import Window
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import installed
from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.podium_window import PodiumWindow
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.theme import load_fonts
from tests.helpers.cue_sheets import paint_sheets
from tests.helpers.paper_gallery import paint_papers
from tests.helpers.sample_day import LATE, SampleDay, make_sample_day

W = TypeVar("W", bound=QWidget)

LAPTOP, HALL = (1366, 768), (1280, 720)
HALL_SCREEN, PODIUM_SCREEN = "Proyektor", "Televisi"
SCREENS = {"Laptop": (0, *LAPTOP), PODIUM_SCREEN: (1366, *HALL), HALL_SCREEN: (2646, *HALL)}
"""Left edge and size."""
OUT = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
COLOURS = 200
_PATIENCE_MS = 30_000
_STEP_MS = 30
_SETTLED_MS = 700
_HOME_OF = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


def _prepare(home: Path) -> None:
    """Screens, scale and an empty home folder, before Qt's application is made."""
    names = ("x", "y", "width", "height", "logicalDpi", "logicalBaseDpi", "dpr")
    screens = [
        {"name": name, **dict(zip(names, (x, 0, width, height, 96, 96, 1), strict=True))}
        for name, (x, width, height) in SCREENS.items()
    ]
    described = home / "screens.json"
    described.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    os.environ["QT_SCALE_FACTOR"] = "1"
    for name, below in _HOME_OF.items():
        os.environ[name] = str(home / below)


def make_small(path: Path) -> None:
    """Write a picture again with a palette, which is enough for flat colours and letters."""
    with Image.open(path) as image:
        flat = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        flat.save(path, optimize=True)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} kB\n")


class Camera:
    """Waits for windows to be as they should be, and keeps pictures of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the program go on until something holds; TimeoutError where it never does."""
        loop, left = QEventLoop(), [_PATIENCE_MS // _STEP_MS]
        timer = QTimer()

        def look() -> None:
            left[0] -= 1
            if until() or left[0] < 0:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_STEP_MS)
        loop.exec()
        timer.stop()
        if left[0] < 0:
            raise TimeoutError(what)

    def rest(self, milliseconds: int = _SETTLED_MS) -> None:
        """Let animations and drafts come to their end."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def take(self, name: str, window: QWidget) -> None:
        """Keep a window as a picture."""
        path = self._folder / f"{name}.png"
        window.grab().save(str(path))
        make_small(path)


class Tour:
    """Goes through the program in the order of the day."""

    def __init__(self, program: Program, camera: Camera, day: SampleDay) -> None:
        self._program = program
        self._camera = camera
        self._day = day

    def run(self) -> None:
        """Take every picture."""
        self._start()
        self._program.open(self._day.path)
        self._camera.wait(lambda: isinstance(self._window.page, CeremonyPage), "ceremony opened")
        self._ready()
        self._prepare()
        self._door()
        self._hall()
        self._table()
        self._record()

    @property
    def _window(self) -> Window:
        window = self._program.window
        if window is None:
            raise RuntimeError("no window")
        return window

    def _page(self, name: str, kind: type[W]) -> W:
        pages = self._window.page
        if not isinstance(pages, CeremonyPage):
            raise TypeError("no ceremony is open")
        pages.open_page(name)
        page = pages.page
        if not isinstance(page, kind):
            raise TypeError(f"{name} is not {kind.__name__}")
        self._camera.rest()
        return page

    def _start(self) -> None:
        self._camera.rest()
        self._camera.take("mulai", self._window)

    def _ready(self) -> None:
        self._page("ready", QWidget)
        self._camera.rest(2 * _SETTLED_MS)
        self._camera.take("kesiapan", self._window)

    def _prepare(self) -> None:
        page = self._page("prepare", PreparePage)
        page.show_tab(TEXTS)
        self._camera.rest()
        self._camera.take("naskah", self._window)
        page.show_tab(PROGRAMME)
        self._camera.wait(page.programme.table.current, "programme read")
        page.programme.table.selectRow(2)
        self._camera.rest()
        self._camera.take("susunan-acara", self._window)
        self._look(page)
        page.import_(self._day.newcomers)
        self._camera.wait(page.roster.table.current, "roster read")
        self._camera.rest()
        self._camera.take("impor", self._window)
        page.roster.finished.emit()
        page.show_tab(PEOPLE)

    def _look(self, page: PreparePage) -> None:
        """The look with the hall measured; kept, so that the next page may come."""
        page.show_tab(LOOK)
        self._camera.rest()
        page.look.form.hall_depth.value = "18"
        page.look.form.picture_height.value = "2,5"
        page.look.save.click()
        self._camera.wait(lambda: not page.look.unsaved, "look kept")
        self._camera.rest()
        self._camera.take("tampilan", self._window)

    def _door(self) -> None:
        page = self._page("door", DoorPage)
        for token in self._day.tokens[-LATE:]:
            QTest.keyClicks(page.scan_field, token)
            QTest.keyClick(page.scan_field, Qt.Key.Key_Return)
            self._camera.rest(120)
        self._camera.rest()
        self._camera.take("pintu-hadir", self._window)
        QTest.keyClicks(page.scan_field, self._day.tokens[0])
        QTest.keyClick(page.scan_field, Qt.Key.Key_Return)
        self._camera.rest()
        self._camera.take("pintu-sudah-hadir", self._window)

    def _hall(self) -> None:
        page = self._page("hall", HallPage)
        self._camera.wait(lambda: page.show_ is not None, "show read")
        show = page.show_
        if show is None:
            raise RuntimeError("no show")
        page.go_live()
        # Beside two screens that it has never seen, the program asks which one is meant.
        self._choose(show, Place.HALL, HALL_SCREEN)
        self._camera.wait(lambda: page.is_live, "hall opened")
        self._camera.rest()
        self._camera.take("layar-registrasi", _shown(HallWindow))
        self._choose(show, Place.PODIUM, PODIUM_SCREEN)
        while not show.step.words:
            self._go_on(page)
        for _ in range(5):
            self._go_on(page)
        self._camera.rest(2 * _SETTLED_MS)
        self._camera.take("aula", self._window)
        self._camera.take("layar-aula", _shown(HallWindow))
        self._camera.take("podium", _shown(PodiumWindow))
        page.stop()

    def _choose(self, show: RunningShow, place: Place, name: str) -> None:
        """Say which screen a window is for, by the screen's name."""
        operators = self._window.screen()
        keys = [one.key for one in show.screens(operators) if name in one.words]
        show.choose(place, keys[0], operators)

    def _go_on(self, page: HallPage) -> None:
        page.do(Deed.NEXT)
        self._camera.rest(90)

    def _table(self) -> None:
        page = self._page("table", TablePage)
        page.papers.choose(Kind.PACT)
        self._camera.wait(lambda: page.papers.view.page_count > 0, "paper drafted")
        self._camera.rest(2 * _SETTLED_MS)
        self._camera.take("meja", self._window)

    def _record(self) -> None:
        page = self._page("record", RecordPage)
        self._camera.rest()
        self._camera.take("rekaman", self._window)
        page.show_tab(PARTICIPANTS)
        self._camera.wait(page.people.table.rows_model.rowCount, "participants read")
        page.people.table.selectRow(3)
        self._camera.rest()
        self._camera.take("peserta", self._window)
        page.show_tab(COPIES)
        self._camera.rest()
        self._camera.take("cadangan", self._window)


def _shown(kind: type[W]) -> W:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, kind) and window.isVisible():
            return window
    raise RuntimeError(f"no {kind.__name__} is open")


def main() -> int:
    """Write every picture, and say how large they are."""
    with (
        tempfile.TemporaryDirectory(prefix="ikrar-home-") as home,
        tempfile.TemporaryDirectory(prefix="Upacara-") as folder,
    ):
        _prepare(Path(home))
        locator = installed()
        application = qt_application()
        load_fonts(locator.fonts)
        day = make_sample_day(Path(folder), locator)
        catalogue = Catalogue.read(locator.translations, "id")
        program = Program(locator, catalogue, _settings(Path(home), day), Path(folder))
        program.begin(Launch())
        try:
            Tour(program, Camera(OUT), day).run()
            for sheet in paint_sheets(OUT, locator):
                make_small(sheet)
            for paper in paint_papers(OUT / "papers", Path(folder), locator):
                sys.stdout.write(f"{paper.name}: {paper.stat().st_size // 1024} kB\n")
            _close(program)
        finally:
            program.end()
        application.quit()
    return 0


def _settings(home: Path, day: SampleDay) -> Settings:
    settings = Settings(home / "settings.json")
    settings.remember_window("main", (0, 0, *LAPTOP))
    settings.remember_choice("door", "Pintu Utama")
    settings.remember_file(day.path)
    return settings


def _close(program: Program) -> None:
    """Close the window as its user would; the file is closed before it goes."""
    window = program.window
    if window is not None:
        window.close()
        Camera(OUT).wait(lambda: not window.isVisible(), "closed")


if __name__ == "__main__":
    sys.exit(main())
