"""The composition root: everything that a running program is made of is built and joined here."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ceremony_app.console.start import StartPage
from ceremony_app.console.window import Window
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue, message
from ceremony_app.locator import Locator
from ceremony_app.ui_kit.bugs import BugReporter
from ceremony_app.ui_kit.collector import Collector, look_at_all_now
from ceremony_app.ui_kit.icons import Icons
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.palette import BRIGHT, DARK
from ceremony_app.ui_kit.qt_words import QtWords
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.theme import Theme, load_fonts
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.unfinished import Unfinished

if TYPE_CHECKING:
    from ceremony_app.console.desk import Desk
    from ceremony_app.joining import Joining

_WARM_AFTER_MS = 400


def start(launch: Launch, catalogue: Catalogue, locator: Locator) -> int:
    """Open the windows that `launch` asks for, run until they close, give the exit code.

    Raises FileTrouble where the file that was asked for is not there or is no ceremony.
    """
    if launch.file is not None:
        from ceremony_app.storage.header import read_header

        read_header(launch.file)
    application = qt_application()
    collector = Collector()
    load_fonts(locator.fonts)
    settings = Settings(platformdirs.user_config_path("ikrar", appauthor=False) / "settings.json")
    with tempfile.TemporaryDirectory(prefix="ikrar-") as folder:
        program = Program(locator, _in_language(catalogue, settings, locator), settings, folder)
        try:
            program.begin(launch)
            return application.exec()
        finally:
            # Its threads would keep the process alive after whatever went wrong.
            program.end()
            collector.stop()


class Program:
    """The parts that live as long as the program, and the window they meet in.

    Everything that the start page does not show is loaded after it is shown.
    """

    def __init__(
        self, locator: Locator, say: Catalogue, settings: Settings, folder: str | Path
    ) -> None:
        self._locator = locator
        self._settings = settings
        self._folder = Path(folder)
        self._channel = MessageChannel()
        self._bugs = BugReporter(self._channel)
        self._files = Lane("file", self._channel.refuse)
        self._pictures = Lane("pictures", self._channel.refuse)
        self._tools = Tools(
            say, Theme(locator), Icons(locator.icons), self._channel, settings, BRIGHT
        )
        self._qt_words = QtWords(say)
        self._launch = Launch()
        self._unfinished: Unfinished | None = None
        self._warming = QTimer()
        self._warming.setSingleShot(True)
        self._warming.timeout.connect(self._warm)
        self._joining: Joining | None = None
        self._desk: Desk | None = None
        self.window: Window | None = None

    def begin(self, launch: Launch) -> None:
        """Show the first window."""
        self._launch = launch
        self._bugs.install()
        if not launch.door_only:
            self._unfinished = Unfinished(self._settings, self._settings.folder)
        QCoreApplication.installTranslator(self._qt_words)
        self.window = Window(self._tools, "door" if launch.door_only else "main")
        self.window.closing.connect(self._closing)
        file = launch.file or self._left_open()
        if file is None:
            self._show_start()
            self._warming.start(_WARM_AFTER_MS)
        else:
            self.open(file, rehearsal=launch.rehearsal)
        if launch.kiosk:
            self.window.showFullScreen()
        else:
            self.window.show_fitting()

    def end(self) -> None:
        """Let what is in line come to its end and give the hooks back."""
        self._warming.stop()
        if self._joining is not None:
            self._joining.end()
        self._files.close()
        self._pictures.close()
        self._bugs.remove()
        if self._unfinished is not None:
            self._unfinished.close()
        QCoreApplication.removeTranslator(self._qt_words)

    def open(self, path: Path, *, rehearsal: bool = False) -> None:
        """Open a ceremony's file, or a copy of it to rehearse with, in place of the one that is
        open."""
        joining = self._join()
        if self._desk is not None:
            self._leave(lambda: self.open(path, rehearsal=rehearsal))
            return

        def entered(desk: "Desk") -> None:
            if not rehearsal:
                self._settings.remember_file(path)
                if self._unfinished is not None:
                    self._unfinished.begin(path)
            self._entered(desk)

        joining.open(path, entered, self._not_opened, rehearsal=rehearsal)

    def _left_open(self) -> Path | None:
        """The file that the program had open when it was killed or cut from power."""
        left = self._unfinished.take() if self._unfinished is not None else None
        if left is not None:
            self._channel.info(message("start.reopened", name=left.stem))
        return left

    def _entered(self, desk: "Desk") -> None:
        self._desk = desk
        joining, window = self._join(), self._shown_window()
        if self._launch.operator:
            desk.hand_over(self._launch.operator, lambda: None)
        if self._launch.door_only:
            joining.show_door(window, desk, self._launch.door, kiosk=self._launch.kiosk)
            return
        joining.show_pages(window, desk, str(self._launch.page or ""))
        if self._launch.live:
            joining.go_live()

    def _not_opened(self, error: KnownError) -> None:
        if not self._launch.door_only:
            self._show_start()
        self._channel.refuse(error)

    def _leave(self, then: Callable[[], object]) -> None:
        """Close the open file, unless the hall is live; then go on."""
        desk = self._desk
        if desk is None:
            then()
            return
        if self._join().is_live:
            self._channel.warn(message("console.still_live"))
            return

        def closed() -> None:
            self._desk = None
            if self._unfinished is not None:
                self._unfinished.end()
            # Nothing that is still in sight may ask a file that is closed.
            self._shown_window().clear()
            look_at_all_now()
            then()

        self._join().leave()
        desk.closed.connect(closed)
        desk.close()

    def _closing(self) -> None:
        window = self._shown_window()
        if self._desk is None:
            window.may_close = True
            return
        window.may_close = False
        self._leave(window.close)

    def _show_start(self) -> None:
        page, window = StartPage(self._tools, self._files), self._shown_window()
        page.new_wanted.connect(lambda: self._join().show_new(window))
        page.rehearsal_wanted.connect(lambda: self._join().show_rehearsal(window))
        page.file_wanted.connect(self._ask_file)
        page.recent_wanted.connect(self.open)
        page.language_wanted.connect(self._speak)
        window.dress(BRIGHT)
        window.setWindowTitle("Ikrar")
        window.show_page(page)

    def _ask_file(self) -> None:
        from ceremony_app.ui_kit.choose_file import ask_open

        say = self._tools.say
        window = self._shown_window()
        ask_open(window, say("start.choose_file"), say("start.fill.kinds"), self.open)

    def _speak(self, language: str) -> None:
        """Change the language of everything that is open."""
        if self._joining is not None and self._joining.is_live:
            self._channel.warn(message("console.still_live"))
            return
        self._settings.remember_language(language)
        self._tools = self._tools.in_language(Catalogue.read(self._locator.translations, language))
        QCoreApplication.removeTranslator(self._qt_words)
        self._qt_words = QtWords(self._tools.say)
        QCoreApplication.installTranslator(self._qt_words)
        window = self._shown_window()
        window.speak(self._tools)
        if self._joining is not None:
            self._joining.speak(self._tools)
        if self._desk is None:
            self._show_start()
        else:
            self._join().show_pages(window, self._desk, self._join().page_name)

    def _join(self) -> "Joining":
        """What joins pages, services and projector; loaded when it is first needed."""
        if self._joining is None:
            from ceremony_app.joining import Joining

            self._joining = Joining(
                self._locator,
                self._tools,
                self._tools.in_colours(DARK),
                self._files,
                self._pictures,
                self._folder,
            )
            self._joining.start_wanted.connect(lambda: self._leave(self._show_start))
            self._joining.file_wanted.connect(self.open)
            self._joining.rehearsal_wanted.connect(lambda path: self.open(path, rehearsal=True))
            self._joining.language_wanted.connect(self._speak)
        return self._joining

    def _warm(self) -> None:
        """Load, while nobody waits, what opening a ceremony will need."""
        self._files.ask(_load_the_rest, lambda _: None)

    def _shown_window(self) -> Window:
        if self.window is None:
            raise RuntimeError("the program has not begun")
        return self.window


def qt_application() -> QApplication:
    """The one Qt application of the process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1] or ["ikrar"])
    application.setApplicationName("ikrar")
    application.setStyle("Fusion")
    return application


def _load_the_rest() -> None:
    import ceremony_app.joining
    import ceremony_app.services.papers
    import ceremony_app.storage.ceremony_file  # noqa: F401 - for its being loaded


def _in_language(catalogue: Catalogue, settings: Settings, locator: Locator) -> Catalogue:
    """The remembered language, unless the start asked for another than the first."""
    remembered = settings.now.language
    if catalogue.language == remembered or catalogue.language != "id":
        return catalogue
    return Catalogue.read(locator.translations, remembered)
