"""Tells the running show, once a second at most, what changes while a picture is shown."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.live_now import Moment, live_now
from ceremony_app.console.hall.timing import CueTimes
from ceremony_app.domain.ceremony import CueKind
from ceremony_app.domain.clock import Clock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.live import Live, Pacing
from ceremony_app.services.hall_figures import HallCounts, HallFigures
from ceremony_app.ui_kit.running_show import Place, RunningShow

_SECOND_MS = 1000
_LOOK_EVERY = 4
"""Seconds between two looks at the file for what other doors and laptops wrote into it."""
_COUNTING = (CueKind.HOLDING, CueKind.SIGNING, CueKind.WITNESS)


class Teller(QObject):
    """Counts, clocks, and the operator's words to the leader.

    `ticked` says that a second has passed; `pictured` that the hall's picture shows other
    figures; `leader_told` that the leader is told something else, or nothing any more. Nothing is
    told that the show knows already.
    """

    ticked = Signal()
    pictured = Signal()
    leader_told = Signal()

    def __init__(self, desk: Desk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._running: RunningShow | None = None
        self._figures = HallFigures()
        self._times = CueTimes()
        self._message = ""
        self._told = Live()
        self._is_telling, self._since_look = False, 0
        self._is_reading, self._read_again = False, False
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.tick)
        desk.closing.connect(self._end)

    @property
    def message(self) -> str:
        """What the leader is told now; empty where nothing is."""
        return self._message

    @property
    def is_telling(self) -> bool:
        """Whether the show is moving only because it is told something."""
        return self._is_telling

    @property
    def clock_words(self) -> str:
        """The ceremony's local time as "08.31"."""
        return self._told.pacing.clock

    def seconds(self, cue: str) -> int:
        """How long a cue has been live."""
        return self._times.seconds(cue, self._clock.monotonic_ns())

    def follow(self, running: RunningShow) -> None:
        """Tell another running show from now on."""
        self._running, self._told = running, Live()
        self._timer.start()
        self.tell()
        self.look()

    def tell_leader(self, words: str) -> None:
        """Show words at the podium, or clear it with none."""
        self._message = words
        self.tell()
        self.leader_told.emit()

    def tick(self) -> None:
        """A second has passed."""
        self._since_look += 1
        running = self._running
        if running is not None:
            counting = running.step.cue.kind in _COUNTING and running.is_open(Place.HALL)
            if counting and self._since_look >= _LOOK_EVERY:
                self.look()
            self.tell()
            self.ticked.emit()

    def look(self) -> None:
        """Read the counts again; asked for many times meanwhile, they are read once more."""
        running, session = self._running, self._desk.session
        if running is None or self._is_reading:
            self._read_again = self._is_reading
            return
        self._is_reading, self._read_again, self._since_look = True, False, 0
        pacts = [pact.id for pact in running.show.details.pacts]

        def read(services: Services) -> HallFigures:
            return HallCounts(services.file).read(session, pacts)

        self._desk.ask(read, self._take, self._give_up)

    def tell(self) -> None:
        """Tell what is known now, if it is anything new."""
        running = self._running
        if running is None:
            return
        now, cue = self._clock.monotonic_ns(), running.step.cue
        if running.is_open(Place.HALL):
            self._times.enter(cue.id, now)
        else:
            self._times.pause(now)
        details = running.show.details
        local = self._clock.now().astimezone(ZoneInfo(details.zone.tz))
        moment = Moment(local, self._times.seconds(cue.id, now), self._message)
        live = live_now(running.step, details, self._figures, moment)
        before, self._told = self._told, live
        if live != before:
            self._is_telling = True
            try:
                running.tell(live)
            finally:
                self._is_telling = False
        if _in_hall(live) != _in_hall(before):
            self.pictured.emit()

    def _end(self) -> None:
        """The file is being closed: there is nothing to be counted any more."""
        self._timer.stop()
        self._running = None

    def _take(self, figures: HallFigures) -> None:
        self._is_reading, self._figures = False, figures
        self.tell()
        if self._read_again:
            self.look()

    def _give_up(self, _: KnownError) -> None:
        """A disk that is slow or gone is told of by who writes; counts stay as they were."""
        self._is_reading = False


def _in_hall(live: Live) -> Live:
    """What the hall may see of it."""
    return replace(live, message="", pacing=Pacing())
