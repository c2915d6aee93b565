"""What every picture of the podium has: what comes next, the clock, and the operator's words."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ceremony_app.domain.live import Pacing
from ceremony_app.domain.show import Step
from ceremony_app.domain.wording import timer_figures
from ceremony_app.projector.figures import bubble
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import beside_mark
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align

_CLOCK = 4.8
_TIME = 3.6
"""Sizes of the clock and of the times beside it, in hundredths of the height."""


def band_room(frame: Frame) -> QRectF:
    """The band at the top: whose turn it is."""
    return frame.part(0, 0, 1, 0.145)


def band_line(stage: Stage, frame: Frame) -> QRectF:
    """The line of that band."""
    return beside_mark(frame.row(0.04, 0.132), stage, frame)


def next_room(frame: Frame) -> QRectF:
    """Where the next words stand."""
    return frame.row(0.783, 0.893)


def coming(words: str, label: str, most: int, stage: Stage, frame: Frame) -> Iterator[Item]:
    """What comes next, dimmed, under a line."""
    setter, colours = stage.typesetter, stage.colours
    yield Fill(frame.row(0.727, 0.73), colours.line)
    small = int(2.9 * frame.unit)
    yield from setter.centred(label, frame.row(0.74, 0.782), small, colours.quiet)
    if words:
        yield from setter.centred(words, next_room(frame), most, colours.settled)


def next_label(following: Step | None, stage: Stage) -> str:
    """What stands over the next words; who speaks them, where that is another item."""
    if following is None:
        return stage.words("show.screen.last")
    speaker = following.cue.speaker
    if following.text is None and speaker:
        return stage.words("show.screen.next_by", speaker=speaker)
    return stage.words("show.screen.next")


def message_band(message: str, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The operator's words to the leader: a strong band, over what matters least."""
    if not message:
        return
    colours, setter = stage.colours, stage.typesetter
    band = frame.part(0, 0.15, 1, 0.25)
    yield Fill(band, colours.current)
    row = QRectF(frame.safe.left(), band.top(), frame.safe.width(), band.height())
    high = row.height() * 0.6
    figure = QRectF(row.left(), row.center().y() - high / 2, high * 1.15, high)
    yield Shape(bubble(figure), colours.ground)
    room = row.adjusted(high * 1.7, row.height() * 0.06, 0, -row.height() * 0.06)
    yield from setter.centred(message, room, int(5 * frame.unit), colours.ground, bold=True)


def clocks(pacing: Pacing, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The hour, how long this item has lasted, how long it should, and by how much it is over."""
    colours, setter, unit = stage.colours, stage.typesetter, frame.unit
    row = frame.row(0.899, 0.96)
    if pacing.clock:
        yield setter.line(pacing.clock, row, int(_CLOCK * unit), colours.current, bold=True)
    said = _lasted(pacing, stage)
    if not said:
        return
    over = pacing.elapsed - pacing.planned if pacing.planned else 0
    size = int(_TIME * unit)
    room = row.adjusted(20 * unit, 0, 0, 0)
    if over > 0:
        late = stage.words("show.screen.over", time=timer_figures(over))
        wide = setter.letters.width(late, size, bold=True) * 1.01 + 3 * unit
        box = QRectF(row.right() - wide, row.top(), wide, row.height())
        yield Fill(box, colours.accent, 0.8 * unit)
        yield setter.line(late, box, size, colours.on_accent, bold=True, align=Align.CENTRE)
        room = room.adjusted(0, 0, -wide - 2 * unit, 0)
    yield setter.line(said, room, size, colours.settled, align=Align.RIGHT)


def _lasted(pacing: Pacing, stage: Stage) -> str:
    if not pacing.clock:
        return ""
    lasted = timer_figures(pacing.elapsed)
    if not pacing.planned:
        return stage.words("show.screen.lasted", time=lasted)
    planned = timer_figures(pacing.planned)
    return stage.words("show.screen.lasted_of", time=lasted, planned=planned)
