"""An end on request that never falls between a scan's record and its answer."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ASKING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Some of them exist on one system and not on another."""


class Stopped(Exception):
    """The program was asked to end, by the signal `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Stop:
    """Turns a request to end into `Stopped`, raised only while the program waits for input.

    Signals reach a program on its first thread only; on another one nothing is changed.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._waiting = False

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """While it lasts, requests wait for the next `while_waiting`.

        What is ignored stays ignored: `nohup` and shells that start a program in the background
        have said so.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        numbers = [getattr(signal, name) for name in _ASKING if hasattr(signal, name)]
        before = {number: signal.getsignal(number) for number in numbers}
        taken = {
            number: handler
            for number, handler in before.items()
            if handler not in (None, signal.SIG_IGN)
        }
        for number in taken:
            signal.signal(number, self._take)
        try:
            yield
        finally:
            for number, handler in taken.items():
                signal.signal(number, handler)

    def while_waiting(self, wait: Callable[[], str | None]) -> str | None:
        """What `wait` answers; raises Stopped at once when the program is asked to end."""
        self._waiting = True
        try:
            if self._asked:
                raise Stopped(self._asked)
            return wait()
        finally:
            self._waiting = False

    def _take(self, number: int, _frame: FrameType | None) -> None:
        self._asked = number
        if self._waiting:
            raise Stopped(number)
