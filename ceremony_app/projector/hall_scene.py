"""The hall's picture of a text: whose turn it is, and the whole point with the words of the moment.

The sign stands on top and the modest things (title, number, progress) at the foot, which heads in
the front rows may hide.
The words of the moment are bold on a raised ground with a bar beside them; those said carry a
tick; those to come are quiet.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Step, Turn, Unit, part_label
from ceremony_app.domain.texts import Text
from ceremony_app.projector.colours import Colours
from ceremony_app.projector.figures import check, pointer
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.sign import sign
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.text_layout import GAP, Page, PhraseBox, TextLayout, lay_out
from ceremony_app.projector.typeset import LINE, Align

_MOST = 7.6
_READABLE = 5.0
"""Sizes of letters in hundredths of the height: never larger, and not smaller but by pages."""

_GUTTER = 15.5
_NUMBER = 5.6
"""The room left of the words, and that of the number in it, in hundredths of the height."""

_TURNS = {
    Turn.LEADER: message("show.turn.leader"),
    Turn.HALL: message("show.turn.hall"),
    Turn.ALL: message("show.turn.all"),
}


def words_room(frame: Frame) -> QRectF:
    """Where the words of a text may stand."""
    room = frame.part(0, 0.175, 0.945, 0.87)
    room.setLeft(frame.safe.left() + _GUTTER * frame.unit)
    return room


def hall_layout(text: Text, stage: Stage, frame: Frame) -> TextLayout:
    """A text laid out for the hall."""
    most, readable = int(_MOST * frame.unit), int(_READABLE * frame.unit)
    return lay_out(text, stage.typesetter.letters, words_room(frame), most, readable)


def hall_scene(step: Step, layout: TextLayout, stage: Stage, frame: Frame) -> Iterator[Item]:
    """One step of a text as the hall sees it."""
    if step.text is None or step.unit is None:
        raise LookupError("a cue without a text has no scene of words")
    page = layout.page(step.unit.part, step.unit.first)
    yield Fill(frame.whole, stage.colours.ground)
    yield from _foot(step, step.text, page, stage, frame)
    yield from _number(step, page, layout, stage, frame)
    yield from _mark(step.unit, page, layout.size, stage.colours, frame)
    for box in page.boxes:
        yield from _phrase(box, step.unit, layout.size, stage)
    yield from progress(step, stage, frame.row(0.9, 0.907))
    own = step.turn in (Turn.HALL, Turn.ALL)
    band, line = frame.part(0, 0, 1, 0.14), frame.row(0.03, 0.125)
    yield from sign(stage, step.turn, _TURNS[step.turn], band, line, own=own)


def progress(step: Step, stage: Stage, row: QRectF) -> Iterator[Item]:
    """How far the text has come: a thin row of marks, one a breath, filled up to now."""
    gap = row.height() * 0.7
    wide = (row.width() - gap * (step.total - 1)) / step.total
    colours = stage.colours
    for index in range(step.total):
        colour = colours.quiet if index < step.position else colours.line
        left = row.left() + index * (wide + gap)
        yield Fill(QRectF(left, row.top(), wide, row.height()), colour, row.height() / 2)


def _foot(step: Step, text: Text, page: Page, stage: Stage, frame: Frame) -> Iterator[Item]:
    row, size = frame.row(0.92, 0.96), int(2.9 * frame.unit)
    setter, quiet = stage.typesetter, stage.colours.quiet
    place = setter.line(place_in_text(step, text, page, stage), row, size, quiet, align=Align.RIGHT)
    room = QRectF(row.left(), row.top(), place.rect.left() - row.left() - size, row.height())
    yield place
    title = setter.line(text.title, room, size, quiet)
    # Letters have a least size: in a very small preview the title gives way to the place.
    if setter.letters.width(title.words, title.size, bold=False) <= room.width():
        yield title


def place_in_text(step: Step, text: Text, page: Page | None, stage: Stage) -> str:
    """The number of the point, and of the page where a point has several; modestly."""
    if step.number:
        said = stage.words("show.screen.point_of", number=step.number, total=len(text.points))
    else:
        said = stage.words.say(part_label(text, step.state.part))
    if page is None or page.total == 1:
        return said
    return f"{said} · " + stage.words("show.screen.page_of", number=page.number, total=page.total)


def _number(
    step: Step, page: Page, layout: TextLayout, stage: Stage, frame: Frame
) -> Iterator[Item]:
    if not step.number:
        return
    first = page.boxes[0].rect
    size = int(min(1.7 * layout.size, 1.6 * _NUMBER * frame.unit))
    # Beside the first line, the figure standing on the same line as its words.
    setter = stage.typesetter
    room = QRectF(frame.safe.left(), 0, _NUMBER * frame.unit, size * LINE)
    room.moveTop(setter.baseline(first.top(), layout.size) - setter.baseline(0, size))
    yield setter.line(str(step.number), room, size, stage.colours.accent, bold=True)


def _phrase(box: PhraseBox, unit: Unit, size: int, stage: Stage) -> Iterator[Item]:
    colours = stage.colours
    is_current = unit.first <= box.phrase <= unit.last
    if box.phrase < unit.first:
        side = 0.42 * size
        room = QRectF(box.rect.left() - 1.05 * size, 0, side * 1.15, side)
        room.moveTop(box.rect.top() + LINE * size / 2 - side / 2)
        yield Shape(check(room), colours.settled, pen=0.085 * size)
    colour = colours.settled if box.phrase < unit.first else colours.coming
    yield from stage.typesetter.block(
        box.lines, box.rect, size, colours.current if is_current else colour, bold=is_current
    )


def _mark(unit: Unit, page: Page, size: int, colours: Colours, frame: Frame) -> Iterator[Item]:
    """What tells the words of the moment: ground, bar and pointer, around all of the breath."""
    rects = [box.rect for box in page.boxes if unit.first <= box.phrase <= unit.last]
    words = rects[0].united(rects[-1])
    pad = GAP / 2 * size
    corner = QPointF(words.left() - 1.25 * size, words.top() - pad)
    ground = QRectF(corner, QPointF(frame.safe.right(), words.bottom() + pad))
    yield Fill(ground, colours.raised, 0.16 * size)
    bar = QRectF(corner.x(), corner.y(), 0.16 * size, ground.height())
    yield Fill(bar, colours.accent, 0.08 * size)
    line = LINE * size
    tip = QRectF(words.left() - 0.78 * size, words.top() + line * 0.32, 0.34 * size, line * 0.36)
    yield Shape(pointer(tip), colours.accent)
