"""An archive folder made by a test, and changed behind the program's back."""

from pathlib import Path

from ceremony_app.documents.stationery import Report, Stationery, unreported
from ceremony_app.locator import installed
from ceremony_app.services.archive import Archive, Archived
from ceremony_app.storage.ceremony_file import CeremonyFile


def stationery() -> Stationery:
    """What papers are made with, as a window hands it on."""
    return Stationery.of(installed())


def write_archive(file: CeremonyFile, target: Path, report: Report = unreported) -> Archived:
    return Archive(file, stationery()).write(target, report)


def flip(path: Path, at: int) -> None:
    """Change one bit of one byte."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


def names_in(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
