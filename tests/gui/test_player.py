"""Sound cues, on a machine that may have no sound device at all."""

import logging
import math
import struct
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.domain.messages import Message
from ceremony_app.ui_kit.player import Playing, SoundPlayer

# What Qt says is watched by a handler in Python. Said on Qt's own thread while the player is being
# stopped, it would wait for the interpreter, which waits for that thread (docs/decisions/0137).
pytestmark = pytest.mark.no_qt_log

ROOT = Path(__file__).parents[2]
_RATE = 22_050


def tone(folder: Path, seconds: float) -> Path:
    """A quiet hum as a WAV file."""
    path = folder / f"{seconds}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        samples = (int(2000 * math.sin(at / 20)) for at in range(int(seconds * _RATE)))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return path


class Listener:
    """What a player told."""

    def __init__(self, player: SoundPlayer) -> None:
        self.states: list[Playing] = []
        self.failures: list[str] = []
        player.changed.connect(lambda: self.states.append(player.state))
        player.failed.connect(self._failed)

    def _failed(self, told: Message) -> None:
        self.failures.append(told.key)


@pytest.fixture
def player(qtbot: QtBot) -> SoundPlayer:
    return SoundPlayer()


def test_a_sound_is_played_to_its_end(player: SoundPlayer, qtbot: QtBot, tmp_path: Path) -> None:
    heard = Listener(player)
    with qtbot.waitSignal(player.moved):
        player.play("lagu.wav", tone(tmp_path, 0.3))
        assert (player.state, player.name) == (Playing.SOUND, "lagu.wav")
    qtbot.waitUntil(lambda: player.state is Playing.NOTHING)
    assert heard.states == [Playing.SOUND, Playing.NOTHING]
    assert player.name == ""
    assert heard.failures == ([] if player.has_device else ["sound.no_device"])


def test_a_sound_fades_away(player: SoundPlayer, qtbot: QtBot, tmp_path: Path) -> None:
    heard = Listener(player)
    player.play("lagu.wav", tone(tmp_path, 30))
    player.fade(60)
    assert player.state is Playing.FADING
    qtbot.waitUntil(lambda: player.state is Playing.NOTHING)
    assert heard.states == [Playing.SOUND, Playing.FADING, Playing.NOTHING]


def test_a_sound_is_stopped_and_another_takes_its_place(
    player: SoundPlayer, tmp_path: Path
) -> None:
    hum = tone(tmp_path, 30)
    player.play("satu.wav", hum)
    player.play("dua.wav", hum)
    assert player.name == "dua.wav"
    player.stop()
    assert player.state is Playing.NOTHING
    player.stop()
    player.fade()
    assert player.state is Playing.NOTHING


def test_what_is_no_sound_is_told_and_changes_nothing(
    player: SoundPlayer, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (rubbish := tmp_path / "bukan.mp3").write_bytes(b"ID3 but nothing follows")
    caplog.set_level(logging.INFO)
    heard = Listener(player)
    with qtbot.waitSignal(
        player.failed, check_params_cb=lambda told: told.key == "sound.not_played"
    ):
        player.play("bukan.mp3", rubbish)
    qtbot.waitUntil(lambda: player.state is Playing.NOTHING)
    assert heard.failures[-1] == "sound.not_played"
    with qtbot.waitSignal(player.moved):
        player.play("lagu.wav", tone(tmp_path, 0.5))
    player.stop()


_TAKING_TURNS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ceremony_app.ui_kit.player import SoundPlayer

application = QApplication([])
for turn in range(60):
    player = SoundPlayer()
    for _ in range(1 + turn % 3):
        player.play("lagu.wav", Path(sys.argv[1]))
    QTimer.singleShot(turn % 7, application.quit)
    application.exec()
    player.stop()
"""


def test_stopping_never_waits_for_what_is_being_read(tmp_path: Path) -> None:
    """Where it does, the hall's window stands still for good: in a process that can be ended."""
    command = [sys.executable, "-c", _TAKING_TURNS, str(tone(tmp_path, 30))]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
