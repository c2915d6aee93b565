"""The brightness in a camera's frame, where it lies: nothing is converted or copied."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from ceremony_app.scanning.pictures import Grey

_Format = QVideoFrameFormat.PixelFormat

_IN_FIRST_PLANE = frozenset(
    {
        _Format.Format_NV12,
        _Format.Format_NV21,
        _Format.Format_YUV420P,
        _Format.Format_YUV422P,
        _Format.Format_YV12,
        _Format.Format_IMC1,
        _Format.Format_IMC2,
        _Format.Format_IMC3,
        _Format.Format_IMC4,
        _Format.Format_Y8,
    }
)
_PACKED = {
    # Bytes from one pixel to the next, and which of them is the brightness. Of colours, green
    # has most of it.
    _Format.Format_YUYV: (2, 0),
    _Format.Format_UYVY: (2, 1),
    _Format.Format_Y16: (2, 1),
    _Format.Format_P010: (2, 1),
    _Format.Format_P016: (2, 1),
    _Format.Format_AYUV: (4, 1),
    _Format.Format_BGRA8888: (4, 1),
    _Format.Format_BGRX8888: (4, 1),
    _Format.Format_RGBA8888: (4, 1),
    _Format.Format_RGBX8888: (4, 1),
    _Format.Format_ARGB8888: (4, 2),
    _Format.Format_XRGB8888: (4, 2),
    _Format.Format_ABGR8888: (4, 2),
    _Format.Format_XBGR8888: (4, 2),
}

_PREVIEW_WIDTH = 480


@contextmanager
def brightness(frame: QVideoFrame) -> Iterator[Grey | None]:
    """The brightness of a frame, valid within the block; None where the frame cannot be read.

    Frames of a kind that is not known here (JPEG among them) are turned into an image by Qt.
    """
    kind = frame.pixelFormat()
    step, first = (1, 0) if kind in _IN_FIRST_PLANE else _PACKED.get(kind, (0, 0))
    if not step:
        yield _of_image(frame.toImage())
        return
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        yield None
        return
    try:
        plane = memoryview(frame.bits(0))
        # The last row would end beyond the plane by the bytes that are left out before the first.
        height = frame.height() - (first > 0)
        yield Grey(plane[first:], frame.width(), height, frame.bytesPerLine(0), step)
    finally:
        frame.unmap()


def preview(picture: Grey) -> QImage:
    """A small picture of what the reader sees, mirrored as people expect of themselves."""
    every = max(1, picture.width // _PREVIEW_WIDTH)
    length = picture.width * picture.step
    rows = [
        # Whole rows first: a slice with steps is slow on a memoryview and quick on bytes.
        picture.data[at : at + length].tobytes()[:: picture.step * every]
        for at in range(0, picture.height * picture.row, picture.row * every)
    ]
    width = len(rows[0]) if rows else 0
    data = b"".join(rows)
    image = QImage(data, width, len(rows), width, QImage.Format.Format_Grayscale8)
    return image.flipped(Qt.Orientation.Horizontal)


def _of_image(image: QImage) -> Grey | None:
    if image.isNull():
        return None
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Grey(memoryview(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine())
