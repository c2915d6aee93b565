"""How this installation opens files: one way for windows and command line."""

import getpass
import secrets
from collections.abc import Callable
from pathlib import Path

import platformdirs

from ceremony_app import __version__
from ceremony_app.domain.clock import Clock
from ceremony_app.locator import Locator
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.ceremony_file import Opener
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.writer import Opening


def opener(locator: Locator, clock: Clock, operator: str = "") -> Opener:
    """The opener of this program on this computer; `operator` is what somebody typed."""
    opening = Opening(
        clock=clock,
        installation=installation_id(platformdirs.user_config_path("ikrar", appauthor=False)),
        version=__version__,
        operator=operator,
    )
    return Opener(opening, Migrations.read(locator.migrations), _back_up_with(clock))


def login_name() -> str:
    """The name that somebody is logged in under; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""


def installation_id(folder: Path) -> str:
    """The random name of this set-up, made once and kept in `folder`.

    Where nothing can be kept (a locked-down profile) every start has a name of its own: the
    record then knows the opening, not the computer.
    """
    path = folder / "installation"
    try:
        kept = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        kept = ""
    if len(kept) == 32 and kept.isalnum():
        return kept
    fresh = secrets.token_hex(16)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(fresh + "\n", encoding="ascii")
    except OSError:
        return fresh
    return fresh


def _back_up_with(clock: Clock) -> Callable[[Path], None]:
    def back_up(path: Path) -> None:
        copy_file(path, BackupFolder.beside(path).path_for(Moment.BEFORE_MIGRATION, clock.now()))

    return back_up
