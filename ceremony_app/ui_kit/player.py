"""Sounds of the programme: an anthem, a march; started, faded and stopped by key.

The machine may have no sound device, or lose it while one plays: then there is a word in
`failed`, and the show goes on.
"""

import logging
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, QVariantAnimation, Signal

from ceremony_app.domain.messages import message

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

_LOG = logging.getLogger(__name__)

FADE_MS = 1800
"""Long enough that nobody in the hall hears an end that is cut off."""


class Playing(StrEnum):
    """What the player is doing."""

    NOTHING = "nothing"
    SOUND = "sound"
    FADING = "fading"


class SoundPlayer(QObject):
    """Plays one sound at a time, from a file.

    `changed` says that it began, fades or ended; `moved` carries seconds played and seconds in
    all, some times a second; `failed` carries a message for the operator.
    """

    changed = Signal()
    moved = Signal(float, float)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state = Playing.NOTHING
        self._name = ""
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._set_volume)
        self._fade.finished.connect(self.stop)

    @property
    def state(self) -> Playing:
        return self._state

    @property
    def name(self) -> str:
        """What is being played; empty where nothing is."""
        return self._name

    def play(self, name: str, path: Path) -> None:
        """Play a sound from its beginning, in the place of another; `name` is what it is called."""
        self._fade.stop()
        self._player.stop()
        self._set_volume(1.0)
        self._name = name
        # Never a device that was made in Python: Qt reads it on a thread of its own, and stopping
        # waits for that thread while it waits for the interpreter (docs/decisions/0137).
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        if not self.has_device:
            self.failed.emit(message("sound.no_device", name=name))
        self._player.play()
        self._become(Playing.SOUND)

    def fade(self, milliseconds: int = FADE_MS) -> None:
        """Let what is played die away, then stop."""
        if self._state is Playing.SOUND:
            self._fade.setDuration(milliseconds)
            self._fade.start()
            self._become(Playing.FADING)

    def stop(self) -> None:
        """Silence at once."""
        if self._state is not Playing.NOTHING:
            self._fade.stop()
            self._become(Playing.NOTHING)
            self._player.stop()

    @property
    def has_device(self) -> bool:
        """Whether this machine has anything to play on now."""
        from PySide6.QtMultimedia import QMediaDevices

        return bool(QMediaDevices.audioOutputs())

    @cached_property
    def _player(self) -> "QMediaPlayer":
        """Made when the first sound is played: most ceremonies have none, and loading takes
        time and memory."""
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        player = QMediaPlayer(self)
        player.setAudioOutput(QAudioOutput(player))
        player.playbackStateChanged.connect(lambda _: self._follow())
        player.positionChanged.connect(
            lambda position: self.moved.emit(position / 1000, player.duration() / 1000)
        )
        player.errorOccurred.connect(lambda _, words: self._fail(words))
        return player

    def _follow(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if self._player.playbackState() is QMediaPlayer.PlaybackState.StoppedState:
            self.stop()

    def _fail(self, words: str) -> None:
        _LOG.info("a sound was not played: %s", words)
        self.failed.emit(message("sound.not_played", name=self._name))
        self.stop()

    def _set_volume(self, volume: float) -> None:
        output = self._player.audioOutput()
        output.setVolume(volume)

    def _become(self, state: Playing) -> None:
        self._state = state
        if state is Playing.NOTHING:
            self._name = ""
        self.changed.emit()
