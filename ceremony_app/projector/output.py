"""One window of the show with the pictures that are painted for it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Cover, Show, ShowState, Step
from ceremony_app.projector.idle_painter import IdlePainter
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.screen_window import ScreenWindow
from ceremony_app.projector.step_cache import StepCache, likely_next
from ceremony_app.projector.views import Picture, View, picture_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a window should show."""

    state: ShowState
    live: Live


@dataclass(frozen=True, slots=True)
class Shown:
    """What a window did show: a step, or only its cover."""

    step: Step
    visible: bool


class Output(QObject):
    """Paints for one window, as long as the window is in sight."""

    def __init__(self, view: View, window: ScreenWindow, painter: Painter) -> None:
        super().__init__(window)
        self.window = window
        self._view = view
        self._painter = painter
        self._cache = StepCache(painter.strokes)
        self._idle = IdlePainter(self._cache, self, is_busy=lambda: window.is_fading)
        self._wanted: Wanted | None = None
        self._fitted: tuple[Show, tuple[int, int]] | None = None
        self._stands: tuple[Picture, Shown] | None = None
        window.resized.connect(self._paint_anew)

    def show(self, wanted: Wanted, *, fading: bool = False) -> None:
        """Show something else, at once, and have what may follow painted meanwhile.

        A window in which nothing would change is left alone.
        """
        if wanted != self._wanted:
            self._wanted = wanted
            self._paint(fading=fading)

    def renew(self, *, forgetting: bool) -> None:
        """The programme is another, so what is shown next is painted whatever it is.

        `forgetting` says that every picture is another too.
        """
        self._wanted = self._stands = None
        if forgetting:
            self._cache.forget()

    def close(self) -> None:
        """Take the window away for good."""
        self._idle.stop()
        self._cache.forget()
        self.window.dismiss()

    def _paint_anew(self) -> None:
        """The window has another size, or came into sight: whatever stood in it is gone."""
        self._stands = None
        self._paint()

    def _paint(self, *, fading: bool = False) -> None:
        if self._wanted is None or not self.window.isVisible():
            return
        state, live = self._wanted.state, self._wanted.live
        show, size = self._painter.show, self.window.picture_size
        if self._fitted != (show, size):
            # Once for a programme and a size: no key press has to fit a text.
            self._painter.prepare(self._view, size)
            self._fitted = show, size
        picture = picture_of(self._view, size, show, state, live)
        shown = Shown(show.step(state), visible=state.cover is Cover.NONE)
        if self._stands == (picture, shown):
            return
        image = self._painter.ticked(self._cache.take(picture.still), picture)
        self._stands = picture, shown
        self.window.show_picture(image, shown, fading=fading)
        self.window.repaint()
        self._idle.want(likely_next(show, state, self._view, size, live))
