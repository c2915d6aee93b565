"""Sheets with the picture of every kind of item, for README and guide: `make screenshots`.

They are painted by the program's own painter, each as large as a projector shows it, and then
made small.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ceremony_app.domain.ceremony import Look, Theme
from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Phase, Show, Step
from ceremony_app.locator import Locator
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.views import View, picture_of
from tests.helpers.cue_gallery import LATE, LIVE, PACED, attachments, gallery

_SHEET = (1280, 720)
_GAP = 4
_GROUND = "#8a93a6"
_PODIUM = {"holding": PACED, "text": LATE, "signing": PACED, "speech": PACED}
_THEMED = ("title", "text", "holding")


def paint_sheets(folder: Path, locator: Locator) -> Iterator[Path]:
    """Writes each sheet and gives its path: all items with the podium below, and the themes."""
    show = gallery()
    steps = [step for step in _shown(show) if step.cue.id != "blank"]
    hall = [_picture(locator, show, View.HALL, step, LIVE) for step in steps]
    podium = [
        _picture(locator, show, View.PODIUM, step, _PODIUM[step.cue.id])
        for step in steps
        if step.cue.id in _PODIUM and step.state.phase is not Phase.REPEAT
    ]
    yield _sheet(folder / "acara.png", [*hall, *podium])
    yield _sheet(folder / "tema.png", list(_themed(locator)))


def _themed(locator: Locator) -> Iterator[QImage]:
    for theme in Theme:
        show = gallery(Look(theme, "logo", "photo"), rehearsal=theme is Theme.PLAIN)
        for step in _shown(show):
            if step.cue.id in _THEMED and step.state.phase is not Phase.SAY:
                yield _picture(locator, show, View.HALL, step, LIVE)


def _shown(show: Show) -> Iterator[Step]:
    """One step of each item; of the text, the leader's turn and then the hall's."""
    seen = set()
    for step in show.steps():
        key = (step.cue.id, step.state.phase)
        if key not in seen:
            seen.add(key)
            yield step


def _picture(locator: Locator, show: Show, view: View, step: Step, live: Live) -> QImage:
    painter = painter_of(show, locator, attachments())
    return painter.image(picture_of(view, _SHEET, show, step.state, live))


def _sheet(path: Path, pictures: list[QImage]) -> Path:
    """Pictures in as many rows as columns."""
    side = next(side for side in range(1, 10) if side * side >= len(pictures))
    sheet = QImage(*_SHEET, QImage.Format.Format_RGB32)
    sheet.fill(QColor(_GROUND))
    cell = QSize(_SHEET[0] // side, _SHEET[1] // side)
    inner = QSize(cell.width() - 2 * _GAP, cell.height() - 2 * _GAP)
    painter = QPainter(sheet)
    for at, picture in enumerate(pictures):
        small = picture.scaled(
            inner, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        left = at % side * cell.width() + (cell.width() - small.width()) // 2
        top = at // side * cell.height() + (cell.height() - small.height()) // 2
        painter.drawImage(left, top, small)
    painter.end()
    sheet.save(str(path))
    return path
