"""Which screens, printers and cameras there are: asked of Qt in a process of its own.

Qt ends the whole process where a display is named but does not answer; then the answer is
missing, and the program that asked goes on.
"""

import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from ceremony_app.domain.devices import Devices
from ceremony_app.ui_kit.sound import find_player

SECONDS = 20.0
"""How long to wait for an answer: printer queues on a network can be slow to list."""

_CAMERAS = r"SYSTEM\CurrentControlSet\Control\DeviceClasses\{e5323777-f976-4f5b-9b55-b94699c46e44}"
"""Where Windows lists its video cameras (KSCATEGORY_VIDEO_CAMERA)."""


def devices() -> Devices:
    """What is plugged in; what could not be found out is None."""
    screens, printers = _asked_apart()
    return Devices(screens, printers, _cameras(), sound=find_player() is not None)


def has_display() -> bool:
    """Whether windows can open here: everywhere but on a Linux without a display."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def ask_qt(answer: Connection) -> None:
    """Run in the other process: send the names of screens and of printers through `answer`."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtPrintSupport import QPrinterInfo

    # What Qt has to say of a display that does not answer is said by the missing answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    shown = has_display()
    application = QGuiApplication(["ikrar"] if shown else ["ikrar", "-platform", "offscreen"])
    screens = application.screens() if shown else []
    answer.send(
        (
            tuple(
                f"{one.name()} {one.size().width()}x{one.size().height()}".strip()
                for one in screens
            ),
            tuple(QPrinterInfo.availablePrinterNames()),
        )
    )


def _asked_apart() -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    apart = multiprocessing.get_context("spawn")
    ours, theirs = apart.Pipe(duplex=False)
    process = apart.Process(target=ask_qt, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        if ours.poll(SECONDS):
            screens, printers = ours.recv()
            return screens, printers
    except EOFError:
        pass  # the process ended without an answer
    finally:
        ours.close()
        process.kill()
        process.join()
    return None, None


def _cameras() -> tuple[str, ...] | None:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _CAMERAS) as key:
                return tuple(str(number + 1) for number in range(winreg.QueryInfoKey(key)[0]))
        except FileNotFoundError:
            return ()
        except OSError:
            return None
    else:
        names = Path("/sys/class/video4linux").glob("*/name")
        return tuple(sorted({path.read_text("utf-8", "replace").strip() for path in names}))
