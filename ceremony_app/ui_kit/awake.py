"""The display stays on and no screen saver starts, as long as something is shown in the hall.

The system's own calls are used, of the kind that ends by itself when the program does: after a
crash the machine sleeps as it did before.
"""

import sys
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ceremony_app.ui_kit.running_show import Place, RunningShow


class Awake(Protocol):
    """Something that keeps the machine awake between `hold` and `let_go`.

    Where the system has no such call nothing happens, and nothing fails.
    """

    def hold(self) -> None: ...

    def let_go(self) -> None: ...


class AllAwake:
    """Several ways at once: no single call is heard by every desktop."""

    def __init__(self, ways: Sequence[Awake]) -> None:
        self._ways = tuple(ways)

    def hold(self) -> None:
        for way in self._ways:
            way.hold()

    def let_go(self) -> None:
        for way in self._ways:
            way.let_go()


class AwakeWhileLive(QObject):
    """Holds from the moment a show's hall window opens until it is closed, lent and lost alike.

    It lives as long as the show.
    """

    def __init__(self, show: RunningShow, awake: Awake) -> None:
        super().__init__(show)
        self._show = show
        self._awake = awake
        self._holds = False
        show.outputs_changed.connect(self._follow)

    def _follow(self) -> None:
        is_live = self._show.is_open(Place.HALL)
        if is_live == self._holds:
            return
        self._holds = is_live
        if is_live:
            self._awake.hold()
        else:
            self._awake.let_go()


def system_awake(reason: str) -> Awake:
    """The ways of this system; `reason` is told to people who ask why the display stays on."""
    ways: list[Awake] = []
    if sys.platform == "win32":
        import ctypes

        from ceremony_app.ui_kit.awake_windows import WindowsAwake

        ways.append(WindowsAwake(ctypes.WinDLL("kernel32")))
    elif sys.platform == "linux":
        from ceremony_app.ui_kit.awake_linux import DesktopAwake, ServerAwake

        ways.append(DesktopAwake(reason))
        if QGuiApplication.platformName() == "xcb":
            ways.append(ServerAwake())
    return AllAwake(ways)
