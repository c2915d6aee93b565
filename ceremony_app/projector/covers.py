"""What lies over the hall's picture at a key press."""

from collections.abc import Iterator

from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import has_logo, logo, rule
from ceremony_app.projector.items import Fill, Item
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align


def black_cover(stage: Stage, frame: Frame) -> Iterator[Item]:
    """Nothing, and no light."""
    yield Fill(frame.whole, stage.colours.black)


def logo_cover(stage: Stage, frame: Frame) -> Iterator[Item]:
    """The office's logo and name: what the hall sees while something is put right."""
    details, setter = stage.details, stage.typesetter
    office = details.unit or details.letterhead.office or details.title
    if has_logo(stage):
        yield from logo(frame.part(0.25, 0.1, 0.75, 0.48), stage)
    room = (
        frame.part(0.12, 0.51, 0.88, 0.67) if has_logo(stage) else frame.part(0.12, 0.3, 0.88, 0.53)
    )
    yield from setter.centred(
        office, room, int(6.2 * frame.unit), stage.colours.current, bold=True, align=Align.CENTRE
    )
    top = 0.69 if has_logo(stage) else 0.57
    yield rule(frame, stage, top)
    if details.title != office:
        yield from setter.centred(
            details.title,
            frame.part(0.15, top + 0.04, 0.85, top + 0.17),
            int(3.4 * frame.unit),
            stage.colours.quiet,
            align=Align.CENTRE,
        )
