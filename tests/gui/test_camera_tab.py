"""The door's camera tab, before a lens that shows what the test holds up."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.door.camera_tab import CameraTab
from ceremony_app.console.door.page import DoorPage
from ceremony_app.ui_kit.camera_source import CameraName
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.badge_pictures import badge, scene
from tests.helpers.desks import Desks
from tests.helpers.video_frames import Lens
from tests.helpers.windows import LOCATOR


class Door:
    """A door page whose scanners have that lens for a camera."""

    def __init__(
        self, qtbot: QtBot, desks: Desks, tools: Tools, application: QApplication, folder: Path
    ) -> None:
        self.lens, self.asked = Lens(), 0
        settings = Settings(folder / "scanners.json")
        self.scanners = Scanners(application, tools.channel, settings, cameras=self._lens)
        self.desk = desks.open(12)
        self.tokens = desks.tokens(self.desk)
        sounds = Sounds(LOCATOR.sounds, muted=True)
        self.page = DoorPage(tools, self.desk, self.scanners, sounds, "Utara")
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.arrive()
        found = self.page.findChild(CameraTab)
        assert isinstance(found, CameraTab)
        self.tab = found

    def _lens(self) -> Lens:
        self.asked += 1
        return self.lens

    def open_tab(self) -> None:
        tabs = self.page.findChild(QTabWidget)
        assert isinstance(tabs, QTabWidget)
        tabs.setCurrentWidget(self.tab)


@pytest.fixture
def door(
    qtbot: QtBot, desks: Desks, tools: Tools, qapp: QApplication, tmp_path: Path
) -> Iterator[Door]:
    made = Door(qtbot, desks, tools, qapp, tmp_path)
    yield made
    made.scanners.close()


def test_no_camera_is_asked_for_before_the_tab_is_opened(door: Door) -> None:
    assert door.asked == 0
    door.open_tab()
    assert door.asked == 1
    assert door.tab.camera.value == "lens"


def test_a_badge_held_up_is_recorded_once_and_framed(qtbot: QtBot, door: Door) -> None:
    door.open_tab()
    door.tab.turn.click()
    assert (door.lens.on, door.tab.turn.text()) == ("lens", "Matikan kamera")
    name, token = next(iter(door.tokens.items()))
    for _ in range(3):
        door.lens.show(scene({(500, 240): badge(token)}))
    qtbot.waitUntil(lambda: door.page.panel.answer.name == name)
    assert door.page.panel.answer.word == "HADIR"
    qtbot.waitUntil(lambda: door.tab.picture._found)
    door.tab.turn.click()
    assert door.lens.on == ""
    assert not door.tab.picture.isVisible()


def test_a_camera_that_is_pulled_out_is_let_go(qtbot: QtBot, door: Door, tools: Tools) -> None:
    door.open_tab()
    door.tab.turn.click()
    door.lens.names = []
    door.lens.cameras_changed.emit()
    assert "Tidak ada kamera" in door.tab.hint.text()
    door.lens.names = [CameraName("lens", "Kamera uji"), CameraName("usb", "Kamera USB")]
    door.lens.cameras_changed.emit()
    assert door.tab.turn.isEnabled()


def test_the_camera_goes_off_with_the_last_page_that_wants_scans(door: Door) -> None:
    door.open_tab()
    door.tab.turn.click()
    door.scanners.inlet.release(door.page)
    assert door.lens.on == ""


def test_the_camera_of_the_last_time_is_chosen_again(door: Door, tools: Tools) -> None:
    door.lens.names = [CameraName("lens", "Kamera uji"), CameraName("usb", "Kamera USB")]
    tools.settings.remember_choice("camera", "usb")
    door.open_tab()
    assert door.tab.camera.value == "usb"
