"""A page as a picture, as wide as its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

_EDGE = 10


class PagePicture(QScrollArea):
    """Scrolls up and down where the page is higher than its place."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._image = QImage()
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._page.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidgetResizable(True)
        self.setWidget(self._page)

    @property
    def page_size(self) -> QSize:
        """The pixels of the page that is shown; empty where there is none."""
        return self._image.size()

    def show_page(self, image: QImage) -> None:
        """Show a page from its top; an empty picture shows none."""
        self._image = image
        self._draw()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        self.show_page(QImage())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._image.isNull():
            self._page.clear()
            return
        ratio = self.devicePixelRatioF()
        width = max(1, round((self.viewport().width() - 2 * _EDGE) * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        drawn = QPixmap.fromImage(self._image.scaledToWidth(width, smooth))
        drawn.setDevicePixelRatio(ratio)
        self._page.setPixmap(drawn)
