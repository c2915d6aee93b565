"""The hall page: dark, by keyboard, with what is live beside what comes next."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QScreen

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.deeds import deeds_of
from ceremony_app.console.hall.driver import Driver
from ceremony_app.console.hall.face import HallFace
from ceremony_app.console.hall.hall_keys import HallKeys
from ceremony_app.console.hall.key_map import Deed, KeyMap, remembered_keys
from ceremony_app.console.hall.leaving import Leaving
from ceremony_app.console.hall.means import HallMeans
from ceremony_app.console.hall.recorder import Recorder
from ceremony_app.console.hall.resume_strip import ResumeStrip
from ceremony_app.console.hall.resumption import Resumption
from ceremony_app.console.hall.sheet_desk import KEYS_CHOICE, SheetDesk
from ceremony_app.console.hall.sounds import CueSounds
from ceremony_app.console.hall.teller import Teller
from ceremony_app.console.page import Page
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.finding import carried
from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Show
from ceremony_app.domain.texts import Text
from ceremony_app.ui_kit.running_show import Place, RunningShow
from ceremony_app.ui_kit.tools import Tools


class HallPage(Page):
    """Drives one running show; without open windows it is made anew when the ceremony has
    changed, with them it goes on with the changed programme."""

    def __init__(self, tools: Tools, desk: Desk, means: HallMeans) -> None:
        super().__init__(tools, desk, tools.say("console.page.hall"))
        self._make_show = means.make_show
        self.show_: RunningShow | None = None
        self.driver: Driver | None = None
        self._deeds: Mapping[Deed, Callable[[], object]] = {}
        self._stale, self._go_live, self._is_over = True, False, False
        keys = remembered_keys(tools.settings.now.choices.get(KEYS_CHOICE, ""))
        self.face = HallFace(tools, keys, self.do)
        self.teller = Teller(desk, means.clock, self)
        self.sounds = CueSounds(tools, desk, means.player, means.folder, self)
        self.sheets = SheetDesk(tools, desk, self.face.beside, keys, self._own_screen)
        self.keys = HallKeys(means.gate, self, keys)
        self._recorder = Recorder(desk, tools.channel, means.clock)
        self._leaving = Leaving(tools, desk, self._recorder, self.confirm)
        self.resume = ResumeStrip(tools)
        self._resumption = Resumption(tools, desk, self.resume, self._ask_to_open, self._own_screen)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.catch_up)
        self._lay_out()
        self._join()
        self._name_keys(keys)

    def arrive(self) -> None:
        """Read the ceremony if it has changed."""
        if self._stale:
            self._read()
        else:
            self.teller.look()
        self._take_keys()

    def go_live(self) -> None:
        """Put the hall on its screen, now or as soon as the show has been read."""
        if self.driver is None:
            self._go_live = True
        elif not self.is_live:
            self._ask_to_open()

    @property
    def is_live(self) -> bool:
        """Whether the hall's window is open."""
        return self.show_ is not None and self.show_.is_open(Place.HALL)

    def stop(self) -> None:
        """Take every window of the show away."""
        self.sounds.stop()
        if self.show_ is not None:
            self.show_.close_all()

    def do(self, deed: Deed) -> None:
        """Carry out a deed."""
        if deed is Deed.LIVE:
            self._turn_hall()
        elif deed in self._deeds:
            self._deeds[deed]()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._want_keys()
        return super().event(event)

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible() or self._has_windows():
            self._read()

    def _read(self) -> None:
        def work(services: Services) -> tuple[Details, list[Text], dict[str, bytes]]:
            texts = [state.text for state in services.preparation.texts()]
            details = services.preparation.details()
            return details, texts, services.attachments.pictures(details)

        self._stale = False
        self.desk.ask(work, lambda found: self._take(*found))

    def _take(self, details: Details, texts: list[Text], pictures: dict[str, bytes]) -> None:
        if self._is_over:
            return
        try:
            if self.driver is not None and self._has_windows():
                self.driver.running.bring(pictures)
                self.driver.change_programme(Show(details, texts))
            else:
                show = self._make_show(details, texts)
                show.bring(pictures)
                self._drive(show, texts)
        except KnownError as error:
            self.tools.channel.refuse(error)
            return
        self.sheets.show_programme(texts)
        self.teller.look()
        self._show_state()

    def _drive(self, running: RunningShow, texts: Sequence[Text]) -> None:
        """Drive another show, which has no windows yet, from where the one before stood."""
        if self.show_ is not None:
            running.go_to(carried(self.show_.state, self.show_.show, running.show))
        driver = Driver(running, self._recorder.refusal)
        self.show_, self.driver = running, driver
        self._recorder.follow(running)
        self._deeds = deeds_of(driver, self.teller, self.sounds, self.sheets, self.say)
        running.moved.connect(self._moved)
        running.outputs_changed.connect(self._outputs_changed)
        driver.looked.connect(self._looked)
        driver.refused.connect(self.tools.channel.warn)
        self.sheets.follow(driver, texts)
        self.teller.follow(running)
        self._resumption.ask(driver, self._settled)

    def _settled(self) -> None:
        """The show stands where it is to begin."""
        if self._go_live:
            self._go_live = False
            self._ask_to_open()

    def catch_up(self) -> None:
        """Show where the show stands now."""
        self._late.stop()
        self.teller.tell()
        self._show_state()

    def _moved(self) -> None:
        """The hall is painted first: the console follows in the next round of events."""
        if not self.teller.is_telling:
            self._late.start()

    def _outputs_changed(self) -> None:
        self._want_keys()
        if self.driver is not None:
            self.teller.tell()
            self.face.show_outputs(self.driver, self.teller)
            self.face.show_pictures(self.driver)
            self.sheets.show_outputs()
            self._show_message()
            self._remark()

    def _looked(self) -> None:
        driver = self.driver
        if driver is None:
            return
        self.keys.take_by_enter(on=driver.looking is not None)
        self.face.show_pictures(driver)
        self.face.show_time(driver, self.teller)

    def _show_state(self) -> None:
        if self.driver is not None:
            self.sounds.follow(self.driver.running.step.cue)
            self.face.show_state(self.driver, self.teller)
            self._remark()

    def _remark(self) -> None:
        """What the hall sees is said at the window's side too, whatever page is in sight."""
        self.remarked.emit(self.face.air.word.text() if self.is_live else "")

    def _tick(self) -> None:
        if self.driver is not None and self.isVisible():
            self.face.show_time(self.driver, self.teller)

    def _show_message(self) -> None:
        podium = self.show_ is not None and self.show_.is_open(Place.PODIUM)
        self.sheets.message.show_message(self.teller.message, podium=podium)
        self.face.beside.cue.show_message(self.teller.message)

    def _has_windows(self) -> bool:
        return self.show_ is not None and any(self.show_.is_open(place) for place in Place)

    def _end(self) -> None:
        """The file is being closed: nothing more is read of it."""
        self._is_over = True

    def _want_keys(self) -> None:
        self.keys.want(on=self.isVisible() or self._has_windows())

    def _look_away(self) -> None:
        if self.driver is not None:
            self.driver.look_away()

    def _show_pictures(self) -> None:
        if self.driver is not None:
            self.face.show_pictures(self.driver)

    def _look_at(self, cue: str) -> None:
        """A cue of the programme was clicked."""
        if self.driver is not None and not self.driver.look_at_cue(cue):
            self.tools.channel.info(message("hall.skipped"))

    def _turn_hall(self) -> None:
        """The key may come before the show has been read: then it is kept until it has."""
        show = self.show_
        if show is None or not show.is_open(Place.HALL):
            self.go_live()
            return
        self.confirm.ask(
            self.say("hall.close_question"),
            self.say("hall.close"),
            lambda _: show.close(Place.HALL),
        )

    def _ask_to_open(self) -> None:
        if not self.is_live:
            self._recorder.check(self._open_hall, self.tools.channel.refuse)

    def _open_hall(self) -> None:
        """Open the hall, and keep the keys here: the console drives it."""
        if self.show_ is not None:
            self.show_.open(Place.HALL, self._own_screen())
            self.window().activateWindow()
            self._take_keys()

    def _take_keys(self) -> None:
        """The keys rest here; a question that waits has them first."""
        if self.resume.isHidden():
            self.face.rest()
        else:
            self.resume.agree.setFocus()

    def _own_screen(self) -> QScreen:
        return self.window().screen()

    def _name_keys(self, keys: KeyMap) -> None:
        self.keys.bind(keys)
        self.face.name_keys(keys)
        self.sheets.name_keys(keys)
        if self.driver is not None:
            self.face.show_outputs(self.driver, self.teller)

    def _join(self) -> None:
        face, sheets = self.face, self.sheets
        face.programme.wanted.connect(self._look_at)
        face.beside.taken.connect(lambda: self.do(Deed.TAKE))
        face.beside.let_be.connect(self._look_away)
        face.beside.closed.connect(face.rest)
        for button, deed in (
            (face.beside.cue.play, Deed.SOUND),
            (face.beside.cue.fade, Deed.FADE),
            (face.beside.cue.stop, Deed.SILENCE),
        ):
            button.clicked.connect(lambda _=False, deed=deed: self.do(deed))
        sheets.keys_changed.connect(self._name_keys)
        sheets.catching.connect(lambda on: self.keys.rest(on=on))
        sheets.message.told.connect(self.teller.tell_leader)
        self.keys.pressed.connect(self.do)
        self.sounds.changed.connect(lambda: face.beside.cue.show_sound(self.sounds.now))
        self.teller.ticked.connect(self._tick)
        self.teller.leader_told.connect(self._show_message)
        self.teller.pictured.connect(self._show_pictures)
        self.confirm.answered.connect(face.rest)
        self.desk.closing.connect(self._end)
        self.desk.details_changed.connect(self._outdate)
        self.desk.texts_changed.connect(self._outdate)
        self.desk.session_changed.connect(self.teller.look)
        self.desk.attendance_changed.connect(self.teller.look)

    def _lay_out(self) -> None:
        self.heading.setVisible(False)
        self.column.setContentsMargins(16, 10, 16, 12)
        self.column.insertWidget(0, self.face.air)
        self.column.addWidget(self.resume)
        self.column.addWidget(self.face, 1)
