"""Frames as cameras deliver them, made from pictures; and a camera that delivers them."""

import io
from collections.abc import Callable

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from ceremony_app.ui_kit.camera_source import CameraName, FrameSource

_Format = QVideoFrameFormat.PixelFormat

_FILLED: dict[_Format, Callable[[bytes], bytes]] = {
    _Format.Format_NV12: lambda grey: grey,
    _Format.Format_YUV420P: lambda grey: grey,
    _Format.Format_Y8: lambda grey: grey,
    _Format.Format_YUYV: lambda grey: _spread(grey, 2, 0),
    _Format.Format_UYVY: lambda grey: _spread(grey, 2, 1),
    _Format.Format_BGRA8888: lambda grey: _spread(grey, 4, 0, 1, 2),
    _Format.Format_ARGB8888: lambda grey: _spread(grey, 4, 1, 2, 3),
    _Format.Format_RGBX8888: lambda grey: _spread(grey, 4, 0, 1, 2),
}

FORMATS = (*_FILLED, _Format.Format_Jpeg, _Format.Format_BGRA8888_Premultiplied)
"""The formats that `frame_of` makes; of the last two the program lets Qt make an image."""


def frame_of(picture: Image.Image, kind: _Format) -> QVideoFrame:
    """A frame of a format that shows the picture, in shades of grey."""
    grey = picture.convert("L")
    if kind not in _FILLED:
        out = io.BytesIO()
        grey.save(out, "PNG")
        return QVideoFrame(QImage.fromData(out.getvalue()))
    frame = QVideoFrame(QVideoFrameFormat(QSize(*grey.size), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane, row = memoryview(frame.bits(0)), frame.bytesPerLine(0)
    for y in range(grey.height):
        line = _FILLED[kind](grey.crop((0, y, grey.width, y + 1)).tobytes())
        plane[y * row : y * row + len(line)] = line
    frame.unmap()
    return frame


def _spread(grey: bytes, step: int, *places: int) -> bytes:
    line = bytearray(b"\x80" * (len(grey) * step))
    for place in places:
        line[place::step] = grey
    return bytes(line)


class Lens(FrameSource):
    """A camera that shows what the test holds before it."""

    def __init__(self) -> None:
        super().__init__()
        self.on = ""
        self.names = [CameraName("lens", "Kamera uji")]

    def cameras(self) -> list[CameraName]:
        return self.names

    def start(self, camera: str) -> None:
        self.on = camera

    def stop(self) -> None:
        self.on = ""

    def show(self, picture: Image.Image) -> None:
        self.arrived.emit(frame_of(picture, _Format.Format_NV12))
