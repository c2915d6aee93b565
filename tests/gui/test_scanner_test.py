"""The scanner test: what it shows, what it remembers, and that it records nobody."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.app import Program
from ceremony_app.console.devices import scanner_check
from ceremony_app.console.door.scanner_test import ScannerTest
from ceremony_app.domain.checks import State
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.token import new_token, read_token
from ceremony_app.scanning.assessment import TEST_CODE
from ceremony_app.scanning.pictures import Grey, read_codes
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import make_ceremony
from tests.helpers.keyboard import Hands
from tests.helpers.windows import LOCATOR, make_tools


class Trial:
    """An open test over a window."""

    def __init__(self, qtbot: QtBot, tools: Tools, scanners: Scanners) -> None:
        self.qtbot, self.hands = qtbot, Hands()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        tools.theme.dress(self.window, tools.palette)
        self.window.show()
        sounds = Sounds(LOCATOR.sounds, muted=True)
        self.dialog = ScannerTest(self.window, tools, scanners, sounds)
        self.dialog.open()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def keys(self) -> list[str]:
        return [remark.text.key for remark in self.dialog.remarks]

    @property
    def words(self) -> list[str]:
        return [each.text() for each in self.dialog.findChildren(QLabel)]


@pytest.fixture
def test(qtbot: QtBot, tools: Tools, scanners: Scanners) -> Trial:
    return Trial(qtbot, tools, scanners)


def test_the_test_code_is_a_code_and_both_forms_can_be_read_off_the_screen(test: Trial) -> None:
    assert read_token(TEST_CODE) == TEST_CODE
    shown = test.dialog.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    data = memoryview(shown.constBits())
    picture = Grey(data, shown.width(), shown.height(), shown.bytesPerLine())
    assert read_codes(picture) == [TEST_CODE, TEST_CODE]


@pytest.mark.parametrize(
    ("typed", "every", "end", "expected"),
    [
        (TEST_CODE, 8, "\r", ["scan.test.right"]),
        (TEST_CODE.lower(), 8, "\r", ["scan.test.right", "scan.test.lower"]),
        (TEST_CODE, 8, "", ["scan.test.right", "scan.test.no_end"]),
        (TEST_CODE, 60, "\t", ["scan.test.right", "scan.test.slow"]),
        (f"]Q1{TEST_CODE}", 8, "\r", ["scan.test.right", "scan.test.marks"]),
        (TEST_CODE.replace("Y", "Z"), 8, "\r", ["scan.test.other"]),
        ("IKQAWZY?à&é\"'(-è_çè", 8, "\r", ["scan.why.layout"]),
        ("8991002101234", 8, "\r", ["scan.test.other"]),
        (TEST_CODE[:9], 8, "", ["scan.why.half"]),
    ],
)
def test_what_arrived_is_said(
    test: Trial, typed: str, every: int, end: str, expected: list[str]
) -> None:
    test.hands.scan(typed, every, end=end)
    test.qtbot.waitUntil(lambda: test.keys == expected)


def test_a_badge_passes_the_test_and_says_that_nobody_was_recorded(test: Trial) -> None:
    test.hands.scan(new_token())
    test.qtbot.waitUntil(lambda: test.keys == ["scan.test.badge"])
    assert any("belum dicatat hadir" in words for words in test.words)


def test_several_terminators_are_named(test: Trial) -> None:
    test.hands.scan(TEST_CODE, end="\r\n")
    test.qtbot.waitUntil(lambda: "Enter + LF (Ctrl+J)" in test.words)


def test_readiness_knows_when_a_scanner_was_tested(test: Trial, tools: Tools) -> None:
    assert scanner_check(tools.settings).state is State.WARN
    test.hands.scan(TEST_CODE)
    test.qtbot.waitUntil(lambda: scanner_check(tools.settings).state is State.OK)


def test_a_second_scan_replaces_the_first(test: Trial) -> None:
    test.hands.scan("8991002101234")
    test.qtbot.waitUntil(lambda: test.keys == ["scan.test.other"])
    test.hands.scan(TEST_CODE)
    test.qtbot.waitUntil(lambda: test.keys == ["scan.test.right"])
    assert "Pemindai siap dipakai." in test.words


def test_scans_go_back_to_the_door_when_the_test_is_done(
    qtbot: QtBot, tools: Tools, scanners: Scanners
) -> None:
    door, recorded = QWidget(), []
    qtbot.addWidget(door)
    scanners.inlet.receive(door, recorded.append)
    test = Trial(qtbot, tools, scanners)
    test.hands.scan(TEST_CODE)
    test.qtbot.waitUntil(lambda: test.keys == ["scan.test.right"])
    assert not recorded
    test.dialog.accept()
    test.window.activateWindow()
    qtbot.waitUntil(test.window.isActiveWindow)
    test.hands.scan(TEST_CODE)
    assert [scan.text for scan in recorded] == [TEST_CODE]


def test_it_is_reached_from_readiness(qtbot: QtBot, fonts: object, tmp_path: Path) -> None:
    path = make_ceremony(tmp_path / "banten.ikrar", 2)
    program = Program(
        LOCATOR, make_tools(tmp_path).say, Settings(tmp_path / "settings.json"), tmp_path
    )
    program.begin(Launch(file=path))
    window = program.window
    assert window is not None
    try:
        qtbot.waitUntil(lambda: any(map(_tests, window.findChildren(QPushButton))))
        next(filter(_tests, window.findChildren(QPushButton))).click()
        dialog = window.findChild(ScannerTest)
        assert isinstance(dialog, ScannerTest)
        dialog.take(Scan(TEST_CODE, Source.SERIAL))
        qtbot.waitUntil(lambda: bool(dialog.remarks))
        dialog.accept()
        qtbot.waitUntil(lambda: any("Diuji di komputer ini" in words for words in _read(window)))
    finally:
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        window.deleteLater()
        program.end()


def _tests(button: QPushButton) -> bool:
    return button.text() == "Uji pemindai"


def _read(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel)]
