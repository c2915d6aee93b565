"""What every paper is made with: the fixed words, in Indonesian, and the faces."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ceremony_app.documents.faces import Faces
from ceremony_app.documents.pdf import Book, Mark
from ceremony_app.documents.pictures import Picture
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
    """Handed to every maker; papers are in Indonesian whatever the window speaks.

    `mark` is what stands across every page, and at its foot; empty on the papers of the day.
    `code` is the archive code of the document in the making, empty for none; `logo` stands in
    the letterhead. `is_copy` says across every page that the original is signed.
    """

    words: Catalogue
    faces: Faces
    mark: str = ""
    code: str = ""
    logo: Picture | None = None
    is_copy: bool = False

    @classmethod
    def of(cls, locator: Locator) -> "Stationery":
        """Read words and faces, Arial's where this computer has them; raises FileTrouble where
        one that ships is missing."""
        faces = Faces.of_this_computer(locator.fonts)
        return cls(Catalogue.read(locator.translations, "id"), faces)

    def for_rehearsal(self) -> "Stationery":
        """The same for papers that must not be taken for those of the ceremony."""
        return replace(self, mark=self.words("papers.rehearsal"))

    def for_draft(self) -> "Stationery":
        """The same for papers with mistakes; those of a rehearsal say already that they do not
        count."""
        return self if self.mark else replace(self, mark=self.words("papers.draft"))

    def copy_mark(self) -> Mark:
        """What stands across a sheet whose original has been signed."""
        return Mark(self.words("papers.copy"), self.faces.bold)

    def book(self, title: str) -> Book:
        """A new PDF file."""
        joins = self.mark == self.words("papers.draft")
        mark = Mark(self.mark, self.faces.bold, joins=joins) if self.mark else None
        return Book(self.marked(title), mark)

    def marked(self, words: str) -> str:
        """A title or a line at the foot, with the mark where there is one."""
        return f"{self.mark} · {words}" if self.mark else words
