"""Pages of a PDF inside a window, drawn on the lane for papers and pictures."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools

if TYPE_CHECKING:
    import pypdfium2

_GAP = 14
_WIDEST = 900


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document open on the lane's thread, and the sizes of its pages in points."""

    document: "pypdfium2.PdfDocument"
    sizes: tuple[tuple[float, float], ...]


class PdfView(QScrollArea):
    """Shows the pages under one another as wide as the view; draws only those in sight."""

    def __init__(self, tools: Tools, lane: Lane, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._lane = lane
        self._opened: _Opened | None = None
        self._pages: list[QLabel] = []
        self._drawn: dict[int, int] = {}
        self._wanted = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidgetResizable(True)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setSpacing(_GAP)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self.setWidget(self._sheet)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(60)
        self._settle.timeout.connect(self._draw_in_sight)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def show_file(self, path: Path) -> None:
        """Open and show a PDF; one that cannot be read is told on the message channel."""
        self._wanted += 1
        wanted, earlier = self._wanted, self._opened
        self._opened = None
        self._lane.ask(lambda: _open(path, earlier), lambda found: self._lay_out(wanted, found))

    def close_file(self) -> None:
        """Let go of the document, so that its file can be replaced or deleted."""
        self._wanted += 1
        if self._opened is not None:
            document = self._opened.document
            self._opened = None
            self._lane.ask(document.close, lambda _: None)
        self._clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._size_pages()
        self._settle.start()

    def _lay_out(self, wanted: int, opened: _Opened) -> None:
        if wanted != self._wanted:
            self._lane.ask(opened.document.close, lambda _: None)
            return
        self._clear()
        self._opened = opened
        for number, _ in enumerate(opened.sizes, start=1):
            page = QLabel()
            page.setAccessibleName(
                self._tools.say("ui.pdf.page", page=number, pages=len(opened.sizes))
            )
            page.setStyleSheet("background: white;")
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        self._column.addStretch(1)
        self._size_pages()
        self.verticalScrollBar().setValue(0)
        self._settle.start()

    def _size_pages(self) -> None:
        if self._opened is None:
            return
        width = min(_WIDEST, self.viewport().width() - 2 * _GAP)
        for page, (wide, high) in zip(self._pages, self._opened.sizes, strict=True):
            page.setFixedSize(QSize(width, round(width * high / wide)))

    def _draw_in_sight(self) -> None:
        if self._opened is None:
            return
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for number, page in enumerate(self._pages):
            near = page.y() < bottom + 400 and page.y() + page.height() > top - 400
            width = round(page.width() * self.devicePixelRatioF())
            if near and self._drawn.get(number) != width:
                self._drawn[number] = width
                self._draw(self._opened, self._wanted, number, width)

    def _draw(self, opened: _Opened, wanted: int, number: int, width: int) -> None:
        self._lane.ask(
            lambda: _picture(opened, number, width),
            lambda image: self._show_page(wanted, number, image),
        )

    def _show_page(self, wanted: int, number: int, image: QImage) -> None:
        if wanted == self._wanted and number < len(self._pages):
            image.setDevicePixelRatio(image.width() / self._pages[number].width())
            self._pages[number].setPixmap(QPixmap.fromImage(image))

    def _clear(self) -> None:
        self._pages.clear()
        self._drawn.clear()
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()


def _open(path: Path, earlier: _Opened | None) -> _Opened:
    import pypdfium2

    if earlier is not None:
        earlier.document.close()
    try:
        document = pypdfium2.PdfDocument(path)
    except (OSError, pypdfium2.PdfiumError) as error:
        raise FileTrouble("ui.pdf.unreadable", file=path.name) from error
    return _Opened(document, tuple(page.get_size() for page in document))


def _picture(opened: _Opened, number: int, width: int) -> QImage:
    page = opened.document[number]
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
    kind = QImage.Format.Format_RGBX8888
    shared = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
    # The copy owns its pixels; the buffer above dies with this call.
    return shared.copy()
