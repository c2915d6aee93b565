"""Pictures of items with a title: announcements, the anthem, the prayer, the closing."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF

from ceremony_app.domain.show import Step
from ceremony_app.projector.figures import standing
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import foot, has_logo, is_upright, logo, outlined, rule
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align

_GAP = 3.6
"""The room above and below the rule, in hundredths of the height."""


def title_scene(step: Step, stage: Stage, frame: Frame) -> Iterator[Item]:
    """An item announced: its title, and what goes with it."""
    yield from titled(step.cue.title, step.cue.subtitle, stage, frame)


def closing_scene(step: Step, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The end; thanks where nobody wrote anything else."""
    said = step.cue.subtitle or stage.words("show.screen.thanks")
    yield from titled(step.cue.title, said, stage, frame)


def titled(title: str, subtitle: str, stage: Stage, frame: Frame) -> Iterator[Item]:
    """A title in large letters, a rule, and a subtitle: one group in the middle."""
    setter, colours, unit = stage.typesetter, stage.colours, frame.unit
    yield from logo(frame.part(0.3, 0.07, 0.7, 0.25), stage)
    room = frame.part(0.08, 0.28 if has_logo(stage) else 0.1, 0.92, 0.88)
    under = room.adjusted(room.width() * 0.04, 0, -room.width() * 0.04, 0)
    large = setter.fitted(title, QSizeF(room.width(), 0.42 * frame.height), int(9.5 * unit))
    small = setter.fitted(subtitle, QSizeF(under.width(), 0.17 * frame.height), int(4.6 * unit))
    gap = _GAP * unit
    high = large.height + 2 * gap + small.height
    room.setTop(room.top() + (room.height() - high) / 2)
    yield from setter.block(
        large.lines, room, large.size, colours.current, bold=True, align=Align.CENTRE
    )
    middle = room.top() + large.height + gap
    yield rule(frame, stage, middle / frame.height)
    under.setTop(middle + gap)
    yield from setter.block(small.lines, under, small.size, colours.settled, align=Align.CENTRE)
    yield from foot(stage, frame)


def anthem_scene(step: Step, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The anthem's name between two lines, and that all stand. No words of it: all know them."""
    setter, colours = stage.typesetter, stage.colours
    side = 0.1 if is_upright(frame) else 0.2
    for top in (0.2, 0.62):
        yield Fill(frame.part(side, top, 1 - side, top + 0.004), colours.mark)
    over = stage.words("show.screen.anthem")
    yield setter.line(
        over, frame.row(0.24, 0.31), int(3.6 * frame.unit), colours.quiet, align=Align.CENTRE
    )
    yield from setter.centred(
        step.cue.title,
        frame.part(0.08, 0.32, 0.92, 0.59),
        int(13 * frame.unit),
        colours.current,
        bold=True,
        align=Align.CENTRE,
    )
    stand = step.cue.subtitle or stage.words("show.screen.stand")
    yield from _all_stand(stand, frame.part(0.08, 0.69, 0.92, 0.8), stage, frame)
    yield from foot(stage, frame)


def _all_stand(words: str, room: QRectF, stage: Stage, frame: Frame) -> Iterator[Item]:
    """What the hall does, with people who do it."""
    setter, colours = stage.typesetter, stage.colours
    high = room.height() * 0.66
    wide, gap, pad = high * 1.1, high * 0.5, room.height() * 0.5
    inner = room.adjusted(wide + gap + pad, 0, -pad, 0)
    lines = list(setter.centred(words, inner, int(5 * frame.unit), colours.current, bold=True))
    widest = max((line.rect.width() for line in lines), default=0.0)
    taken = wide + gap + widest
    left = room.center().x() - taken / 2
    box = QRectF(left - pad, room.top(), taken + 2 * pad, room.height())
    pen = 0.3 * frame.unit
    yield from outlined(box, colours.raised, colours.mark, room.height() / 2, pen)
    figure = QRectF(left, room.center().y() - high / 2, wide, high)
    yield Shape(standing(figure), colours.current)
    for line in lines:
        yield replace(line, rect=line.rect.translated(left + wide + gap - inner.left(), 0))


def prayer_scene(step: Step, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The prayer: a word, and quiet."""
    setter, colours = stage.typesetter, stage.colours
    yield from setter.centred(
        step.cue.title,
        frame.part(0.1, 0.26, 0.9, 0.56),
        int(10.5 * frame.unit),
        colours.settled,
        bold=True,
        align=Align.CENTRE,
    )
    if step.cue.subtitle:
        yield from setter.centred(
            step.cue.subtitle,
            frame.part(0.14, 0.6, 0.86, 0.76),
            int(4.4 * frame.unit),
            colours.quiet,
            align=Align.CENTRE,
        )
    yield from foot(stage, frame)
