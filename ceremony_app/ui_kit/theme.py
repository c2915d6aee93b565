"""The look: a palette and a scale of sizes, made into one style sheet."""

import re
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QWidget

from ceremony_app.locator import Locator
from ceremony_app.ui_kit.palette import BRIGHT, DARK, Palette

FAMILY: Final = "Atkinson Hyperlegible"

SIZES: Final = {"small": 13, "body": 15, "lead": 18, "title": 24, "display": 34}
"""The type scale in device-independent pixels."""

GAP: Final = 8
"""The unit of spacing; margins and gaps are multiples of it."""


class _Sheet(Template):
    delimiter = "@"


class Theme:
    """Makes style sheets from the shipped sheet and a palette; reads the files once."""

    def __init__(self, locator: Locator) -> None:
        self._icons = locator.icons
        source = (locator.theme / "ikrar.qss").read_text("utf-8")
        self._source = _Sheet(re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))
        self._sheets: dict[str, str] = {}

    def sheet(self, palette: Palette) -> str:
        """The style sheet in these colours; raises KeyError for a name it does not know."""
        if palette.name not in self._sheets:
            self._sheets[palette.name] = self._source.substitute(
                palette.colours(),
                name=palette.name,
                icons=self._icons.as_posix(),
                font=f'"{FAMILY}", "Noto Sans", "Segoe UI", "DejaVu Sans"',
                mono='"DejaVu Sans Mono", "Consolas", "Courier New", monospace',
                **{name: f"{size}px" for name, size in SIZES.items()},
            )
        return self._sheets[palette.name]

    def dress(self, widget: QWidget, palette: Palette = BRIGHT) -> None:
        """Give a window the sheet and the colours that painted widgets ask their palette for."""
        widget.setPalette(qt_palette(palette))
        widget.setStyleSheet(self.sheet(palette))


def load_fonts(fonts: Path) -> None:
    """Make the shipped interface font known to Qt; where it is missing Qt falls back."""
    for path in sorted(fonts.glob("AtkinsonHyperlegible-*.ttf")):
        if path.stem.endswith(("-Regular", "-Bold")):
            QFontDatabase.addApplicationFont(str(path))


def qt_palette(palette: Palette) -> QPalette:
    """Qt's own palette in these colours, for what the style sheet does not reach."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: palette.ground,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.sunken,
        roles.WindowText: palette.ink,
        roles.Text: palette.ink,
        roles.ButtonText: palette.ink,
        roles.Button: palette.surface,
        roles.PlaceholderText: palette.quiet,
        roles.Mid: palette.line,
        roles.Highlight: palette.action,
        roles.HighlightedText: palette.on_action,
        roles.Link: palette.focus,
    }.items():
        made.setColor(role, QColor(colour))
    return made


def font(size: int, *, bold: bool = False) -> QFont:
    """The interface font at `size` device-independent pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setBold(bold)
    return made


__all__ = ["BRIGHT", "DARK", "FAMILY", "GAP", "SIZES", "Palette", "Theme", "font", "load_fonts"]
