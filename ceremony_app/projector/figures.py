"""Small figures drawn as paths, so that they are sharp at every size."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform


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


def standing(rect: QRectF) -> QPainterPath:
    """Three people on their feet, side by side."""
    path = QPainterPath()
    wide = rect.width() * 0.26
    head = min(rect.height() * 0.11, wide / 2)
    for middle in (0.15, 0.5, 0.85):
        centre = rect.left() + rect.width() * middle
        path.addEllipse(QPointF(centre, rect.top() + head), head, head)
        body = QRectF(centre - wide / 2, 0, wide, rect.height() * 0.44)
        body.moveTop(rect.top() + head * 2.35)
        legs = QRectF(centre - wide * 0.32, body.center().y(), wide * 0.64, 0)
        legs.setBottom(rect.bottom())
        one = QPainterPath()
        one.addRoundedRect(body, wide * 0.4, wide * 0.4)
        lower = QPainterPath()
        lower.addRoundedRect(legs, wide * 0.14, wide * 0.14)
        path = path.united(one.united(lower))
    return path


def pen(rect: QRectF) -> QPainterPath:
    """A pen that writes: its point is at the lower left."""
    upright = QPainterPath()
    upright.addRoundedRect(QRectF(-0.13, -0.62, 0.26, 0.2), 0.06, 0.06)
    upright.addRect(QRectF(-0.13, -0.36, 0.26, 0.66))
    point = QPainterPath(QPointF(-0.13, 0.36))
    point.lineTo(0.13, 0.36)
    point.lineTo(0.0, 0.7)
    point.closeSubpath()
    upright.addPath(point)
    turned = QTransform().rotate(45).map(upright)
    box = turned.boundingRect()
    scale = min(rect.width() / box.width(), rect.height() / box.height())
    place = QTransform().translate(rect.center().x(), rect.center().y()).scale(scale, scale)
    return place.translate(-box.center().x(), -box.center().y()).map(turned)


def bubble(rect: QRectF) -> QPainterPath:
    """A speech bubble: somebody has a word for you."""
    path = QPainterPath()
    body = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.76)
    path.addRoundedRect(body, rect.height() * 0.18, rect.height() * 0.18)
    tail = QPainterPath(QPointF(rect.left() + rect.width() * 0.2, body.bottom() - 1))
    tail.lineTo(rect.left() + rect.width() * 0.24, rect.bottom())
    tail.lineTo(rect.left() + rect.width() * 0.5, body.bottom() - 1)
    tail.closeSubpath()
    return path.united(tail)


def check(rect: QRectF) -> QPainterPath:
    """A tick, to be drawn as a line."""
    path = QPainterPath(QPointF(rect.left(), rect.top() + rect.height() * 0.55))
    path.lineTo(rect.left() + rect.width() * 0.36, rect.bottom())
    path.lineTo(rect.right(), rect.top())
    return path
