"""Several processes and threads at one file: each person is recorded exactly once."""

import json
import os
import subprocess
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.header import read_header
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.open_mark import fold_in
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, new_file, opener, tokens
from tests.helpers.processes import command, environment

PEOPLE = 40


def check(file: CeremonyFile, verdicts: Counter[str], rounds: int) -> None:
    assert (verdicts["recorded"], verdicts["already"]) == (PEOPLE, PEOPLE * (rounds - 1))
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


def test_many_who_open_and_close_at_once(tmp_path: Path) -> None:
    """Opening changes the file's mode, closing changes it back: nobody is told that it is busy."""
    with new_file(tmp_path / "upacara.ikrar", PEOPLE) as file:
        badges, path = tokens(file), file.path
    together = threading.Barrier(4)
    answered: list[str] = []

    def work(number: int) -> None:
        together.wait()
        for badge in badges[number::4]:
            with opener(SystemClock()).open(path) as file:
                door = CheckIn(file, Sessions(file).main(), f"Pintu {number}")
                answered.append(door.scan(badge).verdict.value)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(answered) == {"recorded": PEOPLE}
    with opener().open(path) as file:
        check(file, Counter(answered), 1)


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


def locks_on(path: Path) -> int:
    """How many locks this process holds on a file, as the kernel sees it."""
    held = (line.split() for line in Path("/proc/locks").read_text().splitlines())
    mine = [lock[5] for lock in held if lock[4] == str(os.getpid())]
    return sum(lock.endswith(f":{path.stat().st_ino}") for lock in mine)


LOOKS: dict[str, Callable[[Path, Path], object]] = {
    "read": lambda path, _: opener().read(path).close(),
    "open": lambda path, _: opener().open(path).close(),
    "copy": lambda path, folder: copy_file(path, folder / "copy.ikrar"),
    "check": lambda path, _: opener().check(path),
    "fold_in": lambda path, _: fold_in(path),
}


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only on systems with /proc/locks")
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_looking_at_a_file_lets_go_of_no_lock(
    small: CeremonyFile, tmp_path: Path, look: Callable[[Path, Path], object]
) -> None:
    """POSIX drops all locks of a process on a file when it closes any handle of it. Then another
    process that closes would think itself alone, and delete the WAL that we still write to."""
    badges, north = tokens(small), door(small)
    north.scan(badges[0])
    look(small.path, tmp_path)
    assert locks_on(small.path)
    (tmp_path / "copy.ikrar").unlink(missing_ok=True)
    with subprocess.Popen(
        command("hold", small.path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"open\n"
        look(small.path, tmp_path)
        other.stdin.write(b"\n")
    assert other.returncode == 0
    assert read_header(small.path).marked_open
    answer = north.scan(badges[1])
    small.close()
    with opener().open(small.path) as file:
        assert Journal(file).event(answer.event)
        assert verify(file).ok
