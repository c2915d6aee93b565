"""Keeps one window where it should be: carries out on it what its seat decides."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from ceremony_app.projector.screen_match import ScreenIdentity
from ceremony_app.projector.screens import Screens
from ceremony_app.projector.seating import Decision, Doing, Room, Seat


class Placed(Protocol):
    """What a window can be told; a ScreenWindow, or a test's."""

    def fill_screen(self, screen: QScreen) -> None: ...

    def show_windowed(self, screen: QScreen) -> None: ...

    def withdraw(self) -> None: ...


class Placement(QObject):
    """The place of one window.

    `moved` says that it came, went or stands elsewhere; `hidden` that it went out of sight
    because its screen did, or was lent; `asked` carries the screens (SeenScreen) between which
    only the operator can tell.
    """

    moved = Signal()
    hidden = Signal()
    asked = Signal(object)

    def __init__(self, window: Placed, screens: Screens, known: ScreenIdentity | None) -> None:
        super().__init__()
        self._window = window
        self._screens = screens
        self._seat = Seat(known)
        self._beside: int | None = None
        self._is_lent = False

    @property
    def known(self) -> ScreenIdentity | None:
        """The screen that the window is for, here or away."""
        return self._seat.known

    @property
    def number(self) -> int | None:
        """The screen that the window fills, or is armed for while it is lent; None without one."""
        return self._seat.number

    @property
    def is_open(self) -> bool:
        """Whether the window is in sight, lent, or waits for its screen."""
        return self._seat.is_open

    @property
    def is_lost(self) -> bool:
        """Whether the window waits for its screen."""
        return self._seat.is_lost

    @property
    def is_lent(self) -> bool:
        """Whether the screen is left to another program."""
        return self._is_lent

    def open(self, room: Room) -> None:
        """Show the window where it belongs, beside the console where there is no such screen."""
        self._beside = room.operators
        self._carry_out(self._seat.open(room))

    def choose(self, number: int, room: Room) -> None:
        """Show the window where the operator wants it; raises LookupError for a screen gone."""
        self._beside = room.operators
        self._carry_out(self._seat.choose(number, room))

    def review(self, room: Room, *, may_ask: bool = True) -> None:
        """The screens are others now, or lie elsewhere."""
        self._carry_out(self._seat.review(room, may_ask=may_ask))

    def stray(self) -> None:
        """The window was found where it should not be, and has gone out of sight."""
        self._carry_out(self._seat.stray())

    def lend(self) -> None:
        """Out of sight, the screen still kept."""
        if not self._is_lent:
            self._is_lent = True
            self._window.withdraw()
            self.hidden.emit()
            self.moved.emit()

    def take_back(self) -> None:
        """In sight again, if its screen is there."""
        if not self._is_lent:
            return
        self._is_lent = False
        if self._seat.number is not None:
            self._carry_out(Decision(Doing.FILL, self._seat.number))
        elif self._seat.is_open and not self._seat.is_lost:
            self._carry_out(Decision(Doing.WINDOW))
        else:
            self.moved.emit()

    def _carry_out(self, decision: Decision) -> None:
        if decision.doing is Doing.HIDE:
            self._window.withdraw()
            self.hidden.emit()
        elif not self._is_lent:
            self._show(decision)
        if decision.doing is not Doing.STAY:
            self.moved.emit()
        if decision.ask:
            self.asked.emit(decision.ask)

    def _show(self, decision: Decision) -> None:
        if decision.doing is Doing.FILL and decision.number is not None:
            self._window.fill_screen(self._screens.screen(decision.number))
        elif decision.doing is Doing.WINDOW:
            there = [one.number for one in self._screens.all()]
            beside = self._beside if self._beside in there else there[0]
            self._window.show_windowed(self._screens.screen(beside))
