"""The one place that knows where the program's own files lie.

The folders `resources/` and `db/` stand beside the package in a checkout, and under `_data/`
inside it in an installed wheel and in a frozen build (pyproject.toml and build.spec put them
there), so one rule finds them everywhere.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Locator:
    """Paths of the files that ship with the program; `root` holds `resources/` and `db/`."""

    root: Path

    @property
    def templates(self) -> Path:
        return self.root / "resources" / "templates"

    @property
    def translations(self) -> Path:
        return self.root / "resources" / "translations"

    @property
    def fonts(self) -> Path:
        return self.root / "resources" / "fonts"

    @property
    def icons(self) -> Path:
        return self.root / "resources" / "icons"

    @property
    def sounds(self) -> Path:
        return self.root / "resources" / "sounds"

    @property
    def theme(self) -> Path:
        return self.root / "resources" / "theme"

    @property
    def migrations(self) -> Path:
        return self.root / "db" / "migrations"


def installed() -> Locator:
    """The locator for the running program, wherever it was started from."""
    package = Path(__file__).resolve().parent
    bundled = package / "_data"
    return Locator(bundled if bundled.is_dir() else package.parent)
