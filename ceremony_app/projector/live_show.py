"""The show while it runs: one state, and every window that shows it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QScreen

from ceremony_app.domain.finding import carried
from ceremony_app.domain.live import NOTHING_LIVE, Live
from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.domain.show import Cover, Show, ShowState, Step
from ceremony_app.projector.output import Shown, Wanted
from ceremony_app.projector.outputs import Outputs
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.screen_sign import ScreenSigns
from ceremony_app.projector.screens import Screens, pixels_of, words_for
from ceremony_app.projector.seating import Room, SeenScreen
from ceremony_app.projector.views import View, picture_of
from ceremony_app.ui_kit.running_show import Place, RunningShow, ScreenChoice
from ceremony_app.ui_kit.settings import Settings


class LiveShow(RunningShow):
    """A running show with real windows; see `RunningShow` for what its signals say.

    `say` is the operator's language, `settings` keep which screen is the hall's.
    """

    def __init__(
        self, painter: Painter, screens: Screens, settings: Settings, say: Catalogue
    ) -> None:
        super().__init__()
        self._painter = painter
        self._screens = screens
        self._state = painter.show.first()
        self._live = NOTHING_LIVE
        self._in_hall = Wanted(self._state, self._live)
        self._told: tuple[Step, str, bool] | None = None
        self._signs = ScreenSigns(say)
        self._outputs = Outputs(painter, screens, settings)
        self._outputs.changed.connect(self.outputs_changed)
        self._outputs.pressed.connect(self.pressed)
        self._outputs.painted.connect(self._tell)
        self._outputs.hidden.connect(self._tell_unseen)
        self._outputs.asked.connect(self._ask)
        self._show()

    @property
    def show(self) -> Show:
        return self._painter.show

    @property
    def state(self) -> ShowState:
        return self._state

    def go_to(self, state: ShowState) -> None:
        before, self._state = self._in_hall.state, state
        # A cover lies over a frozen picture too: black is black.
        frozen = replace(self._in_hall, state=replace(before, cover=state.cover))
        self._in_hall = frozen if state.frozen else Wanted(state, self._live)
        self._show(fading=self._fades(before, self._in_hall.state))
        self.moved.emit()

    def tell(self, live: Live) -> None:
        if live != self._live:
            self._live = live
            if not self._state.frozen:
                self._in_hall = replace(self._in_hall, live=live)
            self._show()
            self.moved.emit()

    def bring(self, pictures: Mapping[str, bytes]) -> None:
        art = self._painter.art
        fresh = [one for one in pictures if one not in art]
        for identity in fresh:
            art.add(identity, pictures[identity])
        if fresh:
            self._outputs.renew(forgetting=True)

    def change_programme(self, show: Show) -> None:
        before = self.show
        is_same = self._painter.change_programme(show)
        self._state = carried(self._state, before, show)
        self._in_hall = replace(self._in_hall, state=carried(self._in_hall.state, before, show))
        self._outputs.renew(forgetting=not is_same)
        self._show()
        self.moved.emit()

    @property
    def is_lent(self) -> bool:
        hall = self._outputs.placement(Place.HALL)
        return hall is not None and hall.is_lent

    def lend(self) -> None:
        hall = self._outputs.placement(Place.HALL)
        if hall is not None:
            hall.lend()

    def take_back(self) -> None:
        hall = self._outputs.placement(Place.HALL)
        if hall is not None:
            hall.take_back()

    def screens(self, operators: QScreen) -> tuple[ScreenChoice, ...]:
        room = self._room(operators)
        # The operator's first; the others in the order in which they are numbered.
        seen = sorted(room.screens, key=lambda one: one.number != room.operators)
        return self._choices(tuple(seen), room)

    def advice(self, operators: QScreen) -> Message | None:
        room = self._room(operators)
        if room.apart():
            return None
        return message("screens.single" if len(room.screens) == 1 else "screens.mirrored")

    def choose(self, place: Place, key: str, operators: QScreen) -> None:
        self._outputs.choose(place, int(key), operators)

    def identify(self) -> None:
        roles = {self._outputs.operators: message("screens.sign.operators")}
        for place, role in (
            (Place.PODIUM, message("screens.sign.podium")),
            (Place.HALL, message("screens.sign.hall")),
        ):
            placement = self._outputs.placement(place)
            if placement is not None and placement.number is not None:
                roles[placement.number] = role
        for number, (seen, words) in enumerate(self._named(), start=1):
            role = roles.get(seen.number, message("screens.sign.free"))
            self._signs.show_on(self._screens.screen(seen.number), number, words, role)

    def is_open(self, place: Place) -> bool:
        return self._outputs.is_open(place)

    def is_lost(self, place: Place) -> bool:
        placement = self._outputs.placement(place)
        return placement is not None and placement.is_lost

    def screen_of(self, place: Place) -> str:
        return self._outputs.screen_name(place)

    def open(self, place: Place, operators: QScreen) -> None:
        self._outputs.open(place, operators)

    def close(self, place: Place) -> None:
        if place is Place.HALL:
            self._told = None
        self._outputs.close(place)

    def swap(self, operators: QScreen) -> None:
        self._outputs.swap(operators)

    def preview(self, size: QSize, *, ahead: bool = False) -> QImage:
        following = replace(self.show.next(self._state), cover=Cover.NONE, frozen=False)
        wanted = Wanted(following, self._live) if ahead else self._in_hall
        return self._image(size, wanted)

    def picture(self, size: QSize, state: ShowState) -> QImage:
        return self._image(size, Wanted(state, self._live))

    def hall_shape(self) -> QSize:
        return self._outputs.shape()

    def _image(self, size: QSize, wanted: Wanted) -> QImage:
        asked = (max(1, size.width()), max(1, size.height()))
        return self._painter.image(
            picture_of(View.HALL, asked, self.show, wanted.state, wanted.live)
        )

    def _show(self, *, fading: bool = False) -> None:
        podium = Wanted(self._state, self._live)
        everywhere = {Place.HALL: self._in_hall, Place.SHARED: self._in_hall, Place.PODIUM: podium}
        self._outputs.show(everywhere, fading=fading)

    def _fades(self, before: ShowState, after: ShowState) -> bool:
        """Whether one picture turns into the other; covers and jumps are cut."""
        covers = {before.cover, after.cover}
        near = (self.show.next(before), self.show.back(before))
        return self.show.details.look.fades and covers == {Cover.NONE} and after in near

    def _tell(self, shown: object) -> None:
        """A picture of the hall was painted: a settled step, unless only a count has changed."""
        if isinstance(shown, Shown):
            self._tell_once(shown.step, self.screen_of(Place.HALL), visible=shown.visible)

    def _tell_unseen(self) -> None:
        """The hall's picture went out of sight; once it is back, it is told again."""
        if self._told is not None:
            step, screen, _ = self._told
            self._tell_once(step, screen, visible=False)

    def _tell_once(self, step: Step, screen: str, *, visible: bool) -> None:
        if self._told is not None:
            before, *seen = self._told
            if before.identity == step.identity and seen == [screen, visible]:
                return
        self._told = (step, screen, visible)
        self.presented.emit(step, screen, visible)

    def _ask(self, place: Place, seen: tuple[SeenScreen, ...]) -> None:
        self.ask_screen.emit(place, self._choices(seen, self._room(None)))

    def _room(self, operators: QScreen | None) -> Room:
        number = self._screens.number_of(operators) if operators else self._outputs.operators
        return Room(self._screens.all(), number)

    def _choices(self, seen: tuple[SeenScreen, ...], room: Room) -> tuple[ScreenChoice, ...]:
        numbered = enumerate(self._named(), start=1)
        words = {one.number: f"{number} · {said}" for number, (one, said) in numbered}
        return tuple(
            ScreenChoice(
                key=str(one.number),
                words=words[one.number],
                is_operators=one.number == room.operators,
                is_mirrored=room.is_mirrored(one.number),
            )
            for one in seen
        )

    def _named(self) -> list[tuple[SeenScreen, str]]:
        """Every screen with what people call it, in the order in which they are numbered."""
        return [
            (one, words_for(one.identity, pixels_of(self._screens.screen(one.number))))
            for one in self._screens.all()
        ]
