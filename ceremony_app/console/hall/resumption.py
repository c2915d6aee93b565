"""Going on after the program was killed in the middle of a show."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.hall.driver import Driver
from ceremony_app.console.hall.resume_strip import ResumeStrip
from ceremony_app.console.words import hour
from ceremony_app.domain.finding import place_of
from ceremony_app.domain.show import Cover
from ceremony_app.services.resume import Stood, do_not_go_on, where_it_stood
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.tools import Tools


class Resumption(QObject):
    """Asks the record where the show stood, and the operator, once, whether to go on there.

    Until the answer the show stands at that place under the black cover: on the hall's screen
    too, if it stood on one and there is one now, since a desktop is no sight for a hall that
    waits. `open_hall` is called to open the hall where it is not; `own_screen` is the operator's.
    """

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        strip: ResumeStrip,
        open_hall: Callable[[], object],
        own_screen: Callable[[], QScreen],
    ) -> None:
        super().__init__(strip)
        self._say = tools.say
        self._desk = desk
        self._strip = strip
        self._open_hall = open_hall
        self._own_screen = own_screen
        self._driver: Driver | None = None
        self._is_done, self._is_opening = False, False
        strip.agreed.connect(self._agree)
        strip.declined.connect(self._decline)

    def ask(self, driver: Driver, settled: Callable[[], object]) -> None:
        """Look where the show stood; `settled` is called when the show stands where it is to."""
        session = self._desk.session
        self._driver = driver
        if self._is_done:
            settled()
            return
        self._is_done = True

        def look(services: Services) -> Stood | None:
            return where_it_stood(services.file, session)

        def found(stood: Stood | None) -> None:
            if stood is not None and self._driver is driver:
                self._stand_there(driver, stood)
            settled()

        self._desk.ask(look, found, lambda _: settled())

    def _stand_there(self, driver: Driver, stood: Stood) -> None:
        running = driver.running
        state = place_of(running.show, stood.where)
        if state is None:
            return
        running.go_to(replace(state, cover=Cover.BLACK))
        step = running.step
        self._strip.ask(
            self._say("hall.resume.ask", step=step.label, words=step.words, at=hour(stood.at))
            if step.words
            else self._say("hall.resume.ask_cue", step=step.label, at=hour(stood.at))
        )
        if stood.screen and running.advice(self._own_screen()) is None:
            self._is_opening = True
            self._open_hall()

    def _agree(self) -> None:
        if self._driver is not None:
            running = self._driver.running
            running.go_to(replace(running.state, cover=Cover.NONE))
            self._open_hall()

    def _decline(self) -> None:
        """The show begins anew; where the hall is open, covered still: nobody asked for its
        first picture either. Where it is not, the record has to be told that it is not."""
        if self._driver is None:
            return
        running, session = self._driver.running, self._desk.session
        is_open = running.is_open(Place.HALL)
        if not is_open:
            self._desk.ask(lambda services: do_not_go_on(services.file, session), lambda _: None)
        cover = running.state.cover if is_open or self._is_opening else Cover.NONE
        running.go_to(replace(running.show.first(), cover=cover))
