"""The hall page: dark, by keyboard, with what is live beside what comes next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QListWidget, QPushButton

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.keys import KEYS, Deed, do
from ceremony_app.console.hall.preview import Preview
from ceremony_app.console.hall.recorder import Recorder
from ceremony_app.console.page import Page
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Cover, Step, Turn
from ceremony_app.domain.texts import Text
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
)

MakeShow = Callable[[Details, Sequence[Text]], RunningShow]


class HallPage(Page):
    """Drives one running show; the show is made anew when the ceremony has changed."""

    def __init__(self, tools: Tools, desk: Desk, make_show: MakeShow) -> None:
        super().__init__(tools, desk, tools.say("console.page.hall"))
        self._make_show = make_show
        self.show_: RunningShow | None = None
        self._recorder: Recorder | None = None
        self._stale = True
        self._go_live = False
        say = self.say
        self.state = label("", "heading")
        self.live = Preview(tools, say("hall.live"))
        self.ahead = Preview(tools, say("hall.next"), ahead=True)
        self.now = label("", "title", wrap=True)
        self.turn = label("", "heading", wrap=True)
        self.after = label("", "quiet", wrap=True)
        self.place = label("", "small", wrap=True)
        self.cues = QListWidget()
        self.cues.setAccessibleName(say("hall.programme"))
        self.cues.setWordWrap(True)
        self.cues.itemActivated.connect(lambda item: self._jump(self.cues.row(item)))
        self.hall = icon_button(tools, "screen", say("hall.open"), self._turn_hall, kind="gold")
        self.podium = icon_button(
            tools, "microphone", say("hall.podium_open"), lambda: self._turn_podium()
        )
        self.swap = icon_button(tools, "swap", say("hall.swap"), self._swap)
        self._screens = label("", "small", wrap=True)
        self._buttons = self._deed_buttons()
        self._lay_out()
        self._bind_keys()
        desk.details_changed.connect(self._outdate)
        desk.texts_changed.connect(self._outdate)
        desk.session_changed.connect(self._count)
        desk.attendance_changed.connect(self._count)

    def arrive(self) -> None:
        """Read the ceremony if it has changed, unless the show is live."""
        live = self.show_ is not None and self.show_.is_open(Place.HALL)
        if self._stale and not live:
            self._read()
        else:
            self._count()
        self._buttons[Deed.NEXT].setFocus()

    def go_live(self) -> None:
        """Put the hall on its screen, now or as soon as the show has been read."""
        if self.show_ is None:
            self._go_live = True
        elif not self.show_.is_open(Place.HALL):
            self._turn_hall()

    @property
    def is_live(self) -> bool:
        """Whether the hall's window is open."""
        return self.show_ is not None and self.show_.is_open(Place.HALL)

    def stop(self) -> None:
        """Take hall and podium away."""
        if self.show_ is not None:
            self.show_.close_all()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible() and not self.is_live:
            self._read()

    def _read(self) -> None:
        def work(services: Services) -> tuple[Details, list[Text]]:
            texts = [state.text for state in services.preparation.texts()]
            return services.preparation.details(), texts

        self._stale = False
        self.desk.ask(work, lambda found: self._take(*found))

    def _take(self, details: Details, texts: list[Text]) -> None:
        try:
            show = self._make_show(details, texts)
        except KnownError as error:
            self.tools.channel.refuse(error)
            return
        if self.show_ is not None:
            self.show_.close_all()
        self.show_ = show
        self._recorder = Recorder(self.desk, show.show)
        self._recorder.completed.connect(self._told_complete)
        self._recorder.unfinished.connect(self._ask_confirm)
        show.presented.connect(self._recorder.presented)
        show.moved.connect(self._show_state)
        show.outputs_changed.connect(self._show_outputs)
        show.pressed.connect(self._pressed)
        self.live.follow(show)
        self.ahead.follow(show)
        self.cues.clear()
        self.cues.addItems(
            [f"{number}. {cue.title}" for number, cue in enumerate(show.show.cues, start=1)]
        )
        self._show_state()
        self._show_outputs()
        self._count()
        if self._go_live:
            self._go_live = False
            self._turn_hall()

    def _count(self) -> None:
        session = self.desk.session

        def work(services: Services) -> tuple[int, int, frozenset[str]]:
            divisions = services.door(session, "").divisions()
            details = services.preparation.details()
            signed = {who for pact in details.pacts for who in services.signing.signed(pact)}
            here = sum(one.present for one in divisions)
            return here, sum(one.people for one in divisions), frozenset(signed)

        if self.show_ is not None:
            self.desk.ask(work, self._counted)

    def _counted(self, found: tuple[int, int, frozenset[str]]) -> None:
        if self.show_ is not None:
            self.show_.count(*found)

    def _do(self, deed: Deed) -> None:
        if self.show_ is not None:
            do(self.show_, deed)

    def _pressed(self, key: int, _: str) -> None:
        """A key on the hall's or the podium's own window."""
        deed = KEYS.get(Qt.Key(key))
        if deed is not None:
            self._do(deed)

    def _jump(self, cue: int) -> None:
        if self.show_ is not None:
            self.show_.jump(cue)
            self._buttons[Deed.NEXT].setFocus()

    def _show_state(self) -> None:
        show = self.show_
        if show is None:
            return
        step, state = show.step, show.state
        self.cues.setCurrentRow(state.cue)
        self.now.setText(step.words or step.cue.title)
        self.turn.setText(self._turn_words(step))
        after = show.next_step
        self.after.setText(self._then_words(step, after))
        self.place.setText(
            self.say("hall.place", now=step.position, all=step.total) if step.total else ""
        )
        for deed, on in {
            Deed.BLACK: state.cover is Cover.BLACK,
            Deed.LOGO: state.cover is Cover.LOGO,
            Deed.FREEZE: state.frozen,
        }.items():
            self._buttons[deed].setChecked(on)
        self._show_outputs()

    def _show_outputs(self) -> None:
        show = self.show_
        if show is None:
            return
        live = show.is_open(Place.HALL)
        words, tone = self._state_words(show)
        self.state.setText(words)
        restyle(self.state, tone=tone)
        self.hall.setText(self.say("hall.close" if live else "hall.open"))
        restyle(self.hall, kind="" if live else "gold")
        ink = self.tools.palette.ink if live else self.tools.palette.on_accent
        self.hall.setIcon(self.tools.icons("screen", ink, 18))
        self.podium.setText(
            self.say("hall.podium_close" if show.is_open(Place.PODIUM) else "hall.podium_open")
        )
        self.swap.setEnabled(live and bool(show.screen_of(Place.HALL)))
        screen = show.screen_of(Place.HALL)
        if not live:
            self._screens.setText(self.say("hall.screen.none"))
        elif show.is_lost(Place.HALL):
            self._screens.setText(self.say("hall.screen.lost"))
        elif screen:
            self._screens.setText(self.say("hall.screen.on", screen=screen))
        else:
            self._screens.setText(self.say("hall.screen.window"))
        self.live.refresh(live=live)
        self.ahead.refresh()

    def _state_words(self, show: RunningShow) -> tuple[str, str]:
        state = show.state
        if not show.is_open(Place.HALL):
            return self.say("hall.state.off"), "calm"
        if show.is_lost(Place.HALL):
            return self.say("hall.state.lost"), "bad"
        if state.frozen:
            return self.say("hall.state.frozen"), "warn"
        if state.cover is Cover.BLACK:
            return self.say("hall.state.black"), "warn"
        if state.cover is Cover.LOGO:
            return self.say("hall.state.logo"), "warn"
        return self.say("hall.state.live"), "good"

    def _turn_words(self, step: Step) -> str:
        return {
            Turn.LEADER: self.say("hall.turn.leader"),
            Turn.HALL: self.say("hall.turn.hall"),
            Turn.ALL: self.say("hall.turn.all"),
            Turn.NOBODY: "",
        }[step.turn]

    def _then_words(self, step: Step, after: Step) -> str:
        if after == step:
            return ""
        same = bool(step.words) and after.words == step.words
        words = self._turn_words(after) if same else after.words or after.cue.title
        return self.say("hall.then", words=words)

    def _turn_hall(self) -> None:
        show, recorder = self.show_, self._recorder
        if show is None or recorder is None:
            return
        if not show.is_open(Place.HALL):
            recorder.check(lambda: self._open(Place.HALL), self._refused)
            return
        self.confirm.ask(
            self.say("hall.close_question"),
            self.say("hall.close"),
            lambda _: show.close(Place.HALL),
        )

    def _open(self, place: Place) -> None:
        """Open a window of the show, and keep the keys here: the console drives it."""
        if self.show_ is not None:
            self.show_.open(place, self._own_screen())
            self.window().activateWindow()
            self._buttons[Deed.NEXT].setFocus()

    def _refused(self, error: KnownError) -> None:
        self.tools.channel.refuse(error)

    def _turn_podium(self) -> None:
        show = self.show_
        if show is None:
            return
        if show.is_open(Place.PODIUM):
            show.close(Place.PODIUM)
        else:
            self._open(Place.PODIUM)

    def _swap(self) -> None:
        if self.show_ is not None:
            self.show_.swap(self._own_screen())

    def _own_screen(self) -> QScreen:
        return self.window().screen()

    def _told_complete(self, text: Text) -> None:
        self.tools.channel.done(message("hall.completed", title=text.title))
        self.desk.attendance_changed.emit()

    def _ask_confirm(self, text: Text) -> None:
        """A text was left before all of it was shown: say so, and let the operator decide."""
        recorder = self._recorder
        if recorder is None:
            return
        self.confirm.ask(
            self.say("hall.unfinished", title=text.title),
            self.say("hall.confirm"),
            lambda values: recorder.confirm(
                text, values["reason"], lambda: self._told_complete(text)
            ),
            [("reason", self.say("hall.reason"))],
        )

    def _deed_buttons(self) -> dict[Deed, QPushButton]:
        say, tools = self.say, self.tools
        made = {
            Deed.BACK: icon_button(
                tools, "back", say("hall.back"), lambda: self._do(Deed.BACK), tip="PageUp, ←"
            ),
            Deed.NEXT: icon_button(
                tools,
                "next",
                say("hall.forward"),
                lambda: self._do(Deed.NEXT),
                kind="gold",
                tip="PageDown, →",
            ),
            Deed.BLACK: icon_button(
                tools, "black", say("hall.black"), lambda: self._do(Deed.BLACK), tip="B"
            ),
            Deed.LOGO: icon_button(
                tools, "logo", say("hall.logo"), lambda: self._do(Deed.LOGO), tip="L"
            ),
            Deed.FREEZE: icon_button(
                tools, "lock", say("hall.freeze"), lambda: self._do(Deed.FREEZE), tip="F"
            ),
        }
        for deed in (Deed.BLACK, Deed.LOGO, Deed.FREEZE):
            made[deed].setCheckable(True)
        for deed in (Deed.BACK, Deed.NEXT):
            made[deed].setMinimumHeight(48)
        return made

    def _bind_keys(self) -> None:
        for key, deed in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda deed=deed: self._do(deed))
        self.confirm.asked.connect(lambda: self._let_keys(on=False))
        self.confirm.answered.connect(lambda: self._let_keys(on=True))

    def _let_keys(self, *, on: bool) -> None:
        """While a question stands, its fields have the keys; the hall's own window keeps its."""
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(on)
        if on:
            self._buttons[Deed.NEXT].setFocus()

    def _lay_out(self) -> None:
        say = self.say
        self.column.removeWidget(self.heading)
        self.column.insertLayout(0, row(self.heading, None, self.state))
        left = column(label(say("hall.programme"), "caption"), self.cues, gap=6)
        side = holder(left)
        side.setFixedWidth(230)
        black, logo, freeze = (self._buttons[d] for d in (Deed.BLACK, Deed.LOGO, Deed.FREEZE))
        back, forward = self._buttons[Deed.BACK], self._buttons[Deed.NEXT]
        moves = row(back, forward, gap=10)
        moves.setStretch(0, 1)
        moves.setStretch(1, 3)
        covers = row(black, logo, freeze, gap=10)
        middle = column(label(say("hall.live"), "caption"), self.live, moves, covers, gap=8)
        middle.setStretch(1, 1)
        self.ahead.setFixedHeight(124)
        words = column(self.turn, self.now, self.place, rule(), self.after, None, gap=8, margin=14)
        screens = column(self._screens, self.hall, self.podium, self.swap, gap=8, margin=12)
        right = column(
            label(say("hall.next"), "caption"), self.ahead, box(words), box(screens), gap=8
        )
        right.setStretch(2, 1)
        beside = holder(right)
        beside.setFixedWidth(282)
        whole = row(side, gap=16)
        whole.addLayout(middle, 1)
        whole.addWidget(beside)
        self.column.addLayout(whole, 1)
