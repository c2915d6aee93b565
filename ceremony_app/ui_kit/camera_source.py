"""The cameras of this machine, and the frames of the one that is on.

Loaded only when somebody wants a camera: Qt's part for them brings all of FFmpeg along.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from ceremony_app.domain.messages import Message, message

_LARGEST = (1920, 1080)
_SLOWEST = 15.0
"""Frames a second below which a picture is no longer worth its size."""


@dataclass(frozen=True, slots=True)
class CameraName:
    """A camera by the name that the system finds it by, and the one that people read."""

    id: str
    about: str


class FrameSource(QObject):
    """Where frames come from: a camera of this machine, or a test.

    `arrived` carries a QVideoFrame; `failed` a message; `cameras_changed` says that one was
    plugged in or pulled out.
    """

    arrived = Signal(object)
    failed = Signal(object)
    cameras_changed = Signal()

    def cameras(self) -> list[CameraName]:
        """The cameras that there are now, the system's own choice first."""
        raise NotImplementedError

    def start(self, camera: str) -> None:
        """Let frames of a camera come."""
        raise NotImplementedError

    def stop(self) -> None:
        """No frames any more; the camera is let go of, and its light goes out."""
        raise NotImplementedError


class SystemCameras(FrameSource):
    """The cameras that the system knows."""

    def __init__(self) -> None:
        super().__init__()
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._listed)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._came)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        self._camera: QCamera | None = None

    def cameras(self) -> list[CameraName]:
        default = QMediaDevices.defaultVideoInput()
        found = sorted(QMediaDevices.videoInputs(), key=lambda one: one != default)
        return [CameraName(_id(one), one.description()) for one in found]

    def start(self, camera: str) -> None:
        self.stop()
        device = next((one for one in QMediaDevices.videoInputs() if _id(one) == camera), None)
        if device is None:
            self.failed.emit(message("scan.camera.gone"))
            return
        self._camera = QCamera(device, self)
        wanted = best_format(device.videoFormats())
        if wanted is not None:
            self._camera.setCameraFormat(wanted)
        self._camera.errorOccurred.connect(self._failed)
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._failed)
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None

    def _came(self, frame: QVideoFrame) -> None:
        self.arrived.emit(frame)

    def _listed(self) -> None:
        """A camera was plugged in or pulled out, perhaps the one that is on."""
        device = self._camera.cameraDevice() if self._camera is not None else None
        if device is not None and device not in QMediaDevices.videoInputs():
            self.failed.emit(message("scan.camera.gone"))
        self.cameras_changed.emit()

    def _failed(self, error: QCamera.Error, words: str) -> None:
        if error is not QCamera.Error.NoError:
            self.failed.emit(_trouble(words))


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The largest picture up to full HD that still comes often enough."""

    def fits(one: QCameraFormat) -> bool:
        size = one.resolution()
        return size.width() <= _LARGEST[0] and size.height() <= _LARGEST[1]

    quick = [one for one in formats if fits(one) and one.maxFrameRate() >= _SLOWEST]
    return max(
        quick,
        key=lambda one: (one.resolution().width() * one.resolution().height(), one.maxFrameRate()),
        default=None,
    )


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _trouble(words: str) -> Message:
    return message("scan.camera.failed", reason=words)
