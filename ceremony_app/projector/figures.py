"""Small figures drawn as paths, so that they are sharp at every size."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def person(rect: QRectF) -> QPainterPath:
    """A head and shoulders that fill a rectangle."""
    path = QPainterPath()
    head = rect.height() * 0.23
    centre = rect.center().x()
    path.addEllipse(QPointF(centre, rect.top() + head), head, head)
    shoulders = QRectF(
        rect.left(), rect.top() + rect.height() * 0.55, rect.width(), rect.height() * 0.9
    )
    body = QPainterPath()
    body.addRoundedRect(shoulders, rect.width() * 0.42, rect.height() * 0.42)
    floor = QPainterPath()
    floor.addRect(rect)
    return path.united(body.intersected(floor))


def speaker(rect: QRectF) -> tuple[QPainterPath, QPainterPath]:
    """One person, to be filled, and the sound of the voice, to be drawn as lines."""
    body = person(QRectF(rect.left(), rect.top(), rect.width() * 0.62, rect.height()))
    voice = QPainterPath()
    mouth = QPointF(rect.left() + rect.width() * 0.46, rect.top() + rect.height() * 0.26)
    for reach in (0.34, 0.5):
        radius = rect.width() * reach
        room = QRectF(mouth.x() - radius, mouth.y() - radius, 2 * radius, 2 * radius)
        voice.arcMoveTo(room, 38)
        voice.arcTo(room, 38, -76)
    return body, voice


def crowd(rect: QRectF) -> QPainterPath:
    """Three people, the middle one in front."""
    wide, high = rect.width(), rect.height()
    side = 0.36 * wide
    path = QPainterPath()
    for left in (rect.left(), rect.right() - side):
        path = path.united(person(QRectF(left, rect.top(), side, high * 0.84)))
    front = QRectF(
        rect.center().x() - 0.24 * wide, rect.top() + 0.1 * high, 0.48 * wide, 0.9 * high
    )
    gap = QPainterPath()
    margin = 0.035 * wide
    gap.addPath(person(front.adjusted(-margin, -margin, margin, margin)))
    return path.subtracted(gap).united(person(front))


def check(rect: QRectF) -> QPainterPath:
    """A tick, to be drawn as a line."""
    path = QPainterPath(QPointF(rect.left(), rect.top() + rect.height() * 0.55))
    path.lineTo(rect.left() + rect.width() * 0.36, rect.bottom())
    path.lineTo(rect.right(), rect.top())
    return path


def pointer(rect: QRectF) -> QPainterPath:
    """A triangle that points to the right."""
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.right(), rect.center().y())
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path
