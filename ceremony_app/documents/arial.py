"""Arial where the computer has it: the four files by the names that systems give them.

Windows keeps arial.ttf, arialbd.ttf, ariali.ttf and arialbi.ttf; the packages of Linux and the
folders of macOS spell the styles out ("Arial_Bold.ttf", "Arial Bold.ttf").
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_STYLES = {
    "arial": "regular",
    "arialbd": "bold",
    "arialbold": "bold",
    "ariali": "italic",
    "arialitalic": "italic",
    "arialbi": "bold_italic",
    "arialbolditalic": "bold_italic",
}


class Arial(NamedTuple):
    """The files of one Arial."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


def find_arial(folders: Sequence[Path]) -> Arial | None:
    """The first Arial with all four styles in one folder, or below it; None where there is none."""
    for folder in folders:
        held: dict[Path, dict[str, Path]] = {}
        for path in _fonts(folder):
            style = _STYLES.get(path.stem.casefold().replace("_", "").replace(" ", ""))
            if style:
                held.setdefault(path.parent, {})[style] = path
        for styles in held.values():
            if len(styles) == len(Arial._fields):
                return Arial(**styles)
    return None


def font_folders(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[Path, ...]:
    """Where a system keeps its fonts, those of everybody before the user's own."""
    if platform == "win32":
        own = environment.get("LOCALAPPDATA")
        system = Path(environment.get("WINDIR", r"C:\Windows")) / "Fonts"
        return (system, *([Path(own) / "Microsoft" / "Windows" / "Fonts"] if own else []))
    home = Path(environment.get("HOME", "/"))
    if platform == "darwin":
        own_folders = (home / "Library" / "Fonts",)
        return (Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts"), *own_folders)
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, home / ".local" / "share" / "fonts", home / ".fonts")


def _fonts(folder: Path) -> Iterator[Path]:
    """The font files of a folder; one that cannot be read has none."""
    for parent, _, names in os.walk(folder):
        for name in sorted(names):
            if name.casefold().startswith("arial") and name.casefold().endswith(".ttf"):
                yield Path(parent, name)
