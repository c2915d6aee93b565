"""The sound of the live cue: fetched while nobody waits, then started, faded and stopped by key."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.cue_card import SoundNow
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.wording import timer_figures
from ceremony_app.services.attachments import Attachments
from ceremony_app.ui_kit.player import Playing, SoundPlayer
from ceremony_app.ui_kit.tools import Tools


class CueSounds(QObject):
    """Keeps the sound of one cue at hand. What plays goes on when the next cue comes: an anthem
    outlasts its picture. `folder` is for the copy that is played; `changed` says that `now` is
    another."""

    changed = Signal()

    def __init__(
        self, tools: Tools, desk: Desk, player: SoundPlayer, folder: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._say = tools.say
        self._channel = tools.channel
        self._desk = desk
        self._player = player
        self._folder = folder
        self._id, self._name = "", ""
        self._path: Path | None = None
        self._played, self._length = 0.0, 0.0
        player.changed.connect(self.changed)
        player.failed.connect(self._channel.warn)
        player.moved.connect(self._moved)

    @property
    def now(self) -> SoundNow:
        """What the console shows of it."""
        playing = self._player.state is not Playing.NOTHING
        name = self._player.name or self._name
        return SoundNow(name, self._words() if name else "", playing=playing)

    def follow(self, cue: Cue) -> None:
        """Another cue is live: have its sound at hand."""
        if cue.sound == self._id:
            return
        self._id, self._name, self._path = cue.sound, "", None
        self.changed.emit()
        if cue.sound:
            self._fetch(cue.sound)

    def play(self) -> None:
        """From the beginning; nothing where the cue has no sound."""
        if self._path is not None:
            self._player.play(self._name, self._path)

    def fade(self) -> None:
        self._player.fade()

    def stop(self) -> None:
        self._player.stop()

    def _fetch(self, sound: str) -> None:
        def read(services: Services) -> tuple[str, Path]:
            attachments = Attachments(services.file)
            name = next((one.name for one in attachments.all() if one.id == sound), "")
            return name, attachments.copy_into(self._folder, sound)

        def take(found: tuple[str, Path]) -> None:
            if sound == self._id:
                self._name, self._path = found
                self.changed.emit()

        def give_up(error: KnownError) -> None:
            self._channel.refuse(error)

        self._desk.ask(read, take, give_up)

    def _moved(self, played: float, length: float) -> None:
        whole = int(played) != int(self._played) or length != self._length
        self._played, self._length = played, length
        if whole:
            self.changed.emit()

    def _words(self) -> str:
        times = {
            "played": timer_figures(int(self._played)),
            "length": timer_figures(int(self._length)),
        }
        return self._say.say(
            {
                Playing.NOTHING: message("hall.sound.ready"),
                Playing.SOUND: message("hall.sound.playing", **times),
                Playing.FADING: message("hall.sound.fading", **times),
            }[self._player.state]
        )
