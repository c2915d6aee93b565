"""A table over a list of anything: it asks for words only of the rows in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_EMPTY_MARGIN = 18

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

# Plain numbers: a paint asks a thousand times, and Qt's enumerations are slow to reach.
_WORDS = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)})
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ANSWERED = _WORDS | {_ALIGNMENT, int(Qt.ItemDataRole.ForegroundRole)}
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: `words` of a row; `order` sorts by something other than the words.

    `width` is in device-independent pixels; 0 takes the room that is left. `colour` gives a
    colour for the words, or an empty string.
    """

    title: str
    words: Callable[[Row], str]
    width: int = 0
    order: Callable[[Row], Any] | None = None
    at_right: bool = False
    colour: Callable[[Row], str] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """The rows behind a table; nothing is copied and no cell is an object of its own."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def replace(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order given."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def put_first(self, row: Row, most: int) -> None:
        """Put a row above the others, of which at most `most` stay with it."""
        for place in range(len(self._rows) - 1, most - 2, -1):
            self.drop(place)
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, row)
        self.endInsertRows()

    def drop(self, place: int) -> None:
        """Take one row away."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def change(self, place: int, row: Row) -> None:
        """Put another row in the place of one."""
        self._rows[place] = row
        end = self.index(place, self.columnCount() - 1)
        self.dataChanged.emit(self.index(place, 0), end)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's way
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's way
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED:
            return None  # most of what a paint asks for
        column, found = self._columns[index.column()], self._rows[index.row()]
        if role in _WORDS:
            return column.words(found)
        if role == _ALIGNMENT:
            return _AT_RIGHT if column.at_right else None
        if column.colour is not None:
            return QColor(colour) if (colour := column.colour(found)) else None
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].at_right:
            return _AT_RIGHT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows keep their order, chosen rows stay chosen."""
        if 0 <= column < len(self._columns):
            chosen = self._columns[column]
            self.layoutAboutToBeChanged.emit()
            held = self.persistentIndexList()
            rows = [self._rows[index.row()] for index in held]
            self._rows.sort(
                key=chosen.order or (lambda found: chosen.words(found).casefold()),
                reverse=order is Qt.SortOrder.DescendingOrder,
            )
            places = {id(row): place for place, row in enumerate(self._rows)} if held else {}
            moved = [
                self.index(places[id(row)], index.column())
                for row, index in zip(rows, held, strict=True)
            ]
            self.changePersistentIndexList(held, moved)
            self.layoutChanged.emit()


class DataTable(QTableView, Generic[Row]):
    """A table for reading and choosing rows; Enter and a double click open the chosen row.

    With `several`, Shift and Ctrl choose more than one, by mouse and by arrows; `selected` then
    carries all of them in the order in which they stand, also after other rows were shown.
    """

    opened = Signal(object)
    chosen = Signal(object)
    selected = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        *,
        sortable: bool = True,
        several: bool = False,
    ) -> None:
        super().__init__()
        self._telling = True
        self._empty, self._quiet = "", QColor()
        self.rows_model: RowsModel[Row] = RowsModel(columns)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setMinimumHeight(96)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(34)
        self._size_columns(columns)
        if sortable:
            self.setSortingEnabled(True)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._at(index)))
        self.selectionModel().currentRowChanged.connect(self._tell_choice)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())

    def say_when_empty(self, words: str, colour: str) -> None:
        """What stands in the table's room while it has no rows."""
        self._empty, self._quiet = words, QColor(colour)
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._empty and not self.rows_model.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self._quiet)
            inside = self.viewport().rect().adjusted(_EMPTY_MARGIN, 4, -_EMPTY_MARGIN, -4)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, int(flags), self._empty)
            painter.end()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; a sorted table stays sorted by its column."""
        self.rows_model.replace(rows)
        header = self.horizontalHeader()
        if self.isSortingEnabled() and header.sortIndicatorSection() >= 0:
            self.rows_model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def put_first(self, row: Row, most: int) -> None:
        """Put a row above the others; a chosen one stays chosen while it is among the `most`."""
        if self.currentIndex().row() >= most - 1:
            self._choose_none()
        self.rows_model.put_first(row, most)
        self._lay_out_now()

    def drop_row(self, place: int) -> None:
        """Take a row away; if it was chosen, none is, and never its neighbour."""
        if self.currentIndex().row() == place:
            self._choose_none()
        self.rows_model.drop(place)
        self._lay_out_now()

    def show_again(self, rows: Sequence[Row], key: Callable[[Row], object]) -> None:
        """Replace the rows and keep those chosen that are still there, known by their key."""
        before = {key(row) for row in self.all_selected()}
        at = self.current()
        self.show_rows(rows)
        self.select_rows([row for row in self.rows_model.rows if key(row) in before], key, at)

    def select_rows(
        self, rows: Sequence[Row], key: Callable[[Row], object], current: Row | None = None
    ) -> None:
        """Choose these rows and no others; the keys go to `current`, or to the first of them."""
        wanted = {key(row) for row in rows}
        first = key(current) if current is not None else None
        places = [at for at, row in enumerate(self.rows_model.rows) if key(row) in wanted]
        flags = QItemSelectionModel.SelectionFlag
        self._telling = False
        self.selectionModel().select(self._ranges(places), flags.ClearAndSelect | flags.Rows)
        if places:
            at = next((p for p in places if key(self._row(p)) == first), places[0])
            self.selectionModel().setCurrentIndex(self.rows_model.index(at, 0), flags.NoUpdate)
        self._telling = True
        self._tell_selection()

    def all_selected(self) -> list[Row]:
        """The chosen rows, in the order in which they stand."""
        return [self._at(index) for index in sorted(self.selectionModel().selectedRows())]

    def current(self) -> Row | None:
        """The chosen row, if one is."""
        index = self.currentIndex()
        return self._at(index) if index.isValid() and self.selectionModel().hasSelection() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        found = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and found is not None:
            self.opened.emit(found)
        else:
            super().keyPressEvent(event)

    def _lay_out_now(self) -> None:
        """Before the next paint: laid out later, as Qt does, it would be painted once more."""
        self.executeDelayedItemsLayout()

    def _choose_none(self) -> None:
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def _at(self, index: Index) -> Row:
        return self._row(index.row())

    def _row(self, place: int) -> Row:
        return self.rows_model.rows[place]

    def _ranges(self, places: Sequence[int]) -> QItemSelection:
        """Places in ascending order as Qt wants them: neighbours make one range."""
        ranges, model = QItemSelection(), self.rows_model
        for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
            ends = [place for _, place in run]
            ranges.select(model.index(ends[0], 0), model.index(ends[-1], 0))
        return ranges

    def _tell_selection(self) -> None:
        if self._telling:
            self.selected.emit(self.all_selected())

    def _tell_choice(self, now: QModelIndex, _: QModelIndex) -> None:
        self.chosen.emit(self._at(now) if now.isValid() else None)

    def _size_columns(self, columns: Sequence[Column[Row]]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(columns):
            if column.width:
                header.resizeSection(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
