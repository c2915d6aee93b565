"""The sign of whose turn it is: words, figures and a band; gold when it is the viewer's own.

One person speaking stands for the leader, three people for the hall; the words say it too, so
nobody needs to see the colour.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Turn
from ceremony_app.projector.colours import Colours
from ceremony_app.projector.figures import crowd, speaker
from ceremony_app.projector.items import Fill, Item, Shape
from ceremony_app.projector.stage import Stage


def sign(
    stage: Stage, turn: Turn, words: Message, band: QRectF, line: QRectF, *, own: bool
) -> Iterator[Item]:
    """The band over its whole rectangle, figure and words in the middle of `line`."""
    ground, ink = _colours(stage.colours, own=own)
    yield Fill(band, ground)
    said = stage.words.say(words)
    size = int(line.height() * 0.56)
    high = line.height() * 0.62
    figure_width = high * (1.0 if turn is Turn.LEADER else 1.45)
    gap = high * 0.45
    room = line.adjusted(figure_width + gap, 0, 0, 0)
    setter = stage.typesetter
    text = setter.line(said, room, size, ink, bold=True)
    left = line.left() + (line.width() - figure_width - gap - text.rect.width()) / 2
    yield from _figure(turn, QRectF(left, line.center().y() - high / 2, figure_width, high), ink)
    words_room = QRectF(left + figure_width + gap, line.top(), text.rect.width() + 1, line.height())
    yield setter.line(said, words_room, size, ink, bold=True)


def _colours(colours: Colours, *, own: bool) -> tuple[str, str]:
    return (colours.accent, colours.on_accent) if own else (colours.raised, colours.current)


def _figure(turn: Turn, rect: QRectF, ink: str) -> Iterator[Item]:
    if turn is Turn.LEADER:
        body, voice = speaker(rect)
        yield Shape(body, ink)
        yield Shape(voice, ink, pen=rect.height() * 0.075)
    else:
        yield Shape(crowd(rect), ink)
