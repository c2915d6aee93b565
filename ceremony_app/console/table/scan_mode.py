"""Badges scanned at the table: as long as this is open, a scan is a signature."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.door.answers import not_kept
from ceremony_app.console.table.sign_answers import at_rest, shown, sound_of
from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message
from ceremony_app.domain.signing import SignAnswer, SignVerdict
from ceremony_app.scanning.scan import Scan
from ceremony_app.services.sign_scans import SignScans
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column
from ceremony_app.ui_kit.widgets.verdict import VerdictPanel

_HEIGHT = 196


class ScanMode(QWidget):
    """The big answer above the list. Scans come here from `start` to `stop`, and then go back to
    whoever asked before; out of sight it stops by itself, so that nobody who comes to the door
    is taken for a signer. `signed` carries the id of the party or person."""

    signed = Signal(str)
    stopped = Signal()

    def __init__(self, tools: Tools, desk: Desk, inlet: ScanInlet, sounds: Sounds) -> None:
        super().__init__()
        self._say = tools.say
        self._channel = tools.channel
        self._desk = desk
        self._inlet = inlet
        self._sounds = sounds
        self._pact: Callable[[], Pact | None] = lambda: None
        self.panel = VerdictPanel(tools, at_rest(tools.say, ""))
        self.setFixedHeight(_HEIGHT)
        self.setLayout(column(self.panel))
        self.setVisible(False)
        desk.closing.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether scans come here."""
        return not self.isHidden()

    def start(self, pact: Callable[[], Pact | None]) -> None:
        """Take scans for the pact that `pact` names at the moment of each."""
        self._pact = pact
        chosen = pact()
        self.panel.show_answer(at_rest(self._say, chosen.title if chosen else ""))
        self.setVisible(True)
        self._sounds.prepare()
        self._inlet.receive(self, self.scan)

    def stop(self) -> None:
        """Let go of the scanners."""
        if self.is_on:
            self.setVisible(False)
            self._inlet.release(self)
            self.stopped.emit()

    def scan(self, scan: Scan) -> None:
        """Put one scan in line."""
        pact, session = self._pact(), self._desk.session
        if pact is None:
            return

        def record(services: Services) -> SignAnswer:
            return SignScans(services.file, pact, session).scan(scan.text)

        self._desk.ask(record, lambda answer: self._answered(answer, scan.why), self._failed)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    def _answered(self, answer: SignAnswer, why: Message | None) -> None:
        self.panel.show_answer(shown(self._say, answer, why))
        self._sounds.play(sound_of(answer.verdict))
        if answer.verdict is SignVerdict.SIGNED:
            self.signed.emit(answer.signer)

    def _failed(self, error: KnownError) -> None:
        self.panel.show_answer(not_kept(self._say, self._say.say(error.message)))
        self._sounds.play("not_kept")
        self._channel.refuse(error)
