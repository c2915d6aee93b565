"""The door's sounds: heard at once, muted by choice, and never in the way of a scan."""

import wave
from collections.abc import Sequence
from pathlib import Path

import pytest

from ceremony_app.console.door.answers import sound_of
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.sound import PlayerVoice, Sounds, system_voice
from tests.helpers.windows import LOCATOR


class FakeVoice:
    """Keeps what it was to play."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.names = {path.stem for path in files}
        self.played: list[tuple[str, float]] = []
        self.has_device = True

    def play(self, name: str, volume: float) -> None:
        self.played.append((name, volume))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def sounds_of(settings: Settings, made: list[FakeVoice], *, muted: bool = False) -> Sounds:
    def find(files: Sequence[Path]) -> FakeVoice:
        made.append(FakeVoice(files))
        return made[-1]

    return Sounds(LOCATOR.sounds, settings, muted=muted, find_voice=find)


def test_nothing_is_loaded_before_it_is_wanted(settings: Settings) -> None:
    made: list[FakeVoice] = []
    sounds = sounds_of(settings, made)
    assert made == []
    sounds.prepare()
    sounds.play("recorded")
    sounds.play("recorded")
    assert [voice.played for voice in made] == [[("recorded", 1.0)] * 2]


def test_volume_and_mute_are_remembered(settings: Settings) -> None:
    made: list[FakeVoice] = []
    sounds = sounds_of(settings, made)
    sounds.set_volume(40)
    sounds.mute(muted=True)
    sounds.play("recorded")
    again = sounds_of(settings, made)
    assert (again.volume, again.muted) == (40, True)
    again.play("recorded")
    assert made == []
    again.mute(muted=False)
    again.play("recorded")
    assert made[-1].played == [("recorded", 0.4)]


def test_settings_that_were_spoilt_by_hand_are_loud(settings: Settings) -> None:
    settings.remember_choice("sound_volume", "keras")
    assert sounds_of(settings, []).volume == 100


def test_every_verdict_has_a_sound_and_kinds_differ() -> None:
    shipped = {path.stem: path.read_bytes() for path in LOCATOR.sounds.glob("*.wav")}
    wanted = {sound_of(verdict) for verdict in Verdict} | {"not_kept"}
    assert wanted == set(shipped)
    assert len(set(shipped.values())) == len(shipped)
    assert len({sound_of(v) for v in (Verdict.RECORDED, Verdict.ALREADY, Verdict.UNKNOWN)}) == 3


def test_no_sound_is_longer_than_a_badge_takes() -> None:
    for path in LOCATOR.sounds.glob("*.wav"):
        with wave.open(str(path)) as file:
            assert file.getnframes() / file.getframerate() < 1.0, path.name


def test_a_sound_of_no_name_is_silence(settings: Settings) -> None:
    made: list[FakeVoice] = []
    sounds_of(settings, made).play("fanfare")
    assert made == []


def test_a_machine_without_a_player_is_silent() -> None:
    voice = PlayerVoice(sorted(LOCATOR.sounds.glob("*.wav")), None)
    voice.play("recorded", 1.0)
    assert not voice.has_device


@pytest.mark.qt_log_ignore("PulseAudioService", "No audio device")
def test_this_machine_has_a_voice_even_without_a_device(qapp: object) -> None:
    voice = system_voice(sorted(LOCATOR.sounds.glob("*.wav")))
    voice.play("recorded", 0.5)
    voice.play("already", 0.0)
