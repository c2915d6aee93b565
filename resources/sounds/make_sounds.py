"""Makes the door's sounds, told apart without looking by their melody and not by pitch alone.

22.05 kHz, mono: up is in, level is known already, down is not in, a stammer asks for the badge
once more, and an alarm says that nothing was kept.

Run as `python resources/sounds/make_sounds.py`; the files it writes are kept in the repository.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050

# (frequency in Hz, or 0 for a pause; seconds)
SOUNDS = {
    "recorded": ((880, 0.09), (1320, 0.16)),
    "already": ((660, 0.12), (0, 0.05), (660, 0.12)),
    "refused": ((440, 0.16), (220, 0.36)),
    "again": ((320, 0.07), (0, 0.05), (320, 0.07), (0, 0.05), (320, 0.07)),
    "not_kept": ((990, 0.14), (495, 0.14)) * 3,
}


def samples(tones: tuple[tuple[int, float], ...]) -> list[int]:
    """16-bit samples of tones played one after the other, each faded in and out."""
    made: list[int] = []
    for frequency, seconds in tones:
        count = int(RATE * seconds)
        fade = int(RATE * 0.008)
        for n in range(count):
            loud = min(1.0, n / fade, (count - n) / fade)
            phase = 2 * math.pi * frequency * n / RATE
            tone = math.sin(phase) + (0.35 * math.sin(3 * phase) if frequency < 400 else 0.0)
            made.append(int(11_000 * loud * tone))
    return made


def write(path: Path, values: list[int]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    for name, tones in SOUNDS.items():
        write(Path(__file__).with_name(f"{name}.wav"), samples(tones))
