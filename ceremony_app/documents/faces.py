"""The body face of papers and the widths of its letters.

It is Arial where the computer has it, and else Arimo, which ships and has Arial's widths: lines
break at the same words on every computer. A letter that the face lacks comes from one that ships;
a sign that none has is set as an empty square, so that it is seen and nothing is left out unsaid.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from ceremony_app.documents.arial import find_arial, font_folders
from ceremony_app.domain.errors import FileTrouble

NO_BREAK = "\u00a0"
LACKING = "\u25a1"
"""Set for a sign that no face has."""

_BLANKS = re.compile(rf"[^\S{NO_BREAK}]+")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_PRINTABLE = frozenset(map(chr, range(0x20, 0x7F)))


class _Widths(dict[str, float]):
    """Widths of characters in thousandths of the size, asked of a face that has them."""

    def __init__(self, own: "Face", helpers: Sequence["Face"]) -> None:
        super().__init__(own.own_widths)
        self._helpers = helpers

    def __missing__(self, character: str) -> float:
        for helper in self._helpers:
            if character in helper.own_widths:
                self[character] = helper.own_widths[character]
                return self[character]
        self[character] = self[LACKING] if character != LACKING else 0.0
        return self[character]


class Face:
    """One style of the body face, and the faces that help out; one object may serve many
    documents in turn.

    Raises FileTrouble where the file is missing, TTFError where it is no font to embed.
    """

    def __init__(self, path: Path, helpers: Sequence["Face"] = ()) -> None:
        try:
            self.path = path
            self.font = TTFont(path.stem, str(path))
        except OSError as error:
            raise FileTrouble("papers.error.font", file=path.name) from error
        read = self.font.face
        self.own_widths = {
            chr(code): float(read.charWidths.get(code, read.defaultWidth))
            for code in read.charToGlyph
        }
        self._serve(helpers)

    def _serve(self, helpers: Sequence["Face"]) -> None:
        self.helpers = tuple(helpers)
        self._own = frozenset(self.own_widths)
        self._width_of = _Widths(self, self.helpers).__getitem__

    def width(self, words: str, size: float) -> float:
        """The width of `words` in points at `size` points."""
        return sum(map(self._width_of, words)) * size / 1000

    def runs(self, words: str) -> list[tuple["Face", str]]:
        """The words in the faces that have their letters."""
        if self._own.issuperset(words):
            return [(self, words)]
        return [
            (face, "".join(character for _, character in held))
            for face, held in groupby(map(self._owned, words), key=lambda pair: pair[0])
        ]

    def lacking(self, words: str) -> str:
        """The signs that neither this face nor its helpers have, each once."""
        lost = (c for c in tidy(words) if not any(c in face.own_widths for face in self._all()))
        return "".join(dict.fromkeys(lost))

    def in_place_of(self, other: "Face") -> bool:
        """Serve where `other` did, with the letters that are as wide as its own.

        False where it lacks letters that every text has, and is not to be used.
        """
        known = other.own_widths
        same = {c: width for c, width in self.own_widths.items() if known.get(c) == width}
        if not same.keys() >= _PRINTABLE:
            return False
        self.own_widths = same
        self._serve((other, *other.helpers))
        return True

    def _owned(self, character: str) -> tuple["Face", str]:
        for face in self._all():
            if character in face.own_widths:
                return face, character
        return (self, character) if character == LACKING else self._owned(LACKING)

    def _all(self) -> Iterable["Face"]:
        return (self, *self.helpers)


@dataclass(frozen=True)
class Faces:
    """The styles that papers use."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face

    @classmethod
    def read(cls, fonts: Path) -> "Faces":
        """Those that ship; raises FileTrouble where a file is missing."""
        styles = ("Regular", "Bold", "Italic", "BoldItalic")
        return cls(*(Face(fonts / f"Arimo-{style}.ttf") for style in styles))

    @classmethod
    def of_this_computer(cls, fonts: Path, folders: Sequence[Path] | None = None) -> "Faces":
        """Arial from the system's font folders where it is whole and may be embedded, else
        those that ship; raises FileTrouble as `read` does."""
        shipped = cls.read(fonts)
        found = find_arial(font_folders() if folders is None else folders)
        try:
            arial = [Face(path) for path in found or ()]
        except (TTFError, FileTrouble):
            return shipped
        if not arial or not all(map(Face.in_place_of, arial, shipped.all)):
            return shipped
        return cls(*arial)

    @property
    def all(self) -> tuple[Face, Face, Face, Face]:
        """The four styles."""
        return self.regular, self.bold, self.italic, self.bold_italic


@lru_cache(maxsize=65536)
def tidy(words: str) -> str:
    """Text as it is set: NFC, single blanks, nothing unseen; no-break blanks stay."""
    composed = unicodedata.normalize("NFC", _BLANKS.sub(" ", words).strip(" "))
    if composed.isascii() and composed.isprintable():
        return composed
    seen = (c for c in composed if c not in _VARIANTS and unicodedata.category(c) not in _UNSEEN)
    return _BLANKS.sub(" ", "".join(seen)).strip(" ")
