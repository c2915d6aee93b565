"""A scanner on a serial port: read as it comes, found again after its plug was pulled."""

from collections.abc import Callable

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal

from ceremony_app.domain.errors import DeviceTrouble
from ceremony_app.domain.messages import message
from ceremony_app.scanning.scan import Scan
from ceremony_app.scanning.stream import QUIET_MS, ByteStream
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.serial_ports import Ports

_LOOK_AGAIN_MS = 1500


class SerialScanner(QObject):
    """Reads one port and hands its scans to the inlet.

    `changed` says that the port was opened, closed or lost. A port that is pulled out is said
    at once, and opened again by itself when it is back.
    """

    changed = Signal()

    def __init__(self, inlet: ScanInlet, channel: MessageChannel, ports: Ports) -> None:
        super().__init__()
        self._inlet = inlet
        self._channel = channel
        self._ports = ports
        self._stream = ByteStream()
        self._device: QIODevice | None = None
        self._name, self._baud = "", 0
        self._quiet = _timer(self, QUIET_MS, self._rest)
        self._watch = _timer(self, _LOOK_AGAIN_MS, self._look)

    @property
    def name(self) -> str:
        """The port that is wanted, whether it is there or not; empty where none is."""
        return self._name

    @property
    def is_open(self) -> bool:
        """Whether the port is being read."""
        return self._device is not None

    def use(self, name: str, baud: int) -> None:
        """Read this port from now on; raises DeviceTrouble where it cannot be had."""
        self.close()
        self._device = self._opened(name, baud)
        self._name, self._baud = name, baud
        self.changed.emit()

    def wait_for(self, name: str, baud: int) -> None:
        """Read this port as soon as it is there: the one of the last time."""
        self.close()
        self._name, self._baud = name, baud
        self._look()

    def close(self) -> None:
        """Read no port."""
        self._watch.stop()
        self._name = ""
        self._let_go()

    def _opened(self, name: str, baud: int) -> QIODevice:
        device = self._ports.open(name, baud)
        device.readyRead.connect(self._read)
        device.aboutToClose.connect(self._lost)
        return device

    def _read(self) -> None:
        if self._device is not None:
            self._take(self._stream.feed(bytes(self._device.readAll().data())))
            if self._stream.is_open:
                self._quiet.start()
            else:
                self._quiet.stop()

    def _rest(self) -> None:
        self._take(self._stream.rest())

    def _take(self, scans: list[Scan]) -> None:
        for scan in scans:
            self._inlet.take(scan)

    def _look(self) -> None:
        """Whether the port is there again."""
        if any(port.name == self._name for port in self._ports.all()):
            self._come_back()
        if self._device is None:
            self._watch.start()

    def _come_back(self) -> None:
        try:
            self._device = self._opened(self._name, self._baud)
        except DeviceTrouble:
            return  # it is being set up, or another program has it: looked for again
        self._channel.done(message("scan.serial.there", port=self._name))
        self.changed.emit()

    def _lost(self) -> None:
        if self._device is not None:
            self._let_go()
            self._channel.warn(message("scan.serial.gone", port=self._name))
            self._watch.start()

    def _let_go(self) -> None:
        self._quiet.stop()
        self._rest()
        device, self._device = self._device, None
        if device is not None:
            device.readyRead.disconnect(self._read)
            device.aboutToClose.disconnect(self._lost)
            if device.isOpen():
                device.close()
            device.deleteLater()
            self.changed.emit()


def _timer(owner: QObject, after_ms: int, called: Callable[[], object]) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(after_ms)
    made.timeout.connect(called)
    return made
