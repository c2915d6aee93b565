"""Two hundred times somebody pulls a cable, changes a mode, moves a monitor or swaps the hall's.

After each the question: is the hall's window exactly where it should be, and nowhere else? And
does the operator's monitor show anything of the hall's picture?
"""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.cables import Played, playing
from tests.helpers.soak import part_of
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import CONSOLE, HALL, Area, two_monitors

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.soak, pytest.mark.x11]

TURNS = part_of(200)
THIRD = "DUMMY2"
MODES = ("1920x1080", "1280x800", "1024x768", "800x600", "1680x1050", "1280x1024")
SIDES = ("--left-of", "--right-of", "--above", "--below")
HALL_AT, THIRD_AT = "1366x0", "3286x0"
"""Where there is always room for them, with the laptop at 0x0."""


@dataclass
class Hands:
    """Somebody with too much time beside the laptop; `hall` is the monitor chosen for the hall."""

    played: Played
    dice: random.Random
    hall: str = HALL
    done: list[str] = field(default_factory=list)

    def turn(self) -> None:
        """Do something."""
        others = sorted(self.monitors().keys() - {CONSOLE})
        deeds: list[Callable[[], None]] = [self.plug, self.swap, self.step]
        if others:
            deeds += [self.change_mode, lambda: self.pull(others), lambda: self.pull(others[:1])]
        else:
            deeds += [self.plug, self.change_laptop]
        if others == [HALL]:
            deeds += [self.move, self.mirror]
        self.dice.choice(deeds)()

    def monitors(self) -> dict[str, Area]:
        return self.played.desktop.monitors()

    def pull(self, names: list[str]) -> None:
        for name in names:
            self.wire(name, "--off")

    def plug(self) -> None:
        """The projector at its place in some mode, and now and then a third monitor."""
        self.wire(CONSOLE, "--pos", "0x0", "--output", HALL, "--pos", HALL_AT, *self.mode())
        if self.dice.random() < 0.4:
            self.wire(THIRD, "--mode", "1024x768", "--pos", THIRD_AT)

    def change_mode(self) -> None:
        """In its place: where that was left of the laptop, the two may now overlap."""
        if HALL in self.monitors():
            self.wire(HALL, *self.mode())

    def move(self) -> None:
        self.wire(HALL, self.dice.choice(SIDES), CONSOLE)

    def mirror(self) -> None:
        self.wire(HALL, "--same-as", CONSOLE)

    def change_laptop(self) -> None:
        self.wire(CONSOLE, "--mode", self.dice.choice(["1366x768", "1280x800", "1024x768"]))

    def swap(self) -> None:
        """The operator's own button: the next screen that is not the operator's, if any."""
        apart = [name for name in self.monitors() if self.is_apart(name)]
        self.say("swap")
        screen, _ = self.played.windows()["hall"]
        assert (screen in apart) or not apart
        assert screen != self.hall or apart == [self.hall]
        self.hall = screen or self.hall

    def step(self) -> None:
        self.say("next")

    def say(self, word: str) -> None:
        self.done.append(word)
        self.played.do(word)

    def wire(self, monitor: str, *how: str) -> None:
        self.done.append(" ".join((monitor, *how)))
        self.played.wire(monitor, *how)

    def mode(self) -> tuple[str, str]:
        return "--mode", self.dice.choice(MODES)

    def is_apart(self, name: str) -> bool:
        """Whether a monitor is on and shows nothing of the operator's."""
        monitors = self.monitors()
        return name in monitors and not monitors[name].meets(monitors[CONSOLE])

    def where_the_hall_should_be(self) -> Area | None:
        """On its monitor while that is on and apart from the operator's, else out of sight."""
        return self.monitors()[self.hall] if self.is_apart(self.hall) else None


@pytest.mark.timeout(1800)
def test_two_hundred_cables(tmp_path: Path) -> None:
    with two_monitors(tmp_path) as desktop, playing(desktop, tmp_path) as played:
        desktop.xrandr("--addmode", THIRD, "1024x768")
        hands, ground = Hands(played, random.Random(41)), played.ground()
        for _ in range(TURNS):
            hands.turn()
            just_done = f"after {hands.done[-5:]}"
            played.wait_for_hall(hands.where_the_hall_should_be(), just_done)
            wait_until(lambda: ground not in played.console_colours(), just_done, 5)
        assert played.end() == 0
