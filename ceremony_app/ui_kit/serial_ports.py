"""The serial ports of this machine. Qt's part for them is loaded when it is first asked for."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QIODevice, QTimer

from ceremony_app.domain.errors import DeviceTrouble

BAUD_RATES = (9600, 19200, 38400, 57600, 115200)
"""The speeds that scanners are set to; 9600 is what they come with."""


@dataclass(frozen=True, slots=True)
class Port:
    """A port by the name that opens it ("ttyACM0", "COM3"), and what hangs on it."""

    name: str
    about: str


class Ports(Protocol):
    """Where ports come from: this machine, or a test."""

    def all(self) -> list[Port]:
        """The ports that there are now."""

    def open(self, name: str, baud: int) -> QIODevice:
        """Open a port for reading; raises DeviceTrouble where it cannot be had.

        The device closes itself when its plug is pulled.
        """


class SystemPorts:
    """The ports that the system knows."""

    def all(self) -> list[Port]:
        from PySide6.QtSerialPort import QSerialPortInfo

        return [
            Port(port.portName(), port.description() or port.manufacturer())
            for port in QSerialPortInfo.availablePorts()
        ]

    def open(self, name: str, baud: int) -> QIODevice:
        from PySide6.QtSerialPort import QSerialPort

        port = QSerialPort()
        port.setPortName(name)
        port.setBaudRate(baud)
        if not port.open(QIODevice.OpenModeFlag.ReadOnly):
            raise DeviceTrouble("scan.serial.refused", port=name, reason=port.errorString())
        # Some scanners send nothing to a computer that does not say it is there.
        port.setDataTerminalReady(True)
        port.clearError()

        def failed(error: QSerialPort.SerialPortError) -> None:
            if error is QSerialPort.SerialPortError.ResourceError:
                QTimer.singleShot(0, port, port.close)

        port.errorOccurred.connect(failed)
        return port
