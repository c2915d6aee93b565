"""Who worked with the file, as typed when it was opened."""

from ceremony_app.domain.events import Event, Json
from ceremony_app.domain.remembered import Remembered
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of


class Operators(Remembered[str, str]):
    """The operator of each writer; empty where nobody was named, or the name was erased."""

    def __init__(self, file: CeremonyFile) -> None:
        super().__init__(self._operator)
        self._journal = Journal(file)
        self._items = Items(file)

    def _operator(self, writer: str) -> str:
        for opening in self._journal.numbered("1", writer):
            return self._items.note(str(readable(opening).get("operator", "")))
        return ""


def readable(event: Event) -> dict[str, Json]:
    """The body of an event as far as it can be read; verifying says what was changed by hand."""
    try:
        body = body_of(event)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
