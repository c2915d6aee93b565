"""Ikrar's start beside that of OpenLP, where Debian's package of it is installed.

OpenLP throws songs on the walls of churches: of what Debian ships it is nearest to Ikrar, written
in Python and Qt too. Both are started on an X server of their own and watched from outside in the
same way: the moment counts at which the program's own window is mapped (a splash screen is none),
and the memory that all of its processes have to themselves then (PSS). OpenLP finds settings in
which its first-run questions are answered, no plugin is switched on, and nothing is asked of its
makers' servers. Nothing is installed for this, and where something is missing there is no row.
"""

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks.figures import Row

RUNS = 3
_SECONDS = 60.0
_NEEDED = ("openlp", "Xvfb", "xev", "xprop")

# Its settings are at version 2 throughout 3.0; its own version goes into the second place.
_SETTINGS = """[settings]
version=2

[core]
has%20run%20wizard=true
application%20version={version}
update%20check=false

[api]
update%20check=false
"""
_MAPPED = re.compile(r"window (0x[0-9a-f]+), override NO")


class Program(NamedTuple):
    """A program: how it is started, and how its window's title begins."""

    command: tuple[str, ...]
    title: str


class Start(NamedTuple):
    """Seconds until the window was mapped, and the megabytes (PSS) of all processes then."""

    seconds: float
    megabytes: float


class NoWindow(Exception):
    """A program whose window did not come; the words say which."""


_OURS = Program((sys.executable, "-m", "ceremony_app"), "Ikrar")
_OPENLP = Program(("openlp",), "OpenLP")


def rows(runs: int = RUNS) -> list[Row]:
    """Time and memory; none, with a word on standard output, where it cannot be measured."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        print(f"no row beside OpenLP: there is no {', '.join(missing)}")
        return []
    try:
        version = _version()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, _x_server() as x:
            return _rows(runs, version, _environment(Path(folder), x, version))
    except (NoWindow, OSError) as error:
        print(f"no row beside OpenLP: {error}")
        return []


def _rows(runs: int, version: str, environment: dict[str, str]) -> list[Row]:
    programs = (_OURS, _OPENLP)
    # The first start makes folders and databases, and is nobody's usual one.
    starts = [[_started(one, environment) for one in programs] for _ in range(runs + 1)][1:]
    ours, openlp = zip(*starts, strict=True)
    return [
        _row(f"start to the window on an X server, against OpenLP {version}", ours, openlp, 0, "s"),
        _row(f"memory then (PSS), against OpenLP {version}", ours, openlp, 1, "MB"),
    ]


def _row(name: str, ours: Sequence[Start], other: Sequence[Start], at: int, unit: str) -> Row:
    mine, theirs = (statistics.median(start[at] for start in many) for many in (ours, other))
    return Row(name, mine, theirs, mine / theirs, 0, unit)


@contextmanager
def _x_server() -> Iterator[str]:
    """A display that nobody sees, by its name; NoWindow where none can be had."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise NoWindow("no X server could be started")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _environment(home: Path, display: str, version: str) -> dict[str, str]:
    settings = home / ".config" / "OpenLP" / "OpenLP.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format(version=version), encoding="utf-8")
    return {
        "HOME": str(home),
        "TMPDIR": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        # Its web view refuses to run for root inside its sandbox.
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
    }


def _version() -> str:
    """The version that the installed OpenLP takes itself for."""
    told = Path("/usr/lib/python3/dist-packages/openlp/.version")
    return told.read_text(encoding="utf-8").strip()


def _started(program: Program, environment: dict[str, str]) -> Start:
    """One start, to its window; then the program and all that it started are ended."""
    watch = subprocess.Popen(
        ["xev", "-root", "-event", "substructure"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    began = time.monotonic()
    process = subprocess.Popen(
        program.command,
        env=environment,
        cwd=environment["HOME"],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # Without a window the watch would be read for ever.
    end = threading.Timer(_SECONDS, watch.kill)
    end.start()
    try:
        assert watch.stdout is not None
        at = _mapped(program.title, watch.stdout, environment)
        return Start(at - began, _megabytes(process.pid))
    finally:
        end.cancel()
        watch.kill()
        watch.communicate()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _mapped(title: str, events: IO[str], environment: dict[str, str]) -> float:
    """The moment at which a window of this title was mapped."""
    for line in events:
        if not line.startswith("MapNotify"):
            continue
        at = time.monotonic()
        found = _MAPPED.search(next(events, ""))
        # Qt names windows without a title after the program, but in the newer property only.
        named = f'WM_NAME(STRING) = "{title}'
        if found and _properties(found[1], environment).startswith(named):
            return at
    raise NoWindow(f"no window of {title} in {_SECONDS:g} seconds")


def _properties(window: str, environment: dict[str, str]) -> str:
    asked = ["xprop", "-id", window, "WM_NAME"]
    return subprocess.run(
        asked, env=environment, capture_output=True, text=True, check=False
    ).stdout


def _megabytes(session: int) -> float:
    """What all processes of a session have to themselves."""
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The name, in brackets, may hold anything; the session is the fourth thing behind it.
            behind = (process / "stat").read_text().rpartition(")")[2].split()
            if int(behind[3]) != session:
                continue
            memory = (process / "smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        kilobytes += int(memory.partition("\nPss:")[2].split()[0])
    return kilobytes / 1024
