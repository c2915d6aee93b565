"""How the minutes tell whether a text was read whole: what the screen showed, and no more.

Going back is told, since it happened, and is no fault. What was read from paper is not said to
have been read whole, nor not to have been.
"""

from collections.abc import Iterator, Sequence

from ceremony_app.documents.stationery import BLANK
from ceremony_app.domain import wording
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import Completion, TextRead
from ceremony_app.domain.reading import Place
from ceremony_app.domain.show import point_number, units
from ceremony_app.domain.texts import Pace, Text


class ReadingWords:
    """Tells the completeness of readings in Indonesian."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words

    def completeness(self, read: TextRead) -> str:
        """The paragraph about one text; empty where it was not read."""
        if read.completion is Completion.NOT_READ:
            return ""
        return self._words("papers.reading.told", told=" ".join(self._told(read)))

    def _told(self, read: TextRead) -> Iterator[str]:
        words = self._words
        if read.completion is Completion.ON_PAPER:
            yield words("papers.reading.on_paper")
            return
        if read.reading is None or read.text is None or read.reading.complete:
            yield from self._whole(read)
        else:
            yield self._count(read, len(read.reading.skipped))
            yield from self._places("papers.reading.skipped", read.text, read.reading.skipped)
            yield from self._places("papers.reading.short", read.text, read.reading.short)
            yield from self._places("papers.reading.early", read.text, read.reading.early)
        if read.reading is not None and read.text is not None:
            yield from self._places("papers.reading.repeated", read.text, read.reading.repeated)
        if read.completion is Completion.CONFIRMED:
            yield words("papers.reading.confirmed", reason=read.reason.rstrip(" .") or BLANK)
        if read.completion is Completion.PARTIAL:
            yield words("papers.reading.partial")

    def _whole(self, read: TextRead) -> Iterator[str]:
        """That all of it was shown, where the record says so."""
        if read.completion is Completion.SHOWN or read.reading is not None:
            yield self._words("papers.reading.whole", phrases=self._counted(read, read.phrases))

    def _count(self, read: TextRead, skipped: int) -> str:
        shown = self._counted(read, read.phrases - skipped)
        return self._words(
            "papers.reading.some", shown=shown, phrases=self._counted(read, read.phrases)
        )

    def _counted(self, read: TextRead, count: int) -> str:
        by_points = read.text is not None and read.text.pace is Pace.POINT
        key = "papers.reading.part_unit" if by_points else "papers.reading.phrase_unit"
        return wording.counted(count, self._words(key))

    def _places(self, key: str, text: Text, places: Sequence[Place]) -> Iterator[str]:
        """One sentence that names places; none where there are none."""
        if places:
            parts = dict.fromkeys(place.part for place in places)
            named = [self._part(text, part, places) for part in parts]
            yield self._words(key, places=wording.listed(named))

    def _part(self, text: Text, part: int, places: Sequence[Place]) -> str:
        """A part with the phrases that are meant; without them where all of it is."""
        number = point_number(text, part)
        if number:
            name = self._words("papers.reading.point", number=number)
        else:
            name = self._words("papers.reading.opening" if part == 0 else "papers.reading.closing")
        meant = [place.phrase for place in places if place.part == part]
        if len(meant) == sum(1 for unit in units(text) if unit.part == part):
            return name
        phrases = wording.listed([str(phrase + 1) for phrase in sorted(meant)])
        return self._words("papers.reading.phrases", part=name, phrases=phrases)
