"""What is only convenience: window sizes, recent files, language; outside the ceremony's file."""

import json
import logging
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

_LOG = logging.getLogger(__name__)

_RECENT = 10


@dataclass(frozen=True, slots=True)
class Remembered:
    """The settings of one user on one machine.

    `windows` holds [x, y, width, height] by window name; `choices` small remembered values by
    name (a splitter's place, the door's name, the hall screen's description).
    """

    language: str = "id"
    recent: tuple[str, ...] = ()
    windows: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)


class Settings:
    """The remembered settings, read once and written whole at every change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now = _read(path)

    @property
    def now(self) -> Remembered:
        return self._now

    @property
    def folder(self) -> Path:
        """Where they are kept; it may not be there yet."""
        return self._path.parent

    def remember_file(self, path: Path) -> None:
        """Put a ceremony's file first among the recent ones."""
        name = str(path.resolve())
        others = [other for other in self._now.recent if other != name]
        self._write(replace(self._now, recent=(name, *others)[:_RECENT]))

    def forget_file(self, name: str) -> None:
        """Leave a file out of the recent ones; the file itself is not touched."""
        kept = tuple(other for other in self._now.recent if other != name)
        self._write(replace(self._now, recent=kept))

    def remember_window(self, name: str, place: tuple[int, int, int, int]) -> None:
        self._write(replace(self._now, windows={**self._now.windows, name: place}))

    def remember_choice(self, name: str, value: str) -> None:
        self._write(replace(self._now, choices={**self._now.choices, name: value}))

    def remember_language(self, language: str) -> None:
        self._write(replace(self._now, language=language))

    def _write(self, remembered: Remembered) -> None:
        self._now = remembered
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(asdict(remembered), indent=1), "utf-8")
            fresh.replace(self._path)
        except OSError as error:
            # A full or locked home folder must not stop a ceremony for the sake of a window size.
            _LOG.warning("settings were not written: %s", error.strerror)


def _read(path: Path) -> Remembered:
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Remembered()
    except (OSError, ValueError) as error:
        _LOG.warning("settings were not read: %s", type(error).__name__)
        return Remembered()
    return _checked(found) if isinstance(found, dict) else Remembered()


def _checked(found: dict[str, Any]) -> Remembered:
    recent = found.get("recent")
    return Remembered(
        language="en" if found.get("language") == "en" else "id",
        recent=tuple(str(name) for name in recent) if isinstance(recent, list) else (),
        windows={
            str(name): (place[0], place[1], place[2], place[3])
            for name, place in _table(found.get("windows")).items()
            if isinstance(place, list) and [type(part) for part in place] == [int] * 4
        },
        choices={str(name): str(value) for name, value in _table(found.get("choices")).items()},
    )


def _table(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}
