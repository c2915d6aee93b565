"""What happens when the program itself is wrong: written down, told, never a frozen window."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from ceremony_app import __version__
from ceremony_app.domain.messages import message
from ceremony_app.ui_kit.messages import Level, MessageChannel, Notice

_LOG = logging.getLogger(__name__)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class BugReporter(QObject):
    """Takes exceptions that nobody expected, from every thread, while it is installed.

    The report holds the program's version and the traceback, and no value from the ceremony:
    tracebacks name code, not people. It is logged, and offered in the window for copying.
    """

    _met = Signal(str)

    def __init__(self, channel: MessageChannel) -> None:
        super().__init__()
        self._channel = channel
        self._previous: tuple[Hook, Hook] | None = None
        self._met.connect(self._offer, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand behind every exception that would otherwise be lost."""
        self._previous = (sys.excepthook, threading.excepthook)  # type: ignore[assignment]
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Give the hooks back to who had them before."""
        if self._previous is not None:
            sys.excepthook, threading.excepthook = self._previous  # type: ignore[assignment]
            self._previous = None

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the exception and offer a report; an interrupt from the keyboard is no bug."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = bug_report(kind, error, trace)
        _LOG.error("unexpected error\n%s", report)
        self._met.emit(report)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _offer(self, report: str) -> None:
        self._channel.tell(Notice(Level.ERROR, message("ui.bug.met"), report))


def bug_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The text to copy: versions, then where it happened; the error's own words are left out.

    An exception's text can quote a name or a number from the roster (UU 27/2022), so only its
    kind is given.
    """
    where = "".join(traceback.format_tb(trace)).rstrip()
    return (
        f"Ikrar {__version__} · Python {platform.python_version()} · Qt {qVersion()}"
        f" · {platform.system()} {platform.release()}\n{where}\n{kind.__name__}"
        f" ({len(str(error))})"
    )


def write_log(path: Path) -> None:
    """Log to one file of at most 1 MB and one older, beside the settings."""
    from logging.handlers import RotatingFileHandler

    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("ceremony_app").addHandler(handler)
