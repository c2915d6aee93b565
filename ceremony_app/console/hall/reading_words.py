"""What the screen made of a text, in plain words: left out, too brief, out of order, repeated."""

from collections.abc import Iterator

from ceremony_app.domain.messages import Catalogue, message
from ceremony_app.domain.reading import Place, Reading
from ceremony_app.domain.show import part_label
from ceremony_app.domain.texts import Text

_MOST = 5
"""More places than these are counted: the operator decides, and does not read a table."""


def reading_words(text: Text, reading: Reading, say: Catalogue) -> str:
    """One sentence for each kind of fault, and one for what was repeated; empty for none."""
    return " ".join(
        say(key, places=_listed(text, places, say))
        for key, places in (
            ("hall.reading.skipped", reading.skipped),
            ("hall.reading.short", reading.short),
            ("hall.reading.early", reading.early),
            ("hall.reading.repeated", reading.repeated),
        )
        if places
    )


def _listed(text: Text, places: tuple[Place, ...], say: Catalogue) -> str:
    named = ", ".join(_places(text, places[:_MOST], say))
    more = len(places) - _MOST
    return say("hall.reading.more", places=named, count=more) if more > 0 else named


def _places(text: Text, places: tuple[Place, ...], say: Catalogue) -> Iterator[str]:
    for place in places:
        part = part_label(text, place.part)
        yield say.say(message("hall.reading.place", part=part, phrase=place.phrase + 1))
