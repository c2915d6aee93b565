"""A running show without windows: keeps what was asked of it, and says it like the real one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QScreen

from ceremony_app.domain.ceremony import Cue, CueKind, Details, Pact
from ceremony_app.domain.finding import carried
from ceremony_app.domain.live import NOTHING_LIVE, Live
from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Cover, Show, ShowState
from ceremony_app.domain.texts import Phrase, Point, Text
from ceremony_app.ui_kit.running_show import Place, RunningShow, ScreenChoice

OATH = Text(
    id="ikrar",
    key="ikrar",
    title="Ikrar",
    points=(
        Point((Phrase("Menjaga dan menegakkan"), Phrase("prinsip netralitas pegawai."))),
        Point((Phrase("Menolak politik uang."),)),
    ),
)
PROGRAMME = (
    Cue("c1", CueKind.HOLDING, "Registrasi", minutes=30),
    Cue("c2", CueKind.ANTHEM, "Indonesia Raya", minutes=3),
    Cue("c3", CueKind.TEXT, "Pembacaan Ikrar", text=OATH.id, minutes=5, speaker="Pembaca"),
    Cue("c4", CueKind.BLANK, "Penutup"),
)


def small_show(
    programme: Sequence[Cue] = PROGRAMME, text: Text = OATH, pacts: tuple[Pact, ...] = ()
) -> Show:
    """Four cues, one of them a text of three phrases."""
    details = Details("t", "Ikrar", time="08:00", programme=tuple(programme), pacts=pacts)
    return Show(details, (text,))


class FakeShow(RunningShow):
    """Windows are marks in `windows`, pictures are grey; `told` holds what was told to it."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self._show, self._state = show, show.first()
        self._in_hall = self._state
        self.windows: dict[Place, str] = {}
        self.lost: set[Place] = set()
        self.lent = False
        self.told: list[Live] = [NOTHING_LIVE]
        self.why: Message | None = None
        self.choices: tuple[ScreenChoice, ...] = ()
        self.chosen: list[tuple[Place, str]] = []
        self.asked: list[str] = []
        self.pictures: dict[str, bytes] = {}

    @property
    def show(self) -> Show:
        return self._show

    @property
    def state(self) -> ShowState:
        return self._state

    def go_to(self, state: ShowState) -> None:
        self._state = state
        self._in_hall = replace(self._in_hall, cover=state.cover) if state.frozen else state
        self.moved.emit()
        if Place.HALL in self.windows and not state.frozen:
            step, visible = self._show.step(state), state.cover is Cover.NONE
            self.presented.emit(step, self.windows[Place.HALL], visible)

    def tell(self, live: Live) -> None:
        if live != self.told[-1]:
            self.told.append(live)
            self.moved.emit()

    def bring(self, pictures: Mapping[str, bytes]) -> None:
        self.pictures.update(pictures)

    def change_programme(self, show: Show) -> None:
        self._state = carried(self._state, self._show, show)
        self._in_hall = carried(self._in_hall, self._show, show)
        self._show = show
        self.moved.emit()

    @property
    def is_lent(self) -> bool:
        return self.lent

    def lend(self) -> None:
        self._lend(on=True)

    def take_back(self) -> None:
        self._lend(on=False)

    def _lend(self, *, on: bool) -> None:
        self.lent = on
        self.outputs_changed.emit()

    def advice(self, _: QScreen) -> Message | None:
        return self.why

    def screens(self, _: QScreen) -> tuple[ScreenChoice, ...]:
        return self.choices

    def choose(self, place: Place, key: str, _: QScreen) -> None:
        self.chosen.append((place, key))
        self.windows[place] = key
        self.outputs_changed.emit()

    def identify(self) -> None:
        self.asked.append("identify")

    def is_open(self, place: Place) -> bool:
        return place in self.windows

    def is_lost(self, place: Place) -> bool:
        return place in self.lost

    def screen_of(self, place: Place) -> str:
        return self.windows.get(place, "")

    def open(self, place: Place, _: QScreen) -> None:
        self.windows[place] = "" if place is Place.SHARED else "Proyektor"
        self.outputs_changed.emit()
        if place is Place.HALL:
            self.presented.emit(self.step, "Proyektor", self._state.cover is Cover.NONE)

    def close(self, place: Place) -> None:
        if self.windows.pop(place, None) is not None:
            self.outputs_changed.emit()

    def swap(self, _: QScreen) -> None:
        self.asked.append("swap")

    def preview(self, size: QSize, *, ahead: bool = False) -> QImage:
        after = replace(self._show.next(self._state), cover=Cover.NONE, frozen=False)
        return self.picture(size, after if ahead else self._in_hall)

    def picture(self, size: QSize, state: ShowState) -> QImage:
        """Grey, a shade for each cue; black under the black cover."""
        image = QImage(size, QImage.Format.Format_RGB32)
        shade = 0 if state.cover is Cover.BLACK else 40 + state.cue
        image.fill(QColor(shade, shade, shade))
        return image

    def hall_shape(self) -> QSize:
        return QSize(1920, 1080)

    def lose(self, place: Place) -> None:
        """The screen of a window goes away."""
        self.lost.add(place)
        self.outputs_changed.emit()

    def find(self, place: Place) -> None:
        """It is back."""
        self.lost.discard(place)
        self.outputs_changed.emit()
