"""A camera as a scanner: frames are read beside the window's thread, a held code scans once."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from ceremony_app.domain.messages import Message
from ceremony_app.scanning.in_view import InView
from ceremony_app.scanning.pictures import read_codes
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.ui_kit.camera_frames import brightness, preview
from ceremony_app.ui_kit.camera_source import FrameSource
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.tasks import Lane


@dataclass(frozen=True, slots=True)
class Look:
    """What one frame showed: the codes in it, and a small mirrored picture of it."""

    codes: tuple[str, ...]
    picture: QImage


class CameraScanner(QObject):
    """Reads the frames of a source and hands its scans to the inlet.

    The reader takes the newest frame whenever it is done with one; frames that come meanwhile
    are passed over, so nothing piles up. `looked` carries a Look for each frame read, `changed`
    says that the camera was switched on or off, or lost.
    """

    looked = Signal(object)
    changed = Signal()

    def __init__(self, inlet: ScanInlet, channel: MessageChannel, source: FrameSource) -> None:
        super().__init__()
        self._inlet = inlet
        self._channel = channel
        self._source = source
        self._lane = Lane("camera", channel.refuse)
        self._in_view = InView()
        self._next: QVideoFrame | None = None
        self._is_reading = False
        self.camera = ""
        source.arrived.connect(self._arrived)
        source.failed.connect(self._failed)

    @property
    def source(self) -> FrameSource:
        """The cameras to choose from."""
        return self._source

    @property
    def is_on(self) -> bool:
        """Whether a camera is being read."""
        return bool(self.camera)

    def start(self, camera: str) -> None:
        """Read this camera from now on."""
        self.camera = camera
        self._source.start(camera)
        self.changed.emit()

    def stop(self) -> None:
        """Let the camera go."""
        self.camera, self._next = "", None
        self._source.stop()
        self.changed.emit()

    def close(self) -> None:
        """Let the camera go for good, and end the reader."""
        self.stop()
        self._lane.close()

    def _arrived(self, frame: QVideoFrame) -> None:
        if not self.is_on:
            return
        if self._is_reading:
            self._next = frame
        else:
            self._read(frame)

    def _read(self, frame: QVideoFrame) -> None:
        self._is_reading = True
        self._lane.ask(lambda: look_at(frame), self._seen)

    def _seen(self, look: Look | None) -> None:
        self._is_reading = False
        frame, self._next = self._next, None
        if frame is not None:
            self._read(frame)
        if look is not None and self.is_on:
            for code in self._in_view.new(look.codes, round(time.monotonic() * 1000)):
                self._inlet.take(Scan(code, Source.CAMERA))
            self.looked.emit(look)

    def _failed(self, why: Message) -> None:
        self.stop()
        self._channel.warn(why)


def look_at(frame: QVideoFrame) -> Look | None:
    """Read one frame; None where it cannot be read. Called beside the window's thread."""
    with brightness(frame) as picture:
        if picture is None:
            return None
        return Look(tuple(read_codes(picture)), preview(picture))
