"""The X server's own screen saver waits while the hall is shown."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.waiting import wait_until
from tests.helpers.xserver import Desktop

pytestmark = pytest.mark.x11

ROOT = Path(__file__).parents[2]
_ON = 1

HOLDER = """
import sys
from ceremony_app.ui_kit.awake_linux import ServerAwake
awake = ServerAwake()
awake.hold()
print("held", flush=True)
sys.stdin.readline()
"""


class _Info(ctypes.Structure):
    _fields_ = (
        *(("window", ctypes.c_ulong), ("state", ctypes.c_int), ("kind", ctypes.c_int)),
        *((name, ctypes.c_ulong) for name in ("til_or_since", "idle", "mask")),
    )


class Saver:
    """What the server says of its screen saver."""

    def __init__(self, desktop: Desktop) -> None:
        try:
            self._x11, self._saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        except OSError:
            pytest.skip("not on this machine: libXss")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(desktop.display.encode()))
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))

    def info(self) -> _Info:
        found = _Info()
        self._saver.XScreenSaverQueryInfo(self._display, self._root, ctypes.byref(found))
        return found

    @property
    def is_on(self) -> bool:
        return bool(self.info().state == _ON)

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)


def set_saver(desktop: Desktop, *words: str) -> None:
    subprocess.run(["xset", "-display", desktop.display, "s", *words], check=True, timeout=20)


def test_the_servers_screen_saver_waits_and_goes_on(desktop: Desktop) -> None:
    saver = Saver(desktop)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        env=desktop.environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        desktop.press("Shift_L")
        set_saver(desktop, "1", "1")
        wait_until(lambda: saver.info().idle > 1600, "nobody touches anything")
        assert not saver.is_on
        # It may die as it likes: the server forgets what it asked for.
        holder.kill()
        wait_until(lambda: saver.is_on, "the screen saver", seconds=5)
    set_saver(desktop, "reset")
    set_saver(desktop, "off")
    saver.close()
