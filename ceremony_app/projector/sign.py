"""The sign of whose turn it is: words, figures and a shape.

The viewer's own turn fills the whole band; somebody else's is a lozenge in the middle of it. One
person speaking stands for the leader, three people for the hall, and the words say it too, so
nobody needs to see the colour.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Turn
from ceremony_app.projector.figures import crowd, speaker
from ceremony_app.projector.furniture import outlined
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.stage import Stage

_WORDS = 0.56
"""The size of the words in heights of their line."""

_HIGH = 1.1
_GAP = 0.5
_PAD = 0.9
"""The height of the figure, its distance from the words, and the room at both ends of the
lozenge, in sizes of the words."""


def sign(
    stage: Stage, turn: Turn, words: Message, band: QRectF, line: QRectF, *, own: bool
) -> Iterator[Item]:
    """The sign in a band at the top; figure and words in the middle of `line`."""
    colours, setter = stage.colours, stage.typesetter
    ink = colours.on_accent if own else colours.current
    said = stage.words.say(words)
    wide = _HIGH * figure_shape(turn)
    most = line.width() / (setter.letters.width(said, 1, bold=True) + wide + _GAP + 2 * _PAD)
    size = int(min(line.height() * _WORDS, most))
    before = (wide + _GAP) * size
    taken = before + setter.letters.width(said, size, bold=True)
    left = line.center().x() - taken / 2
    if own:
        yield Fill(band, colours.accent)
    else:
        high = size / _WORDS
        pill = QRectF(
            left - _PAD * size, line.center().y() - high / 2, taken + 2 * _PAD * size, high
        )
        yield from outlined(pill, colours.raised, colours.mark, high / 2, high * 0.035)
    place = QRectF(left, line.center().y() - _HIGH * size / 2, wide * size, _HIGH * size)
    yield from figure(turn, place, ink)
    room = QRectF(left + before, line.top(), taken - before + 1, line.height())
    yield setter.line(said, room, size, ink, bold=True)


def figure_shape(turn: Turn) -> float:
    """How wide the figure of a turn is for its height."""
    return 1.0 if turn is Turn.LEADER else 1.45


def figure(turn: Turn, rect: QRectF, ink: str) -> Iterator[Item]:
    """Who speaks, as people."""
    if turn is Turn.LEADER:
        body, voice = speaker(rect)
        yield Shape(body, ink)
        yield Shape(voice, ink, pen=rect.height() * 0.075)
    else:
        yield Shape(crowd(rect), ink)
