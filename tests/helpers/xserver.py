"""An X server with two monitors and a window manager, and the keyboard in front of it.

Xorg with the dummy driver: monitors that do not exist, unplugged and plugged in again by xrandr
as real ones are. Everything that a test does there it does by keys, as a person or a scanner
would; what it sees are windows, their places and the pixels of the screen.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageGrab

from tests.helpers.waiting import wait_until

CONSOLE, HALL = "DUMMY0", "DUMMY1"
_MODES = {CONSOLE: "1366x768", HALL: "1920x1080"}
_LAPTOP_MODE = ("85.5", *("1366", "1436", "1579", "1792"), *("768", "771", "774", "798"))
"""The dummy driver knows the projector's mode by itself, and not the usual laptop's."""

_CONFIG = """
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 4480 2160
  EndSubSection
EndSection
"""
_SCANNER_MS = "8"
"""xdotool keeps half of it between two characters. People need 100 ms and more."""
_HANDS_MS = "100"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the desktop, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def meets(self, other: "Area") -> bool:
        """Whether the two have a pixel in common."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Desktop:
    """What a person has in front of them: two monitors and a keyboard."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in order to open its windows here."""
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}

    def press(self, *keys: str) -> None:
        """Press keys one after the other: `Tab`, `Return`, `ctrl+n`."""
        self._xdotool("key", "--clearmodifiers", "--delay", "25", *keys)

    def type(self, words: str) -> None:
        """Type words as no typist can, and still no scanner does."""
        self._xdotool("type", "--clearmodifiers", "--delay", _HANDS_MS, words)

    def scan(self, code: str) -> None:
        """What a keyboard-wedge scanner does with a card: the code, then Enter, all in a burst."""
        self._xdotool("type", "--delay", _SCANNER_MS, "--args", "1", code, "key", "Return")

    def scan_with_prefix(self, prefix: str, code: str) -> None:
        """The same with a control character before the code, such as `ctrl+b` for STX."""
        self._xdotool(
            *("key", "--delay", _SCANNER_MS, prefix),
            *("type", "--delay", _SCANNER_MS, "--args", "1", code, "key", "Return"),
        )

    def scan_by_numbers(self, code: str) -> None:
        """What a scanner in Alt mode does: each character as its number on the number pad."""
        said: list[str] = []
        for character in code:
            said += ["keydown", "alt"]
            for figure in str(ord(character)):
                said += ["key", "--delay", _SCANNER_MS, f"KP_{figure}"]
            said += ["keyup", "alt"]
        self._xdotool(*said, "key", "Return")

    def windows(self) -> dict[str, Area]:
        """The windows in sight, by their titles."""
        found = {}
        for number in self._xdotool("search", "--onlyvisible", "--name", ".").split():
            name = self._xdotool("getwindowname", number).strip()
            place = self._place_of(number)
            if name and place is not None:
                found[name] = place
        return found

    def is_managed(self) -> bool:
        """Whether a window manager has taken the display in hand."""
        return bool(self._xdotool("get_num_desktops").strip())

    def active_window(self) -> str:
        """The title of the window that has the keyboard; empty where none has."""
        return self._xdotool("getactivewindow", "getwindowname").strip()

    def place_of(self, title: str) -> Area | None:
        """Where the window in sight with that title stands; None where there is none."""
        exact = f"^{re.escape(title)}$"
        numbers = self._xdotool("search", "--onlyvisible", "--name", exact).split()
        return self._place_of(numbers[0]) if numbers else None

    def move_window(self, title: str, x: int, y: int) -> None:
        """Put the window with that title somewhere else, whoever it belongs to."""
        exact = f"^{re.escape(title)}$"
        self._xdotool("search", "--onlyvisible", "--name", exact, "windowmove", str(x), str(y))

    def monitors(self) -> dict[str, Area]:
        """The monitors that are on, by their names."""
        listed = self.xrandr("--listactivemonitors")
        pattern = re.compile(r"(\d+)/\d+x(\d+)/\d+\+(\d+)\+(\d+)\s+(\S+)")
        return {
            name: Area(int(x), int(y), int(width), int(height))
            for width, height, x, y, name in pattern.findall(listed)
        }

    def plug_in(self, monitor: str) -> None:
        """Turn a monitor on, in its place, and wait until the server shows it."""
        beside = ("--right-of", CONSOLE) if monitor == HALL else ("--pos", "0x0", "--primary")
        self.xrandr("--output", monitor, "--mode", _MODES[monitor], *beside)
        wait_until(lambda: monitor in self.monitors(), f"{monitor} on")

    def plug_in_all(self) -> None:
        """Turn both monitors on, unless they are."""
        for monitor in _MODES.keys() - self.monitors().keys():
            self.plug_in(monitor)

    def unplug(self, monitor: str) -> None:
        """Turn a monitor off."""
        self.xrandr("--output", monitor, "--off")

    def picture(self, area: Area) -> Image.Image:
        """The pixels of a part of the desktop, as they are now."""
        whole = ImageGrab.grab(xdisplay=self.display)
        return whole.crop((area.x, area.y, area.x + area.width, area.y + area.height))

    def xrandr(self, *arguments: str) -> str:
        """What xrandr answers; raises where it refuses."""
        return self._run("xrandr", *arguments, check=True)

    def _place_of(self, number: str) -> Area | None:
        said = self._xdotool("getwindowgeometry", "--shell", number)
        values = dict(line.split("=") for line in said.splitlines() if "=" in line)
        if not values:
            return None
        return Area(*(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def _xdotool(self, *arguments: str) -> str:
        """Its answer, empty where it finds nothing: a window may go away at any moment."""
        return self._run("xdotool", *arguments, check=False)

    def _run(self, *command: str, check: bool) -> str:
        environment = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=30, check=check
        )
        return done.stdout


@contextmanager
def two_monitors(folder: Path) -> Iterator[Desktop]:
    """Start the server on a free display, both monitors and the window manager; end them after."""
    config = folder / "xorg.conf"
    config.write_text(_CONFIG)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            *("Xorg", "-noreset", "-nolisten", "tcp", "-displayfd", str(writing)),
            *("-config", str(config), "-logfile", str(folder / "xorg.log")),
        ],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    manager: subprocess.Popen[bytes] | None = None
    try:
        with os.fdopen(reading) as pipe:
            # The server writes its number once it listens; a server that ends closes the pipe.
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError(f"Xorg ended: {(folder / 'xorg.log').read_text('utf-8')[-2000:]}")
        desktop = Desktop(f":{number}")
        _plug_in_both(desktop)
        manager = _managed(desktop)
        yield desktop
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(timeout=20)


def _plug_in_both(desktop: Desktop) -> None:
    desktop.xrandr("--newmode", _MODES[CONSOLE], *_LAPTOP_MODE)
    for monitor, mode in _MODES.items():
        desktop.xrandr("--addmode", monitor, mode)
        desktop.plug_in(monitor)


def _managed(desktop: Desktop) -> "subprocess.Popen[bytes]":
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env={**os.environ, "DISPLAY": desktop.display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_until(desktop.is_managed, "openbox manages windows")
    return manager
