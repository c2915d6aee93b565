"""What the table records of those who sign: asked where a reason is due, then told to all pages."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ceremony_app.console.desk import Desk, Services
from ceremony_app.console.table.signer_rows import Signer
from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import Party
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip

T = TypeVar("T")


class SigningDeeds(QObject):
    """Records on the file's lane; `changed` comes after each."""

    changed = Signal()

    def __init__(self, tools: Tools, desk: Desk, confirm: ConfirmStrip) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._desk = desk
        self._confirm = confirm

    def sign(self, pact: Pact, signer: Signer, source: SignatureSource) -> None:
        """Somebody has signed."""
        session = self._desk.session
        self._do(
            lambda services: services.signing.sign(pact, signer.who, session, source),
            "table.sign.done",
            signer.name,
        )

    def witness(self, witness: Party) -> None:
        """A witness is there."""
        session = self._desk.session
        self._do(
            lambda services: services.signing.witness_present(witness, session),
            "table.sign.witness_done",
            witness.name,
        )

    def ask_stand_in(self, pact: Pact, party: Party) -> None:
        """Who signs in the place of a representative, and why."""
        say = self._say
        self._confirm.ask(
            say("signing_table.stand_in.question", name=party.name or "?"),
            say("signing_table.stand_in.do"),
            lambda v: self._stand_in(pact, party, v["name"], v["post"], v["reason"]),
            [
                ("name", say("signing_table.stand_in.name")),
                ("post", say("signing_table.stand_in.post")),
                ("reason", say("table.sign.reason")),
            ],
            optional=("post",),
            tone="calm",
        )

    def ask_absent(self, pact: Pact, party: Party) -> None:
        """That somebody is not there, and why."""
        session = self._desk.session
        self._confirm.ask(
            self._say("signing_table.absent.question", name=party.name or "?"),
            self._say("signing_table.absent.do"),
            lambda values: self._do(
                lambda services: services.signing.absent(pact, party, session, values["reason"]),
                "signing_table.absent.done",
                party.name,
            ),
            [("reason", self._say("table.sign.reason"))],
            tone="calm",
        )

    def ask_undo(self, signer: Signer) -> None:
        """Why the latest record about somebody is taken back."""
        session, event = self._desk.session, signer.latest
        self._confirm.ask(
            self._say("table.sign.undo_question", name=signer.name),
            self._say("table.sign.undo"),
            lambda values: self._do(
                lambda services: services.door(session, "").undo(event, values["reason"]),
                "table.sign.undone",
                signer.name,
            ),
            [("reason", self._say("table.sign.reason"))],
        )

    def move(self, party: Party, by: int) -> None:
        """Somebody signs earlier or later."""

        def work(services: Services) -> None:
            services.signing.move(party, by)

        self._desk.ask(work, lambda _: self._moved())

    def tell(self) -> None:
        """The hall's picture names who signs now, the record who has signed."""
        self._desk.attendance_changed.emit()
        self.changed.emit()

    def _stand_in(self, pact: Pact, party: Party, name: str, post: str, reason: str) -> None:
        session = self._desk.session

        def work(services: Services) -> str:
            stand_in = services.signing.stand_in(name, post)
            services.signing.substitute(pact, party, stand_in, session, reason)
            return stand_in.name

        self._desk.ask(work, lambda found: self._done("signing_table.stand_in.done", found))

    def _moved(self) -> None:
        self._desk.details_changed.emit()
        self.tell()

    def _do(self, work: Callable[[Services], T], key: str, name: str) -> None:
        self._desk.ask(work, lambda _: self._done(key, name))

    def _done(self, key: str, name: str) -> None:
        self._tools.channel.done(message(key, name=name or "?"))
        self.tell()
