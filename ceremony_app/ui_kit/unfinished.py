"""Which file was open when the program died, so that it comes back to it by itself."""

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

from ceremony_app.ui_kit.settings import Settings

_LOG = logging.getLogger(__name__)

_CHOICE: Final = "open_file"
_LOCK: Final = "open.lock"


class Unfinished:
    """Remembers on this machine what one program has open, until that is closed.

    Only the first of several programs does, by a lock in `folder` that dies with its process:
    what a second one would find is not left over but in use.
    """

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            # Without a home folder to write to nothing is remembered, and the program still runs.
            _LOG.warning("no folder for settings: %s", error.strerror)
        self._lock = QLockFile(str(folder / _LOCK))
        # A ceremony lasts longer than any lock that is called stale by its age.
        self._lock.setStaleLockTime(0)
        self._is_first = self._lock.tryLock(0)

    def take(self) -> Path | None:
        """The file that a program which died had open; asked again, there is none: one that
        cannot be opened leads to the start page the next time."""
        left = self._settings.now.choices.get(_CHOICE, "")
        if not left or not self._is_first:
            return None
        self._remember("")
        return Path(left)

    def begin(self, path: Path) -> None:
        """A file is open now."""
        self._remember(str(path.resolve()))

    def end(self) -> None:
        """It was closed in good order."""
        self._remember("")

    def close(self) -> None:
        """The program ends."""
        self._lock.unlock()

    def _remember(self, name: str) -> None:
        if self._is_first and self._settings.now.choices.get(_CHOICE, "") != name:
            self._settings.remember_choice(_CHOICE, name)
