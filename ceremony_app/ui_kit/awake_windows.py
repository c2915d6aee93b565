"""Staying awake on Windows: the system is asked once, and the screen saver is turned away.

Both end with the program, however it ends: the request belongs to its thread, and the screen
saver asks the window in front each time.
"""

import ctypes
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

CONTINUOUS: Final = 0x80000000
DISPLAY_REQUIRED: Final = 0x00000002
SYSTEM_REQUIRED: Final = 0x00000001
"""ES_CONTINUOUS, ES_DISPLAY_REQUIRED, ES_SYSTEM_REQUIRED of winbase.h."""

_SYSTEM_COMMAND: Final = 0x0112
_SCREEN_SAVER, _MONITOR_POWER = 0xF140, 0xF170
"""WM_SYSCOMMAND and two of its commands; the four lowest bits of a command are the system's."""


class Kernel(Protocol):
    """The one call that is needed of kernel32."""

    def SetThreadExecutionState(self, flags: int) -> int: ...  # noqa: N802 - the system's name


class Message(ctypes.Structure):
    """The beginning of a MSG of winuser.h."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
    )


class WindowsAwake:
    """Called on the window's thread only."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._filter = ScreenSaverFilter()

    def hold(self) -> None:
        self._kernel.SetThreadExecutionState(CONTINUOUS | DISPLAY_REQUIRED | SYSTEM_REQUIRED)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)

    def let_go(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        self._kernel.SetThreadExecutionState(CONTINUOUS)


class ScreenSaverFilter(QAbstractNativeEventFilter):
    """Says no where Windows asks whether the screen saver may start or the display go off."""

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's name
        message: Any,
    ) -> tuple[bool, int]:
        if eventType != b"windows_generic_MSG":
            return False, 0
        return is_sleepy(Message.from_address(int(message))), 0


def is_sleepy(message: Message) -> bool:
    """Whether the system wants to start the screen saver or turn the display off."""
    command = message.word & 0xFFF0
    return message.message == _SYSTEM_COMMAND and command in (_SCREEN_SAVER, _MONITOR_POWER)
