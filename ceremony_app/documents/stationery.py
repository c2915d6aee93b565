"""What every paper is made with: the fixed words, in Indonesian, and the faces."""

from collections.abc import Callable
from dataclasses import dataclass

from ceremony_app.documents.faces import Faces
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator

Report = Callable[[int, int], None]
"""Told (done, total) by long work; whatever it raises ends the work and leaves no file."""

BLANK = "." * 24
"""Printed where something is to be filled in by hand."""

SHORT_BLANK = "." * 12


def unreported(_done: int, _total: int) -> None:
    """For work that nobody watches."""


@dataclass(frozen=True)
class Stationery:
    """Handed to every maker; papers are in Indonesian whatever the window speaks."""

    words: Catalogue
    faces: Faces

    @classmethod
    def of(cls, locator: Locator) -> "Stationery":
        """Read words and faces; raises FileTrouble where a face is missing."""
        return cls(Catalogue.read(locator.translations, "id"), Faces.read(locator.fonts))
