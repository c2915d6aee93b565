"""Checked copies of a file in use, and the way back.

A copy is made by SQLite itself in one step (copying an open WAL file by hand copies no rows),
closed properly, checked, synced and only then given its name.
"""

import os
from pathlib import Path

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.storage.driver import Connection, connect, known_troubles
from ceremony_app.storage.header import OPEN_MARK, copied_while_open, read_header, wal_of
from ceremony_app.storage.open_mark import fold_in

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may keep beside a file, by the end of its name."""


def copy_to(connection: Connection, target: Path) -> None:
    """Write a whole, closed, checked copy of an open file; an older `target` is replaced.

    Raises DiskTrouble or FileTrouble; then `target` is as it was.
    """
    refuse_left_over(target)
    part = target.with_name(target.name + ".part")
    with known_troubles(target):
        # One level only: the drive of a stick that was pulled out must not be made up as a folder.
        target.parent.mkdir(exist_ok=True)
        delete_whole(part)
        try:
            _write_copy(connection, part)
            _sync(part)
            part.replace(target)
            sync_folder(target.parent)
        finally:
            delete_whole(part)


def refuse_left_over(target: Path) -> None:
    """Raises FileTrouble where a WAL lies beside `target`, or where `target` would stand.

    Either somebody has that file open, or it was deleted without its WAL; SQLite would fold
    what is in there into whatever file comes under the name.
    """
    if wal_of(target).exists():
        raise FileTrouble("storage.left_over", file=wal_of(target).name)


def copy_file(source: Path, target: Path) -> None:
    """The same for a file that this process has not opened: it may be open in another."""
    header = read_header(source)
    if copied_while_open(source, header):
        raise FileTrouble("storage.copied_while_open", file=source.name)
    with known_troubles(source):
        connection = connect(source, read_only=True)
    try:
        copy_to(connection, target)
    finally:
        connection.close()


def _write_copy(connection: Connection, part: Path) -> None:
    copy = connect(part)
    try:
        # All pages in one step: in several, each write of the door would start it over.
        connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        copy.execute(f"PRAGMA user_version = {version & (OPEN_MARK - 1)}")
        (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    finally:
        copy.close()
    if answer != "ok":
        raise FileTrouble("storage.damaged", file=part.name.removesuffix(".part"))


def delete_whole(path: Path) -> None:
    """Delete a file that nobody has open, with all that SQLite may have left beside it."""
    for suffix in ("", *BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, a file's new one among them."""
    if os.name != "posix":
        return  # Windows has no way to sync a folder; its rename is journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def restore(copy: Path, target: Path) -> Path | None:
    """Bring a copy back as `target`; what stood there is kept under a name of its own.

    Answers that name, or None where nothing stood there. Raises FileTrouble where the copy is
    no ceremony, incomplete or damaged, or `target` is open in a program.
    """
    fresh = target.with_name(target.name + ".restored")
    copy_file(copy, fresh)
    return put_in_place(fresh, target)


def put_in_place(fresh: Path, target: Path) -> Path | None:
    """Give a whole, closed file the name of `target`; answers as `restore` does."""
    kept: Path | None = None
    try:
        with known_troubles(target):
            if target.exists() or wal_of(target).exists():
                kept = _set_aside(target)
            fresh.replace(target)
            sync_folder(target.parent)
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _set_aside(target: Path) -> Path:
    """Move a file out of the way under the next free name, with all that lies beside it.

    The file itself goes last: its WAL must never be found beside the file that takes its place.
    """
    if _is_open(target):
        raise FileTrouble("storage.open_elsewhere", file=target.name)
    number = 1
    while (kept := target.with_name(f"{target.stem}.before-restore-{number}.ikrar")).exists():
        number += 1
    for suffix in (*BESIDE, ""):
        part = target.with_name(target.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    return kept


def _is_open(target: Path) -> bool:
    if not target.exists() or not wal_of(target).exists():
        return False
    try:
        return not fold_in(target)
    except FileTrouble as trouble:
        # What is damaged, or no ceremony any more, is what people restore over.
        if trouble.message.key in ("storage.damaged", "storage.not_a_ceremony"):
            return False
        raise
