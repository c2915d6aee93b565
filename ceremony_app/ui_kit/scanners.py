"""Every way in which scans come into a running program, built once and handed to the pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.scan_gate import KeyGate
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.serial_ports import BAUD_RATES, Ports, SystemPorts
from ceremony_app.ui_kit.serial_scanner import SerialScanner
from ceremony_app.ui_kit.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ceremony_app.ui_kit.camera_scanner import CameraScanner
    from ceremony_app.ui_kit.camera_source import FrameSource

_PORT, _BAUD = "scanner_port", "scanner_baud"


def _system_cameras() -> "FrameSource":
    from ceremony_app.ui_kit.camera_source import SystemCameras

    return SystemCameras()


class Scanners(QObject):
    """The keys of the program, and what else is plugged in to scan with.

    `inlet` is where a page asks for scans; `gate` stands before the keys of all windows. The
    serial port of the last time is read again as soon as somebody wants scans, and let go of
    when nobody does any more; so is a camera.
    """

    def __init__(
        self,
        application: QApplication,
        channel: MessageChannel,
        settings: Settings,
        ports: Ports | None = None,
        cameras: "Callable[[], FrameSource]" = _system_cameras,
    ) -> None:
        super().__init__()
        self._channel = channel
        self._settings = settings
        self._cameras = cameras
        self._camera: CameraScanner | None = None
        self.ports: Ports = ports or SystemPorts()
        self.inlet = ScanInlet(channel)
        self.gate = KeyGate(application, self.inlet)
        self.serial = SerialScanner(self.inlet, channel, self.ports)
        self.inlet.wanted_changed.connect(self._want)

    @property
    def camera(self) -> "CameraScanner":
        """The camera as a scanner; Qt's part for it is loaded when it is first asked for."""
        if self._camera is None:
            from ceremony_app.ui_kit.camera_scanner import CameraScanner

            self._camera = CameraScanner(self.inlet, self._channel, self._cameras())
        return self._camera

    @property
    def baud(self) -> int:
        """The speed of the remembered port."""
        kept = self._settings.now.choices.get(_BAUD, "")
        return int(kept) if kept.isdecimal() else BAUD_RATES[0]

    def use_port(self, name: str, baud: int) -> None:
        """Read a serial port, now and from now on; an empty name is none.

        Raises DeviceTrouble where the port cannot be had; then no port is read.
        """
        self.serial.close()
        if name:
            self.serial.use(name, baud)
        self._settings.remember_choice(_PORT, name)
        self._settings.remember_choice(_BAUD, str(baud))

    def close(self) -> None:
        """Let go of keys and devices."""
        self.gate.close()
        self.serial.close()
        if self._camera is not None:
            self._camera.close()

    def _want(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's
        port = self._settings.now.choices.get(_PORT, "")
        if not wanted:
            self.serial.close()
            if self._camera is not None:
                self._camera.stop()
        elif port and not self.serial.name:
            self.serial.wait_for(port, self.baud)
