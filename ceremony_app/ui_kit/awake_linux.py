"""Staying awake on Linux: the desktop is asked over D-Bus, and the X server itself.

Both hold for as long as a connection of ours is open. Letting go is closing it, which is also
what the system does for a program that has died.
"""

import ctypes
import os
from pathlib import Path
from typing import Final

_NAME: Final = "ikrar-awake"
_PROGRAM: Final = "Ikrar"

INHIBITORS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
"""Service, path and interface of what desktops listen to: GNOME and KDE to the first (idle
inhibition of freedesktop.org), Xfce and KDE to the second, for sleeping."""


class DesktopAwake:
    """Asks the desktop not to blank, lock or sleep; `reason` is what it tells people."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def hold(self) -> None:
        if not has_session_bus():
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _NAME)
        for service, path, interface in INHIBITORS if bus.isConnected() else ():
            call = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            call.setArguments([_PROGRAM, self._reason])
            # Sent, not called: a desktop that does not answer must not hold up the hall.
            bus.send(call)

    def let_go(self) -> None:
        if has_session_bus():
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_NAME)


class ServerAwake:
    """Asks the X server to suspend its own screen saver and the display's power saving.

    By MIT-SCREEN-SAVER 1.1, ScreenSaverSuspend: whatever was suspended goes on when the
    connection that asked for it is closed.
    """

    def __init__(self) -> None:
        self._connection: ctypes.c_void_p | None = None

    def hold(self) -> None:
        try:
            x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        except OSError:
            return  # not installed: the desktop has been asked all the same
        x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = x11.XOpenDisplay(None)
        if not opened:
            return
        self._connection = ctypes.c_void_p(opened)
        if _has_saver(saver, self._connection):
            saver.XScreenSaverSuspend(self._connection, ctypes.c_int(1))
            x11.XFlush(self._connection)

    def let_go(self) -> None:
        if self._connection is not None:
            ctypes.CDLL("libX11.so.6").XCloseDisplay(self._connection)
            self._connection = None


def has_session_bus() -> bool:
    """Whether there is a bus; asked first, since connecting would start one where there is none."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(folder) and Path(str(folder), "bus").exists()


def _has_saver(saver: ctypes.CDLL, connection: ctypes.c_void_p) -> bool:
    first_event, first_error = ctypes.c_int(), ctypes.c_int()
    found = saver.XScreenSaverQueryExtension(
        connection, ctypes.byref(first_event), ctypes.byref(first_error)
    )
    return bool(found)
