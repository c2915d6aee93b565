"""The hall page: dark, by keyboard, with what is live beside what comes next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QScreen, QShortcut

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.face import HallFace
from ceremony_app.console.hall.keys import KEYS, LIVE_KEYS, Deed, do
from ceremony_app.console.hall.recorder import Recorder
from ceremony_app.console.page import Page
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.live import Live
from ceremony_app.domain.messages import message
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import row

MakeShow = Callable[[Details, Sequence[Text]], RunningShow]


class HallPage(Page):
    """Drives one running show; the show is made anew when the ceremony has changed."""

    def __init__(self, tools: Tools, desk: Desk, make_show: MakeShow) -> None:
        super().__init__(tools, desk, tools.say("console.page.hall"))
        self._make_show = make_show
        self.show_: RunningShow | None = None
        self._recorder = Recorder(desk, tools.channel)
        self._recorder.completed.connect(self._told_complete)
        self._recorder.unfinished.connect(self._ask_confirm)
        self._stale = True
        self._go_live = False
        self.face = HallFace(tools, self._do)
        self.face.cues.itemActivated.connect(lambda item: self._jump(self.face.cues.row(item)))
        self.face.hall.clicked.connect(lambda _=False: self._turn_hall())
        self.face.podium.clicked.connect(lambda _=False: self._turn_podium())
        self.face.swap.clicked.connect(lambda _=False: self._swap())
        self.column.removeWidget(self.heading)
        self.column.insertLayout(0, row(self.heading, None, self.face.state))
        self.column.addWidget(self.face, 1)
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
        self.face.buttons[Deed.NEXT].setFocus()

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
        self._recorder.follow(show)
        show.moved.connect(self._show_state)
        show.outputs_changed.connect(self._show_outputs)
        show.pressed.connect(self._pressed)
        self.face.follow(show)
        self._count()
        if self._go_live:
            self._go_live = False
            self._turn_hall()

    def _count(self) -> None:
        session = self.desk.session

        def work(services: Services) -> Live:
            divisions = services.door(session, "").divisions()
            details = services.preparation.details()
            signed = {who for pact in details.pacts for who in services.signing.signed(pact)}
            here = sum(one.present for one in divisions)
            return Live(here, sum(one.people for one in divisions), signed=frozenset(signed))

        if self.show_ is not None:
            self.desk.ask(work, self._counted)

    def _counted(self, live: Live) -> None:
        if self.show_ is not None:
            self.show_.tell(live)

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
            self.face.buttons[Deed.NEXT].setFocus()

    def _show_state(self) -> None:
        if self.show_ is not None:
            self.face.show_state(self.show_)

    def _show_outputs(self) -> None:
        if self.show_ is not None:
            self.face.show_outputs(self.show_)

    def _turn_hall(self) -> None:
        show = self.show_
        if show is None:
            return
        if not show.is_open(Place.HALL):
            self._recorder.check(lambda: self._open(Place.HALL), self._refused)
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
            self.face.buttons[Deed.NEXT].setFocus()

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
        self.confirm.ask(
            self.say("hall.unfinished", title=text.title),
            self.say("hall.confirm"),
            lambda values: self._recorder.confirm(
                text, values["reason"], lambda: self._told_complete(text)
            ),
            [("reason", self.say("hall.reason"))],
        )

    def _bind_keys(self) -> None:
        for key, deed in KEYS.items():
            self._bind(QKeySequence(key), lambda deed=deed: self._do(deed))  # type: ignore[misc]
        self._bind(QKeySequence(LIVE_KEYS), self._go_or_stop)
        self.confirm.asked.connect(lambda: self._let_keys(on=False))
        self.confirm.answered.connect(lambda: self._let_keys(on=True))

    def _go_or_stop(self) -> None:
        """The key may come before the show has been read: then it is kept until it has."""
        if self.is_live:
            self._turn_hall()
        else:
            self.go_live()

    def _bind(self, keys: QKeySequence, called: Callable[[], object]) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(called)

    def _let_keys(self, *, on: bool) -> None:
        """While a question stands, its fields have the keys; the hall's own window keeps its."""
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(on)
        if on:
            self.face.buttons[Deed.NEXT].setFocus()
