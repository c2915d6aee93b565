"""Sound cues, on a machine that may have no sound device at all."""

import io
import logging
import math
import struct
import wave

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.domain.messages import Message
from ceremony_app.ui_kit.player import Playing, SoundPlayer

pytestmark = pytest.mark.qt_log_ignore(
    "No audio device", "PulseAudioService", "QBuffer::seek", "Could not open media"
)

_RATE = 22_050


def tone(seconds: float) -> bytes:
    """A quiet hum as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        samples = (int(2000 * math.sin(at / 20)) for at in range(int(seconds * _RATE)))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return out.getvalue()


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


def test_a_sound_is_played_to_its_end(player: SoundPlayer, qtbot: QtBot) -> None:
    heard = Listener(player)
    with qtbot.waitSignal(player.moved):
        player.play("lagu.wav", tone(0.3))
        assert (player.state, player.name) == (Playing.SOUND, "lagu.wav")
    qtbot.waitUntil(lambda: player.state is Playing.NOTHING)
    assert heard.states == [Playing.SOUND, Playing.NOTHING]
    assert player.name == ""
    assert heard.failures == ([] if player.has_device else ["sound.no_device"])


def test_a_sound_fades_away(player: SoundPlayer, qtbot: QtBot) -> None:
    heard = Listener(player)
    player.play("lagu.wav", tone(30))
    player.fade(60)
    assert player.state is Playing.FADING
    qtbot.waitUntil(lambda: player.state is Playing.NOTHING)
    assert heard.states == [Playing.SOUND, Playing.FADING, Playing.NOTHING]


def test_a_sound_is_stopped_and_another_takes_its_place(player: SoundPlayer) -> None:
    player.play("satu.wav", tone(30))
    player.play("dua.wav", tone(30))
    assert player.name == "dua.wav"
    player.stop()
    assert player.state is Playing.NOTHING
    player.stop()
    player.fade()
    assert player.state is Playing.NOTHING


def test_what_is_no_sound_is_told_and_changes_nothing(
    player: SoundPlayer, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    heard = Listener(player)
    with qtbot.waitSignal(
        player.failed, check_params_cb=lambda told: told.key == "sound.not_played"
    ):
        player.play("bukan.mp3", b"ID3 but nothing follows")
    qtbot.waitUntil(lambda: player.state is Playing.NOTHING)
    assert heard.failures[-1] == "sound.not_played"
    with qtbot.waitSignal(player.moved):
        player.play("lagu.wav", tone(0.5))
    player.stop()
