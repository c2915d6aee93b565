"""Quotations run as their script does, in lines that run as Indonesian does."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage

from ceremony_app.projector.items import Words
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import draw_words, painting
from ceremony_app.projector.typeset import Typesetter

ROOM = QRectF(20, 20, 700, 200)
OATH = "وَاللَّهِ الْعَظِيمِ"
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def drawn(letters: Letters, words: str, way: Qt.LayoutDirection | None = None) -> QImage:
    """A line as the painter draws it, or as Qt does when it is told which way it runs."""
    image = QImage(760, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    with painting(image) as painter:
        painter.setFont(letters.font(48, bold=False))
        painter.setPen(QColor("white"))
        if way is None:
            draw_words(painter, Words(words, ROOM, 120.0, 48, "#ffffff"))
        else:
            painter.setLayoutDirection(way)
            painter.drawText(QPointF(ROOM.left(), 120.0), words)
    return image


@pytest.mark.parametrize(
    ("words", "way", "other"),
    [
        (f"{OATH} demi Allah.", LTR, RTL),
        (f"demi {OATH}.", LTR, RTL),
        (f"{OATH}.", RTL, LTR),
        (f"{OATH} 12 !", RTL, LTR),
        ("setia, jujur.", LTR, RTL),
    ],
)
def test_a_line_runs_as_its_words_do(
    letters: Letters, words: str, way: Qt.LayoutDirection, other: Qt.LayoutDirection
) -> None:
    assert drawn(letters, words) == drawn(letters, words, way)
    assert drawn(letters, words) != drawn(letters, words, other)


@pytest.mark.parametrize(("words", "edge"), [(OATH, "right"), ("setia", "left")])
def test_phrases_begin_where_their_script_begins(letters: Letters, words: str, edge: str) -> None:
    lines = letters.balanced(words, 48, ROOM.width(), bold=True)
    for bold in (False, True):
        for line in Typesetter(letters).steady(lines, ROOM, 48, "#ffffff", bold=bold):
            place = {"left": line.rect.left(), "right": line.rect.right()}
            room = {"left": ROOM.left(), "right": ROOM.right()}
            assert place[edge] == pytest.approx(room[edge], abs=0.5)
