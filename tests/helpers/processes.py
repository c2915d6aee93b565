"""Programs of their own that tests start, watch and kill: `python -m tests.helpers.processes`.

scan FILE DOOR    reads a scan a line, answers a line of JSON each once it is durable
unsafe FILE DOOR  the same with SQLite told not to sync: what the durability test must catch
flood FILE DOOR   scans random badges of the file without end, answering each
show FILE         shows the programme over and over, saying each step once it is durable
hold FILE         opens a file, says so, and closes it when a line comes in
die FOLDER WORK   does WORK once in each numbered folder, and dies there of a tracer: in
                  folder N before the Nth system call of its set
"""

import itertools
import json
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.show import Show
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.stage import Stage
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.folding import Folding
from ceremony_app.storage.writer import Entry
from tests.helpers.ceremony_files import ROOT, opener, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

BUDGET = 300
"""At this call of the set the tracer kills a child; see `die`."""


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "tests.helpers.processes", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def say(line: str) -> None:
    """Past every buffer: who reads it knows that it was said."""
    os.write(1, line.encode() + b"\n")


def answer(door: CheckIn, scanned: str) -> None:
    try:
        given = door.scan(scanned)
    except KnownError as error:
        say(json.dumps({"error": error.message.key}))
        return
    say(json.dumps({"event": given.event, "seq": given.seq, "verdict": given.verdict.value}))


def scan(path: Path, name: str, *, unsafe: bool = False) -> None:
    with opener(SystemClock()).open(path) as file:
        if unsafe:
            file.connection.execute("PRAGMA synchronous = OFF")
        door = CheckIn(file, Sessions(file).main(), name)
        say("ready")
        for line in sys.stdin:
            answer(door, line.rstrip("\n"))


def flood(path: Path, name: str) -> None:
    with opener(SystemClock()).open(path) as file:
        door, badges = CheckIn(file, Sessions(file).main(), name), tokens(file)
        say("ready")
        while True:
            answer(door, random.choice([*badges, "not a token"]))


def show(path: Path) -> None:
    with opener(SystemClock()).open(path) as file:
        preparation, stage = Preparation(file), Stage(file, Sessions(file).main())
        programme = Show(preparation.details(), [state.text for state in preparation.texts()])
        say("ready")
        for step in itertools.cycle(programme.steps()):
            stage.presented(step, screen="EPSON", visible=True)
            say(step.code)


def hold(path: Path) -> None:
    with opener(SystemClock()).open(path) as file:
        with file.transaction():
            file.append(Entry(EventKind.DETAILS_CHANGED, {}))
        say("open")
        sys.stdin.readline()


def open_scan_close(path: Path) -> None:
    """What is killed at each of its steps: an opening, two scans, the last close."""
    with opener(SystemClock()).open(path) as file:
        door, badges = CheckIn(file, Sessions(file).main(), "Utara"), tokens(file)
        door.scan(badges[0])
        door.scan(badges[1])


def open_fold_close(path: Path) -> None:
    """The same with the WAL folded in between by somebody else, twice: it is begun anew."""
    with opener(SystemClock()).open(path) as file:
        file.leave_folding()
        folding = Folding(path, least=1)
        door, badges = CheckIn(file, Sessions(file).main(), "Utara"), tokens(file)
        for badge in badges[:2]:
            door.scan(badge)
            folding.fold()
        door.scan(badges[2])
        folding.close()


def create(path: Path) -> None:
    """The making of a new file, beside the one that is there."""

    def begin(file: CeremonyFile) -> None:
        file.append(Entry(EventKind.CEREMONY_MADE, {}))

    opener(SystemClock()).create(path.with_name("baru.ikrar"), Zone.WIB, begin).close()


def die(folder: Path, work: str) -> None:
    """The tracer kills whoever makes the BUDGETth call of its set, counting for each process.

    So child N wastes all but N of them, and dies before its Nth own call. Everything is loaded
    before the first child starts.
    """
    works: dict[str, Callable[[Path], None]] = {
        "open": open_scan_close,
        "fold": open_fold_close,
        "create": create,
    }
    doing = works[work]
    open_scan_close(folder / "warm-up.ikrar")
    for number in sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit()):
        child = os.fork()
        if child == 0:
            waste = os.open(os.devnull, os.O_WRONLY)
            for _ in range(BUDGET - number - 1):
                os.pwrite(waste, b"x", 0)
            doing(folder / str(number) / "upacara.ikrar")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        (folder / str(number) / "status").write_text(str(status))


def main() -> None:
    what, *arguments = sys.argv[1:]
    match what:
        case "scan":
            scan(Path(arguments[0]), arguments[1])
        case "unsafe":
            scan(Path(arguments[0]), arguments[1], unsafe=True)
        case "flood":
            flood(Path(arguments[0]), arguments[1])
        case "show":
            show(Path(arguments[0]))
        case "hold":
            hold(Path(arguments[0]))
        case "die":
            die(Path(arguments[0]), arguments[1])


if __name__ == "__main__":
    main()
