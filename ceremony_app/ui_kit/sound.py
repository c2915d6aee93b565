"""The door's sounds: by Qt, decoded beforehand; by the system's own player where Qt has none.

No device is no trouble: then the door is only seen.
"""

import logging
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, Signal

from ceremony_app.ui_kit.settings import Settings

_LOG = logging.getLogger(__name__)

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_MUTED, _VOLUME = "sound_muted", "sound_volume"


class Voice(Protocol):
    """Plays one of the sounds, by name, at a volume from 0 to 1, without waiting for its end."""

    @property
    def has_device(self) -> bool: ...

    def play(self, name: str, volume: float) -> None: ...


class Sounds(QObject):
    """Plays `NAME.wav` from a folder; volume and mute are remembered where there are settings.

    `changed` says that volume or mute did.
    """

    changed = Signal()

    def __init__(
        self,
        folder: Path,
        settings: Settings | None = None,
        *,
        muted: bool = False,
        find_voice: "Callable[[Sequence[Path]], Voice] | None" = None,
    ) -> None:
        super().__init__()
        self._files = tuple(sorted(folder.glob("*.wav")))
        self._settings = settings
        self._find_voice = find_voice or system_voice
        self._voice: Voice | None = None
        kept = settings.now.choices if settings is not None else {}
        self._muted = muted or kept.get(_MUTED) == "yes"
        percent = kept.get(_VOLUME, "")
        self._volume = min(int(percent), 100) if percent.isdecimal() else 100

    @property
    def possible(self) -> bool:
        """Whether this machine can be heard, as far as is known without loading anything."""
        return find_player() is not None if self._voice is None else self._voice.has_device

    @property
    def muted(self) -> bool:
        return self._muted

    @property
    def volume(self) -> int:
        """Percent of the loudest, as heard."""
        return self._volume

    def mute(self, *, muted: bool) -> None:
        """Be silent, or be heard again."""
        self._muted = muted
        self._remember(_MUTED, "yes" if muted else "no")

    def set_volume(self, percent: int) -> None:
        """Be so loud from now on."""
        self._volume = max(0, min(percent, 100))
        self._remember(_VOLUME, str(self._volume))

    def prepare(self) -> None:
        """Load the sounds, so that not even the first one is late."""
        if self._voice is None:
            self._voice = self._find_voice(self._files)

    def play(self, name: str) -> None:
        """Start the sound; where there is none of that name, nothing happens."""
        if self._muted or not any(path.stem == name for path in self._files):
            return
        self.prepare()
        if self._voice is not None:
            self._voice.play(name, self._volume / 100)

    def _remember(self, name: str, value: str) -> None:
        if self._settings is not None:
            self._settings.remember_choice(name, value)
        self.changed.emit()


class PlayerVoice:
    """The system's own player, a process for each sound: later than Qt's, and always as loud."""

    def __init__(self, files: Sequence[Path], player: tuple[str, ...] | None) -> None:
        self._files = {path.stem: path for path in files}
        self._player = player

    @property
    def has_device(self) -> bool:
        return self._player is not None

    def play(self, name: str, volume: float) -> None:
        if self._player is None or volume == 0:
            return
        path = str(self._files[name])
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif not QProcess.startDetached(self._player[0], [*self._player[1:], path])[0]:
            _LOG.warning("the sound player did not start")
            self._player = None


def system_voice(files: Sequence[Path]) -> Voice:
    """Qt's sounds; the system's player where the libraries that they need are missing."""
    try:
        from ceremony_app.ui_kit.tones import Tones

        return Tones(files)
    except ImportError as error:
        _LOG.info("Qt has no sounds here: %s", error)
        return PlayerVoice(files, find_player())


def find_player() -> tuple[str, ...] | None:
    """The command that plays a file here; on Windows the system's own call, named `winsound`."""
    if sys.platform == "win32":
        return ("winsound",)
    return next((player for player in _PLAYERS if shutil.which(player[0])), None)
