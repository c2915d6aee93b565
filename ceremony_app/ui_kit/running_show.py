"""A show while it runs, as the console drives it and the projector carries it out.

Console and projector do not know each other; this is what they agree on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QScreen

from ceremony_app.domain.live import Live
from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Show, ShowState, Step


class Place(StrEnum):
    """Where a window of the show stands.

    SHARED is an ordinary window with the hall's picture, which an online meeting can share; it
    is never armed for a screen.
    """

    HALL = "hall"
    PODIUM = "podium"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class ScreenChoice:
    """A screen as the operator is asked about it.

    `key` names it to `RunningShow.choose`. `words` is what its maker calls it, with its size.
    `is_operators` is the one that the console stands on; `is_mirrored` shows the same as
    another.
    """

    key: str
    words: str
    is_operators: bool = False
    is_mirrored: bool = False


class RunningShow(QObject):
    """Moves through a show and keeps hall, podium and previews on the same state.

    `moved` says that the state is another; `presented` carries a step, the screen's name and
    whether the hall could see it, after it was painted in the hall and only once for each
    settled state; so also, unseen, when the picture goes out of sight (screen lost or lent), and
    again when it is back. `outputs_changed` says that a window came or went, or its screen did;
    `pressed` carries a key and its text that were pressed on one of the windows. `ask_screen`
    carries a place and the screens between which nothing but the operator can tell.
    """

    moved = Signal()
    presented = Signal(object, str, bool)
    outputs_changed = Signal()
    pressed = Signal(int, str)
    ask_screen = Signal(object, object)

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

    def tell(self, live: Live) -> None:
        """Change what changes while a picture is shown: counts, signatures, clocks, words."""
        raise NotImplementedError

    def bring(self, pictures: Mapping[str, bytes]) -> None:
        """Have the office's pictures ready, by the ids that the programme names; those that are
        known already are left as they are."""
        raise NotImplementedError

    def change_programme(self, show: Show) -> None:
        """Go on with another programme, at the same step as far as it still has that.

        The pictures of texts that are the same are kept: nothing flickers.
        """
        raise NotImplementedError

    @property
    def is_lent(self) -> bool:
        """Whether the hall's screen is lent to another program."""
        raise NotImplementedError

    def lend(self) -> None:
        """Leave the hall's screen to another program: our window is out of sight, armed still."""
        raise NotImplementedError

    def take_back(self) -> None:
        """Show on the hall's screen again, where the show stands now."""
        raise NotImplementedError

    def screens(self, operators: QScreen) -> tuple[ScreenChoice, ...]:
        """Every screen of the machine, the operator's first."""
        raise NotImplementedError

    def advice(self, operators: QScreen) -> Message | None:
        """Why the hall has no screen of its own to be shown on, and what to do; None where it has.

        There is one screen only, or the others show the same as the operator's.
        """
        raise NotImplementedError

    def choose(self, place: Place, key: str, operators: QScreen) -> None:
        """Show on a screen that the operator chose; it is remembered for this machine.

        Opens the window if it is not open. A screen that has gone meanwhile is asked about again.
        """
        raise NotImplementedError

    def identify(self) -> None:
        """Show on every screen, for some seconds, which one it is."""
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
        """Show on a screen of its own, or in a window where there is none left.

        Where nothing but the operator can tell which screen is meant, `ask_screen` asks, and
        nothing is opened before `choose`.
        """
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

    def picture(self, size: QSize, state: ShowState) -> QImage:
        """What the hall would see in another state, `size` in pixels; the show itself stays."""
        raise NotImplementedError

    def hall_shape(self) -> QSize:
        """The shape of the hall's picture: of its window, or of a usual projector."""
        raise NotImplementedError
