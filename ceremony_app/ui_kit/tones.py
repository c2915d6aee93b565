"""The door's tones, loaded beforehand, so that they sound with the answer and not after it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Tones(QObject):
    """Sound files kept decoded for the system's present output device.

    Without a device nothing is loaded and nothing sounds; one that is plugged in later is used
    from then on, and one that is pulled out takes no answer with it.

    Raises ImportError where the system lacks what Qt's sounds need.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__()
        from PySide6.QtMultimedia import QMediaDevices

        self._files = tuple(files)
        self._effects: dict[str, QSoundEffect] = {}
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._load)
        self._load()

    @property
    def has_device(self) -> bool:
        """Whether anything can be heard now."""
        return bool(self._effects)

    def play(self, name: str, volume: float) -> None:
        """Sound at once, in the place of what sounds; `volume` runs from 0 to 1, as heard."""
        from PySide6.QtMultimedia import QAudio

        for other in self._effects.values():
            other.stop()
        effect = self._effects.get(name)
        if effect is not None:
            scales = QAudio.VolumeScale
            linear = QAudio.convertVolume(
                volume, scales.LogarithmicVolumeScale, scales.LinearVolumeScale
            )
            effect.setVolume(linear)
            effect.play()

    def _load(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        for old in self._effects.values():
            old.deleteLater()
        self._effects = {}
        if not QMediaDevices.audioOutputs():
            return
        for path in self._files:
            effect = QSoundEffect(QMediaDevices.defaultAudioOutput(), self)
            effect.setSource(QUrl.fromLocalFile(str(path)))
            self._effects[path.stem] = effect
