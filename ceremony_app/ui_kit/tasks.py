"""Work off the window's thread, done in order, answered on the window's thread.

One lane does the file's work: the services and their connection live on its thread and are
touched nowhere else. A second lane draws papers and pictures, so that a scan never waits for
a PDF.
"""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from ceremony_app.domain.errors import KnownError

T = TypeVar("T")

Reporter = Callable[[int, int], None]
"""Called by long work with (done, total); raises `Cancelled` once cancelling was asked for."""

_REPORTS_A_SECOND = 20


class Cancelled(Exception):
    """Raised inside the work by its own reporter, so that its transaction is rolled back."""


@dataclass(frozen=True)
class Operation(Generic[T]):
    """One piece of work and what follows from it, on the window's thread.

    `failure` takes known errors; without it they go to the message channel. A bug in the work
    is raised on the window's thread and so reaches `sys.excepthook`. A callback that
    belongs to, or closes over, a window deleted in the meantime is not called.
    """

    work: Callable[[Reporter], T]
    success: Callable[[T], object]
    failure: Callable[[KnownError], object] | None = None
    progress: Callable[[int, int], object] | None = None
    cancelled: Callable[[], object] | None = None


@dataclass(eq=False)
class Running:
    """An operation under way; `cancel` asks it to stop at its next report."""

    operation: Operation[Any]
    future: "Future[Any]" = field(default_factory=Future)
    stop: threading.Event = field(default_factory=threading.Event)
    reported_at: float = 0.0

    def cancel(self) -> None:
        """Ask for the end; what was written by work that cannot stop any more stays."""
        self.stop.set()
        self.future.cancel()


class Lane(QObject):
    """One worker thread that does its operations in the order in which they were asked for.

    Belongs to the window's thread. `on_refused` takes known errors that nobody else takes.
    """

    busy_changed = Signal(bool)
    _settled = Signal(object)
    _reported = Signal(object, int, int)

    def __init__(self, name: str, on_refused: Callable[[KnownError], object]) -> None:
        super().__init__()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._on_refused = on_refused
        self._open: set[Running] = set()
        self._closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._open)

    def run(self, operation: Operation[T]) -> Running:
        """Put the operation in line; a closed lane refuses (RuntimeError, a bug)."""
        running = Running(operation)
        self._open.add(running)
        if len(self._open) == 1:
            self.busy_changed.emit(True)
        running.future = self._worker.submit(operation.work, self._reporter(running))
        running.future.add_done_callback(lambda _: self._settled.emit(running))
        return running

    def ask(
        self,
        work: Callable[[], T],
        success: Callable[[T], object],
        failure: Callable[[KnownError], object] | None = None,
    ) -> Running:
        """Short work that reports nothing on its way."""
        return self.run(Operation(lambda _: work(), success, failure))

    def close(self) -> None:
        """Finish what is in line, answer nobody any more, and end the thread."""
        self._closed = True
        for running in self._open:
            running.stop.set()
        self._worker.shutdown(wait=True)

    def _reporter(self, running: Running) -> Reporter:
        def report(done: int, total: int) -> None:
            if running.stop.is_set():
                raise Cancelled
            now = time.monotonic()
            if done >= total or now - running.reported_at >= 1 / _REPORTS_A_SECOND:
                running.reported_at = now
                self._reported.emit(running, done, total)

        return report

    def _pass_on(self, running: Running, done: int, total: int) -> None:
        if running in self._open and _alive(running.operation.progress):
            assert running.operation.progress is not None  # noqa: S101 - told by _alive
            running.operation.progress(done, total)

    def _deliver(self, running: Running) -> None:
        self._open.discard(running)
        if not self._open:
            self.busy_changed.emit(False)
        if self._closed:
            return
        error = None if running.future.cancelled() else running.future.exception()
        if running.future.cancelled() or isinstance(error, Cancelled):
            if running.operation.cancelled is not None and _alive(running.operation.cancelled):
                running.operation.cancelled()
        elif isinstance(error, KnownError):
            failure = running.operation.failure
            (failure if failure is not None and _alive(failure) else self._on_refused)(error)
        elif error is not None:
            raise error
        elif _alive(running.operation.success):
            running.operation.success(running.future.result())


def _alive(callback: Callable[..., object] | None) -> bool:
    """Whether nothing that the callback belongs to or closes over was deleted meanwhile."""
    if callback is None:
        return False
    owners = [getattr(callback, "__self__", None), *_closed_over(callback)]
    return all(isValid(owner) for owner in owners if isinstance(owner, QObject))


def _closed_over(callback: Callable[..., object]) -> Iterator[object]:
    for cell in getattr(callback, "__closure__", None) or ():
        try:
            yield cell.cell_contents
        except ValueError:
            continue  # a name of the surrounding function that has no value yet
