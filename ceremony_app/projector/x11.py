"""Puts a window on exactly the pixels that it is for, where Qt's scaled units cannot say them.

At a scale of 1.5 a projector of 1024 pixels is 683 units wide, and a window of 683 units is 1025
pixels wide: one column of the hall's picture would stand on the screen beside it.
"""

import ctypes
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QNativeInterface

_LIBRARY: Final = "libxcb.so.1"
"""The one that Qt's own windows are made with; it is there wherever they are X11's."""

_X_Y_WIDTH_HEIGHT: Final = 0b1111
"""The parts of a window's geometry that are set, as X11's ConfigureWindow counts them."""


def is_x11() -> bool:
    """Whether windows are an X server's, so that one can be kept from the window manager."""
    return QGuiApplication.platformName() == "xcb"


def place_exactly(window: int, pixels: QRect) -> None:
    """Set the place of an X11 window of ours, in pixels of the whole desktop."""
    application = QGuiApplication.instance()
    native = application.nativeInterface() if isinstance(application, QGuiApplication) else None
    if not isinstance(native, QNativeInterface.QX11Application):
        raise TypeError("not on an X server")
    places = (pixels.x(), pixels.y(), pixels.width(), pixels.height())
    values = (ctypes.c_uint32 * 4)(*(place & 0xFFFFFFFF for place in places))
    xcb, connection = ctypes.CDLL(_LIBRARY), ctypes.c_void_p(native.connection())
    xcb.xcb_configure_window(
        connection, ctypes.c_uint32(window), ctypes.c_uint16(_X_Y_WIDTH_HEIGHT), values
    )
    xcb.xcb_flush(connection)
