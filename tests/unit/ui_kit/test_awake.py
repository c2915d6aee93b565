"""The machine stays awake while the hall is shown, and sleeps again whatever happens to us."""

import ctypes
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from ceremony_app.ui_kit.awake import AllAwake, AwakeWhileLive, system_awake
from ceremony_app.ui_kit.awake_linux import INHIBITORS, DesktopAwake, has_session_bus
from ceremony_app.ui_kit.awake_windows import (
    CONTINUOUS,
    DISPLAY_REQUIRED,
    Message,
    ScreenSaverFilter,
    WindowsAwake,
    is_sleepy,
)
from ceremony_app.ui_kit.running_show import Place
from tests.helpers.fake_show import FakeShow, small_show
from tests.helpers.waiting import wait_until

ROOT = Path(__file__).parents[3]


class FakeAwake:
    """Notes what it is asked for."""

    def __init__(self) -> None:
        self.deeds: list[str] = []

    def hold(self) -> None:
        self.deeds.append("hold")

    def let_go(self) -> None:
        self.deeds.append("let go")


def test_it_holds_while_the_hall_is_open_lent_or_lost(qapp: QApplication) -> None:
    show, awake = FakeShow(small_show()), FakeAwake()
    AwakeWhileLive(show, AllAwake([awake]))
    show.open(Place.PODIUM, qapp.primaryScreen())
    assert awake.deeds == []
    show.open(Place.HALL, qapp.primaryScreen())
    show.lend()
    show.lose(Place.HALL)
    show.find(Place.HALL)
    assert awake.deeds == ["hold"]
    show.close(Place.HALL)
    show.close(Place.PODIUM)
    assert awake.deeds == ["hold", "let go"]
    show.open(Place.HALL, qapp.primaryScreen())
    assert awake.deeds[2:] == ["hold"]


def test_where_there_is_nobody_to_ask_nothing_fails(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in ("", "unix:path=/nowhere/bus"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
        awake = system_awake("Upacara sedang tayang")
        awake.hold()
        awake.hold()
        awake.let_go()
        awake.let_go()
        assert has_session_bus() == bool(address)


class FakeKernel:
    """Notes the flags."""

    def __init__(self) -> None:
        self.flags: list[int] = []

    def SetThreadExecutionState(self, flags: int) -> int:  # noqa: N802 - the system's name
        self.flags.append(flags)
        return CONTINUOUS


def test_windows_is_asked_and_released(qapp: QApplication) -> None:
    kernel = FakeKernel()
    awake = WindowsAwake(kernel)
    awake.hold()
    awake.let_go()
    held, left = kernel.flags
    assert held & CONTINUOUS
    assert held & DISPLAY_REQUIRED
    assert left == CONTINUOUS


@pytest.mark.parametrize(
    ("message", "word", "sleepy"),
    [
        (0x0112, 0xF140, True),
        (0x0112, 0xF142, True),
        (0x0112, 0xF170, True),
        (0x0112, 0xF060, False),
        (0x0100, 0xF140, False),
    ],
)
def test_the_screen_saver_of_windows_is_turned_away(message: int, word: int, sleepy: bool) -> None:
    told = Message(None, message, word)
    assert is_sleepy(told) is sleepy
    turned_away = ScreenSaverFilter().nativeEventFilter
    kind = QByteArray(b"windows_generic_MSG")
    assert turned_away(kind, ctypes.addressof(told)) == (sleepy, 0)
    assert turned_away(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)


HOLDER = """
import sys
from PySide6.QtCore import QCoreApplication
from ceremony_app.ui_kit.awake_linux import DesktopAwake
application = QCoreApplication([])
awake = DesktopAwake("Upacara sedang tayang")
awake.hold()
print("held", flush=True)
if sys.stdin.readline() == "let go\\n":
    awake.let_go()
    print("let go", flush=True)
    sys.stdin.readline()
"""


class Bus:
    """A session bus of the test's own, and everything that is said on it."""

    def __init__(self, folder: Path) -> None:
        address = f"unix:path={folder / 'bus'}"
        self.environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", f"--address={address}"],
            stderr=subprocess.DEVNULL,
        )
        wait_until((folder / "bus").exists, "the bus")
        self._monitor = subprocess.Popen(
            ["dbus-monitor", "--session"],
            env=self.environment,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        wait_until(lambda: any("NameLost" in line for line in self.said), "the monitor")

    def _read(self) -> None:
        self.said += [""]
        for line in self._monitor.stdout or ():
            self.said.append(line.strip())

    def callers(self) -> dict[str, str]:
        """Who called for inhibition, by the service that was called."""
        calls = [line for line in self.said if line.endswith("member=Inhibit")]
        return {
            line.split("destination=")[1].split()[0]: line.split("sender=")[1].split()[0]
            for line in calls
        }

    def has_left(self, caller: str) -> bool:
        """Whether a connection was closed: from then on nothing is inhibited in its name."""
        name = f'string "{caller}"'
        return any(
            "NameOwnerChanged" in line and self.said[at + 1 : at + 4] == [name, name, 'string ""']
            for at, line in enumerate(tuple(self.said))
        )

    def close(self) -> None:
        for process in (self._monitor, self._daemon):
            process.terminate()
            process.wait(timeout=20)
        self._reader.join(timeout=20)
        if self._monitor.stdout:
            self._monitor.stdout.close()


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    if not (shutil.which("dbus-daemon") and shutil.which("dbus-monitor")):
        pytest.skip("not on this machine: dbus-daemon, dbus-monitor")
    made = Bus(tmp_path)
    yield made
    made.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
@pytest.mark.parametrize("ending", ["let go", "killed"])
def test_the_desktop_is_asked_and_released(bus: Bus, ending: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        env=bus.environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        services = {service for service, _, _ in INHIBITORS}
        wait_until(lambda: set(bus.callers()) == services, "the desktop asked")
        reason = 'string "Upacara sedang tayang"'
        wait_until(lambda: bus.said.count(reason) == len(INHIBITORS), "the reason told")
        (caller,) = set(bus.callers().values())
        assert not bus.has_left(caller)
        if ending == "let go":
            holder.stdin.write("let go\n")
            holder.stdin.flush()
            assert holder.stdout.readline() == "let go\n"
        else:
            holder.kill()
        wait_until(lambda: bus.has_left(caller), "the desktop released")
        holder.stdin.close()


def test_a_desktop_is_asked_only_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    DesktopAwake("x").hold()
    assert not has_session_bus()
