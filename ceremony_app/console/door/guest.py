"""A guest who stands on no list: asked for in the page, written down as present."""

from collections.abc import Callable, Mapping

from ceremony_app.console.desk import Services
from ceremony_app.console.page import Page


class GuestQuestion:
    """Asks in a door's page; `written` gets the name under which somebody was written down."""

    def __init__(
        self, page: Page, door: Callable[[], str], written: Callable[[str], object]
    ) -> None:
        self._page = page
        self._door = door
        self._written = written

    def ask(self) -> None:
        """Ask for name, post and institution; only the name has to be given."""
        say = self._page.say
        self._page.confirm.ask(
            say("door.guest.question"),
            say("door.guest.do"),
            self._write,
            [
                ("name", say("door.guest.name")),
                ("post", say("door.guest.post")),
                ("institution", say("door.guest.institution")),
            ],
            optional=("post", "institution"),
            tone="calm",
        )

    def _write(self, values: Mapping[str, str]) -> None:
        session, name = self._page.desk.session, self._door()

        def write(services: Services) -> str:
            door = services.door(session, name)
            return door.guest(values["name"], values["post"], values["institution"])[0].name

        self._page.desk.ask(write, self._written)
