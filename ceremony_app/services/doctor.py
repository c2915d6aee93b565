"""Whether a computer is fit to run a ceremony: what works, what does not, what to do."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from ceremony_app.domain.checks import Check, State
from ceremony_app.domain.clock import Clock
from ceremony_app.domain.devices import Devices
from ceremony_app.domain.messages import Message, message
from ceremony_app.locator import Locator
from ceremony_app.storage.driver import LEAST_SQLITE, sqlite_version
from ceremony_app.storage.volume import Mounts, is_on_network, system_mounts

LEAST_FREE = 200_000_000
"""Bytes below which a ceremony with its copies may not fit."""

SPARE_FREE = 2_000_000_000

_ZONES = (timedelta(hours=7), timedelta(hours=8), timedelta(hours=9))
_LONGEST_USE = timedelta(days=15 * 365)
_FONT_MAGIC = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_CLOUDS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "drive saya",
    "icloud",
    "nextcloud",
    "owncloud",
    "pcloud",
    "megasync",
    "box sync",
)


def _plugged_in() -> bool | None:
    try:
        battery = psutil.sensors_battery()
    except FileNotFoundError:
        # A kernel without power supplies, as in a container, has no folder for them either.
        return None
    return None if battery is None else bool(battery.power_plugged)


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _utc_offset() -> timedelta:
    return timedelta(seconds=time.localtime().tm_gmtoff)


def _drives() -> list[str]:
    """Mount points of drives that can be pulled out."""
    return [
        partition.mountpoint
        for partition in psutil.disk_partitions()
        if "removable" in partition.opts.lower().split(",")
        or partition.mountpoint.startswith(("/media/", "/run/media/", "/Volumes/"))
    ]


@dataclass(frozen=True, slots=True)
class Machine:
    """What is asked of the computer; a test hands in its own answers.

    `plugged_in` answers None where there is no battery, `free_bytes` None where the folder
    cannot be asked, `drives` the places of sticks and other drives that can be pulled out.
    """

    sqlite: tuple[int, ...] = field(default_factory=sqlite_version)
    free_bytes: Callable[[Path], int | None] = _free_bytes
    plugged_in: Callable[[], bool | None] = _plugged_in
    utc_offset: Callable[[], timedelta] = _utc_offset
    drives: Callable[[], list[str]] = _drives
    mounts: Mounts = system_mounts


class Doctor:
    """Looks at one computer, and at the folder in which ceremonies are kept on it."""

    def __init__(self, locator: Locator, clock: Clock, machine: Machine, folder: Path) -> None:
        self._locator = locator
        self._clock = clock
        self._machine = machine
        self._folder = folder.absolute()

    def checks(self, devices: Devices) -> list[Check]:
        """Everything, in the order in which a person would mend it."""
        return [
            self._sqlite(),
            self._fonts(),
            self._free(),
            self._place(),
            self._backups(),
            self._time(),
            self._power(),
            *device_checks(devices),
        ]

    def _sqlite(self) -> Check:
        found = ".".join(map(str, self._machine.sqlite))
        title, least = message("doctor.sqlite.title"), ".".join(map(str, LEAST_SQLITE))
        if self._machine.sqlite >= LEAST_SQLITE:
            return Check("sqlite", State.OK, title, message("doctor.sqlite.ok", found=found))
        says = message("doctor.sqlite.old", found=found, least=least)
        return Check("sqlite", State.FAIL, title, says, message("doctor.reinstall"))

    def _fonts(self) -> Check:
        title = message("doctor.fonts.title")
        fonts = sorted(self._locator.fonts.glob("*.ttf"))
        broken = [path.name for path in fonts if not _is_font(path)]
        if fonts and not broken:
            says = message("doctor.fonts.ok", count=len(fonts))
            return Check("fonts", State.OK, title, says)
        says = message("doctor.fonts.missing", files=", ".join(broken) or "*.ttf")
        return Check("fonts", State.FAIL, title, says, message("doctor.reinstall"))

    def _free(self) -> Check:
        title, free = message("doctor.disk.title"), self._machine.free_bytes(self._folder)
        if free is None:
            says = message("doctor.disk.unknown", folder=str(self._folder))
            return Check("disk", State.FAIL, title, says, message("doctor.disk.elsewhere"))
        says = message("doctor.disk.free", megabytes=free // 1_000_000, folder=str(self._folder))
        if free >= SPARE_FREE:
            return Check("disk", State.OK, title, says)
        state = State.WARN if free >= LEAST_FREE else State.FAIL
        return Check("disk", state, title, says, message("doctor.disk.make_room"))

    def _place(self) -> Check:
        title, folder = message("doctor.folder.title"), str(self._folder)
        if is_on_network(self._folder, self._machine.mounts):
            says = message("doctor.folder.network", folder=folder)
            return Check("folder", State.FAIL, title, says, message("doctor.folder.copy"))
        if _is_synced(self._folder):
            says = message("doctor.folder.synced", folder=folder)
            return Check("folder", State.WARN, title, says, message("doctor.folder.move"))
        return Check("folder", State.OK, title, message("doctor.folder.ok", folder=folder))

    def _backups(self) -> Check:
        title, drives = message("doctor.backups.title"), self._machine.drives()
        if drives:
            says = message("doctor.backups.drive", drives=", ".join(drives))
            return Check("backups", State.OK, title, says)
        says = message("doctor.backups.beside")
        return Check("backups", State.WARN, title, says, message("doctor.backups.plug_in"))

    def _time(self) -> Check:
        title, now = message("doctor.clock.title"), self._clock.now()
        offset = self._machine.utc_offset()
        shown = (now + offset).strftime("%Y-%m-%d %H:%M")
        made = self._program_made()
        if not made <= now <= made + _LONGEST_USE:
            says = message("doctor.clock.wrong", now=shown)
            return Check("clock", State.FAIL, title, says, message("doctor.clock.set"))
        if offset not in _ZONES:
            says = message("doctor.clock.zone", now=shown)
            return Check("clock", State.WARN, title, says, message("doctor.clock.set_zone"))
        return Check("clock", State.OK, title, message("doctor.clock.ok", now=shown))

    def _program_made(self) -> datetime:
        """When the program's own files were written: no right clock can stand before that."""
        times = [path.stat().st_mtime for path in self._locator.migrations.glob("*.sql")]
        return datetime.fromtimestamp(max(times, default=0.0), UTC)

    def _power(self) -> Check:
        title = message("doctor.power.title")
        match self._machine.plugged_in():
            case None:
                return Check("power", State.OK, title, message("doctor.power.no_battery"))
            case True:
                return Check("power", State.OK, title, message("doctor.power.mains"))
            case _:
                says, remedy = message("doctor.power.battery"), message("doctor.power.plug_in")
                return Check("power", State.WARN, title, says, remedy)


