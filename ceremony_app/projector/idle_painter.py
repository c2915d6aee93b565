"""Paints what a cache wants while nobody presses a key: one picture at a time."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.projector.step_cache import StepCache
from ceremony_app.projector.views import Picture


class IdlePainter(QObject):
    """Fills a cache between events; a key never waits for more than the picture in hand.

    `rested` tells that everything wanted is there.
    """

    rested = Signal()

    def __init__(self, cache: StepCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._paint_one)

    def want(self, pictures: Iterable[Picture]) -> None:
        """What may be asked for next, soonest first."""
        self._cache.want(pictures)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _paint_one(self) -> None:
        if not self._cache.paint_next():
            self._timer.stop()
            self.rested.emit()
