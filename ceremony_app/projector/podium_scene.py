"""The leader's picture of a text: the phrase in large type, the next one dimmed, whose turn."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Step, Turn, Unit, units
from ceremony_app.domain.texts import Text
from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.hall_scene import place_in_text, progress
from ceremony_app.projector.items import Fill, Item
from ceremony_app.projector.sign import sign
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align

_MOST = 13.0
_NEXT = 0.5
"""Largest letters in hundredths of the height; those of the next phrase in parts of them."""

_TURNS = {
    Turn.LEADER: message("show.turn.you"),
    Turn.HALL: message("show.turn.hall"),
    Turn.ALL: message("show.turn.all"),
}


def podium_size(text: Text, stage: Stage, frame: Frame) -> int:
    """The one size for a text at the podium: every breath fits, and every next one at its half."""
    rooms = (_now_room(frame), _next_room(frame))
    setter = stage.typesetter
    said = {unit_words(text, unit) for unit in units(text)}

    def fits(size: int) -> bool:
        return all(
            setter.height(words, room, small) <= room.height()
            for words in said
            for room, small in zip(rooms, (size, int(_NEXT * size)), strict=True)
        )

    return largest_size(int(_MOST * frame.unit), fits)


def podium_scene(
    step: Step, following: Step | None, size: int, stage: Stage, frame: Frame
) -> Iterator[Item]:
    """One step of a text as the leader sees it; `following` is the next breath, if any."""
    if step.text is None:
        raise LookupError("a cue without a text has no scene of words")
    colours, setter = stage.colours, stage.typesetter
    yield Fill(frame.whole, colours.ground)
    own = step.turn in (Turn.LEADER, Turn.ALL)
    band = frame.part(0, 0, 1, 0.145)
    yield from sign(stage, step.turn, _TURNS[step.turn], band, frame.row(0.035, 0.13), own=own)
    yield from progress(step, stage, frame.row(0.163, 0.171))
    small = int(2.9 * frame.unit)
    row = frame.row(0.185, 0.235)
    place = setter.line(
        place_in_text(step, step.text, None, stage), row, small, colours.quiet, align=Align.RIGHT
    )
    yield place
    title = QRectF(row.left(), row.top(), place.rect.left() - row.left() - small, row.height())
    yield setter.line(step.text.title, title, small, colours.quiet)
    yield from setter.centred(step.words, _now_room(frame), size, colours.current, bold=True)
    yield Fill(frame.row(0.722, 0.725), colours.line)
    yield setter.line(_next_label(stage, following), frame.row(0.74, 0.785), small, colours.quiet)
    if following:
        words = following.words or following.cue.title
        yield from setter.centred(words, _next_room(frame), int(_NEXT * size), colours.settled)


def _now_room(frame: Frame) -> QRectF:
    return frame.row(0.25, 0.7)


def _next_room(frame: Frame) -> QRectF:
    return frame.row(0.79, 0.96)


def _next_label(stage: Stage, following: Step | None) -> str:
    return stage.words("show.screen.next") if following else stage.words("show.screen.last")


def unit_words(text: Text, unit: Unit) -> str:
    """What is read in one breath."""
    phrases = text.parts[unit.part].phrases[unit.first : unit.last + 1]
    return " ".join(phrase.words for phrase in phrases)
