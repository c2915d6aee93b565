"""What kind of drive a file lies on: SQLite's locks cannot be trusted over a network."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from ceremony_app.domain.errors import FileTrouble

NETWORK_TYPES = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ncpfs", "davfs", "fuse.sshfs",
        "fuse.davfs", "fuse.rclone", "fuse.gvfsd-fuse", "glusterfs", "ceph", "lustre", "afpfs",
        "webdav", "vboxsf", "fuse.vmhgfs-fuse", "remote",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted drive: where it begins, and its file system's type in lower case."""

    point: Path
    type: str


Mounts = Callable[[], Iterable[Mount]]


def system_mounts() -> list[Mount]:
    """The drives of this machine, network ones included; on Windows a mapped share is `remote`."""
    mounts = []
    for partition in psutil.disk_partitions(all=True):
        options = partition.opts.lower().split(",")
        kind = "remote" if "remote" in options else partition.fstype.lower()
        mounts.append(Mount(Path(partition.mountpoint), kind))
    return mounts


def is_on_network(path: Path, mounts: Mounts) -> bool:
    """Whether `path` lies on a network drive, by the deepest mount that holds it."""
    if str(path.absolute()).startswith(("\\\\", "//")):
        return True
    # A link from the desktop may lead to a share.
    real = path.resolve()
    best: Mount | None = None
    for mount in mounts():
        deeper = best is None or len(mount.point.parts) >= len(best.point.parts)
        if deeper and real.is_relative_to(mount.point):
            best = mount
    return best is not None and best.type in NETWORK_TYPES


def refuse_network(path: Path, mounts: Mounts) -> None:
    """Raises FileTrouble, which names the way out: copy it here, and merge afterwards."""
    if is_on_network(path, mounts):
        raise FileTrouble("storage.on_network", file=path.name)
