"""Tells every window of a ceremony at once that the laptop's clock was set."""

import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from ceremony_app.console.desk import Desk, Services
from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import Clock
from ceremony_app.services.clock_watch import ClockWatch, Doubt, doubts_at_start, record_jump
from ceremony_app.ui_kit.messages import Level, MessageChannel, Notice

LOOK_MS = 1000
"""How often the clock is looked at: comparing two numbers costs nothing."""


def machine_offset() -> timedelta:
    """How far the laptop's own zone is from UTC."""
    return timedelta(seconds=time.localtime().tm_gmtoff)


class ClockSentry(QObject):
    """Watches while a ceremony is open; notices go to `channel`, jumps into the record."""

    def __init__(
        self,
        channel: MessageChannel,
        desk: Desk,
        clock: Clock,
        offset: Callable[[], timedelta] = machine_offset,
    ) -> None:
        super().__init__(desk)
        self._channel, self._desk, self._clock = channel, desk, clock
        self._zone = Zone.WIB
        self._watch = ClockWatch(clock)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        desk.closing.connect(self._timer.stop)
        desk.details_changed.connect(lambda: self._read(lambda: None))
        self._read(lambda: self._begin(offset()))

    def look(self) -> None:
        """Compare the clocks now."""
        doubt = self._watch.look(self._zone)
        if doubt is not None:
            self._tell([doubt])
            self._desk.ask(lambda services: record_jump(services.file), lambda _: None)

    def _begin(self, offset: timedelta) -> None:
        clock, zone = self._clock, self._zone

        def work(services: Services) -> list[Doubt]:
            return doubts_at_start(services.file, clock, zone, offset)

        self._desk.ask(work, self._tell)
        self._timer.start()

    def _read(self, then: Callable[[], None]) -> None:
        def read(zone: Zone) -> None:
            self._zone = zone
            then()

        self._desk.ask(lambda services: services.preparation.details().zone, read)

    def _tell(self, doubts: list[Doubt]) -> None:
        for doubt in doubts:
            level = Level.ERROR if doubt.is_grave else Level.INFO
            self._channel.tell(Notice(level, doubt.said))
