"""A disk of a few megabytes, for tests of full disks."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def can_mount() -> bool:
    """Whether this process may mount a file system: root outside of tight containers may."""
    return os.name == "posix" and os.geteuid() == 0 and _try("true")


def _try(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A tmpfs of that size mounted on `folder`."""
    folder.mkdir()
    options = f"size={kilobytes}k,mode=755"
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)],
        check=True,
        capture_output=True,
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def fill(folder: Path, leave: int = 0) -> Path:
    """Take what is free on a disk but for some bytes; delete the answered file to free it."""
    path = folder / "ballast"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    with path.open("wb") as file:
        file.write(b"\0" * max(0, free - leave))
    return path
