"""Short sounds by the system's own player; a missing player is silence, and is told once."""

import logging
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

_LOG = logging.getLogger(__name__)

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))


class Sounds(QObject):
    """Plays `NAME.wav` from a folder without waiting for its end."""

    def __init__(self, folder: Path, *, muted: bool = False) -> None:
        super().__init__()
        self._folder = folder
        self.muted = muted
        self._player = find_player()

    @property
    def possible(self) -> bool:
        """Whether this machine has a way to play a sound file."""
        return self._player is not None

    def play(self, name: str) -> None:
        """Start the sound; where there is none of that name, nothing happens."""
        path = self._folder / f"{name}.wav"
        if self.muted or self._player is None or not path.exists():
            return
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif not QProcess.startDetached(self._player[0], [*self._player[1:], str(path)])[0]:
            _LOG.warning("the sound player did not start")
            self._player = None


def find_player() -> tuple[str, ...] | None:
    """The command that plays a file here; on Windows the system's own call, named `winsound`."""
    if sys.platform == "win32":
        return ("winsound",)
    return next((player for player in _PLAYERS if shutil.which(player[0])), None)
