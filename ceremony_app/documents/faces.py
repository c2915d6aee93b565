"""The body face of papers (Arimo, which has Arial's metrics) and the widths of its letters."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFont

from ceremony_app.domain.errors import FileTrouble

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = frozenset({"Cc", "Cf"})


class _Widths(dict[str, float]):
    """Widths of characters in thousandths of the size; a missing one has the default's."""

    def __init__(self, face: TTFont) -> None:
        super().__init__({chr(code): width for code, width in face.face.charWidths.items()})
        self.default = float(face.face.defaultWidth)

    def __missing__(self, character: str) -> float:
        return self.default


class Face:
    """One style of the body face; one object may serve many documents in turn."""

    def __init__(self, path: Path) -> None:
        try:
            self.path = path
            self.font = TTFont(path.stem, str(path))
        except OSError as error:
            raise FileTrouble("papers.error.font", file=path.name) from error
        self._width_of = _Widths(self.font).__getitem__

    def width(self, words: str, size: float) -> float:
        """The width of `words` in points at `size` points."""
        return sum(map(self._width_of, words)) * size / 1000


@dataclass(frozen=True)
class Faces:
    """The styles that papers use."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face

    @classmethod
    def read(cls, fonts: Path) -> "Faces":
        """Read the four files of the folder; raises FileTrouble where one is missing."""
        styles = ("Regular", "Bold", "Italic", "BoldItalic")
        return cls(*(Face(fonts / f"Arimo-{style}.ttf") for style in styles))


@lru_cache(maxsize=65536)
def tidy(words: str) -> str:
    """Text as it is set: NFC, single blanks, nothing unseen; no-break spaces stay."""
    composed = unicodedata.normalize("NFC", _BLANKS.sub(" ", words).strip(" "))
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(c for c in composed if unicodedata.category(c) not in _UNSEEN)
