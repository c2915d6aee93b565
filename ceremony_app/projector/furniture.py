"""What several scenes have in common: headings, rules, the foot, the logo, the rehearsal's mark."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainterPath

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.wording import day_and_date
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Image, Item, Shape
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.typeset import Align

_PLATE = 0.14
"""How far the plate under a logo reaches beyond it, in parts of the logo's shorter side."""


_LOGO = 13.0
"""The most height of a logo beside a heading, in hundredths of the height."""


def is_upright(frame: Frame) -> bool:
    """Whether a picture is higher than it is wide."""
    return frame.height > frame.width


def backdrop(stage: Stage, frame: Frame, strength: float) -> Iterator[Item]:
    """The office's background, where it has one; `strength` is 1 at its most, 0 for none."""
    background = stage.details.look.background
    if strength and background in stage.art:
        size = QSize(frame.width, frame.height)
        image = stage.art.background(background, size, stage.colours, strength)
        yield Image(image, frame.whole)


def has_logo(stage: Stage) -> bool:
    """Whether there is a logo to show."""
    return stage.details.look.logo in stage.art


def logo(room: QRectF, stage: Stage, align: Align = Align.CENTRE) -> Iterator[Item]:
    """The office's logo as large as fits; on a plate where it would not be seen."""
    if not has_logo(stage):
        return
    identity, art = stage.details.look.logo, stage.art
    on_plate = art.needs_plate(identity, stage.colours)
    margin = min(room.width(), room.height()) * (_PLATE if on_plate else 0.0)
    inner = room.adjusted(margin, margin, -margin, -margin)
    image = art.fitted(identity, inner.size().toSize())
    left = inner.left() + (inner.width() - image.width()) * align.value
    top = inner.center().y() - image.height() / 2
    # On whole pixels: a logo between them would be blurred.
    rect = QRectF(round(left), round(top), image.width(), image.height())
    if on_plate:
        plate = rect.adjusted(-margin, -margin, margin, margin)
        yield Fill(plate, stage.colours.current, margin)
    yield Image(image, rect)


def heading(words: str, frame: Frame, most: float, stage: Stage) -> Iterator[Item]:
    """The line at the top with a rule below it, the logo before it where there is one.

    `most` is the largest size in hundredths of the height.
    """
    setter, colour = stage.typesetter, stage.colours.current
    room = beside_mark(frame.part(0.07, 0.055, 0.93, 0.185), stage, frame)
    high = min(room.height(), _LOGO * frame.unit)
    side = high * 1.25 if has_logo(stage) else 0.0
    space = QSizeF(room.width() - side, room.height())
    fitted = setter.fitted(words, space, int(most * frame.unit))
    letters = setter.letters
    wide = max((letters.width(line, fitted.size, bold=True) for line in fitted.lines), default=0.0)
    left = room.left() + (room.width() - side - wide) / 2
    yield from logo(QRectF(left, room.center().y() - high / 2, high, high), stage)
    top = room.center().y() - fitted.height / 2
    place = QRectF(left + side, top, wide, room.height())
    align = Align.LEFT if has_logo(stage) else Align.CENTRE
    yield from setter.block(fitted.lines, place, fitted.size, colour, bold=True, align=align)
    yield rule(frame, stage, 0.21)


def rule(frame: Frame, stage: Stage, top: float) -> Item:
    """A short line in the middle that parts a heading from what follows."""
    return Fill(frame.part(0.46, top, 0.54, top + 0.005), stage.colours.mark)


def foot(stage: Stage, frame: Frame) -> Iterator[Item]:
    """Place and day, small: it tells one recording of a ceremony from another."""
    said = _place_and_day(stage.details)
    if said:
        row, size = frame.row(0.918, 0.958), int(2.7 * frame.unit)
        yield from stage.typesetter.centred(
            said, row, size, stage.colours.quiet, align=Align.CENTRE
        )


def rehearsal_mark(stage: Stage, frame: Frame) -> Iterator[Item]:
    """What every picture of a rehearsal carries in its corner."""
    if not stage.details.rehearsal:
        return
    room, colours = mark_room(frame), stage.colours
    pen = 0.06 * room.height()
    yield from outlined(room, colours.current, colours.ground, 0.14 * room.height(), pen)
    said, size = stage.words("show.screen.rehearsal"), int(room.height() * 0.6)
    inner = room.adjusted(0.2 * room.height(), 0, -0.2 * room.height(), 0)
    yield stage.typesetter.line(said, inner, size, colours.ground, bold=True, align=Align.CENTRE)


def beside_mark(room: QRectF, stage: Stage, frame: Frame) -> QRectF:
    """A room at the top as narrow, on both sides, as the rehearsal's mark asks for."""
    if not stage.details.rehearsal:
        return room
    edge = max(room.left(), mark_room(frame).right() + frame.unit)
    return QRectF(edge, room.top(), frame.width - 2 * edge, room.height())


def mark_room(frame: Frame) -> QRectF:
    """The corner that scenes leave to the rehearsal's mark."""
    return QRectF(frame.safe.left(), frame.safe.top(), 15 * frame.unit, 5.4 * frame.unit)


def outlined(rect: QRectF, ground: str, edge: str, radius: float, pen: float) -> Iterator[Item]:
    """A rectangle with round corners and an edge that is seen where its ground hardly is."""
    yield Fill(rect, ground, radius)
    path = QPainterPath()
    inset = pen / 2
    path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    yield Shape(path, edge, pen=pen)


def _place_and_day(details: Details) -> str:
    place = ", ".join(part for part in (details.place, details.city) if part)
    day = day_and_date(details.date) if details.date else ""
    return " · ".join(part for part in (place, day) if part)
