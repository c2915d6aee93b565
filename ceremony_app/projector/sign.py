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
_FIGURE = 0.62
"""The size of the words and the height of the figure, in heights of their line."""


def sign(
    stage: Stage, turn: Turn, words: Message, band: QRectF, line: QRectF, *, own: bool
) -> Iterator[Item]:
    """The sign in a band at the top; figure and words in the middle of `line`."""
    colours, setter = stage.colours, stage.typesetter
    ink = colours.on_accent if own else colours.current
    high = line.height() * _FIGURE
    wide = high * (1.0 if turn is Turn.LEADER else 1.45)
    gap, pad = high * 0.45, line.height() * 0.5
    said = stage.words.say(words)
    room = line.adjusted(wide + gap + pad, 0, -pad, 0)
    text = setter.line(said, room, int(line.height() * _WORDS), ink, bold=True)
    taken = wide + gap + text.rect.width()
    left = line.center().x() - taken / 2
    if own:
        yield Fill(band, colours.accent)
    else:
        pill = QRectF(left - pad, line.top(), taken + 2 * pad, line.height())
        edge = line.height() * 0.035
        yield from outlined(pill, colours.raised, colours.mark, line.height() / 2, edge)
    yield from figure(turn, QRectF(left, line.center().y() - high / 2, wide, high), ink)
    words_room = QRectF(left + wide + gap, line.top(), text.rect.width() + 1, line.height())
    yield setter.line(said, words_room, text.size, ink, bold=True)


def figure(turn: Turn, rect: QRectF, ink: str) -> Iterator[Item]:
    """Who speaks, as people."""
    if turn is Turn.LEADER:
        body, voice = speaker(rect)
        yield Shape(body, ink)
        yield Shape(voice, ink, pen=rect.height() * 0.075)
    else:
        yield Shape(crowd(rect), ink)
