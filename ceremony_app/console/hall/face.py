"""What the hall's console shows: what is live, what comes next, and where they are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from ceremony_app.console.hall.keys import LIVE_KEYS, Deed
from ceremony_app.console.hall.preview import Preview
from ceremony_app.domain.show import Cover, Step, Turn
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    column,
    holder,
    icon_button,
    label,
    restyle,
    row,
    rule,
    word_list,
)


class HallFace(QWidget):
    """Words, pictures and buttons; `deed` is called for a button that moves the show."""

    def __init__(self, tools: Tools, deed: Callable[[Deed], object]) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        say = self._say
        self.state = label("", "heading")
        self.live = Preview(tools, say("hall.live"))
        self.ahead = Preview(tools, say("hall.next"), ahead=True)
        self.now = label("", "title", wrap=True)
        self.turn = label("", "heading", wrap=True)
        self.after = label("", "quiet", wrap=True)
        self.place = label("", "small", wrap=True)
        self.cues = word_list(say("hall.programme"))
        self.hall = icon_button(tools, "screen", say("hall.open"), kind="gold", tip=LIVE_KEYS)
        self.podium = icon_button(tools, "microphone", say("hall.podium_open"))
        self.swap = icon_button(tools, "swap", say("hall.swap"))
        self._screens = label("", "small", wrap=True)
        self.buttons = self._deed_buttons(deed)
        self._lay_out()

    def follow(self, show: RunningShow) -> None:
        """Show another running show."""
        self.live.follow(show)
        self.ahead.follow(show)
        self.cues.clear()
        self.cues.addItems(
            [f"{number}. {cue.title}" for number, cue in enumerate(show.show.cues, start=1)]
        )
        self.show_state(show)

    def show_state(self, show: RunningShow) -> None:
        """The show has moved."""
        step, state = show.step, show.state
        self.cues.setCurrentRow(state.cue)
        self.now.setText(step.words or step.cue.title)
        self.turn.setText(self._turn_words(step))
        self.after.setText(self._then_words(step, show.next_step))
        self.place.setText(
            self._say("hall.place", now=step.position, all=step.total) if step.total else ""
        )
        for deed, on in {
            Deed.BLACK: state.cover is Cover.BLACK,
            Deed.LOGO: state.cover is Cover.LOGO,
            Deed.FREEZE: state.frozen,
        }.items():
            self.buttons[deed].setChecked(on)
        self.show_outputs(show)

    def show_outputs(self, show: RunningShow) -> None:
        """A window of the show came or went."""
        live = show.is_open(Place.HALL)
        words, tone = self._state_words(show)
        self.state.setText(words)
        restyle(self.state, tone=tone)
        self.hall.setText(self._say("hall.close" if live else "hall.open"))
        restyle(self.hall, kind="" if live else "gold")
        ink = self._tools.palette.ink if live else self._tools.palette.on_accent
        self.hall.setIcon(self._tools.icons("screen", ink, 18))
        self.podium.setText(
            self._say("hall.podium_close" if show.is_open(Place.PODIUM) else "hall.podium_open")
        )
        self.swap.setEnabled(live and bool(show.screen_of(Place.HALL)))
        screen = show.screen_of(Place.HALL)
        if not live:
            self._screens.setText(self._say("hall.screen.none"))
        elif show.is_lost(Place.HALL):
            self._screens.setText(self._say("hall.screen.lost"))
        elif screen:
            self._screens.setText(self._say("hall.screen.on", screen=screen))
        else:
            self._screens.setText(self._say("hall.screen.window"))
        self.live.refresh(live=live)
        self.ahead.refresh()

    def _state_words(self, show: RunningShow) -> tuple[str, str]:
        state = show.state
        if not show.is_open(Place.HALL):
            return self._say("hall.state.off"), "calm"
        if show.is_lost(Place.HALL):
            return self._say("hall.state.lost"), "bad"
        if state.frozen:
            return self._say("hall.state.frozen"), "warn"
        if state.cover is Cover.BLACK:
            return self._say("hall.state.black"), "warn"
        if state.cover is Cover.LOGO:
            return self._say("hall.state.logo"), "warn"
        return self._say("hall.state.live"), "good"

    def _turn_words(self, step: Step) -> str:
        return {
            Turn.LEADER: self._say("hall.turn.leader"),
            Turn.HALL: self._say("hall.turn.hall"),
            Turn.ALL: self._say("hall.turn.all"),
            Turn.NOBODY: "",
        }[step.turn]

    def _then_words(self, step: Step, after: Step) -> str:
        if after == step:
            return ""
        same = bool(step.words) and after.words == step.words
        words = self._turn_words(after) if same else after.words or after.cue.title
        return self._say("hall.then", words=words)

    def _deed_buttons(self, do: Callable[[Deed], object]) -> dict[Deed, QPushButton]:
        say, tools = self._say, self._tools
        made = {
            Deed.BACK: icon_button(
                tools, "back", say("hall.back"), lambda: do(Deed.BACK), tip="PageUp, ←"
            ),
            Deed.NEXT: icon_button(
                tools,
                "next",
                say("hall.forward"),
                lambda: do(Deed.NEXT),
                kind="gold",
                tip="PageDown, →",
            ),
            Deed.BLACK: icon_button(
                tools, "black", say("hall.black"), lambda: do(Deed.BLACK), tip="B"
            ),
            Deed.LOGO: icon_button(tools, "logo", say("hall.logo"), lambda: do(Deed.LOGO), tip="L"),
            Deed.FREEZE: icon_button(
                tools, "lock", say("hall.freeze"), lambda: do(Deed.FREEZE), tip="F"
            ),
        }
        for deed in (Deed.BLACK, Deed.LOGO, Deed.FREEZE):
            made[deed].setCheckable(True)
        for deed in (Deed.BACK, Deed.NEXT):
            made[deed].setMinimumHeight(48)
        return made

    def _lay_out(self) -> None:
        say = self._say
        left = column(label(say("hall.programme"), "caption"), self.cues, gap=6)
        side = holder(left)
        side.setFixedWidth(216)
        black, logo, freeze = (self.buttons[d] for d in (Deed.BLACK, Deed.LOGO, Deed.FREEZE))
        back, forward = self.buttons[Deed.BACK], self.buttons[Deed.NEXT]
        moves = row(back, forward, gap=10)
        moves.setStretch(0, 1)
        moves.setStretch(1, 3)
        covers = row(black, logo, freeze, gap=10)
        words = column(
            row(self.turn, self.place, gap=10), self.now, rule(), self.after, None, gap=6, margin=12
        )
        spoken = box(words)
        middle = column(label(say("hall.live"), "caption"), self.live, spoken, moves, covers, gap=8)
        middle.setStretch(2, 1)
        screens = column(self._screens, self.hall, self.podium, self.swap, gap=8, margin=12)
        right = column(label(say("hall.next"), "caption"), self.ahead, 4, box(screens), None, gap=8)
        beside = holder(right)
        beside.setFixedWidth(250)
        whole = row(side, gap=16)
        whole.addLayout(middle, 1)
        whole.addWidget(beside)
        self.setLayout(whole)
