"""Screens that are plugged in and out by a test, and a window that notes what it is told."""

from dataclasses import replace

from PySide6.QtGui import QScreen

from ceremony_app.projector.screen_match import Box, ScreenIdentity
from ceremony_app.projector.screens import Screens
from ceremony_app.projector.seating import SeenScreen

LAPTOP = ScreenIdentity("BOE", "NT140", "", "eDP-1", (0, 0, 1366, 768))
EPSON = ScreenIdentity("EPSON", "EB-X41", "X4ZK71", "HDMI-1", (1366, 0, 1024, 768))
ACER = ScreenIdentity("ACER", "K242", "77", "DP-1", (2390, 0, 1920, 1080))


class FakeScreens(Screens):
    """The operator's laptop, and whatever a test plugs in. Every screen is drawn on `canvas`."""

    def __init__(self, canvas: QScreen, *plugged: ScreenIdentity) -> None:
        super().__init__()
        self._canvas = canvas
        self._seen: list[SeenScreen] = []
        self._next = 1
        for one in (LAPTOP, *plugged):
            self._add(one)

    def all(self) -> tuple[SeenScreen, ...]:
        return tuple(self._seen)

    def screen(self, number: int) -> QScreen:
        if number not in [one.number for one in self._seen]:
            raise LookupError(number)
        return self._canvas

    def number_of(self, _: QScreen) -> int | None:
        """The operator's, whoever asks; None once that is unplugged."""
        return next((one.number for one in self._seen if one.number == 1), None)

    def number(self, name: str) -> int:
        """The number of the screen at a connector."""
        return self._at(name).number

    def plug(self, *identities: ScreenIdentity) -> None:
        """Plug screens in, all in one go."""
        for one in identities:
            self._add(one)
        self.changed.emit()

    def unplug(self, *names: str) -> None:
        """Unplug the screens at some connectors, all in one go."""
        self._seen = [one for one in self._seen if one.identity.name not in names]
        self.changed.emit()

    def move(self, name: str, box: Box) -> None:
        """Another mode, or another place on the desktop."""
        at = self._seen.index(self._at(name))
        identity = replace(self._seen[at].identity, box=box)
        self._seen[at] = replace(self._seen[at], identity=identity)
        self.changed.emit()

    def _add(self, identity: ScreenIdentity) -> None:
        self._seen.append(SeenScreen(self._next, identity))
        self._next += 1

    def _at(self, name: str) -> SeenScreen:
        return next(one for one in self._seen if one.identity.name == name)
