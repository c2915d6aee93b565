"""The windows of hall and podium: pictures in, keys out, and on no screen but their own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.podium_window import PodiumWindow
from ceremony_app.projector.screen_window import ASTRAY_MS, ScreenWindow
from ceremony_app.projector.screens import exact_length
from ceremony_app.projector.shared_window import SharedWindow
from tests.helpers.paints import Paints

RED, BLUE, BLACK = "#ff0000", "#0000ff", "#000000"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Fading(ScreenWindow):
    """A window with a clock of the test's, and all that it told."""

    def __init__(self) -> None:
        self.clock = Clock()
        super().__init__("Ikrar · Uji", self.clock)
        self.told: list[object] = []
        self.painted.connect(self.told.append)


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


@pytest.fixture
def fading(qtbot: QtBot, qapp: QApplication) -> Iterator[Fading]:
    """A window that shows a red picture."""
    window = Fading()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.show_windowed(qapp.primaryScreen())
    with qtbot.waitSignal(window.painted):
        window.show_picture(image_of(window, RED), "red")
    yield window
    window.withdraw()


def test_the_titles_are_those_of_the_contract(qtbot: QtBot) -> None:
    for window, title in (
        (HallWindow(), "Ikrar · Layar Aula"),
        (PodiumWindow(), "Ikrar · Podium"),
        (SharedWindow(), "Ikrar · Rapat Daring"),
    ):
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
    assert colour_in(hall) == BLACK


def test_a_picture_of_an_earlier_size_leaves_no_rubbish_beside_it(hall: HallWindow) -> None:
    small = QImage(20, 20, QImage.Format.Format_RGB32)
    small.fill(QColor(RED))
    hall.show_picture(small, 1)
    assert colour_in(hall) == RED
    assert hall.grab().toImage().pixelColor(30, 30).name() == BLACK


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
    with qtbot.waitSignal(hall.close_wanted):
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


def test_an_armed_window_fills_its_screen(qapp: QApplication, hall: HallWindow) -> None:
    screen = qapp.primaryScreen()
    hall.fill_screen(screen)
    assert hall.armed_screen is screen
    assert hall.geometry() == screen.geometry()
    hall.withdraw()
    assert hall.armed_screen is None


def fill(qtbot: QtBot, qapp: QApplication, hall: HallWindow) -> None:
    """The whole screen, red."""
    hall.fill_screen(qapp.primaryScreen())
    with qtbot.waitSignal(hall.painted):
        hall.show_picture(image_of(hall, RED), 1)
    assert colour_in(hall) == RED


def test_a_window_that_was_moved_is_black_at_once_and_soon_out_of_sight(
    qtbot: QtBot, qapp: QApplication, hall: HallWindow
) -> None:
    fill(qtbot, qapp, hall)
    told: list[object] = []
    with qtbot.waitSignal(hall.strayed):
        hall.move(hall.pos() + QPoint(40, 0))
        assert colour_in(hall) == BLACK
        assert hall.isVisible()
        hall.painted.connect(told.append)
    assert ASTRAY_MS < 100
    assert not hall.isVisible()
    assert hall.armed_screen is None
    assert told == []


def test_a_window_that_comes_back_by_itself_goes_on(
    qtbot: QtBot, qapp: QApplication, hall: HallWindow
) -> None:
    fill(qtbot, qapp, hall)
    hall.move(hall.pos() + QPoint(40, 0))
    paints = Paints(hall)
    hall.move(qapp.primaryScreen().geometry().topLeft())
    qtbot.waitUntil(lambda: paints.count > 0)
    assert colour_in(hall) == RED
    with qtbot.assertNotEmitted(hall.strayed, wait=120):
        pass
    assert hall.isVisible()


def test_what_was_painted_is_not_told_once_it_is_out_of_sight(
    qtbot: QtBot, hall: HallWindow
) -> None:
    hall.show_picture(image_of(hall, RED), 1)
    hall.repaint()
    with qtbot.assertNotEmitted(hall.painted, wait=30):
        hall.withdraw()


