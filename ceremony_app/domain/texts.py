"""Texts that people swear: points, phrases, and the hash that an approval holds on to."""

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class PhraseRole(StrEnum):
    """Who speaks a phrase: leader then hall, the leader alone, or all together."""

    HALL = "hall"
    LEADER = "leader"
    ALL = "all"


class Pace(StrEnum):
    """The unit in which a text is led."""

    PHRASE = "phrase"
    POINT = "point"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a point that is led and repeated in one breath.

    `aid` tells the leader how to say it; only the podium shows it.
    """

    words: str
    role: PhraseRole = PhraseRole.HALL
    aid: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a text; its words are its phrases, joined by single blanks."""

    phrases: tuple[Phrase, ...]

    @property
    def words(self) -> str:
        return " ".join(phrase.words for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Text:
    """A text for the hall: heading, opening, numbered points, closing.

    `opening` and `closing` are points without a number, or None. `optional` marks a text that
    the source of the template does not report; `note` says so to the operator.
    """

    id: str
    key: str
    title: str
    points: tuple[Point, ...]
    opening: Point | None = None
    closing: Point | None = None
    pace: Pace = Pace.PHRASE
    optional: bool = False
    note: str = ""

    @property
    def parts(self) -> tuple[Point, ...]:
        """Opening, points and closing in the order in which they are read."""
        ends = (self.opening,), self.points, (self.closing,)
        return tuple(part for parts in ends for part in parts if part is not None)

    @property
    def sha256(self) -> str:
        """Hex SHA-256 over title, opening, points and closing in NFC.

        Phrases are left out on purpose: regrouping the words does not change the oath.
        """
        spoken = {
            "closing": _nfc(self.closing.words) if self.closing else "",
            "opening": _nfc(self.opening.words) if self.opening else "",
            "points": [_nfc(point.words) for point in self.points],
            "title": _nfc(self.title),
        }
        canonical = json.dumps(spoken, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))
