"""What the hall's console shows: the sign over it, the programme, what is live, what comes next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ceremony_app.console.hall.air import AirSign, air_of
from ceremony_app.console.hall.beside import Beside
from ceremony_app.console.hall.driver import Driver
from ceremony_app.console.hall.key_map import Deed, KeyMap
from ceremony_app.console.hall.moves import Moves
from ceremony_app.console.hall.now_panel import NowPanel
from ceremony_app.console.hall.programme_list import ProgrammeList
from ceremony_app.console.hall.programme_rows import Stand, programme_rows
from ceremony_app.console.hall.teller import Teller
from ceremony_app.console.preview import Preview
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder, icon_button, label, restyle, row

_WIDE = 1500
"""From this width on there is room for a longer programme and a larger picture of what is next."""


class HallFace(QWidget):
    """Words, pictures and buttons; `do` is called for a button that moves the show."""

    def __init__(self, tools: Tools, keys: KeyMap, do: Callable[[Deed], object]) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._keys = keys
        say = self._say
        self.hall = icon_button(tools, "screen", say("hall.open"), lambda: do(Deed.LIVE))
        self.hall.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.air = AirSign(tools, self.hall)
        self.programme = ProgrammeList(tools, say("hall.programme"))
        self.search = icon_button(tools, "search", say("hall.door.search"), lambda: do(Deed.SEARCH))
        self.search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.live = Preview(tools, say("hall.live"))
        self.now = NowPanel(tools)
        self.moves = Moves(tools, do)
        self.beside = Beside(tools)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("hall.console"))
        self._lay_out()
        self.name_keys(keys)

    def rest(self) -> None:
        """Hold the keys where no button hears them: a scanner's late Enter presses nothing."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        wide = event.size().width() >= _WIDE
        self._left.setFixedWidth(300 if wide else 236)
        self.beside.setFixedWidth(400 if wide else 304)
        super().resizeEvent(event)

    def name_keys(self, keys: KeyMap) -> None:
        """The keys were set anew."""
        self._keys = keys
        self.moves.name_keys(keys)

    def show_state(self, driver: Driver, teller: Teller) -> None:
        """The show has moved, or another place is looked at."""
        running = driver.running
        self.now.show_step(running)
        self.moves.show_state(running, may_undo=driver.may_undo)
        self.beside.cue.show_cue(running.step.cue)
        self.show_outputs(driver, teller)
        self.show_pictures(driver)

    def show_outputs(self, driver: Driver, teller: Teller) -> None:
        """A window of the show came or went, was lent, or its screen was lost."""
        running = driver.running
        air = air_of(running, self._keys, running.advice(self.window().screen()))
        self.air.show_air(air)
        self.air.show_rehearsal(on=running.show.details.rehearsal)
        is_open = running.is_open(Place.HALL)
        self.hall.setText(self._say("hall.close" if is_open else "hall.open"))
        self.hall.setAccessibleName(self.hall.text())
        restyle(self.hall, kind="" if is_open else "gold")
        ink = self._tools.palette.ink if is_open else self._tools.palette.on_accent
        self.hall.setIcon(self._tools.icons("screen", ink, 18))
        self.moves.show_state(running, may_undo=driver.may_undo)
        hidden = not _is_shown(running)
        tagged = hidden or air.tone == "warn"
        self.live.mark(
            self._say.say(air.word) if tagged else "", air.tone, framed=is_open, hidden=hidden
        )
        self.show_time(driver, teller)

    def show_pictures(self, driver: Driver) -> None:
        """The hall, or what is looked at, has another picture."""
        running = driver.running
        self.live.show_picture(lambda size: running.preview(size), running.hall_shape())
        self.beside.show_picture(running, driver.looking)

    def show_time(self, driver: Driver, teller: Teller) -> None:
        """A second has passed."""
        running = driver.running
        looking = driver.looking
        stand = Stand(
            show=running.show,
            cue=running.state.cue,
            looked_at=looking.cue if looking is not None else -1,
            is_shown=_is_shown(running),
            seconds=teller.seconds,
        )
        self.programme.show_rows(tuple(programme_rows(stand, self._say)))
        cue = running.step.cue
        self.beside.cue.show_time(cue, teller.seconds(cue.id))
        self.air.clock.setText(teller.clock_words)

    def _lay_out(self) -> None:
        say = self._say
        head = row(label(say("hall.programme"), "caption"), None, self.search)
        left = holder(column(head, self.programme, gap=6))
        self._left = left
        middle = column(label(say("hall.live"), "caption"), self.live, self.now, self.moves, gap=8)
        middle.setStretch(2, 1)
        columns = row(left, gap=14)
        columns.addLayout(middle, 1)
        columns.addWidget(self.beside)
        self.setLayout(columns)


def _is_shown(running: RunningShow) -> bool:
    """Whether the hall's screen is there, and ours."""
    is_there = running.is_open(Place.HALL) and not running.is_lost(Place.HALL)
    return is_there and not running.is_lent
