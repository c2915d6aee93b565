"""The whole show as pictures in a folder, or as one PDF that any laptop can show.

No screen is needed: whoever calls has made a QGuiApplication, on the offscreen platform where
there is no display.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from ceremony_app.domain.errors import DiskTrouble, Refused
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import Picture, View, picture_of

LEAST_SIDE = 240
MOST_SIDE = 8192

# Qt turns a PNG's "quality" into zlib's effort; these pictures are flat, so little is enough.
_PNG_QUALITY = 85
_POINTS_PER_INCH = 72


def render_pngs(
    painter: Painter, out: Path, size: tuple[int, int], view: View = View.HALL
) -> tuple[Path, ...]:
    """Every step as `001-CODE.png` ... in the folder `out`, which is made where it is missing.

    Gives the files in order. Raises Refused for a size that cannot be painted, DiskTrouble
    where a file cannot be written; the files before it stay.
    """
    _check(size)
    with _disk_trouble(out):
        out.mkdir(parents=True, exist_ok=True)
    files = []
    for number, (code, picture) in enumerate(_pictures(painter, size, view), start=1):
        path = out / f"{number:03d}-{code}.png"
        writer = QImageWriter(str(path), b"png")
        writer.setQuality(_PNG_QUALITY)
        if not writer.write(painter.image(picture)):
            raise DiskTrouble("show.not_painted", file=path.name, reason=writer.errorString())
        files.append(path)
    return tuple(files)


def render_pdf(painter: Painter, out: Path, size: tuple[int, int], view: View = View.HALL) -> int:
    """Every step as a page of one PDF, letters as letters; gives the number of pages.

    The file comes into being whole or not at all. Raises as `render_pngs` does.
    """
    _check(size)
    unfinished = out.with_name(f".{out.name}.part")
    with _disk_trouble(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        unfinished.touch()
    try:
        pages = _write_pdf(painter, unfinished, size, view)
        with _disk_trouble(out):
            unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
    return pages


def _write_pdf(painter: Painter, path: Path, size: tuple[int, int], view: View) -> int:
    writer = QPdfWriter(str(path))
    writer.setTitle(painter.show.details.title)
    # One point for each pixel, so that pictures and pages have the same measures.
    writer.setResolution(_POINTS_PER_INCH)
    page = QPageSize(
        QSizeF(*size), QPageSize.Unit.Point, matchPolicy=QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    canvas = QPainter()
    if not canvas.begin(writer):
        raise DiskTrouble("show.not_painted", file=path.name, reason="")
    pages = 0
    try:
        for _, picture in _pictures(painter, size, view):
            if pages:
                writer.newPage()
            painter.paint(canvas, picture)
            pages += 1
    finally:
        canvas.end()
    return pages


def _pictures(painter: Painter, size: tuple[int, int], view: View) -> Iterator[tuple[str, Picture]]:
    for step in painter.show.steps():
        yield step.code, picture_of(view, size, painter.show, step.state)


def _check(size: tuple[int, int]) -> None:
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in size):
        width, height = size
        raise Refused("show.bad_size", width=width, height=height, least=LEAST_SIDE, most=MOST_SIDE)


@contextmanager
def _disk_trouble(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DiskTrouble("show.not_painted", file=path.name, reason=reason) from error
