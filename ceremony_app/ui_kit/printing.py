"""The printers of this machine, and a PDF painted onto one of them, page by page.

Painting is for systems whose print queue takes no PDFs, which is Windows; elsewhere the queue
gets the PDF itself (`ceremony_app.services.print_queue`).
"""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.media import Media, MediaList, SizeMm
from ceremony_app.domain.printing import Abilities, PrintWish, Sides, page_ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfDocument, PdfPage
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPageLayout, QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

_MOST_DPI = 600
"""More would take a hundred megabytes a page and show on no office printer."""


class PagePainter:
    """Paints pages onto printers through Qt; called on the printers' lane, not the window's.

    `device` makes the printer that a wish names; tests hand in one that writes a file.
    """

    def __init__(self, device: "Callable[[PrintWish], QPrinter] | None" = None) -> None:
        self._device = device or _device

    def printers(self) -> list[str]:
        """The print queues of this machine, the default one first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        default = QPrinterInfo.defaultPrinterName()
        names = list(QPrinterInfo.availablePrinterNames())
        return sorted(names, key=lambda name: name != default)

    def abilities(self, printer: str) -> Abilities:
        """Sides, trays and sizes of paper, as far as the system tells Qt."""
        from PySide6.QtPrintSupport import QPrinterInfo

        found = QPrinterInfo.printerInfo(printer)
        if found.isNull():
            return Abilities()
        return Abilities(_sides(found), tuple(_sources(printer)), _media(found))

    def send(self, path: Path, wish: PrintWish, title: str, pages: int) -> None:
        """Paint the wished pages of a PDF of `pages` pages.

        Raises Refused for pages that are not there, DiskTrouble where the printer is gone or
        takes nothing.
        """
        import pypdfium2

        ranges = page_ranges(wish.pages, pages)
        device = self._device(wish)
        device.setDocName(title)
        # Where the driver makes no copies, each is painted.
        by_driver = device.supportsMultipleCopies()
        device.setCopyCount(wish.copies if by_driver else 1)
        wanted = [number for first, last in ranges for number in range(first - 1, last)]
        with closing(pypdfium2.PdfDocument(path)) as document:
            _paint(device, document, wanted * (1 if by_driver else wish.copies), wish.printer)


def _paint(device: "QPrinter", document: "PdfDocument", pages: list[int], printer: str) -> None:
    from PySide6.QtGui import QPainter

    painter = QPainter()
    try:
        for number in pages:
            page = document[number]
            device.setPageLayout(_layout(page))
            begun = device.newPage() if painter.isActive() else painter.begin(device)
            if not begun:
                raise DiskTrouble("printing.silent", printer=printer)
            _draw(painter, page, device.resolution())
            page.close()
    finally:
        painter.end()


def _device(wish: PrintWish) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.printerInfo(wish.printer)
    if found.isNull():
        # Qt would take the default printer instead.
        raise DiskTrouble("printing.no_printer", printer=wish.printer)
    device = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    device.setDuplex(
        {
            Sides.ONE: QPrinter.DuplexMode.DuplexNone,
            Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
            Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
        }[wish.sides]
    )
    tray = _sources(wish.printer).get(wish.tray)
    if tray is not None:
        device.setPaperSource(tray)
    return device


def _sources(printer: str) -> "dict[str, QPrinter.PaperSource]":
    """The trays by Qt's names for them; Qt knows them on Windows only."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    told = getattr(device, "supportedPaperSources", None)
    return {source.name: source for source in told()} if told else {}


def _sides(found: "QPrinterInfo") -> tuple[Sides, ...]:
    from PySide6.QtPrintSupport import QPrinter

    modes = QPrinter.DuplexMode
    known = {
        modes.DuplexNone: Sides.ONE,
        modes.DuplexLongSide: Sides.LONG_EDGE,
        modes.DuplexShortSide: Sides.SHORT_EDGE,
    }
    sides = tuple(known[mode] for mode in found.supportedDuplexModes() if mode in known)
    return sides or (Sides.ONE,)


def _media(found: "QPrinterInfo") -> MediaList:
    from PySide6.QtGui import QPageSize

    named = tuple(
        Media(size.key(), size.name(), _millimetres(size.size(QPageSize.Unit.Point)))
        for size in found.supportedPageSizes()
    )
    if not found.supportsCustomPageSizes():
        return MediaList(named)
    bounds = (found.minimumPhysicalPageSize(), found.maximumPhysicalPageSize())
    least, most = (_millimetres(bound.size(QPageSize.Unit.Point)) for bound in bounds)
    return MediaList(named, least, most)


def _millimetres(points: "QSizeF") -> SizeMm:
    return points.width() / 72 * 25.4, points.height() / 72 * 25.4


def _layout(page: "PdfPage") -> "QPageLayout":
    """The page's size, counted from the corner of the paper and not from what a printer reaches."""
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    # Exactly: Qt would take F4 for a paper of 8.5 x 13 inches, whether the printer has it or not.
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(*page.get_size()), QPageSize.Unit.Point, "", exact)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw(painter: "QPainter", page: "PdfPage", resolution: int) -> None:
    """Paint one page at its own size, never stretched.

    Not into the painter's viewport: that is as large as the first page of the job.
    """
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage

    width, height = (side * resolution / 72 for side in page.get_size())
    dpi = min(resolution, _MOST_DPI)
    with closing(page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)) as bitmap:
        # The picture is the bitmap's own memory, a hundred megabytes at times: no copy of it.
        pixels = QImage(
            bitmap.buffer,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        )
        painter.drawImage(QRectF(0, 0, width, height), pixels)
