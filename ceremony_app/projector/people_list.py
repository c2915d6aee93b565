"""People in rows, each with a sign: those who sign, and witnesses.

No numbers stand beside the names: that would look like a ballot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from ceremony_app.projector.figures import check, pen
from ceremony_app.projector.fitting import largest_size
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.stage import Stage

_SMALLER = 0.7
"""The size of what stands under a name in parts of that of the name."""

_INDENT = 2.5
"""How far names stand from the left of their rows, in sizes of their letters."""

_MOST = 5.4
"""The largest names in hundredths of the height."""

_HIGHEST = 3.4
"""The most room that a row takes, in sizes of its letters."""

_WITH_POST = 0.42
_ALONE = 0.5
"""The most size of a name in heights of its row: with something under it, and without."""

_MOST_COLUMNS = 3
_GAIN = 1.15
"""Another column is begun only where names become larger by this."""


class Mark(Enum):
    """What a row's sign says of somebody."""

    OPEN = auto()
    NOW = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A name, what stands under it, and its sign."""

    name: str
    under: str
    mark: Mark


def people_list(rows: list[Row], room: QRectF, stage: Stage, frame: Frame) -> Iterator[Item]:
    """The rows in their order, down one column and then the next; all in one size."""
    columns, size = _best(rows, room, stage, frame)
    count = -(-len(rows) // columns)
    wide, high = room.width() / columns, min(room.height() / count, size * _HIGHEST)
    widest = min(max(_widths(rows, size, stage)), wide)
    left = room.left() + (wide - widest) / 2 if columns == 1 else room.left()
    top = room.top() + (room.height() - count * high) / 2
    for at, row in enumerate(rows):
        corner = QPointF(left + wide * (at // count), top + high * (at % count))
        yield from _row(row, QRectF(corner.x(), corner.y(), widest, high), size, stage)


def _best(rows: list[Row], room: QRectF, stage: Stage, frame: Frame) -> tuple[int, int]:
    """The number of columns in which names are clearly largest, and their one size.

    Nobody's name is larger than another's.
    """
    best = (1, 0)
    for columns in range(1, _MOST_COLUMNS + 1):
        place = QSizeF(room.width() / columns, room.height() / -(-len(rows) // columns))
        size = _size_for(rows, place, stage, frame)
        if size > best[1] * _GAIN:
            best = columns, size
    return best


def _size_for(rows: list[Row], place: QSizeF, stage: Stage, frame: Frame) -> int:
    share = _WITH_POST if any(row.under for row in rows) else _ALONE
    most = min(int(_MOST * frame.unit), int(place.height() * share))
    return largest_size(most, lambda size: max(_widths(rows, size, stage)) <= place.width())


def _widths(rows: list[Row], size: int, stage: Stage) -> Iterator[float]:
    """How wide each row is: the sign, and the longer of the name and what stands under it."""
    letters = stage.typesetter.letters
    for row in rows:
        name = letters.width(row.name, size, bold=True)
        under = letters.width(row.under, size * _SMALLER, bold=False)
        yield max(name, under) * 1.01 + (_INDENT + 0.6) * size


def _row(row: Row, room: QRectF, size: int, stage: Stage) -> Iterator[Item]:
    colours, setter = stage.colours, stage.typesetter
    side = size * 1.7
    disc = QRectF(room.left() + size * 0.2, room.center().y() - side / 2, side, side)
    yield from _sign(row.mark, disc, stage)
    lines = room.adjusted(_INDENT * size, 0, 0, 0)
    middle = room.center().y() + size * 0.14
    name = QRectF(lines.left(), middle - size * 1.3, lines.width(), size * 1.3)
    under = QRectF(lines.left(), middle, lines.width(), size * 0.95)
    if not row.under:
        name.moveCenter(QPointF(name.center().x(), room.center().y()))
    yield from setter.centred(row.name, name, size, colours.current, bold=True)
    if row.under:
        yield from setter.centred(row.under, under, int(size * _SMALLER), colours.settled)


def _sign(mark: Mark, disc: QRectF, stage: Stage) -> Iterator[Item]:
    """An empty ring, a pen at work, or a tick on a full disc."""
    colours, side = stage.colours, disc.width()
    if mark is Mark.OPEN:
        ring, thick = QPainterPath(), side * 0.06
        ring.addEllipse(disc.adjusted(thick, thick, -thick, -thick))
        yield Shape(ring, colours.coming, pen=thick)
        return
    yield Fill(disc, colours.accent, side / 2)
    inset = side * 0.28
    inner = disc.adjusted(inset, inset, -inset, -inset)
    if mark is Mark.DONE:
        yield Shape(check(inner), colours.on_accent, pen=side * 0.1)
    else:
        yield Shape(pen(inner), colours.on_accent)
