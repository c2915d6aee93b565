"""Pages that are drawn anew while somebody types: the old ones stay until the new ones are there.

Zoom and place stay as they are, unless what is being edited is out of sight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from ceremony_app.ui_kit.pdf_pages import OpenPdf, Spot, open_pdf
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.pdf_view import GAP, PdfView

ZOOMS = (0.75, 1.0, 1.25, 1.5, 2.0)
"""Parts of the view's width that a page can take."""

_AIR = 3.0
_STROKE = 2.0


@dataclass(frozen=True, slots=True)
class Sought:
    """Something to point at: the first of `words` that stands on a page, first or last there."""

    words: tuple[str, ...]
    last: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What of the pages is in sight: their width, the top and height of the view, the screen's
    pixels in each of the window's."""

    width: int
    top: int
    height: int
    ratio: float


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """A document with those of its pages that are in sight from `top`, and what to point at."""

    document: OpenPdf
    pictures: dict[int, QImage]
    top: int
    edited: Spot | None
    marked: tuple[Spot, ...]


def draw_pages(
    data: bytes, sight: Sight, edited: Sought | None, marked: Sequence[Sought]
) -> DrawnPages:
    """Draw what will be in sight of a PDF in memory; done on the lane for papers."""
    opened = open_pdf(data)
    spot = _found(opened, edited) if edited else None
    heights = [round(sight.width * high / wide) for wide, high in opened.sizes]
    top = _top_for(spot, sight, heights)
    near = _in_sight(top, sight.height, heights)
    width = round(sight.width * sight.ratio)
    marks = {found: None for one in marked if (found := _found(opened, one)) is not None}
    pictures = {number: opened.picture(number, width) for number in near}
    return DrawnPages(opened, pictures, top, spot, tuple(marks))


class LivePages(PdfView):
    """Shows one document after another in the same place.

    `shown` tells that another one is there, `painted` that it can be seen. What is edited and
    what is marked is framed.
    """

    shown = Signal()
    painted = Signal()

    def __init__(self, tools: Tools, lane: Lane, name: str) -> None:
        super().__init__(tools, lane, name)
        self._zoom = 1.0
        self._is_fresh = False
        colours = tools.palette.colours()
        self._edited_colour, self._mark_colour = QColor(colours["focus"]), QColor(colours["warn"])
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def zoom(self) -> float:
        """The width of a page as a part of the view's."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller; what is in the middle stays there."""
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(1, self._sheet.height())
        self._zoom = zoom
        self._lay_out_now()
        bar.setValue(round(middle * self._sheet.height() - self.viewport().height() / 2))
        self._settle.start()

    def sight(self) -> Sight:
        """What is in sight now."""
        return Sight(
            self._page_width(),
            self.verticalScrollBar().value(),
            self.viewport().height(),
            self.devicePixelRatioF(),
        )

    def show_drawn(self, drawn: DrawnPages) -> None:
        """Put another document in the place of the one that is shown."""
        earlier, self._opened = self._opened, drawn.document
        self._wanted += 1
        if earlier is not None:
            self._lane.ask(earlier.close, lambda _: None)
        self._fit_count(len(drawn.document.sizes))
        self._lay_out_now()
        # Pages out of sight keep their old picture until they are scrolled to.
        self._drawn = {number: image.width() for number, image in drawn.pictures.items()}
        for number, image in drawn.pictures.items():
            self._show_page(self._wanted, number, image)
        for number, page in enumerate(self._pages):
            if isinstance(page, _MarkedPage):
                page.point_at(
                    [spot for spot in drawn.marked if spot.page == number],
                    drawn.edited if drawn.edited and drawn.edited.page == number else None,
                )
        self.verticalScrollBar().setValue(drawn.top)
        self._settle.start()
        self._is_fresh = True
        self.shown.emit()

    def _lay_out_now(self) -> None:
        """Size pages and scroll bars at once; Qt would do it after the next events."""
        self._size_pages()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _fit_count(self, count: int) -> None:
        if len(self._pages) == count:
            return
        while len(self._pages) < count:
            made = _MarkedPage(self._mark_colour, self._edited_colour)
            made.painted.connect(self._tell_paint)
            self._add_page(made)
            made.show()  # at once, so that it counts in the layout
        while len(self._pages) > count:
            page = self._pages.pop()
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._name_pages()

    def _tell_paint(self) -> None:
        if self._is_fresh:
            self._is_fresh = False
            self.painted.emit()

    def _page_width(self) -> int:
        return round(super()._page_width() * self._zoom)


class _MarkedPage(QLabel):
    """A page with frames around what is wrong on it and around what is being edited."""

    painted = Signal()

    def __init__(self, mark: QColor, edited: QColor) -> None:
        super().__init__()
        self._colours = mark, edited
        self._marks: Sequence[Spot] = ()
        self._edited: Spot | None = None

    def point_at(self, marks: Sequence[Spot], edited: Spot | None) -> None:
        """Frame these places and no others."""
        self._marks, self._edited = marks, edited
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark, edited = self._colours
        for spot in self._marks:
            self._frame(painter, spot, mark, Qt.PenStyle.DashLine)
        if self._edited is not None:
            self._frame(painter, self._edited, edited, Qt.PenStyle.SolidLine)
        painter.end()
        self.painted.emit()

    def _frame(self, painter: QPainter, spot: Spot, colour: QColor, style: Qt.PenStyle) -> None:
        ground = QColor(colour)
        ground.setAlphaF(0.12)
        painter.setPen(QPen(colour, _STROKE, style))
        painter.setBrush(ground)
        wide, high = self.width(), self.height()
        place = QRectF(spot.left * wide, spot.top * high, 0, 0)
        place.setRight(spot.right * wide)
        place.setBottom(spot.bottom * high)
        painter.drawRoundedRect(place.adjusted(-_AIR, -_AIR, _AIR, _AIR), _AIR, _AIR)


def _found(opened: OpenPdf, sought: Sought) -> Spot | None:
    spots = (opened.find(words, last=sought.last) for words in sought.words if words)
    return next((spot for spot in spots if spot is not None), None)


def _top_for(spot: Spot | None, sight: Sight, heights: Sequence[int]) -> int:
    """Where the view begins: as it was, unless what is edited would be out of sight."""
    if spot is None:
        return sight.top
    page = GAP + sum(high + GAP for high in heights[: spot.page])
    first, last = page + spot.top * heights[spot.page], page + spot.bottom * heights[spot.page]
    if sight.top <= first and last <= sight.top + sight.height:
        return sight.top
    whole = GAP + sum(high + GAP for high in heights)
    return max(0, min(round(first - sight.height / 3), whole - sight.height))


def _in_sight(top: int, height: int, heights: Sequence[int]) -> list[int]:
    near, at = [], GAP
    for number, high in enumerate(heights):
        if at < top + height and at + high > top:
            near.append(number)
        at += high + GAP
    return near
