"""The pixels of an X display, read a thousand times a second: a monitor is looked at in 1 ms."""

import ctypes
from typing import Final

from tests.helpers.xserver import Area, Desktop

_WHOLE_PIXELS: Final = 2
"""ZPixmap: four bytes for each pixel, one after the other."""
_ALL_PLANES: Final = 0xFFFFFFFF


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Roots(ctypes.Structure):
    # The first thing that a screen holds is its root window.
    _fields_ = (
        ("root", ctypes.POINTER(ctypes.c_uint32)),
        ("rem", ctypes.c_int),
        ("at", ctypes.c_int),
    )


class Pixels:
    """Reads parts of a desktop over a connection of its own; for one thread."""

    def __init__(self, desktop: Desktop) -> None:
        self._xcb = ctypes.CDLL("libxcb.so.1")
        self._libc = ctypes.CDLL(None)
        for name in ("xcb_connect", "xcb_get_setup", "xcb_get_image_reply", "xcb_get_image_data"):
            getattr(self._xcb, name).restype = ctypes.c_void_p
        self._xcb.xcb_setup_roots_iterator.restype = _Roots
        self._xcb.xcb_get_image.restype = _Cookie
        self._connection = ctypes.c_void_p(self._xcb.xcb_connect(desktop.display.encode(), None))
        if self._xcb.xcb_connection_has_error(self._connection):
            raise RuntimeError(f"no display {desktop.display}")
        setup = ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection))
        self._root = self._xcb.xcb_setup_roots_iterator(setup).root.contents.value

    def read(self, area: Area) -> bytes:
        """The bytes of an area of the desktop; RuntimeError where it is not within it."""
        cookie = self._xcb.xcb_get_image(
            self._connection,
            ctypes.c_uint8(_WHOLE_PIXELS),
            ctypes.c_uint32(self._root),
            *(ctypes.c_int16(place) for place in (area.x, area.y)),
            *(ctypes.c_uint16(side) for side in (area.width, area.height)),
            ctypes.c_uint32(_ALL_PLANES),
        )
        reply = self._xcb.xcb_get_image_reply(self._connection, cookie, None)
        if not reply:
            raise RuntimeError(f"not within the desktop: {area}")
        held = ctypes.c_void_p(reply)
        data = ctypes.c_void_p(self._xcb.xcb_get_image_data(held))
        found = ctypes.string_at(data, self._xcb.xcb_get_image_data_length(held))
        self._libc.free(held)
        return found

    def close(self) -> None:
        self._xcb.xcb_disconnect(self._connection)
