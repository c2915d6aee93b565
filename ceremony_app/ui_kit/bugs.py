"""What happens when the program itself is wrong: written down, told, never a frozen window."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from ceremony_app.domain.messages import message
from ceremony_app.services.bugs import bug_report
from ceremony_app.ui_kit.messages import Level, MessageChannel, Notice

_LOG = logging.getLogger(__name__)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class BugReporter(QObject):
    """Takes exceptions that nobody expected, from every thread, while it is installed.

    Each is logged, and offered in the window as a report to copy; neither holds a value from
    the ceremony.
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
        report = bug_report(error.with_traceback(trace), f"Qt {qVersion()}")
        _LOG.error("unexpected error\n%s", report)
        self._met.emit(report)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _offer(self, report: str) -> None:
        self._channel.tell(Notice(Level.ERROR, message("ui.bug.met"), report))
