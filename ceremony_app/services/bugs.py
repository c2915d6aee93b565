"""Reports of the program's own mistakes: what is written down, and where it is kept.

A report names code and versions and no value from the ceremony: the text of an exception can
quote a name or a number from the roster (UU 27/2022), so only its kind is given.
"""

import logging
import os
import platform
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import platformdirs

from ceremony_app import __version__

_LARGEST_LOG = 1_000_000


def log_folder() -> Path:
    """The user's own folder for logs; it may not exist yet."""
    return platformdirs.user_log_path("ikrar", appauthor=False)


def bug_report(error: BaseException, *versions: str) -> str:
    """The text to copy: versions, where it happened, and what kind of mistake it was."""
    about = [f"Ikrar {__version__}", f"Python {platform.python_version()}", *versions]
    about.append(f"{platform.system()} {platform.release()} {platform.machine()}")
    where = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return f"{' · '.join(about)}\n{where}\n{type(error).__qualname__}\n"


def keep_report(report: str, folder: Path, now: datetime) -> Path | None:
    """Write a report into a file of its own; None where the folder takes nothing."""
    path = folder / f"ikrar-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, "utf-8")
    except OSError:
        return None
    return path


@contextmanager
def logged_to(folder: Path) -> Iterator[None]:
    """Keep warnings and errors of the whole program in `folder`/ikrar.log meanwhile.

    Nothing goes to standard error, which is for sentences. Where the folder takes nothing, the
    lines are dropped: a full disk must not stop a ceremony for the sake of its log.
    """
    handler = _handler(folder / "ikrar.log")
    handler.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


def _handler(path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _set_aside(path)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


def _set_aside(path: Path) -> None:
    if path.exists() and path.stat().st_size > _LARGEST_LOG:
        # On Windows another process that logs holds the file; it is set aside another day.
        with suppress(OSError):
            path.replace(path.with_suffix(".old.log"))
