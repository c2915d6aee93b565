"""What is written down at a door without a scan: a status, a guest, that a record is taken back."""

from collections.abc import Callable, Mapping

from ceremony_app.console.desk import Services
from ceremony_app.console.page import Page
from ceremony_app.domain.events import Event
from ceremony_app.domain.messages import message
from ceremony_app.domain.status import Status
from ceremony_app.domain.verdicts import ScanAnswer
from ceremony_app.services.checkin import PersonState
from ceremony_app.services.statuses import Remark


class ByHand:
    """Asks in a door's page. `done` gets the key of what is to be said, and of whom."""

    def __init__(
        self, page: Page, door: Callable[[], str], done: Callable[[str, str], object]
    ) -> None:
        self._page = page
        self._say = page.say
        self._door = door
        self._done = done

    def mark(self, state: PersonState, status: Status | None, remark: Remark) -> None:
        """A status; none for somebody who has just come, of whom the clock says the rest."""
        session, name = self._page.desk.session, self._door()

        def work(services: Services) -> Event:
            door = services.door(session, name)
            if status is None:
                return door.arrive(state.person, remark)
            return door.statuses.mark(state.person, status, remark)

        done = "door.mark.done" if status else "by_hand.recorded"
        self._page.desk.ask(work, lambda _: self._done(done, state.person.name))

    def ask_guest(self) -> None:
        """A guest who stands on no list; only the name has to be given."""
        say = self._say
        self._page.confirm.ask(
            say("door.guest.question"),
            say("door.guest.do"),
            self._write_guest,
            [
                ("name", say("door.guest.name")),
                ("post", say("door.guest.post")),
                ("institution", say("door.guest.institution")),
            ],
            optional=("post", "institution"),
            tone="calm",
        )

    def ask_undo(self, event: str, name: str) -> None:
        """Take one record of a person back, for a reason."""
        say = self._say
        self._page.confirm.ask(
            say("door.undo.question", name=name),
            say("door.undo.do"),
            lambda values: self._undo(event, name, values["reason"]),
            [("reason", say("door.undo.reason"))],
        )

    def ask_undo_of(self, answer: ScanAnswer | None) -> None:
        """Take back what an answer recorded; without one, say where to choose a person."""
        if answer is None or answer.person is None:
            self._page.tools.channel.info(message("door.undo.choose"))
        else:
            self.ask_undo(answer.event, answer.person.name)

    def _undo(self, event: str, name: str, reason: str) -> None:
        session, door = self._page.desk.session, self._door()
        self._page.desk.ask(
            lambda services: services.door(session, door).undo(event, reason),
            lambda _: self._done("door.undo.done", name),
        )

    def _write_guest(self, values: Mapping[str, str]) -> None:
        session, name = self._page.desk.session, self._door()

        def write(services: Services) -> str:
            door = services.door(session, name)
            return door.guest(values["name"], values["post"], values["institution"])[0].name

        self._page.desk.ask(write, lambda found: self._done("door.guest.done", found))
