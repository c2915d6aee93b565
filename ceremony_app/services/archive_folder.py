"""A folder that comes to be whole or not at all: made beside its place, then renamed."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from ceremony_app.documents.atomic import make_folder, save_whole, trouble_of
from ceremony_app.domain.archive import Filed, Part
from ceremony_app.domain.errors import DiskTrouble, FileTrouble
from ceremony_app.storage.copies import sync_folder


class NewFolder:
    """The folder in the making; `filed` is what was put into it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.filed: list[Filed] = []

    def place(self, path: str) -> Path:
        """Where a file of the folder is to be written, its subfolder made."""
        place = self._root / path
        make_folder(place.parent)
        return place

    def note(self, path: str, digest: str, part: Part, kind: str = "", event: str = "") -> None:
        """Take in a file that was written at its place."""
        size = (self._root / path).stat().st_size
        self.filed.append(Filed(path, size, digest, part, kind, event))

    def keep(self, path: str, data: bytes, part: Part, event: str = "") -> None:
        self.note(path, save_whole(self.place(path), data), part, event=event)

    def stream(self, path: str, lines: Iterable[bytes], part: Part) -> None:
        """Write what is too much to be held at once, synced."""
        place, digest = self.place(path), sha256()
        try:
            with place.open("xb") as file:
                for line in lines:
                    digest.update(line)
                    file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise trouble_of(error, place) from error
        self.note(path, digest.hexdigest(), part)


@contextmanager
def new_folder(target: Path) -> Iterator[NewFolder]:
    """A folder at `target` once the block is left; none where it is left by an exception.

    Raises FileTrouble where something is there already, or none can be made, and DiskTrouble
    where the disk is full or failing: what was written so far is then gone again.
    """
    final = Path(os.path.realpath(target))
    refuse_filled(final)
    make_folder(final.parent)
    part = final.with_name(f".{final.name}.{secrets.token_hex(4)}.part")
    try:
        make_folder(part)
        yield NewFolder(part)
        _put_in_place(part, final)
    except DiskTrouble as error:
        if error.message.key != "papers.error.disk_full":
            raise
        raise DiskTrouble("export.disk_full", folder=final.name) from error
    finally:
        # Nothing is left to remove once it was renamed; what cannot be removed harms nobody.
        shutil.rmtree(part, ignore_errors=True)


def refuse_filled(target: Path) -> None:
    """Raises FileTrouble where `target` is there already and is no empty folder."""
    try:
        with os.scandir(target) as there:
            if next(there, None) is not None:
                raise FileTrouble("export.not_empty", folder=target.name)
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise FileTrouble("papers.error.not_a_folder", file=target.name) from error
    except OSError as error:
        raise trouble_of(error, target) from error


def _put_in_place(part: Path, final: Path) -> None:
    try:
        if final.exists():
            final.rmdir()  # Windows renames over no folder, not even over an empty one
        part.rename(final)
        sync_folder(final.parent)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.EBUSY):
            raise FileTrouble("export.not_empty", folder=final.name) from error
        raise trouble_of(error, final) from error
