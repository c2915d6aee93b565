"""What to say of a printer that has not the paper that is asked of it."""

from collections.abc import Sequence

from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.media import Fit, Media, MediaList, SizeMm
from ceremony_app.domain.messages import Catalogue, Message, message

_MOST_NAMED = 2


def media_note(printer: str, media: MediaList, size: SizeMm, say: Catalogue) -> str:
    """A sentence that warns and says what to do; empty where there is nothing to mind.

    What a queue leaves unsaid is worth a word only for F4, the paper that is mistaken for others.
    """
    wanted = say.say(_size_words(size))
    near = ", ".join(_near(media.near_misses(size), say))
    match media.fit(size):
        case Fit.ABSENT if near:
            return say("printing.media.absent_near", printer=printer, size=wanted, near=near)
        case Fit.ABSENT:
            return say("printing.media.absent", printer=printer, size=wanted)
        case Fit.CUSTOM if near and size == Paper.F4.size_mm:
            return say("printing.media.by_measure", printer=printer, size=wanted, near=near)
        case Fit.UNTOLD if size == Paper.F4.size_mm:
            return say("printing.media.untold", printer=printer)
        case _:
            return ""


def _size_words(size: SizeMm) -> Message:
    if size == Paper.A4.size_mm:
        return message("printing.media.a4")
    if size == Paper.F4.size_mm:
        return message("printing.media.f4")
    return message("printing.media.label", width=f"{size[0]:g}", height=f"{size[1]:g}")


def _near(media: Sequence[Media], say: Catalogue) -> list[str]:
    words = []
    for one in media[:_MOST_NAMED]:
        width, height = (f"{side:.0f}" for side in one.size_mm)
        key = "printing.media.near" if one.words else "printing.media.near_plain"
        words.append(say(key, name=one.words, width=width, height=height))
    return words
