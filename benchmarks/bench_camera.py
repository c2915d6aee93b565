"""One frame of a camera, from its arrival to the scan and the small picture beside it.

Full HD, as cameras deliver it (NV12), with the noise of a lens, a badge in every other frame;
all on one core. The floor is zxing-cpp alone on the same brightness, told to look for the same
two kinds of codes.
"""

import os
import statistics
import time

import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtMultimedia import QVideoFrameFormat

from benchmarks.figures import Row, show
from ceremony_app.domain.token import new_token
from ceremony_app.scanning.scan import Scan
from ceremony_app.ui_kit.camera_scanner import CameraScanner
from ceremony_app.ui_kit.camera_source import CameraName, FrameSource
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from tests.helpers.badge_pictures import badge, scene
from tests.helpers.video_frames import frame_of

SIZE = (1920, 1080)
FRAMES = 240
RATIO_LIMIT = 1.3
FRAME_SECONDS = 1 / 30

_KINDS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128])


class Film(FrameSource):
    """The same two frames, one after the other."""

    def cameras(self) -> list[CameraName]:
        return [CameraName("film", "film")]

    def start(self, camera: str) -> None:
        """Nothing to switch on."""

    def stop(self) -> None:
        """Nothing to switch off."""


def rows(frames: int = FRAMES) -> list[Row]:
    """A frame's time against bare zxing-cpp, and against a thirtieth of a second."""
    _keep_to_one_core()
    pictures = [scene({(900, 400): badge(new_token(), module=7)}, SIZE), scene({}, SIZE)]
    ours, bare = Race(pictures).run(frames // len(pictures))
    mine, floor = statistics.median(ours) * 1000, statistics.median(bare) * 1000
    # A rate is told by the mean: what a slow frame took is lost to the others.
    mean, each = statistics.fmean(ours) * 1000, 1000 * FRAME_SECONDS
    return [
        Row(
            "a camera's frame at 1920x1080, against bare zxing-cpp",
            *(mine, floor, mine / floor, RATIO_LIMIT, "ms"),
        ),
        Row(
            "the same, mean of all, against a thirtieth of a second on one core",
            *(mean, each, mean / each, 1.0, "ms"),
        ),
    ]


class Race:
    """Both ways in turn, over all pictures each time; seconds a frame."""

    def __init__(self, pictures: list[Image.Image]) -> None:
        self._application = QCoreApplication.instance() or QCoreApplication([])
        self._views = [memoryview(one.tobytes()).cast("B", (SIZE[1], SIZE[0])) for one in pictures]
        self._reel = [frame_of(one, QVideoFrameFormat.PixelFormat.Format_NV12) for one in pictures]
        self._film, self._door, self._scans = Film(), QObject(), list[Scan]()
        channel = MessageChannel()
        inlet = ScanInlet(channel)
        inlet.receive(self._door, self._scans.append)
        self._scanner = CameraScanner(inlet, channel, self._film)
        self._scanner.looked.connect(self._next)
        self._left, self._shown, self._began = 0, 0, 0.0
        self._ours: list[float] = []
        self._bare: list[float] = []

    def run(self, rounds: int) -> tuple[list[float], list[float]]:
        """Ours: handed to the reader's thread, read, made small, told. Then the bare reader's."""
        self._left = rounds
        self._scanner.start("film")
        self._begin()
        self._application.exec()
        self._scanner.close()
        assert len(self._scans) == 1, "one badge, held before the camera"
        return self._ours, self._bare

    def _begin(self) -> None:
        self._began = time.perf_counter()
        for view in self._views:
            zxingcpp.read_barcodes(view, formats=_KINDS, try_rotate=False, try_invert=False)
        self._bare.append((time.perf_counter() - self._began) / len(self._views))
        self._shown, self._began = 0, time.perf_counter()
        self._show()

    def _show(self) -> None:
        self._film.arrived.emit(self._reel[self._shown])

    def _next(self, _: object) -> None:
        self._shown += 1
        if self._shown < len(self._reel):
            self._show()
            return
        self._ours.append((time.perf_counter() - self._began) / len(self._reel))
        self._left -= 1
        if self._left:
            self._begin()
        else:
            self._application.quit()


def _keep_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    show(rows())
