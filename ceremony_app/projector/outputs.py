"""The windows of a show and the screens that they stand on."""

from typing import Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QScreen

from ceremony_app.projector.hall_window import HallWindow
from ceremony_app.projector.output import Output, Wanted
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.placement import Placement
from ceremony_app.projector.podium_window import PodiumWindow
from ceremony_app.projector.screen_match import find, read_identity
from ceremony_app.projector.screen_window import ScreenWindow
from ceremony_app.projector.screens import Screens
from ceremony_app.projector.seating import Room, SeenScreen
from ceremony_app.projector.shared_window import SharedWindow
from ceremony_app.projector.views import View
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.settings import Settings

_REMEMBERED: Final = {Place.HALL: "screen.hall", Place.PODIUM: "screen.podium"}
"""Under which names the settings of this machine keep the screens; the hall is seated first."""

_USUAL: Final = QSize(1920, 1080)


class Outputs(QObject):
    """Opens, moves and closes the windows, and keeps them where they should be.

    `changed` says that a window came, went or moved; `asked` carries a place and the screens
    between which only the operator can tell. `painted` carries what the hall has seen (Shown),
    `hidden` says that it sees nothing of it any more. `pressed` carries a key and its text.
    """

    changed = Signal()
    asked = Signal(object, object)
    painted = Signal(object)
    hidden = Signal()
    pressed = Signal(int, str)

    def __init__(self, painter: Painter, screens: Screens, settings: Settings) -> None:
        super().__init__()
        self._painter = painter
        self._screens = screens
        self._settings = settings
        self._outputs: dict[Place, Output] = {}
        self._placements: dict[Place, Placement] = {}
        self._wanted: dict[Place, Wanted] = {}
        self._operators: SeenScreen | None = None
        screens.changed.connect(self._review)

    @property
    def operators(self) -> int | None:
        """The console's screen, as far as it was told."""
        return self._operators.number if self._operators else None

    def placement(self, place: Place) -> Placement | None:
        """Where a window stands that fills a screen, or could; None where there is none."""
        return self._placements.get(place)

    def is_open(self, place: Place) -> bool:
        """Whether there is a window, in sight or not."""
        return place in self._outputs

    def screen_name(self, place: Place) -> str:
        """What the system calls the screen that a window fills; empty without one."""
        placement = self._placements.get(place)
        seen = self._room().seen(placement.number) if placement else None
        return seen.identity.name if seen else ""

    def shape(self) -> QSize:
        """The shape of the hall's picture: of its window, or of a usual projector."""
        output = self._outputs.get(Place.HALL)
        return QSize(*output.window.picture_size) if output else _USUAL

    def show(self, wanted: dict[Place, Wanted], *, fading: bool = False) -> None:
        """Show something else in every window; only the hall's picture fades."""
        self._wanted = wanted
        for place in (one for one in Place if one in self._outputs):
            # The hall's window is repainted first; what others show may have to be painted yet.
            self._outputs[place].show(wanted[place], fading=fading and place is not Place.PODIUM)

    def renew(self, *, forgetting: bool) -> None:
        """The programme is another; `forgetting` says that every picture is."""
        for output in self._outputs.values():
            output.renew(forgetting=forgetting)

    def open(self, place: Place, operators: QScreen) -> None:
        """Open a window where it belongs, or ask; see RunningShow.open."""
        self._note_operators(self._screens.number_of(operators))
        if place not in self._outputs:
            output = self._make(place)
            if place is Place.SHARED:
                output.window.show_windowed(operators)
            else:
                self._placements[place].open(self._room(place))
            self._settle(place)

    def choose(self, place: Place, number: int, operators: QScreen) -> None:
        """Show hall or podium where the operator wants it; asks again where that screen is gone."""
        self._note_operators(self._screens.number_of(operators))
        if place not in self._outputs:
            self._make(place)
        placement, room = self._placements[place], self._room(place)
        if room.seen(number) is None:
            self.asked.emit(place, room.screens)
        else:
            placement.choose(number, room)
        self._settle(place)

    def close(self, place: Place) -> None:
        """Take a window away."""
        output = self._outputs.pop(place, None)
        placement = self._placements.pop(place, None)
        if placement is not None:
            placement.deleteLater()
        if output is not None:
            output.close()
            self.changed.emit()

    def swap(self, operators: QScreen) -> None:
        """The hall to the next screen that is not the operator's; who stands there, to the
        hall's."""
        self._note_operators(self._screens.number_of(operators))
        hall, podium = self.placement(Place.HALL), self.placement(Place.PODIUM)
        others = [one.number for one in self._room().apart()]
        if hall is None or not others:
            return
        left = hall.number
        target = others[(others.index(left) + 1) % len(others)] if left in others else others[0]
        if podium is not None and podium.number == target and left is not None:
            podium.choose(left, self._room(Place.PODIUM))
            self._remember(Place.PODIUM)
        hall.choose(target, self._room(Place.HALL))
        self._settle(Place.HALL)

    def _make(self, place: Place) -> Output:
        window = _new_window(place)
        view = View.PODIUM if place is Place.PODIUM else View.HALL
        output = self._outputs[place] = Output(view, window, self._painter)
        window.pressed.connect(self.pressed)
        if place in self._wanted:
            output.show(self._wanted[place])
        if place is Place.SHARED:
            window.close_wanted.connect(lambda: self.close(place))
            return output
        known = read_identity(self._settings.now.choices.get(_REMEMBERED[place], ""))
        placement = self._placements[place] = Placement(window, self._screens, known)
        window.strayed.connect(placement.stray)
        placement.moved.connect(self.changed)
        placement.asked.connect(lambda choices: self.asked.emit(place, choices))
        if place is Place.HALL:
            window.painted.connect(self.painted)
            placement.hidden.connect(self.hidden)
        return output

    def _settle(self, place: Place) -> None:
        """A window has been opened or moved by the operator; it is gone where that only asked."""
        placement = self._placements.get(place)
        if placement is not None and not placement.is_open:
            self.close(place)
        self._remember(place)
        self.changed.emit()

    def _remember(self, place: Place) -> None:
        placement = self._placements.get(place)
        if placement is not None and placement.number is not None and placement.known is not None:
            self._settings.remember_choice(_REMEMBERED[place], placement.known.to_text())

    def _note_operators(self, number: int | None) -> None:
        """The console's screen by its number; one that was away is known again as others are."""
        seen = self._screens.all()
        now = next((one for one in seen if one.number == number), None)
        if now is None and self._operators is not None:
            match = find(self._operators.identity, [one.identity for one in seen])
            now = seen[match.found] if match.found is not None else None
        self._operators = now or self._operators

    def _review(self) -> None:
        self._note_operators(self.operators)
        hall = self._placements.get(Place.HALL)
        for place in _REMEMBERED:
            placement = self._placements.get(place)
            if placement is not None:
                may_ask = place is Place.HALL or hall is None or hall.number is not None
                placement.review(self._room(place), may_ask=may_ask)
        self.changed.emit()

    def _room(self, place: Place | None = None) -> Room:
        """The screens as the window of a place finds them; as nobody does, without a place."""
        others = [one for other, one in self._placements.items() if place and other is not place]
        numbers = {placement.number for placement in others}
        taken = {number for number in numbers if number is not None}
        claims = [one.known for one in others if one.is_lost and one.known is not None]
        room = Room(self._screens.all(), self.operators, frozenset(taken), tuple(claims))
        if place is Place.PODIUM and not self._hall_is_seated():
            kept = self._kept_for_hall(room)
            return Room(room.screens, room.operators, room.taken | kept, room.claims)
        return room

    def _hall_is_seated(self) -> bool:
        hall = self._placements.get(Place.HALL)
        return hall is not None and hall.is_open and not hall.is_lost

    def _kept_for_hall(self, room: Room) -> frozenset[int]:
        """The screen that the podium leaves to the hall, which may be opened after it."""
        free = room.free()
        known = read_identity(self._settings.now.choices.get(_REMEMBERED[Place.HALL], ""))
        match = find(known, [one.identity for one in free]) if known else None
        if match is not None and match.found is not None:
            return frozenset({free[match.found].number})
        return frozenset(one.number for one in free[:1]) if len(free) == 1 else frozenset()


def _new_window(place: Place) -> ScreenWindow:
    match place:
        case Place.HALL:
            return HallWindow()
        case Place.PODIUM:
            return PodiumWindow()
        case Place.SHARED:
            return SharedWindow()
