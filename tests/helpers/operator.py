"""Somebody at the console: presses keys, reads the screen, and never touches a mouse."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import ImageColor
from sqlcipher3 import dbapi2

from tests.helpers.command import Ikrar
from tests.helpers.waiting import wait_until
from tests.helpers.xserver import CONSOLE, HALL, Area, Desktop

if TYPE_CHECKING:
    import subprocess

_TABS = 8
HALL_TITLE = "Ikrar · Layar Aula"


@dataclass(frozen=True, slots=True)
class Operator:
    """A running program and whoever sits before it."""

    desktop: Desktop
    program: "subprocess.Popen[str]"

    @property
    def console_screen(self) -> Area:
        return self.desktop.monitors()[CONSOLE]

    def wait_for_window(self, title: str) -> None:
        """Until a window with `title` in its title has the keyboard."""
        wait_until(lambda: title in self.desktop.active_window(), f"window {title!r}")

    def wait_for_colour(self, colour: str, place: Area, what: str) -> None:
        """Until something in that colour (#rrggbb) is seen there."""
        wait_until(lambda: self.sees(colour, place), f"{what}, {colour}")

    def tab_to(self, colour: str, place: Area, what: str) -> None:
        """Press Tab until the frame of what has the keys, in `colour`, is seen at a place."""
        self._press_until("Tab", colour, place, what, times=_TABS, seconds=0.4)

    def press_at_last(self, key: str, colour: str, place: Area, what: str) -> None:
        """Press a key until something in that colour is seen: a window that has just come has the
        keyboard of the desktop a moment before it takes keys."""
        self._press_until(key, colour, place, what, times=5, seconds=5)

    def _press_until(
        self, key: str, colour: str, place: Area, what: str, *, times: int, seconds: float
    ) -> None:
        for _ in range(times):
            self.desktop.press(key)
            try:
                wait_until(lambda: self.sees(colour, place), what, seconds=seconds)
            except TimeoutError:
                continue
            return
        raise TimeoutError(f"{key} pressed {times} times, not seen: {what}")

    def sees(self, colour: str, place: Area) -> bool:
        """Whether something in that colour (#rrggbb) is seen there now."""
        return ImageColor.getrgb(colour) in self.colours(place)

    def colours(self, place: Area) -> set[tuple[int, ...]]:
        """Every colour of a part of the screen."""
        picture = self.desktop.picture(place).convert("RGB")
        found = picture.getcolors(place.width * place.height) or []
        return {colour for _, colour in found if isinstance(colour, tuple)}

    def choose_file(self, title: str, path: Path) -> None:
        """Answer a file dialog."""
        self.wait_for_window(title)
        self.desktop.type(str(path))
        self.desktop.press("Return")
        wait_until(lambda: title not in self.desktop.active_window(), f"{title!r} answered")

    def hall_is_on_its_screen(self) -> bool:
        """Whether the hall's window covers the second monitor, pixel by pixel."""
        place = self.desktop.place_of(HALL_TITLE)
        return place is not None and place == self.desktop.monitors().get(HALL)

    def strangers_on_console_screen(self) -> list[str]:
        """Titles of windows on the operator's monitor, but for the console itself."""
        screen = self.console_screen
        windows = [name for name, place in self.desktop.windows().items() if place.meets(screen)]
        return [name for name in windows if not name.endswith("Ikrar")]

    def leave(self) -> int:
        """Close the window as the window manager does it for Alt+F4; the exit code."""
        self.desktop.press("alt+F4")
        return self.program.wait(timeout=30)


@dataclass(frozen=True, slots=True)
class Watched:
    """A ceremony's file, read beside the program that writes it."""

    path: Path

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        """The bodies of all events of a kind, in order; none while there is no file."""
        return [json.loads(body) for _, body in self._events(kind)]

    def scans(self) -> list[tuple[str, str]]:
        """Door and verdict of every scan, in order."""
        return [(door, json.loads(body)["verdict"]) for door, body in self._events("scan")]

    def wait_for(self, kind: str, count: int) -> list[dict[str, Any]]:
        """Until there are so many events of a kind; more are a mistake."""
        wait_until(lambda: len(self.bodies(kind)) >= count, f"{count} events {kind}")
        found = self.bodies(kind)
        assert len(found) == count, (kind, found)
        return found

    def _events(self, kind: str) -> list[tuple[str, str]]:
        try:
            connection = dbapi2.connect(f"{self.path.as_uri()}?mode=ro", uri=True)
        except dbapi2.OperationalError:
            return []
        try:
            found = "SELECT door, body FROM event WHERE kind = ? ORDER BY tick"
            return list(connection.execute(found, [kind]))
        except dbapi2.OperationalError:
            # It is being made just now.
            return []
        finally:
            connection.close()


@contextmanager
def sitting_at(
    desktop: Desktop, ikrar: Ikrar, *arguments: str | Path, pictures: Path
) -> Iterator[Operator]:
    """Start the program; end it if the test did not. What went wrong leaves a picture."""
    program = ikrar.start(*arguments, **desktop.environment)
    operator = Operator(desktop, program)
    try:
        yield operator
    except BaseException:
        areas = desktop.monitors().values()
        width = max(area.x + area.width for area in areas)
        height = max(area.y + area.height for area in areas)
        desktop.picture(Area(0, 0, width, height)).save(pictures / "screen.png")
        raise
    finally:
        if program.poll() is None:
            program.kill()
        said = program.communicate(timeout=20)
        (pictures / "said.txt").write_text("\n".join(said), "utf-8")
