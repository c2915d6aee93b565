"""A PDF sent to a printer: by the print system itself where there is one, else page by page."""

import shutil
import subprocess
import sys
from pathlib import Path

from ceremony_app.domain.errors import DiskTrouble

_DPI = 300
_PATIENCE_SECONDS = 30


def print_pdf(path: Path, printer: str, title: str) -> None:
    """Send a PDF to a print queue; called off the window's thread.

    Raises DiskTrouble where the print system takes nothing; the PDF is kept as it is.
    """
    if sys.platform != "win32" and shutil.which("lp"):
        _by_queue(path, printer, title)
    else:
        _page_by_page(path, printer, title)


def _by_queue(path: Path, printer: str, title: str) -> None:
    """The queue gets the PDF itself: letters stay letters, and the job stays small."""
    command = ["lp", "-d", printer, "-t", title, "--", str(path)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DiskTrouble("ui.print.silent", printer=printer) from error
    if done.returncode:
        reason = " ".join(done.stderr.split())
        raise DiskTrouble("ui.print.refused", printer=printer, reason=reason)


def _page_by_page(path: Path, printer: str, title: str) -> None:
    import pypdfium2
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setFullPage(True)
    painter = QPainter()
    document = pypdfium2.PdfDocument(path)
    try:
        for number, page in enumerate(document):
            wide, high = page.get_size()
            size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Point)
            device.setPageLayout(
                QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
            )
            begun = painter.begin(device) if number == 0 else device.newPage()
            if not begun:
                raise DiskTrouble("ui.print.silent", printer=printer)
            bitmap = page.render(scale=_DPI / 72, rev_byteorder=True, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            )
            painter.drawImage(painter.viewport(), image)
        painter.end()
    finally:
        document.close()
