"""Sticks and other drives that copies can go to, and which of them a ceremony's copies do."""

import os
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.ui_kit.settings import Settings

_MOUNTED_BELOW = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive by its folder; `free` in bytes."""

    path: Path
    name: str
    free: int


def drives() -> list[Drive]:
    """Drives beside the one that the system runs from, which can be written.

    Asked off the window's thread: a drive that is failing takes its time to answer.
    """
    from PySide6.QtCore import QStorageInfo

    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isReady() and not volume.isReadOnly() and _may_be_pulled_out(root):
            name = volume.displayName() or root
            found.append(Drive(Path(root), name, volume.bytesAvailable()))
    return found


def second_drive(settings: Settings, file: Path) -> Path | None:
    """The second drive for the copies of one ceremony on this machine, if one was set."""
    kept = settings.now.choices.get(_key(file), "")
    return Path(kept) if kept else None


def remember_second_drive(settings: Settings, file: Path, drive: Path | None) -> None:
    """Keep it for the next opening; None forgets it."""
    settings.remember_choice(_key(file), str(drive) if drive else "")


def _key(file: Path) -> str:
    return f"second_drive {file.resolve()}"


def _may_be_pulled_out(root: str) -> bool:
    if os.name == "posix":
        return root.startswith(_MOUNTED_BELOW)
    system = Path(os.environ.get("SYSTEMDRIVE", "C:") + "\\")
    return Path(root) != system
