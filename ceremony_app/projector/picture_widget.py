"""A picture pixel for pixel, and the way from one to the next."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ceremony_app.projector.crossfade import FRAME_MS, Crossfade, can_fade, paint_exactly


class PictureWidget(QWidget):
    """Shows the picture that was handed in; black where there is none, or none may be seen.

    `painted` carries the name that came with a picture, once the whole of it has been painted: at
    the end of a fade, not at its beginning. `resized` says that pictures of `picture_size` are
    due. `clock` gives seconds and never goes back.
    """

    painted = Signal(object)
    resized = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(None)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._clock = clock
        self._image = QImage()
        self._name: object = None
        self._is_told = True
        self._before = QImage()
        self._began = 0.0
        self._fade: Crossfade | None = None
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self.update)
        self._seen: list[object] = []
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell_seen)

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height of the picture that fits exactly, in pixels of the screen."""
        ratio = self.devicePixelRatioF()
        return max(1, int(self.width() * ratio + 0.5)), max(1, int(self.height() * ratio + 0.5))

    @property
    def is_fading(self) -> bool:
        """Whether one picture is on its way to the next."""
        return self._fade is not None

    @property
    def may_be_seen(self) -> bool:
        """Whether a picture may be painted where the window stands now."""
        return True

    def show_picture(self, image: QImage, name: object, *, fading: bool = False) -> None:
        """Shows an image of `picture_size`; `painted` will carry `name`.

        A picture of another name ends a fade at once. One of the same name, in which only a
        clock has gone on, takes the place of what is being faded to.
        """
        if self._fade is not None and name == self._name:
            self._fade_to(image, self._before, self._began)
        elif fading and self._fade is None:
            self._fade_to(image, self._image, self._clock())
        else:
            self._fade_to(image, QImage(), 0.0)
        self._image, self._name, self._is_told = image, name, False
        self.update()

    def clear(self) -> None:
        """Nothing to be seen until the next picture is handed in."""
        self._fade_to(QImage(), QImage(), 0.0)
        self._image, self._name, self._is_told = QImage(), None, True
        self._seen.clear()
        self._telling.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        now = self._clock()
        if self._fade is not None and self._fade.is_over(now):
            self._fade_to(QImage(), QImage(), 0.0)
        painter = QPainter(self)
        if not self.may_be_seen or self._is_short():
            painter.fillRect(event.rect(), QColor(Qt.GlobalColor.black))
        if self.may_be_seen and self._fade is not None:
            self._fade.paint(painter, now)
        elif self.may_be_seen and not self._image.isNull():
            paint_exactly(painter, self._image)
            self._tell()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        super().resizeEvent(event)
        self.resized.emit()

    def _fade_to(self, after: QImage, before: QImage, began: float) -> None:
        """Begin or go on with a fade; end it where there is none between the two."""
        if self.isVisible() and self.may_be_seen and can_fade(before, after):
            self._fade, self._before, self._began = Crossfade(before, after, began), before, began
            self._frames.start()
        else:
            self._fade, self._before = None, QImage()
            self._frames.stop()

    def _is_short(self) -> bool:
        """Whether the picture leaves a part of the window open: it is still of an earlier size."""
        wide, high = self.picture_size
        return self._image.width() < wide or self._image.height() < high

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self._seen.append(self._name)
            # After this paint has gone to the screen, not in the middle of it.
            self._telling.start(0)

    def _tell_seen(self) -> None:
        seen, self._seen = self._seen, []
        for name in seen:
            self.painted.emit(name)
