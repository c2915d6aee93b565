"""Paints what a cache wants while nobody presses a key: a few strokes at a time."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.projector.step_cache import StepCache
from ceremony_app.projector.views import Picture

SLICE = 0.004
"""Seconds of painting between two looks at what else there is to do."""

_BUSY_MS = 20


class IdlePainter(QObject):
    """Fills a cache between events, for as long as a slice and the stroke in hand.

    A key that is pressed meanwhile waits for no more than that: less than a frame, however large
    the pictures are. While `is_busy` says so nothing is painted at all: a fade has the window's
    thread for itself. `rested` tells that everything wanted is there. `clock` gives seconds and
    never goes back.
    """

    rested = Signal()

    def __init__(
        self,
        cache: StepCache,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._clock = clock
        self._is_busy = is_busy
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.paint_slice)

    def want(self, pictures: Iterable[Picture]) -> None:
        """What may be asked for next, soonest first."""
        self._cache.want(pictures)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def paint_slice(self) -> None:
        """Paint for as long as a slice; done between events, until everything is there."""
        if self._is_busy():
            self._timer.setInterval(_BUSY_MS)
            return
        self._timer.setInterval(0)
        began = self._clock()
        while self._cache.paint_some():
            if self._clock() - began >= SLICE:
                return
        self._timer.stop()
        self.rested.emit()