def test_a_fade_goes_from_one_picture_to_the_other_and_is_told_at_its_end(
    qtbot: QtBot, fading: Fading
) -> None:
    fading.show_picture(image_of(fading, BLUE), "blue", fading=True)
    assert colour_in(fading) == RED
    fading.clock.now += 0.15
    half = QColor(colour_in(fading))
    assert 60 < half.red() < 200
    assert 60 < half.blue() < 200
    assert fading.told == ["red"]
    with qtbot.waitSignal(fading.painted):
        fading.clock.now += 1
    assert colour_in(fading) == BLUE
    assert fading.told == ["red", "blue"]
    assert not fading.is_fading


def test_a_press_during_a_fade_cuts_to_the_next(qtbot: QtBot, fading: Fading) -> None:
    fading.show_picture(image_of(fading, BLUE), "blue", fading=True)
    fading.clock.now += 0.1
    with qtbot.waitSignal(fading.painted):
        fading.show_picture(image_of(fading, "#00ff00"), "green", fading=True)
    assert colour_in(fading) == "#00ff00"
    assert fading.told == ["red", "green"]


def test_a_clock_that_ticks_does_not_end_a_fade(qtbot: QtBot, fading: Fading) -> None:
    fading.show_picture(image_of(fading, BLUE), "blue", fading=True)
    fading.clock.now += 0.15
    fading.show_picture(image_of(fading, "#00ffff"), "blue")
    assert fading.is_fading
    assert 60 < QColor(colour_in(fading)).red() < 200
    with qtbot.waitSignal(fading.painted):
        fading.clock.now += 1
    assert colour_in(fading) == "#00ffff"
    assert fading.told == ["red", "blue"]


def test_a_picture_of_another_size_is_cut_to(qtbot: QtBot, fading: Fading) -> None:
    other = QImage(64, 64, QImage.Format.Format_RGB32)
    other.fill(QColor(BLUE))
    fading.show_picture(other, "blue", fading=True)
    assert not fading.is_fading
    assert colour_in(fading) == BLUE


def test_going_out_of_sight_ends_a_fade_and_keeps_nothing(fading: Fading) -> None:
    fading.show_picture(image_of(fading, BLUE), "blue", fading=True)
    fading.withdraw()
    assert not fading.is_fading
    assert colour_in(fading) == BLACK


COMMON = (
    *((640, 480), (800, 600), (1024, 768), (1280, 720), (1280, 800), (1280, 1024), (1360, 768)),
    *((1366, 768), (1400, 1050), (1440, 900), (1600, 900), (1600, 1200), (1680, 1050)),
    *((1920, 1080), (1920, 1200), (2160, 1440), (2560, 1440), (2560, 1600), (3440, 1440)),
    *((3840, 2160), (4096, 2160)),
)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_pixels_of_every_usual_screen_are_known_at_every_scale(ratio: float) -> None:
    for length in {length for size in COMMON for length in size}:
        assert exact_length(int(length / ratio + 0.5), ratio) == length


def test_the_shared_window_is_an_ordinary_one(qtbot: QtBot, qapp: QApplication) -> None:
    window = SharedWindow()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.show_windowed(qapp.primaryScreen())
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    window.show_picture(image_of(window, RED), 1)
    window.setGeometry(QRect(5, 5, 300, 200))
    assert colour_in(window) == RED
    assert window.armed_screen is None


def test_a_screen_outlives_the_window_that_stood_on_it(qtbot: QtBot, qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    for _ in range(2):
        window = HallWindow()
        window.fill_screen(screen)
        qtbot.waitExposed(window)
        assert window.may_be_seen
        with qtbot.waitSignal(window.destroyed):
            window.dismiss()
        assert screen.name() == qapp.primaryScreen().name()
