"""The portable folder that `make build` leaves, used as an office would use it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command import Ikrar

pytestmark = [pytest.mark.packaged, pytest.mark.timeout(600)]

PROGRAM = Path(__file__).resolve().parents[2] / "dist" / "ikrar" / "ikrar"


@pytest.fixture
def frozen(tmp_path: Path) -> Ikrar:
    """The frozen program, in a folder where nothing of the checkout is found."""
    if not PROGRAM.exists() and "IKRAR_CI" not in os.environ:
        pytest.skip("no dist/ikrar here: make build")
    return Ikrar(tmp_path, program=(str(PROGRAM),))


@pytest.fixture
def display() -> Iterator[str]:
    """An X server with a window manager; gives its name, `:N`."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        name = f":{said.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
    )
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait(10)


def test_it_brings_its_own_files(frozen: Ikrar) -> None:
    found = {one["id"] for one in frozen("templates", "--json").json}
    assert {"banten", "setjen", "ntt", "banyuwangi", "jatim", "generic", "blank"} <= found


def test_it_is_small_enough_for_a_stick() -> None:
    files = [path for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < 250_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux are libraries listed by ldd")
def test_what_it_loads_late_finds_its_libraries() -> None:
    """Sounds, cameras and the office's photographs come by plugins that nothing loads before
    they are wanted; pictures are kept as JPEG, or as PNG, which needs none."""
    plugins = list(PROGRAM.parent.rglob("plugins/multimedia/*.so"))
    assert plugins
    photographs = list(PROGRAM.parent.rglob("plugins/imageformats/libqjpeg.so"))
    assert photographs
    for plugin in plugins + photographs:
        said = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=True).stdout
        missing = re.findall(r"(lib(?:Qt6|av|sw|jpeg)\S+) => not found", said)
        assert not missing, plugin.name


def test_it_rehearses_a_whole_ceremony(frozen: Ikrar, tmp_path: Path) -> None:
    answer = frozen("rehearse", "-o", tmp_path / "gladi", timeout=300)
    assert answer.code == 0, answer.err
    summary = json.loads((tmp_path / "gladi" / "summary.json").read_text("utf-8"))
    assert summary["badges_read_back"] == summary["people"]
    assert summary["verify"]["ok"]


def test_its_window_opens_and_closes(frozen: Ikrar, display: str) -> None:
    screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    looked = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "^Ikrar"]
    here = {**os.environ, **screen}
    with frozen.start(**screen) as program:
        try:
            window = subprocess.run(
                looked, env=here, capture_output=True, text=True, timeout=60, check=True
            ).stdout.split()[0]
            close = ["xdotool", "windowactivate", "--sync", window]
            close += ["key", "--window", "0", "alt+F4"]
            subprocess.run(close, env=here, timeout=30, check=True)
            _, said = program.communicate(timeout=30)
        finally:
            program.kill()
    assert (program.returncode, said) == (0, "")
