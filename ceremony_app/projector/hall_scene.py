"""The hall's picture of a text: whose turn it is, and the whole point with the words of the moment.

The sign stands on top and the modest things (title, number, progress) at the foot, which heads in
the front rows may hide.
The words of the moment are bold on a ground of their own, which lights up when the hall repeats
them, with the figure of who says them; those said carry a tick; those to come are quiet. Nothing
moves from one breath to the next.
"""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from ceremony_app.domain.legibility import least_capital
from ceremony_app.domain.messages import message
from ceremony_app.domain.show import Step, Turn, Unit, part_label
from ceremony_app.domain.texts import Text
from ceremony_app.projector.colours import Colours
from ceremony_app.projector.figures import check
from ceremony_app.projector.fitting import LEAST
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import beside_mark, outlined
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.letters import LINE
from ceremony_app.projector.sign import figure, figure_shape, sign
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.text_layout import GAP, Page, PhraseBox, TextLayout, lay_out
from ceremony_app.projector.typeset import Align

_MOST = 7.6
_READABLE = 5.0
"""Sizes of letters in hundredths of the height: no larger, and not smaller but by pages."""

LARGEST = 12.0
"""Where the hall is deep for its picture letters grow beyond that: up to four lines to a page."""

_GUTTER = 16.5
"""The room left of the words, in hundredths of the height: for the number and for signs."""

_FIGURES = 6.5
"""The least room for the number, in hundredths of the height."""

_REACH = 1.5
_APART = 0.15
_NUMBER = 0.8
"""How far the ground of the current words reaches to their left, how far apart from it the number
stands, and the size of that, in sizes of the letters."""

_TITLE = 0.72
"""The room of the text's title in its row: the same for each point, so that it never moves."""

_ROUND = 0.16
_EDGE = 0.05
"""Corners and edge of that ground, in sizes of the letters."""

_TURNS = {
    Turn.LEADER: message("show.turn.leader"),
    Turn.HALL: message("show.turn.hall"),
    Turn.ALL: message("show.turn.all"),
}


def words_room(frame: Frame, size: float = 0.0) -> QRectF:
    """Where the words of a text may stand whose letters may be so many pixels large."""
    room = frame.part(0, 0.175, 0.945, 0.87)
    gutter = max(_GUTTER * frame.unit, _FIGURES * frame.unit + (_REACH + _APART) * size)
    room.setLeft(frame.safe.left() + gutter)
    return room


def hall_layout(text: Text, stage: Stage, frame: Frame) -> TextLayout:
    """A text laid out for the hall, no smaller than its last row can read as far as that goes."""
    letters = stage.typesetter.letters
    last_row = least_capital(stage.details.look) / letters.capital * frame.height
    readable = ceil(min(max(_READABLE * frame.unit, last_row), LARGEST * frame.unit))
    most = max(int(_MOST * frame.unit), readable)
    return lay_out(text, letters, words_room(frame, readable), most, readable)


def hall_scene(step: Step, layout: TextLayout, stage: Stage, frame: Frame) -> Iterator[Item]:
    """One step of a text as the hall sees it."""
    if step.text is None or step.unit is None:
        raise LookupError("a cue without a text has no scene of words")
    page = layout.page(step.unit.part, step.unit.first)
    own = step.turn in (Turn.HALL, Turn.ALL)
    row, small = frame.row(0.92, 0.96), int(2.9 * frame.unit)
    yield from where_in_text(step, step.text, page, stage, row, small)
    yield from _number(step, page, layout, stage, frame)
    yield from _mark(step, step.unit, page, layout.size, stage.colours, frame, own=own)
    for box in page.boxes:
        yield from _phrase(box, step.unit, layout.size, stage, own=own)
    yield from progress(step, stage, frame.row(0.9, 0.907))
    band = frame.part(0, 0, 1, 0.14)
    line = beside_mark(frame.row(0.041, 0.129), stage, frame)
    yield from sign(stage, step.turn, _TURNS[step.turn], band, line, own=own)


def progress(step: Step, stage: Stage, row: QRectF) -> Iterator[Item]:
    """How far the text has come: a thin row of marks, one a breath, filled up to now."""
    gap = min(row.height() * 0.7, row.width() / step.total * 0.3)
    wide = (row.width() - gap * (step.total - 1)) / step.total
    colours = stage.colours
    for index in range(step.total):
        colour = colours.quiet if index < step.position else colours.line
        left = row.left() + index * (wide + gap)
        yield Fill(QRectF(left, row.top(), wide, row.height()), colour, row.height() / 2)


def where_in_text(
    step: Step, text: Text, page: Page | None, stage: Stage, row: QRectF, size: int
) -> Iterator[Item]:
    """Modestly in one row: the text's title, and the number of the point and of its page."""
    setter, quiet = stage.typesetter, stage.colours.quiet
    left = QRectF(row.left(), row.top(), row.width() * _TITLE, row.height())
    right = QRectF(left.right() + size, row.top(), row.right() - left.right() - size, row.height())
    yield setter.line(place_in_text(step, text, page, stage), right, size, quiet, align=Align.RIGHT)
    yield from setter.centred(text.title, left, size, quiet)


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
    """The number of the point as a list has it: a large figure alone would look like a ballot."""
    if not step.number or step.text is None:
        return
    setter, letters = stage.typesetter, stage.typesetter.letters
    first = page.boxes[0].rect
    left, right = frame.safe.left(), first.left() - (_REACH + _APART) * layout.size
    widest = letters.width(f"{len(step.text.points)}.", 1, bold=False)
    size = max(int(min(_NUMBER * layout.size, (right - left) / widest)), LEAST)
    room = QRectF(left, first.top(), right - left, LINE * layout.size)
    yield setter.line(f"{step.number}.", room, size, stage.colours.quiet, align=Align.RIGHT)


def _phrase(box: PhraseBox, unit: Unit, size: int, stage: Stage, *, own: bool) -> Iterator[Item]:
    colours = stage.colours
    is_current = unit.first <= box.phrase <= unit.last
    if box.phrase < unit.first:
        side = 0.42 * size
        room = QRectF(box.rect.left() - 1.08 * size, 0, side * 1.15, side)
        room.moveTop(box.rect.top() + LINE * size / 2 - side / 2)
        yield Shape(check(room), colours.settled, pen=0.085 * size)
    colour = colours.settled if box.phrase < unit.first else colours.coming
    if is_current:
        colour = colours.on_accent if own else colours.current
    yield from stage.typesetter.steady(box.lines, box.rect, size, colour, bold=is_current)


def _mark(
    step: Step, unit: Unit, page: Page, size: int, colours: Colours, frame: Frame, *, own: bool
) -> Iterator[Item]:
    """What tells the words of the moment: a ground around all of the breath, and who says it."""
    rects = [box.rect for box in page.boxes if unit.first <= box.phrase <= unit.last]
    words = rects[0].united(rects[-1])
    pad = GAP / 2 * size
    corner = QPointF(words.left() - _REACH * size, words.top() - pad)
    ground = QRectF(corner, QPointF(frame.safe.right(), words.bottom() + pad))
    if own:
        yield Fill(ground, colours.accent, _ROUND * size)
    else:
        yield from outlined(ground, colours.raised, colours.mark, _ROUND * size, _EDGE * size)
    ink = colours.on_accent if own else colours.mark
    high = 0.6 * size
    wide = high * figure_shape(step.turn)
    middle = QPointF(words.left() - 0.8 * size, words.top() + LINE * size / 2)
    yield from figure(
        step.turn, QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high), ink
    )
