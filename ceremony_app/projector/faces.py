"""The faces of the screen: one for words, and others that ship for what it lacks.

Atkinson Hyperlegible was drawn so that letters are not mistaken for one another from afar. What
it does not have is drawn in Arimo (letters with dots below, Greek, Cyrillic, signs) or in Amiri
(Arabic with all its marks). A sign that none of them has is left to the machine, which may have
an empty box for it: `missing` names it, so that somebody changes the words.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from ceremony_app.domain.errors import FileTrouble

_FACES = ("AtkinsonHyperlegible", "Arimo", "Amiri")
_WEIGHTS = ("Regular", "Bold")
_REFERENCE = 200.0
# Joiners, marks of direction and the like leave nothing on the screen by themselves.
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}
_VARIATIONS = range(0xFE00, 0xFE10)


class Faces:
    """Fonts by size in pixels, each falling back on the others that ship.

    Needs a QGuiApplication. Raises FileTrouble where a font file cannot be used.
    """

    def __init__(self, fonts: Path) -> None:
        self.families: list[str] = []
        self._raw: list[QRawFont] = []
        for face in _FACES:
            for weight in _WEIGHTS:
                self._load(fonts / f"{face}-{weight}.ttf")
        self.font = lru_cache(maxsize=256)(self._make_font)
        self.is_own = lru_cache(maxsize=4_000)(self._is_own)
        self.capital = self._raw[0].capHeight() / _REFERENCE

    @property
    def fonts_made(self) -> int:
        """How many fonts were made so far: none may be on the way from a key to its picture."""
        return self.font.cache_info().misses

    def missing(self, words: str) -> tuple[str, ...]:
        """The visible signs of some words that no face of ours has, each once, in order."""
        return tuple(sign for sign in dict.fromkeys(words) if not self._is_covered(sign))

    def _is_covered(self, sign: str) -> bool:
        if unicodedata.category(sign) in _INVISIBLE or ord(sign) in _VARIATIONS:
            return True
        return any(raw.supportsCharacter(ord(sign)) for raw in self._raw)

    def _is_own(self, letter: str) -> bool:
        """Whether the face for words has a letter itself."""
        return self._raw[0].supportsCharacter(ord(letter))

    def _load(self, path: Path) -> None:
        added = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(added)
        if not families:
            raise FileTrouble("show.no_font", file=path.name)
        if families[0] not in self.families:
            self.families.append(families[0])
        self._raw.append(QRawFont(str(path), _REFERENCE))

    def _make_font(self, size: int, *, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(self.families)
        font.setPixelSize(size)
        font.setBold(bold)
        # Unhinted letters keep their widths in proportion at every size.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
