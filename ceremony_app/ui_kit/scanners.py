"""Every way in which scans come into a running program, built once and handed to the pages."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.scan_gate import KeyGate
from ceremony_app.ui_kit.scan_inlet import ScanInlet


class Scanners(QObject):
    """The keys of the program, and what else is plugged in to scan with.

    `inlet` is where a page asks for scans; `gate` stands before the keys of all windows.
    """

    def __init__(self, application: QApplication, channel: MessageChannel) -> None:
        super().__init__()
        self.inlet = ScanInlet(channel)
        self.gate = KeyGate(application, self.inlet)

    def close(self) -> None:
        """Let go of keys and devices."""
        self.gate.close()
