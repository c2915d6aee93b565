"""The printers of this machine, and a PDF painted onto one of them, page by page.

Painting is for systems whose print queue takes no PDFs, which is Windows; elsewhere the queue
gets the PDF itself (`ceremony_app.services.print_queue`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.printing import PrintWish, Sides, page_ranges

if TYPE_CHECKING:
    from pypdfium2 import PdfPage
    from PySide6.QtGui import QImage, QPageLayout
    from PySide6.QtPrintSupport import QPrinter

_MOST_DPI = 600
"""More would take a hundred megabytes a page and show on no office printer."""


def printer_names() -> list[str]:
    """The print queues of this machine, the default one first."""
    # Late: the print system takes a moment to answer, and the start page needs none.
    from PySide6.QtPrintSupport import QPrinterInfo

    default = QPrinterInfo.defaultPrinterName()
    names = list(QPrinterInfo.availablePrinterNames())
    return sorted(names, key=lambda name: name != default)


def print_by_pages(path: Path, wish: PrintWish, title: str, pages: int) -> None:
    """Paint a PDF of `pages` pages; called off the window's thread, on the printer's lane.

    Raises Refused for pages that are not there, DiskTrouble where the printer takes nothing.
    """
    import pypdfium2
    from PySide6.QtGui import QPainter

    device = _device(wish, title)
    document = pypdfium2.PdfDocument(path)
    painter = QPainter()
    try:
        for first, last in page_ranges(wish.pages, pages):
            for number in range(first - 1, last):
                page = document[number]
                device.setPageLayout(_layout(page))
                begun = device.newPage() if painter.isActive() else painter.begin(device)
                if not begun:
                    raise DiskTrouble("printing.silent", printer=wish.printer)
                painter.drawImage(painter.viewport(), _image(page, device.resolution()))
    finally:
        painter.end()
        document.close()


def _device(wish: PrintWish, title: str) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    device = QPrinter(QPrinterInfo.printerInfo(wish.printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setFullPage(True)
    device.setCopyCount(wish.copies)
    device.setDuplex(
        {
            Sides.ONE: QPrinter.DuplexMode.DuplexNone,
            Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
            Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
        }[wish.sides]
    )
    return device


def _layout(page: "PdfPage") -> "QPageLayout":
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    size = QPageSize(QSizeF(*page.get_size()), QPageSize.Unit.Point)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _image(page: "PdfPage", resolution: int) -> "QImage":
    from PySide6.QtGui import QImage

    dpi = min(resolution, _MOST_DPI)
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGBX8888,
    )
    # The bytes are Python's: the image outlives them.
    return image.copy()
