"""The show while it runs: one state, and every window that shows it."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QImage, QScreen

from ceremony_app.domain.live import NOTHING_LIVE, Live
from ceremony_app.domain.show import Cover, Show, ShowState, Step
from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.idle_painter import IdlePainter
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.placement import Placement
from ceremony_app.projector.podium_window import PodiumWindow
from ceremony_app.projector.screen_window import ScreenWindow
from ceremony_app.projector.step_cache import StepCache, likely_next
from ceremony_app.projector.views import View, picture_of
from ceremony_app.ui_kit.running_show import Place, RunningShow


class LiveShow(RunningShow):
    """A running show with real windows; see `RunningShow` for what its signals say."""

    def __init__(self, painter: Painter, application: QGuiApplication) -> None:
        super().__init__()
        self._painter = painter
        self._application = application
        self._state = painter.show.first()
        self._in_hall = self._state
        self._live = NOTHING_LIVE
        self._outputs: dict[Place, _Output] = {}
        self._told: tuple[Step, str, bool] | None = None

    @property
    def show(self) -> Show:
        return self._painter.show

    @property
    def state(self) -> ShowState:
        return self._state

    def is_open(self, place: Place) -> bool:
        return place in self._outputs

    def is_lost(self, place: Place) -> bool:
        return place in self._outputs and self._outputs[place].placement.is_lost

    def screen_of(self, place: Place) -> str:
        output = self._outputs.get(place)
        screen = output.window.armed_screen if output else None
        return screen.name() if screen else ""

    def go_to(self, state: ShowState) -> None:
        self._state = state
        if not state.frozen:
            self._in_hall = state
        self._show_everywhere()
        self.moved.emit()

    def tell(self, live: Live) -> None:
        if live != self._live:
            self._live = live
            self._show_everywhere()
            self.moved.emit()

    def open(self, place: Place, operators: QScreen) -> None:
        if place in self._outputs:
            return
        window = HallWindow() if place is Place.HALL else PodiumWindow()
        output = _Output(View(place), window, self._painter, self._application)
        self._outputs[place] = output
        output.window.resized.connect(lambda: self._show_on(output))
        output.window.pressed.connect(self.pressed)
        output.placement.lost.connect(self.outputs_changed)
        # The show may have gone on meanwhile.
        output.placement.found.connect(lambda: self._show_on(output))
        output.placement.found.connect(self.outputs_changed)
        if place is Place.HALL:
            output.window.painted.connect(self._tell)
            output.placement.lost.connect(self._tell_unseen)
        screen = self._free_screen(operators)
        if screen is not None:
            output.placement.choose(screen)
        else:
            output.placement.open_window(operators)
        self._show_on(output)
        self.outputs_changed.emit()

    def close(self, place: Place) -> None:
        output = self._outputs.pop(place, None)
        if output is not None:
            output.idle.stop()
            output.window.dismiss()
            self._told = None if place is Place.HALL else self._told
            self.outputs_changed.emit()

    def swap(self, operators: QScreen) -> None:
        output = self._outputs.get(Place.HALL)
        others = [one for one in self._application.screens() if one is not operators]
        if output is None or not others:
            return
        now = output.window.armed_screen
        at = others.index(now) + 1 if now in others else 0
        output.placement.choose(others[at % len(others)])
        self._show_on(output)
        self.outputs_changed.emit()

    def preview(self, size: QSize, *, ahead: bool = False) -> QImage:
        if ahead:
            following = self.show.next(self._state)
            return self.picture(size, replace(following, cover=Cover.NONE, frozen=False))
        return self.picture(size, self._in_hall)

    def picture(self, size: QSize, state: ShowState) -> QImage:
        wanted = (max(1, size.width()), max(1, size.height()))
        return self._painter.image(picture_of(View.HALL, wanted, self.show, state, self._live))

    def hall_shape(self) -> QSize:
        output = self._outputs.get(Place.HALL)
        return QSize(*output.window.picture_size) if output else QSize(1920, 1080)

    def _free_screen(self, operators: QScreen) -> QScreen | None:
        taken: list[QRect] = [
            output.window.armed_screen.geometry()
            for output in self._outputs.values()
            if output.window.armed_screen is not None
        ]
        for screen in self._application.screens():
            if screen is not operators and screen.geometry() not in taken:
                return screen
        return None

    def _show_everywhere(self) -> None:
        for output in self._outputs.values():
            self._show_on(output)

    def _show_on(self, output: "_Output") -> None:
        output.show(self._in_hall if output.view is View.HALL else self._state, self._live)

    def _tell(self, name: object) -> None:
        """A picture of the hall was painted: a settled step, unless only a count has changed."""
        if not isinstance(name, ShowState):
            return
        self._tell_once(self.show.step(name), visible=name.cover is Cover.NONE)

    def _tell_unseen(self) -> None:
        """The hall's picture went out of sight; once it is back, it is told again."""
        if self._told is not None:
            self._tell_once(self._told[0], visible=False)

    def _tell_once(self, step: Step, *, visible: bool) -> None:
        screen = self.screen_of(Place.HALL)
        if self._told is not None:
            before, *seen = self._told
            if before.identity == step.identity and seen == [screen, visible]:
                return
        self._told = (step, screen, visible)
        self.presented.emit(step, screen, visible)


class _Output:
    """One window with the pictures that are painted for it."""

    def __init__(
        self, view: View, window: ScreenWindow, painter: Painter, application: QGuiApplication
    ) -> None:
        self.view = view
        self.window = window
        self.placement = Placement(window, application)
        self._painter = painter
        self._cache = StepCache(painter.strokes)
        self.idle = IdlePainter(self._cache, window)

    def show(self, state: ShowState, live: Live) -> None:
        """Show a state, and have what may follow painted meanwhile."""
        if not self.window.isVisible():
            return
        size, show = self.window.picture_size, self._painter.show
        picture = picture_of(self.view, size, show, state, live)
        self.window.show_picture(
            self._painter.ticked(self._cache.take(picture.still), picture), state
        )
        self.idle.want(likely_next(show, state, self.view, size, live))
