"""Which serial port a scanner hangs on, if it is not a keyboard."""

from PySide6.QtWidgets import QWidget

from ceremony_app.domain.errors import DeviceTrouble
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.serial_ports import BAUD_RATES
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, label, restyle, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice


class PortChoice(QWidget):
    """Chooses a port and its speed, and says whether it is being read."""

    def __init__(self, tools: Tools, scanners: Scanners) -> None:
        super().__init__()
        self._say = tools.say
        self._scanners = scanners
        self.port = FormRow(self._say("scan.port.name"), choice([]))
        speeds = [(str(baud), str(baud)) for baud in BAUD_RATES]
        self.baud = FormRow(self._say("scan.port.speed"), choice(speeds))
        self.use = button(self._say("scan.port.use"), self._use)
        self._state = label("", "small", wrap=True)
        self.baud.setFixedWidth(130)
        entries = row(self.port, self.baud, column(None, self.use), gap=10)
        entries.addLayout(column(None, self._state))
        entries.setStretch(0, 3)
        entries.setStretch(3, 2)
        self.setLayout(entries)
        scanners.serial.changed.connect(self._show)
        self.read()

    def read(self) -> None:
        """List the ports that there are now."""
        ports = [
            (port.name, f"{port.name} · {port.about}" if port.about else port.name)
            for port in self._scanners.ports.all()
        ]
        self.port.refill([("", self._say("scan.port.none")), *ports])
        self.port.value = self._scanners.serial.name
        self.baud.value = str(self._scanners.baud)
        self._show()

    def _use(self) -> None:
        try:
            self._scanners.use_port(self.port.value, int(self.baud.value))
        except DeviceTrouble as error:
            self.port.complain(self._say.say(error.message))
        else:
            self.port.forgive()
        self._show()

    def _show(self) -> None:
        serial = self._scanners.serial
        if serial.is_open:
            words, tone = self._say("scan.port.open", port=serial.name), "good"
        elif serial.name:
            words, tone = self._say("scan.port.waiting", port=serial.name), "warn"
        else:
            words, tone = self._say("scan.port.closed"), ""
        self._state.setText(words)
        restyle(self._state, tone=tone)
