"""Line icons, tinted when they are asked for and sharp at every scale."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SHARP_AT = (1.0, 1.5, 2.0)
_REMEMBERED = 256
"""Pictures kept; a window that is drawn larger and larger asks for ever new sizes."""


class Icons:
    """The shipped icons by name; each is drawn once for each colour and size."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, str], QIcon] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def __call__(self, name: str, colour: str, size: int = 20, disabled: str = "") -> QIcon:
        """The icon in `colour` (`#rrggbb`) at `size` device-independent pixels.

        `disabled` is its colour on a button that cannot be pressed; Qt greys it by default.

        Raises FileNotFoundError for a name that is not shipped (a bug).
        """
        key = (name, colour, size, disabled)
        if key not in self._drawn:
            icon = QIcon()
            for scale in _SHARP_AT:
                icon.addPixmap(self.pixmap(name, colour, size, scale))
                if disabled:
                    faint = self.pixmap(name, disabled, size, scale)
                    icon.addPixmap(faint, QIcon.Mode.Disabled)
            self._drawn[key] = icon
        return self._drawn[key]

    def pixmap(self, name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
        """The icon as a picture of `size` device-independent pixels; not to be painted on."""
        key = (name, colour, size, scale)
        if key not in self._pictures:
            if len(self._pictures) >= _REMEMBERED:
                self._pictures.clear()
            self._pictures[key] = self._picture(name, colour, size, scale)
        return self._pictures[key]

    def _picture(self, name: str, colour: str, size: int, scale: float) -> QPixmap:
        drawing = (self._folder / f"{name}.svg").read_text("utf-8")
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
        picture = QPixmap(QSize(size, size) * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return picture
