"""A show while it runs, as the console drives it and the projector carries it out.

Console and projector do not know each other; this is what they agree on.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QScreen

from ceremony_app.domain.show import Show, ShowState, Step


class Place(StrEnum):
    """Where a window of the show stands."""

    HALL = "hall"
    PODIUM = "podium"


class RunningShow(QObject):
    """Moves through a show and keeps hall, podium and previews on the same state.

    `moved` says that the state is another; `presented` carries a step, the screen's name and
    whether the hall could see it, after it was painted in the hall and only once for each
    settled state; `outputs_changed` that a window came or went, or its screen did; `pressed`
    carries a key and its text that were pressed on one of the windows.
    """

    moved = Signal()
    presented = Signal(object, str, bool)
    outputs_changed = Signal()
    pressed = Signal(int, str)

    @property
    def show(self) -> Show:
        raise NotImplementedError

    @property
    def state(self) -> ShowState:
        raise NotImplementedError

    @property
    def step(self) -> Step:
        """The step that the show stands at, whatever covers it."""
        return self.show.step(self.state)

    @property
    def next_step(self) -> Step:
        return self.show.step(self.show.next(self.state))

    def go_to(self, state: ShowState) -> None:
        """Show another state everywhere at once."""
        raise NotImplementedError

    def go_next(self) -> None:
        self.go_to(self.show.next(self.state))

    def go_back(self) -> None:
        self.go_to(self.show.back(self.state))

    def go_black(self) -> None:
        self.go_to(self.state.with_black())

    def go_logo(self) -> None:
        self.go_to(self.state.with_logo())

    def freeze(self) -> None:
        self.go_to(self.state.with_freeze())

    def jump(self, cue: int) -> None:
        """To the beginning of a cue; covers stay as they are."""
        self.go_to(self.show.jump(self.state, cue))

    def count(self, present: int, expected: int, signed: frozenset[str]) -> None:
        """Change what changes while a picture is shown: counts, signatures."""
        raise NotImplementedError

    def is_open(self, place: Place) -> bool:
        """Whether there is a window, in sight or waiting for its screen."""
        raise NotImplementedError

    def is_lost(self, place: Place) -> bool:
        """Whether a window's screen went away, and the window waits for it."""
        raise NotImplementedError

    def screen_of(self, place: Place) -> str:
        """The name of the screen that a window fills; empty where it is an ordinary window."""
        raise NotImplementedError

    def open(self, place: Place, operators: QScreen) -> None:
        """Show on a screen of its own, or in a window where there is none left."""
        raise NotImplementedError

    def close(self, place: Place) -> None:
        """Take a window away."""
        raise NotImplementedError

    def close_all(self) -> None:
        """Take every window away."""
        for place in Place:
            self.close(place)

    def swap(self, operators: QScreen) -> None:
        """Move the hall to the next screen that is not the operator's."""
        raise NotImplementedError

    def preview(self, size: QSize, *, ahead: bool = False) -> QImage:
        """What the hall sees, or what the next press will bring, `size` in pixels."""
        raise NotImplementedError

    def hall_shape(self) -> QSize:
        """The shape of the hall's picture: of its window, or of a usual projector."""
        raise NotImplementedError
