"""The sheets of the hall's console, and what each of them does when it is filled in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.beside import Beside
from ceremony_app.console.hall.driver import Driver
from ceremony_app.console.hall.key_map import KeyMap
from ceremony_app.console.hall.keys_sheet import KeysSheet
from ceremony_app.console.hall.message_sheet import MessageSheet
from ceremony_app.console.hall.paper_sheet import PaperSheet
from ceremony_app.console.hall.programme_sheet import ProgrammeSheet
from ceremony_app.console.hall.screens_sheet import ScreensSheet
from ceremony_app.console.hall.search_sheet import SearchSheet
from ceremony_app.console.hall.text_sheet import TextSheet
from ceremony_app.console.prepare.cue_form import CueChoices
from ceremony_app.domain.attachments import AttachmentKind
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import message
from ceremony_app.domain.show import ShowState
from ceremony_app.domain.texts import Text
from ceremony_app.services.attachments import Attachments
from ceremony_app.services.correction import Correction
from ceremony_app.services.paper_reading import PaperReading
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.tools import Tools

KEYS_CHOICE = "hall.keys"
"""Under which the keys are remembered on this machine."""


class SheetDesk(QObject):
    """Every sheet, joined to the show that is driven. `keys_changed` carries another map,
    `catching` says that the next key belongs to a sheet; `left` that a sheet is done with."""

    keys_changed = Signal(object)
    catching = Signal(bool)

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        beside: Beside,
        keys: KeyMap,
        own_screen: Callable[[], QScreen],
    ) -> None:
        super().__init__(beside)
        self._tools = tools
        self._desk = desk
        self._beside = beside
        self._own_screen = own_screen
        self._driver: Driver | None = None
        self.search = SearchSheet(tools)
        self.message = MessageSheet(tools)
        self.screens = ScreensSheet(tools)
        self.programme = ProgrammeSheet(tools)
        self.text = TextSheet(tools)
        self.paper = PaperSheet(tools)
        self.keys = KeysSheet(tools, keys)
        say = tools.say
        self.doors = beside.add_sheets(
            {
                self.search: ("search", ""),
                self.message: ("message", say("hall.door.message")),
                self.screens: ("screen", say("hall.door.screens")),
                self.programme: ("list", say("hall.door.programme")),
                self.text: ("text", say("hall.door.text")),
                self.paper: ("read", say("hall.door.paper")),
                self.keys: ("keyboard", say("hall.door.keys")),
            }
        )
        self._join()

    def follow(self, driver: Driver, texts: Sequence[Text]) -> None:
        """Another show is driven."""
        self._driver = driver
        driver.running.ask_screen.connect(self._ask_screen)
        self.show_programme(texts)

    def show_programme(self, texts: Sequence[Text]) -> None:
        """The programme or a text is another now."""
        if self._driver is not None:
            running = self._driver.running
            self.search.follow(running.show)
            self.programme.follow(running.show.details.programme, running.step.cue.id)
            self.text.follow(texts)
            self.paper.follow(running.show.details, texts)

    def show_outputs(self) -> None:
        """A window of the show came or went, or its screen did."""
        if self._driver is None:
            return
        running, own = self._driver.running, self._own_screen()
        self.screens.show_windows(
            podium=running.is_open(Place.PODIUM), shared=running.is_open(Place.SHARED)
        )
        asked = self.screens.asked
        if asked is not None and running.is_open(asked):
            self.screens.ask(None)
            self._beside.close_sheet()
        if self._beside.sheet is self.screens:
            on = {place: running.screen_of(place) for place in (Place.HALL, Place.PODIUM)}
            self.screens.show_screens(running.screens(own), on, running.advice(own))

    def name_keys(self, keys: KeyMap) -> None:
        """The keys were set anew."""
        self.message.name_keys(keys)

    def open_search(self) -> None:
        self._beside.open_sheet(self.search)

    def open_message(self) -> None:
        self._beside.open_sheet(self.message)

    def open_keys(self) -> None:
        self._beside.open_sheet(self.keys)

    def _join(self) -> None:
        self.search.looked_at.connect(self._look_at)
        self.search.taken.connect(self._take)
        self.screens.arrived.connect(self.show_outputs)
        self.screens.chosen.connect(self._choose)
        self.screens.turned.connect(self._turn)
        self.screens.identify_wanted.connect(self._identify)
        self.screens.swap_wanted.connect(self._swap)
        self.programme.arrived.connect(self._offer)
        self.programme.wanted.connect(self._change_programme)
        self.text.arrived.connect(self._show_place)
        self.text.wanted.connect(self._correct)
        self.paper.wanted.connect(self._record_paper)
        self.keys.catching.connect(self.catching)
        self.keys.changed.connect(self._keep_keys)

    def _look_at(self, state: ShowState) -> None:
        if self._driver is not None:
            self._driver.look_at(state)

    def _take(self) -> None:
        if self._driver is not None:
            self._driver.take()
            self._beside.close_sheet()

    def _ask_screen(self, place: Place, _: object) -> None:
        """Two screens are alike: the operator says which one is meant."""
        self.screens.ask(place)
        self._beside.open_sheet(self.screens)
        self._identify()

    def _choose(self, place: Place, key: str) -> None:
        if self._driver is not None:
            self._driver.running.choose(place, key, self._own_screen())

    def _turn(self, place: Place) -> None:
        if self._driver is None:
            return
        running = self._driver.running
        if running.is_open(place):
            running.close(place)
        else:
            running.open(place, self._own_screen())

    def _identify(self) -> None:
        if self._driver is not None:
            self._driver.running.identify()

    def _swap(self) -> None:
        if self._driver is not None:
            self._driver.running.swap(self._own_screen())

    def _show_place(self) -> None:
        """Begin at the phrase that is looked at, or live."""
        if self._driver is None:
            return
        running = self._driver.running
        state = self._driver.looking or running.state
        step = running.show.step(state)
        if step.text is not None:
            self.text.show_place(step.text, state.part, state.phrase)

    def _offer(self) -> None:
        """Where the show stands, and what the items of the programme can refer to."""
        if self._driver is not None:
            running = self._driver.running
            self.programme.follow(running.show.details.programme, running.step.cue.id)

        def read(services: Services) -> CueChoices:
            pictures, sounds = AttachmentKind.PICTURE, AttachmentKind.SOUND
            held = Attachments(services.file)
            details = services.preparation.details()
            return CueChoices(
                texts=[(one.text.id, one.text.title) for one in services.preparation.texts()],
                pacts=[(pact.id, pact.title) for pact in details.pacts],
                pictures=[(one.id, one.name) for one in held.all(pictures)],
                sounds=[(one.id, one.name) for one in held.all(sounds)],
            )

        self._desk.ask(read, self.programme.offer)

    def _change_programme(self, programme: tuple[Cue, ...]) -> None:
        def work(services: Services) -> None:
            services.preparation.change_programme(programme)

        self._desk.ask(work, lambda _: self._desk.details_changed.emit())

    def _correct(self, text: Text, by: str, reason: str) -> None:
        def work(services: Services) -> None:
            Correction(services.file).correct(text, by, reason)

        def refuse(error: KnownError) -> None:
            self.text.refuse(self._tools.say.say(error.message))

        self._desk.ask(work, lambda _: self._corrected(text), refuse)

    def _corrected(self, text: Text) -> None:
        self._tools.channel.done(message("hall.text.done", title=text.title))
        self._beside.close_sheet()
        self._desk.texts_changed.emit()

    def _record_paper(self, text: str, reader: str, at: str) -> None:
        session = self._desk.session

        def work(services: Services) -> None:
            state = services.preparation.text(text)
            PaperReading(services.file, session).record(state, reader, at)

        def refuse(error: KnownError) -> None:
            self.paper.refuse(self._tools.say.say(error.message))

        self._desk.ask(work, lambda _: self._paper_recorded(reader), refuse)

    def _paper_recorded(self, reader: str) -> None:
        self._tools.channel.done(message("hall.paper.done", reader=reader))
        self._beside.close_sheet()
        self._desk.attendance_changed.emit()

    def _keep_keys(self, keys: KeyMap) -> None:
        self._tools.settings.remember_choice(KEYS_CHOICE, keys.as_text())
        self.keys_changed.emit(keys)
