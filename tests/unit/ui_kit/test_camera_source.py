"""The system's own cameras, on a machine that has none: built, asked, started, and told of."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtMultimedia import QCameraFormat, QVideoFrameFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.domain.token import new_token
from ceremony_app.scanning.scan import Scan
from ceremony_app.ui_kit.camera_scanner import CameraScanner
from ceremony_app.ui_kit.camera_source import SystemCameras, best_format
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from tests.helpers.badge_pictures import badge, scene
from tests.helpers.video_frames import frame_of


@pytest.fixture
def cameras(qapp: QApplication) -> Iterator[SystemCameras]:
    made = SystemCameras()
    yield made
    made.stop()


def test_a_frame_of_the_system_becomes_a_scan(qtbot: QtBot, cameras: SystemCameras) -> None:
    """Put where the system's camera puts its frames: the first part that is not ours."""
    channel, scans, page = MessageChannel(), list[Scan](), QObject()
    inlet = ScanInlet(channel)
    inlet.receive(page, scans.append)
    scanner = CameraScanner(inlet, channel, cameras)
    scanner.camera = "on"  # as after a start that found its camera
    picture = scene({(400, 200): badge(token := new_token())})
    cameras._sink.setVideoFrame(frame_of(picture, QVideoFrameFormat.PixelFormat.Format_NV12))
    qtbot.waitUntil(lambda: [scan.text for scan in scans] == [token])
    scanner.close()


def test_a_camera_that_is_gone_is_said(qtbot: QtBot, cameras: SystemCameras) -> None:
    with qtbot.waitSignal(cameras.failed) as told:
        cameras.start("no such camera")
    assert told.args[0].key == "scan.camera.gone"


def test_without_formats_the_camera_chooses() -> None:
    assert best_format([]) is None
    assert best_format([QCameraFormat()]) is None
    assert QCameraFormat().resolution() == QSize()
