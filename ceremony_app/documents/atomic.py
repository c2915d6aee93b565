"""Files written whole or not at all: a failure leaves the old file as it was."""

import contextlib
import errno
import hashlib
import os
import secrets
from pathlib import Path

from ceremony_app.domain.errors import DiskTrouble, FileTrouble, KnownError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL})


def save_whole(target: Path, data: bytes) -> str:
    """Put `data` in the place of `target`; returns its SHA-256 in hex.

    Written beside the target, synced, then renamed over it. Raises FileTrouble where the place
    cannot be written (no such folder, no right, the file open in another program) and
    DiskTrouble where the disk is full or failing.
    """
    final = Path(os.path.realpath(target))
    beside = final.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write_synced(beside, data)
        _replace(beside, final)
    except OSError as error:
        raise trouble_of(error, target) from error
    finally:
        # Nothing is left to remove once it was renamed; what cannot be removed harms nobody.
        with contextlib.suppress(OSError):
            beside.unlink()
    return hashlib.sha256(data).hexdigest()


def make_folder(target: Path) -> None:
    """Make the folder with those above it; raises as `save_whole` does."""
    try:
        target.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise FileTrouble("papers.error.not_a_folder", file=target.name) from error
    except OSError as error:
        raise trouble_of(error, target) from error


def trouble_of(error: OSError, target: Path) -> KnownError:
    """The known error behind the system's."""
    name = target.name or str(target)
    if error.errno in _FULL:
        return DiskTrouble("papers.error.disk_full", file=name)
    if isinstance(error, IsADirectoryError) or target.is_dir():
        return FileTrouble("papers.error.is_a_folder", file=name)
    if error.errno in _NOT_ALLOWED:
        return FileTrouble("papers.error.not_allowed", file=name)
    if error.errno in _NO_FOLDER:
        return FileTrouble("papers.error.no_folder", file=name, folder=str(target.parent))
    return DiskTrouble("papers.error.disk", file=name, reason=error.strerror or str(error))


def _write_synced(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(beside: Path, final: Path) -> None:
    beside.replace(final)
    if os.name == "posix":
        folder = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
