"""The programme at the console's side: where the show is, how long each cue took, what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ceremony_app.ui_kit.palette import Palette
from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

Index = QModelIndex | QPersistentModelIndex

_ROW = Qt.ItemDataRole.UserRole
_GUTTER, _EDGE, _PAD = 38, 10, 7
_TITLE, _BELOW = 15, 13
_POINTER = (QPoint(0, 0), QPoint(10, 6), QPoint(0, 12))


class Standing(StrEnum):
    """Where a cue is: behind, live, ahead, or left out."""

    PAST = "past"
    LIVE = "live"
    COMING = "coming"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One cue as the list shows it.

    `about` are its planned time, length and speaker, the foremost first; `spent` is how long it
    has been live, `over` by how much too long; empty where there is nothing to say. `tag` is a
    word for the one that is live or looked at.
    """

    cue: str
    number: str
    title: str
    standing: Standing
    about: tuple[str, ...] = ()
    spent: str = ""
    over: str = ""
    tag: str = ""
    looked_at: bool = False

    @property
    def words(self) -> str:
        """The whole row in one line, for whoever cannot see it."""
        parts = (f"{self.number} {self.title}", self.tag, *self.about, self.spent, self.over)
        return ", ".join(part.strip() for part in parts if part)


class ProgrammeList(QListWidget):
    """Rows of cues; `wanted` carries the id of one that was clicked.

    It never takes the keys: arrows move the show, wherever the mouse was used before.
    """

    wanted = Signal(str)

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_RowPainter(tools.palette, self))
        self.itemClicked.connect(lambda item: self.wanted.emit(item.data(_ROW).cue))
        self._live = ""

    def rows(self) -> tuple[ProgrammeRow, ...]:
        """What is shown."""
        return tuple(self.item(at).data(_ROW) for at in range(self.count()))

    def show_rows(self, rows: Sequence[ProgrammeRow]) -> None:
        """Show these rows; the live one comes into sight when it is another."""
        if [row.cue for row in rows] != [row.cue for row in self.rows()]:
            self.clear()
            for _ in rows:
                self.addItem(QListWidgetItem())
        for at, row in enumerate(rows):
            item = self.item(at)
            if item.data(_ROW) != row:
                item.setData(_ROW, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, row.words)
                item.setToolTip(row.words)
        live = next((at for at, row in enumerate(rows) if row.standing is Standing.LIVE), None)
        if live is not None and rows[live].cue != self._live:
            self._live = rows[live].cue
            self.scrollToItem(self.item(live))
        looked = next((at for at, row in enumerate(rows) if row.looked_at), None)
        if looked is not None:
            self.scrollToItem(self.item(looked))


class _RowPainter(QStyledItemDelegate):
    """Draws a row: number, title on up to two lines, what is planned, what it took."""

    def __init__(self, colours: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row = index.data(_ROW)
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListWidget) else 220
        if row is None:
            return QSize(wide, 40)
        return QSize(wide, self._height(row, wide))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row = index.data(_ROW)
        if row is None:
            return
        painter.save()
        self._draw(painter, option.rect, row)
        painter.restore()

    def _draw(self, painter: QPainter, place: QRect, row: ProgrammeRow) -> None:
        colours, live = self._colours, row.standing is Standing.LIVE
        inside = place.adjusted(2, 1, -2, -1)
        if live:
            painter.fillRect(inside, QColor(colours.selection))
            painter.fillRect(QRect(inside.topLeft(), QSize(4, inside.height())), colours.accent)
        if row.looked_at:
            painter.setPen(QColor(colours.focus))
            painter.drawRect(inside.adjusted(0, 0, -1, -1))
        faint = row.standing in (Standing.PAST, Standing.SKIPPED)
        ink = QColor(colours.quiet if faint else colours.ink)
        title = self._title_room(place, row)
        top = QRect(place.left() + _EDGE, title.top(), _GUTTER - _EDGE, title.height())
        painter.setPen(QColor(colours.accent if live else colours.quiet))
        painter.setFont(font(_TITLE, bold=live))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignTop), row.number)
        painter.setPen(ink)
        letters = _title_font(row)
        painter.setFont(letters)
        line = QFontMetrics(letters).lineSpacing()
        for at, words in enumerate(_in_two_lines(row.title, letters, title.width())):
            place = QRect(title.left(), title.top() + at * line, title.width(), line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        self._draw_below(painter, title, row)

    def _draw_below(self, painter: QPainter, title: QRect, row: ProgrammeRow) -> None:
        below = QRect(title.left(), title.bottom() + 3, title.width(), _BELOW + 5)
        letters = font(_BELOW, bold=True)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for words, colour in ((row.over, self._colours.warn_ink), (row.spent, self._colours.ink)):
            if words:
                painter.setFont(letters)
                painter.setPen(QColor(colour))
                painter.drawText(below, right, words)
                below.setRight(below.right() - QFontMetrics(letters).horizontalAdvance(words) - 8)
        if row.tag:
            if row.standing is Standing.LIVE:
                self._draw_pointer(painter, below, QColor(self._colours.accent))
                below.setLeft(below.left() + _POINTER[1].x() + 6)
            painter.setFont(letters)
            painter.setPen(QColor(self._colours.accent))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), row.tag)
            return
        painter.setFont(font(_BELOW))
        painter.setPen(QColor(self._colours.quiet))
        about = _fitting(row.about, QFontMetrics(font(_BELOW)), below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), about)

    @staticmethod
    def _draw_pointer(painter: QPainter, place: QRect, colour: QColor) -> None:
        """What is live is told by a mark too, not by colour alone."""
        corner = QPoint(place.left(), place.center().y() - _POINTER[1].y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygon([corner + point for point in _POINTER]))

    def _height(self, row: ProgrammeRow, wide: int) -> int:
        below = _BELOW + 8 if _has_below(row) else 0
        return self._title_room(QRect(0, 0, wide, 0), row).height() + below + 2 * _PAD

    @staticmethod
    def _title_room(place: QRect, row: ProgrammeRow) -> QRect:
        wide, letters = place.width() - _GUTTER - _EDGE, _title_font(row)
        high = len(_in_two_lines(row.title, letters, wide)) * QFontMetrics(letters).lineSpacing()
        return QRect(place.left() + _GUTTER, place.top() + _PAD, wide, high)


def _has_below(row: ProgrammeRow) -> bool:
    return bool(row.tag or row.about or row.spent or row.over)


def _title_font(row: ProgrammeRow) -> QFont:
    made = font(_TITLE, bold=row.standing is Standing.LIVE)
    made.setStrikeOut(row.standing is Standing.SKIPPED)
    return made


def _in_two_lines(words: str, letters: QFont, width: int) -> tuple[str, ...]:
    """Words on one line or two; what does not fit is cut."""
    metrics = QFontMetrics(letters)
    first, *rest = words.split() or [""]
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}") <= width:
        first = f"{first} {rest.pop(0)}"
    lines = (first, " ".join(rest)) if rest else (first,)
    return tuple(metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in lines)


def _fitting(parts: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """As many parts as there is room for; the last of them may be cut."""
    said = " · ".join(parts[:1])
    for part in parts[1:]:
        longer = f"{said} · {part}"
        if metrics.horizontalAdvance(longer) > width:
            break
        said = longer
    return metrics.elidedText(said, Qt.TextElideMode.ElideRight, width)
