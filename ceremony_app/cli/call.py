"""One call of the command line, and what its commands are handed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from ceremony_app.domain.clock import Clock, SystemClock
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue, Message, Value
from ceremony_app.locator import Locator

Start = Callable[[Launch, Catalogue, Locator], int]
"""Opens the windows and returns the exit code; handed in, so that no command loads Qt."""


class Exit(IntEnum):
    """Exit codes beside those that known errors bring (1, 3 and 4)."""

    DONE = 0
    LOST_OUTPUT = 1
    WRONG_USAGE = 2
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Call:
    """What a command needs: the program's own files, the caller's language, the windows,
    the time.

    Commands take it by `@click.pass_obj` as their first parameter.
    """

    locator: Locator
    catalogue: Catalogue
    start: Start
    clock: Clock = field(default_factory=SystemClock)

    def say(self, key: str, **values: Value | Message) -> str:
        """A sentence in the caller's language."""
        return self.catalogue(key, **values)

    def papers(self) -> Catalogue:
        """The Indonesian sentences: papers are in Indonesian, whatever the caller reads."""
        if self.catalogue.language == "id":
            return self.catalogue
        return Catalogue.read(self.locator.translations, "id")
