"""How far a text was read, in one line for the operator."""

from ceremony_app.console.words import hour
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.papers import Completion
from ceremony_app.domain.show import units
from ceremony_app.services.readings import TextReading


def reading_words(told: TextReading) -> Message:
    """What the record says of one text in a session."""
    title, reading, phrases = told.text.title, told.reading, len(units(told.text))
    if told.completion is Completion.NOT_READ:
        return message("archive.reading.not_read", title=title)
    if told.completion is Completion.ON_PAPER:
        reader, at = told.reader or "?", hour(told.at)
        return message("archive.reading.on_paper", title=title, reader=reader, at=at)
    if told.completion is Completion.SHOWN:
        again = len(reading.repeated) if reading else 0
        if again:
            return message("archive.reading.again", title=title, phrases=phrases, again=again)
        return message("archive.reading.shown", title=title, phrases=phrases)
    missing = len({*reading.skipped, *reading.short, *reading.early}) if reading else 0
    if told.completion is Completion.CONFIRMED:
        return message("archive.reading.confirmed", title=title, missing=missing, phrases=phrases)
    return message("archive.reading.partial", title=title, missing=missing, phrases=phrases)
