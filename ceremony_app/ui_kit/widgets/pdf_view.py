"""Pages of a PDF inside a window, drawn on the lane for papers and pictures."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ceremony_app.ui_kit.pdf_pages import OpenPdf, open_pdf
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools

GAP = 14
_WIDEST = 900


class PdfView(QScrollArea):
    """Shows the pages under one another as wide as the view; draws only those in sight."""

    def __init__(self, tools: Tools, lane: Lane, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._lane = lane
        self._opened: OpenPdf | None = None
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
        self._column.setSpacing(GAP)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
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
        self._lane.ask(lambda: _instead(earlier, path), lambda found: self._lay_out(wanted, found))

    def close_file(self) -> None:
        """Let go of the document, so that its file can be replaced or deleted."""
        self._wanted += 1
        if self._opened is not None:
            opened = self._opened
            self._opened = None
            self._lane.ask(opened.close, lambda _: None)
        self._clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._size_pages()
        self._settle.start()

    def _lay_out(self, wanted: int, opened: OpenPdf) -> None:
        if wanted != self._wanted:
            self._lane.ask(opened.close, lambda _: None)
            return
        self._clear()
        self._opened = opened
        for _ in opened.sizes:
            self._add_page(QLabel())
        self._column.addStretch(1)
        self._name_pages()
        self._size_pages()
        self.verticalScrollBar().setValue(0)
        self._settle.start()

    def _add_page(self, page: QLabel) -> None:
        page.setStyleSheet("background: white;")
        self._column.insertWidget(len(self._pages), page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.append(page)

    def _name_pages(self) -> None:
        count = len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            page.setAccessibleName(self._tools.say("ui.pdf.page", page=number, pages=count))

    def _page_width(self) -> int:
        """How wide a page is shown, in device-independent pixels."""
        return min(_WIDEST, self.viewport().width() - 2 * GAP)

    def _size_pages(self) -> None:
        if self._opened is None:
            return
        width = self._page_width()
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

    def _draw(self, opened: OpenPdf, wanted: int, number: int, width: int) -> None:
        self._lane.ask(
            lambda: opened.picture(number, width),
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


def _instead(earlier: OpenPdf | None, path: Path) -> OpenPdf:
    if earlier is not None:
        earlier.close()
    return open_pdf(path)
