"""Several processes and threads at one file: each person is recorded exactly once."""

import json
import subprocess
import threading
from collections import Counter
from pathlib import Path

from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import new_file, opener, tokens
from tests.helpers.processes import command, environment

PEOPLE = 40


def check(file: CeremonyFile, verdicts: Counter[str], rounds: int) -> None:
    assert verdicts == {"recorded": PEOPLE, "already": PEOPLE * (rounds - 1)}
    found = verify(file)
    assert found.ok, found.problems
    ticks = [event.tick for event in Journal(file).latest(10_000)]
    assert len(set(ticks)) == len(ticks), "an order of all events, with no two at one tick"


def test_two_processes(tmp_path: Path) -> None:
    with new_file(tmp_path / "upacara.ikrar", PEOPLE) as file:
        badges, path = tokens(file), file.path
    doors = [
        subprocess.Popen(
            command("scan", path, name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            text=True,
        )
        for name in ("Utara", "Selatan")
    ]
    for one in doors:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in doors:
        assert one.stdin is not None
        one.stdin.write("\n".join([*badges, *badges]) + "\n")
        one.stdin.flush()
    answers = [
        json.loads(line)
        for one in doors
        for line in one.communicate(timeout=60)[0].split("\n")
        if line
    ]
    with opener().open(path) as file:
        check(file, Counter(answer["verdict"] for answer in answers), 4)
        assert len({answer["event"] for answer in answers}) == len(answers)


def test_four_threads_with_their_own_openings(tmp_path: Path) -> None:
    with new_file(tmp_path / "upacara.ikrar", PEOPLE) as file:
        badges, path = tokens(file), file.path
    verdicts: list[str] = []
    together = threading.Barrier(4)

    def work(name: str) -> None:
        with opener(SystemClock()).open(path) as file:
            door = CheckIn(file, Sessions(file).main(), name)
            together.wait()
            verdicts.extend(door.scan(badge).verdict.value for badge in badges)

    threads = [threading.Thread(target=work, args=(f"Pintu {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with opener().open(path) as file:
        check(file, Counter(verdicts), 4)


def test_what_one_door_recorded_the_other_knows(small: CeremonyFile) -> None:
    badge = tokens(small)[0]
    north = CheckIn(small, Sessions(small).main(), "Utara")
    with opener().open(small.path) as other:
        south = CheckIn(other, Sessions(other).main(), "Selatan")
        first = north.scan(badge)
        second = south.scan(badge)
    assert first.verdict is Verdict.RECORDED
    assert second.verdict is Verdict.ALREADY
    assert (second.first_at, second.first_door) == (first.at, "Utara")
