"""What the doctor says of good and bad computers."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.devices import Devices
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator
from ceremony_app.services.doctor import Doctor, Machine, device_checks
from ceremony_app.storage.volume import Mount
from tests.conftest import ROOT

GOOD_DEVICES = Devices(("HDMI-1 1920x1080", "eDP-1 1366x768"), ("AULA",), ("Integrated",), True)
BAD_DEVICES = Devices((), (), (), sound=False)
UNKNOWN_DEVICES = Devices()

Check_ = Callable[..., dict[str, Check]]


class StoppedClock:
    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def monotonic_ns(self) -> int:
        return 0


@pytest.fixture
def look(tmp_path: Path, indonesian: Catalogue, english: Catalogue) -> Check_:
    """Every check by name, of a good computer unless it is told otherwise; all can be said."""

    def checks(
        devices: Devices = GOOD_DEVICES,
        folder: Path = tmp_path,
        root: Path = ROOT,
        now: datetime | None = None,
        **machine: object,
    ) -> dict[str, Check]:
        answers: dict[str, object] = {
            "free_bytes": lambda _folder: 50_000_000_000,
            "plugged_in": lambda: True,
            "utc_offset": lambda: timedelta(hours=7),
            "drives": lambda: ["/media/stick"],
            "mounts": list,
            **machine,
        }
        doctor = Doctor(
            Locator(root),
            StoppedClock(now or datetime.now(UTC)),
            Machine(**answers),  # type: ignore[arg-type]
            folder,
        )
        found = doctor.checks(devices)
        for check in found:
            for catalogue in (indonesian, english):
                assert catalogue.say(check.says)
                assert (check.remedy is None) or catalogue.say(check.remedy)
            assert (check.state is State.OK) == (check.remedy is None)
        return {check.name: check for check in found}

    return checks


def test_a_good_computer_has_nothing_to_mend(look: Check_) -> None:
    found = look()
    assert {check.state for check in found.values()} == {State.OK}
    assert list(found) == [
        *("sqlite", "fonts", "disk", "folder", "backups", "clock", "power"),
        *("screens", "printers", "cameras", "sound"),
    ]


def test_an_old_sqlite_fails(look: Check_) -> None:
    assert look(sqlite=(3, 51, 2))["sqlite"].state is State.FAIL
    assert look(sqlite=(3, 51, 3))["sqlite"].state is State.OK


@pytest.mark.parametrize(
    ("free", "state"),
    [(None, State.FAIL), (1_000_000, State.FAIL), (500_000_000, State.WARN)],
)
def test_a_disk_fills_up(look: Check_, free: int | None, state: State) -> None:
    assert look(free_bytes=lambda _folder: free)["disk"].state is state


def test_a_folder_that_is_not_there_is_told() -> None:
    assert Machine().free_bytes(Path("/nosuch/folder")) is None


@pytest.mark.parametrize(
    ("folder", "state"),
    [
        ("OneDrive - Kemenkum/Upacara", State.WARN),
        ("Dropbox", State.WARN),
        ("Google Drive/a", State.WARN),
        ("Dokumen", State.OK),
    ],
)
def test_a_synced_folder_is_told(look: Check_, tmp_path: Path, folder: str, state: State) -> None:
    assert look(folder=tmp_path / folder)["folder"].state is state


def test_a_network_folder_fails(look: Check_, tmp_path: Path) -> None:
    mounts = [Mount(tmp_path, "cifs")]
    assert look(mounts=lambda: mounts)["folder"].state is State.FAIL


def test_without_a_stick_there_is_one_place_for_backups(look: Check_) -> None:
    assert look(drives=list)["backups"].state is State.WARN


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (datetime(2009, 1, 1, tzinfo=UTC), State.FAIL),
        (datetime(2099, 1, 1, tzinfo=UTC), State.FAIL),
    ],
)
def test_a_flat_clock_battery_fails(look: Check_, now: datetime, state: State) -> None:
    assert look(now=now)["clock"].state is state


@pytest.mark.parametrize("hours", [-5, 0, 6, 10])
def test_a_foreign_zone_is_told(look: Check_, hours: int) -> None:
    assert look(utc_offset=lambda: timedelta(hours=hours))["clock"].state is State.WARN


@pytest.mark.parametrize(
    ("plugged", "state"), [(True, State.OK), (None, State.OK), (False, State.WARN)]
)
def test_power(look: Check_, plugged: bool | None, state: State) -> None:
    assert look(plugged_in=lambda: plugged)["power"].state is state


def test_a_broken_copy_of_the_program_fails(look: Check_, tmp_path: Path) -> None:
    assert look(root=tmp_path)["fonts"].state is State.FAIL
    fonts = tmp_path / "resources" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "Arimo-Regular.ttf").write_bytes(b"not a font")
    assert look(root=tmp_path)["fonts"].state is State.FAIL


def test_devices_that_are_missing_or_silent(look: Check_) -> None:
    missing, unknown = look(devices=BAD_DEVICES), look(devices=UNKNOWN_DEVICES)
    assert missing["screens"].state is unknown["screens"].state is State.FAIL
    for name in ("printers", "cameras", "sound"):
        assert missing[name].state is unknown[name].state is State.WARN
    one = {check.name: check for check in device_checks(Devices(("eDP-1 1366x768",)))}
    assert one["screens"].state is State.WARN


def test_this_computer_can_be_asked() -> None:
    machine = Machine()
    assert machine.plugged_in() in (True, False, None)
    assert machine.utc_offset() <= timedelta(hours=14)
    assert isinstance(machine.drives(), list)
    assert (machine.free_bytes(Path(os.sep)) or 0) > 0