def device_checks(devices: Devices) -> Iterator[Check]:
    """Screens, printers, cameras and sound."""
    yield _screens(devices.screens)
    yield _printers(devices.printers)
    yield _cameras(devices.cameras)
    title = message("doctor.sound.title")
    if devices.sound:
        yield Check("sound", State.OK, title, message("doctor.sound.ok"))
    else:
        says, remedy = message("doctor.sound.none"), message("doctor.sound.remedy")
        yield Check("sound", State.WARN, title, says, remedy)


def _screens(found: tuple[str, ...] | None) -> Check:
    title = message("doctor.screens.title")
    if not found:
        key = "doctor.screens.unknown" if found is None else "doctor.screens.none"
        remedy = message("doctor.screens.no_display")
        return Check("screens", State.FAIL, title, message(key), remedy)
    says = message("doctor.screens.found", count=len(found), names=", ".join(found))
    if len(found) > 1:
        return Check("screens", State.OK, title, says)
    return Check("screens", State.WARN, title, says, message("doctor.screens.projector"))


def _printers(found: tuple[str, ...] | None) -> Check:
    return _named("printers", found, message("doctor.printers.title"), _PRINTERS)


def _cameras(found: tuple[str, ...] | None) -> Check:
    return _named("cameras", found, message("doctor.cameras.title"), _CAMERAS)


@dataclass(frozen=True, slots=True)
class _Words:
    found: str
    none: str
    unknown: str
    remedy: str


_PRINTERS = _Words(
    "doctor.printers.found",
    "doctor.printers.none",
    "doctor.printers.unknown",
    "doctor.printers.remedy",
)
_CAMERAS = _Words(
    "doctor.cameras.found",
    "doctor.cameras.none",
    "doctor.cameras.unknown",
    "doctor.cameras.remedy",
)


def _named(name: str, found: tuple[str, ...] | None, title: Message, words: _Words) -> Check:
    if found:
        says = message(words.found, count=len(found), names=", ".join(found))
        return Check(name, State.OK, title, says)
    says = message(words.unknown if found is None else words.none)
    return Check(name, State.WARN, title, says, message(words.remedy))


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _FONT_MAGIC
    except OSError:
        return False


def _is_synced(folder: Path) -> bool:
    """Whether a program that copies files to the internet watches over the folder."""
    return any(part.casefold().startswith(_CLOUDS) for part in folder.parts)
