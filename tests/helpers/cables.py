"""Somebody who pulls cables out of a running show, and somebody who watches the operator's monitor.

The show is `bare_show`, on an X server whose monitors go and come by xrandr.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremony_app.projector.hall_window import TITLE
from tests.helpers.pixels import Pixels
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import CONSOLE, HALL, Area, Desktop

ROOT = Path(__file__).parents[2]
_BREATH = 0.001
"""Seconds between two looks, so that the show that is watched gets its share of the machine."""

_DESKTOP = "4480x2160"
"""All of what the server has. A desktop that grows or shrinks is laid out anew in the dummy
card's memory, and until everybody has painted again every monitor shows rubbish; real cards take
fresh memory."""


@dataclass
class Played:
    """A show that runs, and what it has said so far."""

    desktop: Desktop
    process: "subprocess.Popen[str]"
    said: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def do(self, word: str) -> None:
        """Say a word to the show, and wait until it has been obeyed."""
        if self.process.stdin is None:
            raise RuntimeError("the show has no ears")
        obeyed = self._obeyed()
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        wait_until(lambda: self._obeyed() > obeyed, f"{word} obeyed")

    def told(self) -> list[Any]:
        """Cue, screen and whether it was seen, of everything that was presented."""
        return [said["told"] for said in tuple(self.said) if "told" in said]

    def windows(self) -> dict[str, Any]:
        """Screen and loss of each window, as the show told last."""
        told = [said["windows"] for said in tuple(self.said) if "windows" in said]
        return dict(told[-1]) if told else {}

    def hall(self) -> Area | None:
        """Where the hall's window is in sight."""
        return self.desktop.place_of(TITLE)

    def wire(self, monitor: str, *how: str) -> None:
        """Plug a monitor in, out or elsewhere, as xrandr's words say it."""
        self.desktop.xrandr("--fb", _DESKTOP, "--output", monitor, *how)

    def unplug(self, monitor: str = HALL) -> None:
        self.wire(monitor, "--off")

    def plug_in(self) -> None:
        """The projector, where it was."""
        self.wire(HALL, "--mode", "1920x1080", "--right-of", CONSOLE)

    def wait_for_hall(self, place: Area | None, what: str, seconds: float = 5.0) -> None:
        """Until the hall's window stands exactly there, or is in sight nowhere."""
        wait_until(lambda: self.hall() == place, f"{what}: {place}, not {self.hall()}", seconds)

    def console_colours(self) -> set[tuple[int, ...]]:
        """Every colour on the operator's monitor."""
        area = self.desktop.monitors()[CONSOLE]
        found = self.desktop.picture(area).convert("RGB").getcolors(area.width * area.height) or []
        return {colour for _, colour in found if isinstance(colour, tuple)}

    def console_is_white(self) -> bool:
        """Whether the operator's monitor shows the console and nothing else."""
        return self.console_colours() == {(255, 255, 255)}

    def ground(self) -> tuple[int, ...]:
        """The colour under the words of the hall's picture."""
        area = self.desktop.monitors()[HALL]
        corner = Area(area.x + 2, area.y + area.height // 2, 1, 1)
        pixel = self.desktop.picture(corner).convert("RGB").getpixel((0, 0))
        return pixel if isinstance(pixel, tuple) else ()

    def end(self) -> int:
        """Let the show quit; its exit code."""
        self.do("quit")
        return self.process.wait(timeout=20)

    def close(self) -> None:
        """End whatever still runs, and let go of its streams."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(timeout=20)
        self._reader.join(timeout=20)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def _obeyed(self) -> int:
        return sum("done" in said for said in tuple(self.said))

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.said.append(json.loads(line))


@contextmanager
def playing(desktop: Desktop, folder: Path, **environment: str) -> Iterator[Played]:
    """A show that is seen on the second monitor; ended whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.bare_show", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **desktop.environment, **environment},
        encoding="utf-8",
    )
    played = Played(desktop, process)
    try:
        played.wire(CONSOLE)
        wait_until(lambda: played.console_is_white(), "the console")
        played.do("open")
        played.wait_for_hall(desktop.monitors()[HALL], "the hall on its monitor")
        wait_until(lambda: played.told(), "the first step")
        yield played
    finally:
        played.close()
        for monitor in (CONSOLE, HALL):
            desktop.plug_in(monitor)


class Watcher:
    """Looks at the operator's monitor all the time, and counts the looks that were not as before.

    `longest` is the longest time, in seconds, for which it looked otherwise.
    """

    def __init__(self, played: Played) -> None:
        self._desktop = played.desktop
        self._area = played.desktop.monitors()[CONSOLE]
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.looks = 0
        self.stains = 0
        self.longest = 0.0

    def __enter__(self) -> "Watcher":
        self._thread.start()
        wait_until(lambda: self.looks > 1, "a first look")
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join(timeout=20)

    def _watch(self) -> None:
        pixels = Pixels(self._desktop)
        clean, clean_at = pixels.read(self._area), time.monotonic()
        while not self._is_over.wait(_BREATH):
            self.looks += 1
            is_clean, now = pixels.read(self._area) == clean, time.monotonic()
            self.stains += not is_clean
            self.longest = max(self.longest, 0.0 if is_clean else now - clean_at)
            clean_at = now if is_clean else clean_at
        pixels.close()
