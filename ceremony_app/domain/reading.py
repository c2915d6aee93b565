"""Whether a text was shown whole: every phrase, in order, long enough to be read.

A phrase was shown if it was visible at least as long as a calm reader needs; its time is that
of all its steps together (led and repeated show the same words). Going back and repeating does
no harm; skipping does. Decision 0060 says what counts as visible.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceremony_app.domain.show import Unit, minimum_seconds, units
from ceremony_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Showing:
    """One step of a text as it was on the screen: which phrase, how long, visible or covered."""

    part: int
    phrase: int
    seconds: float
    visible: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase by its part and number, from 0."""

    part: int
    phrase: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a text on the screen.

    `skipped` were never visible, `short` too briefly or for a time that nobody knows, `early`
    before one that belongs before them; `repeated` were gone back to, which is no fault.
    """

    skipped: tuple[Place, ...]
    short: tuple[Place, ...]
    early: tuple[Place, ...]
    repeated: tuple[Place, ...]

    @property
    def complete(self) -> bool:
        return not (self.skipped or self.short or self.early)


def judge(text: Text, showings: Iterable[Showing]) -> Reading:
    """Hold what was on the screen against the whole text."""
    wanted = units(text)
    seen = [showing for showing in showings if showing.visible]
    seconds = {_place(unit): 0.0 for unit in wanted}
    for showing in seen:
        place = Place(showing.part, showing.phrase)
        if place in seconds:
            seconds[place] += showing.seconds
    order = [Place(showing.part, showing.phrase) for showing in seen]
    skipped = tuple(place for place in seconds if place not in order)
    short = tuple(
        _place(unit)
        for unit in wanted
        if _place(unit) in order and seconds[_place(unit)] < minimum_seconds(_words(text, unit))
    )
    return Reading(skipped, short, _early(list(seconds), order), _repeated(order))


def _place(unit: Unit) -> Place:
    return Place(unit.part, unit.first)


def _words(text: Text, unit: Unit) -> str:
    phrases = text.parts[unit.part].phrases[unit.first : unit.last + 1]
    return " ".join(phrase.words for phrase in phrases)


def _early(wanted: Sequence[Place], order: Sequence[Place]) -> tuple[Place, ...]:
    """Those first shown before a phrase that belongs before them was ever shown."""
    first: dict[Place, int] = {}
    for at, place in enumerate(order):
        first.setdefault(place, at)
    early, latest = [], -1
    for place in wanted:
        shown = first.get(place)
        if shown is None:
            continue
        if shown < latest:
            early.append(place)
        latest = max(latest, shown)
    return tuple(early)


def _repeated(order: Sequence[Place]) -> tuple[Place, ...]:
    """Those that were left and come back to."""
    left: dict[Place, None] = {}
    repeated: dict[Place, None] = {}
    previous = None
    for place in order:
        if place != previous and place in left:
            repeated[place] = None
        left[place] = None
        previous = place
    return tuple(repeated)
