"""A word of an approved text is changed shortly before it is read, and the text approved again."""

from dataclasses import replace

from ceremony_app.domain.blanks import has_blanks
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.texts import Point, Text
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile


class Correction:
    """Reopening, changing and approving in one go; the record has all three."""

    def __init__(self, file: CeremonyFile) -> None:
        self._preparation = Preparation(file)

    def correct(self, text: Text, by: str, reason: str) -> Text:
        """Keep a changed text as approved by somebody, for a reason; answers it as it is kept.

        Raises Refused where there is no name or no reason, where a blank is left, and while the
        text stands on the hall's screen: then the text is as it was before.
        """
        if not by.strip():
            raise Refused("correction.no_name", title=text.title)
        if not all(phrase.words for part in text.parts for phrase in part.phrases):
            raise Refused("correction.empty", title=text.title)
        if has_blanks(text):
            raise Refused("correction.blank", title=text.title)
        preparation = self._preparation
        preparation.reopen(preparation.text(text.id), by, reason)
        preparation.change_text(text)
        preparation.approve(preparation.text(text.id), by)
        return preparation.text(text.id).text


def reworded(text: Text, part: int, phrase: int, words: str) -> Text:
    """A text with other words in one phrase, by its part and number from 0; blanks made single.

    Raises IndexError where there is no such phrase.
    """
    point = text.parts[part]
    changed = replace(point.phrases[phrase], words=" ".join(words.split()))
    phrases = (*point.phrases[:phrase], changed, *point.phrases[phrase + 1 :])
    return _with_part(text, part, Point(phrases))


def _with_part(text: Text, part: int, point: Point) -> Text:
    number = part - (1 if text.opening else 0)
    if number < 0:
        return replace(text, opening=point)
    if number == len(text.points):
        return replace(text, closing=point)
    return replace(text, points=(*text.points[:number], point, *text.points[number + 1 :]))
