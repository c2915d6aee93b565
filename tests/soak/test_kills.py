"""Hundreds of kills in the middle of a flood of scans: nothing that was answered is ever lost.

Two hundred by `make soak`; .ci/run does a part of them (tests/helpers/soak.py).
"""

import json
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from ceremony_app.storage.header import wal_of
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import new_file, opener
from tests.helpers.processes import command, environment
from tests.helpers.soak import part_of

pytestmark = pytest.mark.soak

KILLS = part_of(200)


def flood_and_kill(path: Path, doors: int, seconds: float) -> dict[str, str]:
    """Start some doors at one file, kill all of them after a while; their answers by event."""
    started = [
        subprocess.Popen(
            command("flood", path, f"Pintu {n}"), stdout=subprocess.PIPE, env=environment()
        )
        for n in range(doors)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == b"ready\n"
    until = time.monotonic() + seconds
    said: list[bytes] = []
    assert started[0].stdout is not None
    while time.monotonic() < until:
        said.append(started[0].stdout.readline())
    for one in started:
        one.kill()
    for one in started:
        assert one.stdout is not None
        said += one.stdout.read().splitlines(keepends=True)
        one.wait()
        one.stdout.close()
    # The pipe may have been cut in the middle of a line; what was not said whole was not said.
    answers = [json.loads(line) for line in said if line.endswith(b"\n")]
    return {answer["event"]: answer["verdict"] for answer in answers if "event" in answer}


def newest_of(answered: dict[str, str]) -> set[tuple[str, int]]:
    """By writer, the highest number that was answered."""
    newest: dict[str, int] = {}
    for name in answered:
        writer, _, seq = name.partition(":")
        newest[writer] = max(int(seq), newest.get(writer, 0))
    return set(newest.items())


@pytest.mark.timeout(3600)
def test_kills(tmp_path: Path) -> None:
    """One file lives through all of them, with one door and with two."""
    with new_file(tmp_path / "upacara.ikrar", 300) as file:
        path = file.path
    answered: dict[str, str] = {}
    dice = random.Random(20221017)
    for kill in range(KILLS):
        answered |= flood_and_kill(path, 1 + kill % 2, dice.uniform(0.0, 0.3))
        if dice.random() < 0.2:
            # The stick was pulled with the file on it: main file and WAL, wherever they are.
            moved = tmp_path / "moved" / path.name
            moved.parent.mkdir(exist_ok=True)
            for part in (path, wal_of(path)):
                if part.exists():
                    shutil.copy(part, moved.parent)
            with opener().open(moved) as file:
                assert verify(file).ok
            shutil.rmtree(moved.parent)
        with opener().open(path) as file:
            found = verify(file)
            assert found.ok, (kill, found.problems)
            # Verified chains have no gaps, so the end of each says how many there are.
            heads = {head.writer: head.seq for head in Journal(file).heads()}
            assert found.events == sum(heads.values())
            lost = [w for w, seq in newest_of(answered) if heads.get(w, 0) < seq]
            assert not lost, (kill, lost)
        assert not wal_of(path).exists()
    assert len(answered) > KILLS
    recorded = [event for event, verdict in answered.items() if verdict == "recorded"]
    assert len(recorded) <= 300, "each person once, over all kills"
