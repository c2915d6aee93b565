"""A file open as the windows have it, and what its windows are made with."""

from pathlib import Path

from benchmarks.crowds import bench_opener
from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import installed
from ceremony_app.services.guard import Guard, Places
from ceremony_app.ui_kit.icons import Icons
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.palette import BRIGHT
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.theme import Theme, load_fonts
from ceremony_app.ui_kit.tools import Tools


def refused(error: KnownError) -> None:
    """Nothing is refused in a benchmark."""
    raise error


def bench_tools(folder: Path) -> Tools:
    """Tools in Indonesian, their settings in `folder`; Qt's application is there already."""
    locator = installed()
    load_fonts(locator.fonts)
    say = Catalogue.read(locator.translations, "id")
    settings = Settings(folder / "settings.json")
    return Tools(say, Theme(locator), Icons(locator.icons), MessageChannel(), settings, BRIGHT)


def bench_desk(path: Path, files: Lane, pictures: Lane) -> Desk:
    """A file open on its lane, guarded as on the day."""

    def work() -> Services:
        file = bench_opener().open(path)
        guard = Guard(Places(path), SystemClock(), refused)
        guard.start()
        return Services(file, guard)

    services = files.ask(work, lambda _: None).future.result()
    session = files.ask(lambda: services.sessions.main(), lambda _: None).future.result()
    return Desk(services, files, pictures, session, lambda: bench_opener().open(path))
