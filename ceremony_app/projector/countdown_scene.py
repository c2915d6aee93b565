"""The countdown to the beginning: large figures that do not shake, and a word when it is time."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ceremony_app.domain.show import Step
from ceremony_app.domain.wording import clock, timer_figures
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import foot, heading
from ceremony_app.projector.items import Item
from ceremony_app.projector.letters import LINE
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align


def countdown_scene(step: Step, stage: Stage, frame: Frame, *, runs: bool) -> Iterator[Item]:
    """What stands still: the heading and the hour; without a running clock the hour is large."""
    setter, colours, unit = stage.typesetter, stage.colours, frame.unit
    yield from heading(stage.details.title, frame, 4.2, stage)
    yield from setter.centred(
        step.cue.title, frame.row(0.25, 0.34), int(5 * unit), colours.current, align=Align.CENTRE
    )
    hour = begins_at(step, stage)
    if hour and not runs:
        yield setter.line(
            hour, _figures_room(frame), int(13 * unit), colours.mark, bold=True, align=Align.CENTRE
        )
    elif hour:
        row = frame.row(0.73, 0.79)
        yield setter.line(hour, row, int(4.6 * unit), colours.settled, align=Align.CENTRE)
    if step.cue.subtitle:
        row, size = frame.row(0.82, 0.88), int(3.8 * unit)
        yield from setter.centred(step.cue.subtitle, row, size, colours.settled, align=Align.CENTRE)
    yield from foot(stage, frame)


def countdown_figures(remaining: int, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The time that is left; at its end, that it begins."""
    colour, room = stage.colours.mark, _figures_room(frame)
    if remaining <= 0:
        said = stage.words("show.screen.begins")
        size = int(12 * frame.unit)
        yield stage.typesetter.line(said, room, size, colour, bold=True, align=Align.CENTRE)
        return
    yield from steady_figures(timer_figures(remaining), room, stage, colour)


def steady_figures(figures: str, room: QRectF, stage: Stage, colour: str) -> Iterator[Item]:
    """Figures in cells of one width, in the middle of a room: none moves when another changes."""
    letters, setter = stage.typesetter.letters, stage.typesetter
    digit = max(letters.width(one, 1, bold=True) for one in "0123456789")
    colon = letters.width(":", 1, bold=True) * 1.3
    cells = [colon if one == ":" else digit for one in figures]
    size = int(min(room.height() / LINE, room.width() / sum(cells)))
    left = room.center().x() - sum(cells) * size / 2
    for figure, cell in zip(figures, cells, strict=True):
        place = QRectF(left, room.top(), cell * size, room.height())
        yield setter.line(figure, place, size, colour, bold=True, align=Align.CENTRE)
        left += cell * size


def begins_at(step: Step, stage: Stage) -> str:
    """The hour to which a countdown runs, as "pukul 08.00 WIB"; empty where nobody set one."""
    hour = step.cue.until or stage.details.time
    return clock(hour, stage.details.zone) if hour else ""


def _figures_room(frame: Frame) -> QRectF:
    return frame.row(0.36, 0.72)
