"""The items of the minutes in their order, for whatever they are laid out in."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_app.documents.minutes_words import MinutesWords
from ceremony_app.documents.reading_words import ReadingWords
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import MinutesData


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """A numbered item and what belongs under it: a list, counts by their labels, a remark."""

    words: str
    listed: tuple[str, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()
    remark: str = ""


def minutes_title(words: Catalogue, minutes: MinutesData) -> str:
    """Which kind of minutes these are."""
    key = "papers.minutes.supplement_title" if minutes.supplements else "papers.minutes.title"
    kind = words(key)
    return words("papers.minutes.update_title", kind=kind) if minutes.updates else kind


def minutes_items(words: Catalogue, minutes: MinutesData) -> Iterator[MinutesItem]:
    """Everything that is told; the record and its head stand under it, where they are printed."""
    told = MinutesWords(words, minutes)
    if minutes.supplements:
        yield MinutesItem(told.supplements(minutes.supplements))
    if minutes.updates:
        yield MinutesItem(told.updates(minutes.updates))
    yield MinutesItem(told.presided())
    if minutes.legal_bases:
        yield MinutesItem(words("papers.minutes.bases"), minutes.legal_bases)
    yield MinutesItem(told.people(), counts=tuple(told.counts()))
    if minutes.quorum is not None:
        yield MinutesItem(told.quorum(minutes.quorum))
    if minutes.guests:
        yield MinutesItem(told.guests())
    reading = ReadingWords(words)
    for text in minutes.texts:
        yield MinutesItem(told.reading(text), remark=reading.completeness(text))
    for pact in minutes.pacts:
        yield MinutesItem(told.signing(pact), tuple(told.representatives(pact)))
    if minutes.witnesses:
        facts = tuple(told.witness(fact) for fact in minutes.witnesses)
        yield MinutesItem(words("papers.minutes.witnesses"), facts)
    if minutes.clock_jumps:
        yield MinutesItem(words("papers.minutes.clock"), tuple(told.clock_jumps()))
