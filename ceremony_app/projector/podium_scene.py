"""The leader's picture of a text: the phrase in large type, the next one dimmed, whose turn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Step, Turn, Unit, units
from ceremony_app.domain.texts import Text
from ceremony_app.projector.figures import bubble
from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.hall_scene import progress, where_in_text
from ceremony_app.projector.items import Item, Shape
from ceremony_app.projector.podium_furniture import (
    band_line,
    band_room,
    coming,
    next_label,
    next_room,
)
from ceremony_app.projector.sign import sign
from ceremony_app.projector.stage import Stage

_MOST = 13.0
_NEXT = 0.5
"""Largest letters in hundredths of the height; those of the next phrase in parts of them."""

_TURNS = {
    Turn.LEADER: message("show.turn.you"),
    Turn.HALL: message("show.turn.hall_repeats"),
    Turn.ALL: message("show.turn.all"),
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a text's letters at the podium in pixels: of the words now, and the next."""

    now: int
    next: int


def podium_sizes(text: Text, stage: Stage, frame: Frame) -> Sizes:
    """One size for the words of the moment and one for the next: every breath fits into both."""
    said = {unit_words(text, unit) for unit in units(text)}
    now = _size_for(said, _now_room(text, frame), int(_MOST * frame.unit), stage)
    return Sizes(now, _size_for(said, next_room(frame), int(_NEXT * now), stage))


def _size_for(said: set[str], room: QRectF, most: int, stage: Stage) -> int:
    setter, high = stage.typesetter, room.height()
    return largest_size(
        most, lambda size: all(setter.height(words, room, size) <= high for words in said)
    )


def podium_scene(
    step: Step, following: Step | None, sizes: Sizes, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """One step of a text as the leader sees it; `following` is the next breath, if any."""
    if step.text is None or step.unit is None:
        raise LookupError("a cue without a text has no scene of words")
    colours, setter = stage.colours, stage.typesetter
    own = step.turn in (Turn.LEADER, Turn.ALL)
    yield from sign(
        stage, step.turn, _TURNS[step.turn], band_room(frame), band_line(stage, frame), own=own
    )
    yield from _where(step, step.text, stage, frame)
    now = _now_room(step.text, frame)
    yield from setter.centred(step.words, now, sizes.now, colours.current, bold=True)
    yield from _aid(unit_aid(step.text, step.unit), stage, frame)
    words = (following.words or following.cue.title) if following else ""
    yield from coming(words, next_label(following, stage), sizes.next, stage, frame)


def unit_words(text: Text, unit: Unit) -> str:
    """What is read in one breath."""
    phrases = text.parts[unit.part].phrases[unit.first : unit.last + 1]
    return " ".join(phrase.words for phrase in phrases)


def unit_aid(text: Text, unit: Unit) -> str:
    """How to say what is read in one breath."""
    phrases = text.parts[unit.part].phrases[unit.first : unit.last + 1]
    return " · ".join(phrase.aid for phrase in phrases if phrase.aid)


def _where(step: Step, text: Text, stage: Stage, frame: Frame) -> Iterator[Item]:
    """Progress, and modestly the text's title and the number of the point."""
    yield from progress(step, stage, frame.row(0.163, 0.171))
    row, small = frame.row(0.185, 0.235), int(2.9 * frame.unit)
    yield from where_in_text(step, text, None, stage, row, small)


def _aid(aid: str, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The note on how to say it, with a sign that it is not to be read out."""
    if not aid:
        return
    row, size = frame.row(0.645, 0.705), int(3.6 * frame.unit)
    side = row.height() * 0.62
    figure = QRectF(row.left(), row.center().y() - side / 2, side * 1.15, side)
    yield Shape(bubble(figure), stage.colours.mark)
    room = row.adjusted(side * 1.8, 0, 0, 0)
    yield from stage.typesetter.centred(aid, room, size, stage.colours.mark)


def _now_room(text: Text, frame: Frame) -> QRectF:
    """Where the words of the moment stand: the same place through a whole text."""
    has_aid = any(phrase.aid for part in text.parts for phrase in part.phrases)
    return frame.row(0.26, 0.635 if has_aid else 0.71)
