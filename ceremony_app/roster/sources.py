"""A file with sheets in it, whatever its format."""

from collections.abc import Callable
from dataclasses import dataclass

from ceremony_app.domain.messages import Message
from ceremony_app.domain.roster import Sheet


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A sheet that has a name already and is read when it is asked for.

    `load` raises FileTrouble where the sheet is damaged or a trap.
    """

    name: str
    hidden: bool
    load: Callable[[], Sheet]


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of one file in their order, and what is to be said of the file as a whole."""

    sheets: tuple[SheetSource, ...]
    remarks: tuple[Message, ...] = ()
