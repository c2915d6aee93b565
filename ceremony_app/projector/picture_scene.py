"""A picture of the office's own, shown whole, with its caption."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ceremony_app.domain.show import Step
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Image, Item
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.title_scene import titled
from ceremony_app.projector.typeset import Align


def picture_scene(step: Step, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The picture as large as fits, nothing of it cut off; its title where it is not at hand."""
    cue = step.cue
    if cue.picture not in stage.art:
        yield from titled(cue.title, cue.subtitle, stage, frame)
        return
    caption = " · ".join(part for part in (cue.title, cue.subtitle) if part)
    room = frame.row(0.04, 0.88 if caption else 0.96)
    image = stage.art.fitted(cue.picture, room.size().toSize())
    left = room.center().x() - image.width() / 2
    top = room.center().y() - image.height() / 2
    yield Image(image, QRectF(round(left), round(top), image.width(), image.height()))
    if caption:
        row, size = frame.row(0.9, 0.958), int(3.6 * frame.unit)
        colour = stage.colours.current
        yield from stage.typesetter.centred(caption, row, size, colour, align=Align.CENTRE)
