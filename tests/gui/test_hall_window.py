"""The windows of hall and podium: pictures in, keys out, and on no screen but their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.placement import Placement, ScreenIdentity
from ceremony_app.projector.podium_window import PodiumWindow
from ceremony_app.projector.screen_window import ScreenWindow

ROOT = Path(__file__).parents[2]


def image_of(window: ScreenWindow, colour: str) -> QImage:
    image = QImage(*window.picture_size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def colour_in(window: ScreenWindow) -> str:
    return window.grab().toImage().pixelColor(5, 5).name()


@pytest.fixture
def hall(qtbot: QtBot, qapp: QApplication) -> HallWindow:
    window = HallWindow()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.show_windowed(qapp.primaryScreen())
    qtbot.waitExposed(window)
    return window


def test_the_titles_are_those_of_the_contract(qtbot: QtBot) -> None:
    for window, title in ((HallWindow(), "Ikrar · Layar Aula"), (PodiumWindow(), "Ikrar · Podium")):
        assert (window.windowTitle(), window.accessibleName()) == (title, title)
        window.dismiss()


def test_the_picture_that_was_handed_in_is_shown_and_told_once(
    qtbot: QtBot, hall: HallWindow
) -> None:
    told: list[object] = []
    hall.painted.connect(told.append)
    with qtbot.waitSignal(hall.painted):
        hall.show_picture(image_of(hall, "#123456"), "langkah 1")
    assert colour_in(hall) == "#123456"
    hall.repaint()
    with qtbot.waitSignal(hall.painted):
        hall.show_picture(image_of(hall, "#654321"), "langkah 2")
    assert told == ["langkah 1", "langkah 2"]


def test_without_a_picture_the_screen_is_black(hall: HallWindow) -> None:
    assert colour_in(hall) == "#000000"


def test_the_size_of_a_picture_is_in_pixels_of_the_screen(hall: HallWindow) -> None:
    ratio = hall.devicePixelRatioF()
    assert hall.picture_size == (round(hall.width() * ratio), round(hall.height() * ratio))


def test_a_new_size_asks_for_new_pictures(qtbot: QtBot, hall: HallWindow) -> None:
    with qtbot.waitSignal(hall.resized):
        hall.resize(500, 300)
    assert hall.picture_size[0] >= 500


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Period, Qt.Key.Key_B])
def test_no_key_leaves_or_blanks_and_every_key_is_handed_on(
    qtbot: QtBot, hall: HallWindow, key: Qt.Key
) -> None:
    hall.show_picture(image_of(hall, "#123456"), 1)
    with qtbot.waitSignal(hall.pressed) as pressed:
        QTest.keyClick(hall, key)
    assert pressed.args is not None
    assert pressed.args[0] == key
    assert hall.isVisible()
    assert colour_in(hall) == "#123456"


def test_the_system_cannot_close_it_and_its_owner_can(qtbot: QtBot, hall: HallWindow) -> None:
    assert not hall.close()
    assert hall.isVisible()
    hall.withdraw()
    assert not hall.isVisible()


def test_the_pointer_is_not_seen_over_the_hall(hall: HallWindow) -> None:
    assert hall.cursor().shape() is Qt.CursorShape.BlankCursor


def test_a_single_screen_gets_an_ordinary_window_of_its_shape(
    qapp: QApplication, hall: HallWindow
) -> None:
    screen = qapp.primaryScreen()
    assert not hall.isFullScreen()
    assert hall.armed_screen is None
    assert hall.width() < screen.size().width()
    assert hall.width() / hall.height() == pytest.approx(
        screen.size().width() / screen.size().height(), rel=0.02
    )


def test_a_screen_that_goes_away_hides_the_window_until_it_is_back(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """The signals are those that the application gives; the real thing needs a real X server."""
    window = HallWindow()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    placement = Placement(window, qapp)
    screen = QGuiApplication.primaryScreen()
    placement.choose(screen)
    assert window.isFullScreen()
    assert window.armed_screen is screen
    with qtbot.waitSignal(placement.lost):
        qapp.screenRemoved.emit(screen)
    assert placement.is_lost
    assert not window.isVisible()
    with qtbot.waitSignal(placement.found):
        qapp.screenAdded.emit(screen)
    assert window.isFullScreen()
    placement.withdraw()
    qapp.screenAdded.emit(screen)
    assert not window.isVisible()


def test_a_window_that_was_only_a_window_is_left_alone(qtbot: QtBot, qapp: QApplication) -> None:
    window = HallWindow()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    placement = Placement(window, qapp)
    placement.open_window(qapp.primaryScreen())
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert window.isVisible()
    assert placement.free_screen(qapp.primaryScreen()) is None
    assert ScreenIdentity.of(qapp.primaryScreen()).name == qapp.primaryScreen().name()


TWO_SCREENS = """
import sys
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.placement import Placement

application = QApplication([])
operators, projector = application.screens()
window = HallWindow()
placement = Placement(window, application)
assert placement.free_screen(operators) is projector
placement.choose(placement.free_screen(operators))
application.processEvents()
size = window.picture_size
assert window.geometry() == projector.geometry(), window.geometry()
image = QImage(*size, QImage.Format.Format_RGB32)
image.fill(QColor("#123456"))
window.show_picture(image, 1)
on_its_own = window.grab().toImage()
assert (on_its_own.width(), on_its_own.height()) == size
assert on_its_own.pixelColor(9, 9).name() == "#123456"
window.setScreen(operators)
assert window.grab().toImage().pixelColor(9, 9).name() == "#000000", "painted on a wrong screen"
print(*size)
window.dismiss()
"""


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_it_fills_the_second_screen_and_is_black_on_any_other(tmp_path: Path, scale: float) -> None:
    screens = [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "PROYEKTOR", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
    logical = {"logicalDpi": 96 * scale, "logicalBaseDpi": 96, "dpr": 1.0}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [{**logical, **screen} for screen in screens]}))
    ran = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "1920 1080"
