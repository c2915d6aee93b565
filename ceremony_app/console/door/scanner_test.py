"""The scanner test: scan the code on the screen, see what arrived and what to set."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from ceremony_app.console.devices import SCANNER_TESTED
from ceremony_app.console.door.port_choice import PortChoice
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.messages import Message, message
from ceremony_app.scanning.assessment import TEST_CODE, Remark, Tone, assess, is_right, visible
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.scanning.wedge import SLOW_MS
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, clear, column, label, picture, row

_SIZE = QSize(1040, 690)
_ICONS = {
    Tone.GOOD: "check-circle",
    Tone.CALM: "info",
    Tone.WARNING: "warning",
    Tone.BAD: "broken",
}


class ScannerTest(QDialog):
    """While it is open, scans come here and are recorded nowhere; it says so.

    The day of a test that was passed is remembered.
    """

    def __init__(self, parent: QWidget, tools: Tools, scanners: Scanners, sounds: Sounds) -> None:
        super().__init__(parent)
        self._tools = tools
        self._say = tools.say
        self._scanners = scanners
        self._sounds = sounds
        self._scan: Scan | None = None
        self._ends: tuple[str, ...] = ()
        self.remarks: list[Remark] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SLOW_MS)
        self._wait.timeout.connect(self._show)
        self.setWindowTitle(self._say("scan.test.title"))
        self.setModal(True)
        self.ports = PortChoice(tools, scanners)
        self._found = QVBoxLayout()
        self._found.setSpacing(8)
        self._lay_out()
        self._show()
        scanners.inlet.receive(self, self.take)
        scanners.inlet.ended.connect(self._take_end)
        self.finished.connect(self._leave)

    def take(self, scan: Scan) -> None:
        """A scan has come; what its scanner sends after it comes a moment later."""
        self._scan, self._ends = scan, ()
        self._wait.start()
        self._sounds.play("recorded" if is_right(scan) else "refused")

    def _take_end(self, end: str) -> None:
        self._ends = (*self._ends, end)
        self._wait.start()

    def _leave(self) -> None:
        self._wait.stop()
        self._scanners.inlet.release(self)
        self._scanners.inlet.ended.disconnect(self._take_end)
        self.deleteLater()

    def _show(self) -> None:
        clear(self._found)
        scan = self._scan
        if scan is None:
            self._found.addWidget(label(self._say("scan.test.waiting"), "quiet", wrap=True))
            return
        self.remarks = assess(scan, self._ends)
        for remark in self.remarks:
            self._found.addWidget(self._line(remark))
        self._found.addLayout(self._facts_of(scan))
        if is_right(scan):
            today = SystemClock().now().astimezone().date()
            self._tools.settings.remember_choice(SCANNER_TESTED, today.isoformat())

    def _facts(self, scan: Scan) -> list[tuple[Message, str]]:
        facts = [(message("scan.test.fact.text"), visible(scan.text))]
        if scan.source is Source.KEYS:
            ends = {
                "enter": message("scan.test.end.enter"),
                "tab": message("scan.test.end.tab"),
                "lf": message("scan.test.end.lf"),
            }
            said = [self._say.say(ends[end]) for end in self._ends]
            none = self._say("scan.test.end.none")
            facts.append((message("scan.test.fact.end"), " + ".join(said) or none))
            pace = self._say("scan.test.pace", pause=scan.slowest)
            facts.append((message("scan.test.fact.pace"), pace))
        return facts

    def _facts_of(self, scan: Scan) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(self._facts(scan)):
            grid.addWidget(label(self._say.say(name), "caption"), number, 0)
            grid.addWidget(label(value, "code"), number, 1)
        return grid

    def _line(self, remark: Remark) -> QFrame:
        colour = self._tools.palette.colours()[f"{remark.tone}_ink"]
        words = label(self._say.say(remark.text), wrap=True)
        policy = words.sizePolicy()
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
        parts = row(picture(self._tools, _ICONS[remark.tone], colour, 22), words, gap=10)
        parts.setStretch(1, 1)
        parts.setContentsMargins(12, 8, 12, 8)
        made = box(parts, "notice", remark.tone)
        made.setAccessibleName(words.text())
        return made

    def _lay_out(self) -> None:
        # Late: what draws line codes takes a tenth of a second to load.
        from ceremony_app.console.door.test_codes import TestCodes

        say = self._say
        codes = TestCodes(TEST_CODE, say("scan.test.codes"))
        name = label(TEST_CODE, "code")
        shown = column(
            label(say("scan.test.first"), "heading"),
            label(say("scan.test.first_hint"), "quiet", wrap=True),
            codes,
            name,
            None,
            label(say("scan.test.laser"), "small", wrap=True),
            gap=8,
            margin=18,
        )
        for each in (codes, name):
            shown.setAlignment(each, Qt.AlignmentFlag.AlignHCenter)
        found = column(label(say("scan.test.second"), "heading"), gap=8, margin=18)
        found.addLayout(self._found)
        found.addStretch(1)
        cards = row(box(shown), box(found), gap=14)
        cards.setStretch(1, 1)
        done = button(say("scan.test.done"), self.accept, kind="primary")
        whole = column(label(say("scan.test.title"), "title"), gap=12, margin=18)
        whole.addLayout(cards, 1)
        ports = column(label(say("scan.port.title"), "caption"), self.ports, gap=4)
        ports.setContentsMargins(18, 10, 18, 12)
        whole.addWidget(box(ports))
        whole.addLayout(row(label(say("scan.test.nobody"), "small"), None, done))
        self.setLayout(whole)
        self.resize(_SIZE)
        done.setFocus()
