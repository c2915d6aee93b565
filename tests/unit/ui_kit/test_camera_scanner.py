"""A camera without a camera: its frames are pictures of badges, in every format that there is."""

from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.domain.messages import message
from ceremony_app.domain.token import new_token
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.ui_kit.camera_frames import brightness, preview
from ceremony_app.ui_kit.camera_scanner import CameraScanner, Look, look_at
from ceremony_app.ui_kit.messages import MessageChannel, Notice
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from tests.helpers.badge_pictures import badge, scene
from tests.helpers.video_frames import FORMATS, Lens, frame_of


class Camera:
    """A scanner behind that lens, and what came of it."""

    def __init__(self) -> None:
        self.channel = MessageChannel()
        self.notices: list[Notice] = []
        self.channel.told.connect(self.notices.append)
        self.channel.listen()
        self.inlet, self.lens = ScanInlet(self.channel), Lens()
        self.scanner = CameraScanner(self.inlet, self.channel, self.lens)
        self.looks: list[Look] = []
        self.scanner.looked.connect(self.looks.append)
        self.scans: list[Scan] = []
        self.page = QObject()
        self.inlet.receive(self.page, self.scans.append)

    def show(self, qtbot: QtBot, picture: Image.Image) -> Look:
        count = len(self.looks)
        self.lens.show(picture)
        qtbot.waitUntil(lambda: len(self.looks) > count)
        return self.looks[-1]


@pytest.fixture
def camera(qapp: QApplication) -> Iterator[Camera]:
    made = Camera()
    made.scanner.start("lens")
    yield made
    made.scanner.close()


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_frames_of_every_format_are_read(kind: QVideoFrameFormat.PixelFormat) -> None:
    token = new_token()
    look = look_at(frame_of(scene({(400, 200): badge(token)}), kind))
    assert look is not None
    assert look.codes == (token,)


def test_the_picture_that_is_shown_is_small_and_mirrored() -> None:
    picture = Image.new("L", (1280, 720), 255)
    picture.paste(0, (0, 0, 640, 720))
    with brightness(frame_of(picture, QVideoFrameFormat.PixelFormat.Format_YUYV)) as grey:
        assert grey is not None
        shown = preview(grey)
    assert shown.width() >= 480
    assert shown.width() * 720 == shown.height() * 1280
    assert shown.pixelColor(10, 50).lightness() > 250
    assert shown.pixelColor(shown.width() - 10, 50).lightness() < 5


def test_a_frame_without_a_picture_is_passed_over() -> None:
    assert look_at(QVideoFrame()) is None


def test_a_held_badge_is_one_scan(qtbot: QtBot, camera: Camera) -> None:
    token = new_token()
    picture = scene({(400, 200): badge(token)})
    for _ in range(6):
        camera.show(qtbot, picture)
    assert [(scan.text, scan.source) for scan in camera.scans] == [(token, Source.CAMERA)]


def test_two_badges_in_one_picture_are_two_scans(qtbot: QtBot, camera: Camera) -> None:
    first, second = new_token(), new_token()
    look = camera.show(qtbot, scene({(100, 200): badge(first), (700, 260): badge(second)}))
    assert [scan.text for scan in camera.scans] == [first, second]
    assert look.codes == (first, second)


def test_frames_do_not_pile_up(qtbot: QtBot, camera: Camera) -> None:
    empty, token = scene({}), new_token()
    for _ in range(20):
        camera.lens.show(empty)
    camera.lens.show(scene({(400, 200): badge(token)}))
    qtbot.waitUntil(lambda: [scan.text for scan in camera.scans] == [token])
    assert len(camera.looks) <= 3, "the newest frame is read, those before it are passed over"


def test_a_camera_that_is_off_scans_nothing(qtbot: QtBot, camera: Camera) -> None:
    camera.scanner.stop()
    assert camera.lens.on == ""
    camera.lens.show(scene({(400, 200): badge(new_token())}))
    camera.scanner.start("lens")
    camera.show(qtbot, scene({}))
    assert not camera.scans


def test_a_camera_that_fails_is_said_and_let_go(qtbot: QtBot, camera: Camera) -> None:
    with qtbot.waitSignal(camera.scanner.changed):
        camera.lens.failed.emit(message("scan.camera.gone"))
    assert [notice.text.key for notice in camera.notices] == ["scan.camera.gone"]
    assert not camera.scanner.is_on
