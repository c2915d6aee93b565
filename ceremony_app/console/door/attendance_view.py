"""The way from a door to its attendance and back, without a scan being stopped."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ceremony_app.console.door.cover import Cover
from ceremony_app.console.door.missing import AttendancePanel
from ceremony_app.console.page import Page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.ui_kit.widgets.verdict import Answer

ATTENDANCE_KEY = "F4"


class AttendanceView:
    """Makes the panel when it is first opened: it takes the place of all but `kept`.

    `back` is called when the door is in sight again.
    """

    def __init__(
        self,
        page: Page,
        kept: Sequence[QWidget],
        door: Callable[[], str],
        stationery: Callable[[], Stationery] | None,
        back: Callable[[], object],
    ) -> None:
        self._page = page
        self._kept = tuple(kept)
        self._door = door
        self._stationery = stationery
        self._back = back
        self._cover: Cover | None = None
        self._latest: Answer | None = None
        self.panel: AttendancePanel | None = None
        QShortcut(QKeySequence(ATTENDANCE_KEY), page, self.turn)

    @property
    def is_open(self) -> bool:
        return self._cover is not None and self._cover.is_laid

    def turn(self) -> None:
        """To the attendance, or back to the door."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the attendance in the door's place."""
        if self._cover is None:
            self._cover = self._made()
        self._cover.lay()
        if self.panel is not None and self._latest is not None:
            self.panel.tell(self._latest)

    def close(self) -> None:
        """Show the door again."""
        if self._cover is not None and self._cover.is_laid:
            self._cover.lift()
            self._back()

    def tell(self, answer: Answer) -> None:
        """A scan was answered, whatever is in sight."""
        self._latest = answer
        if self.panel is not None:
            self.panel.tell(answer)

    def _made(self) -> Cover:
        page = self._page
        self.panel = AttendancePanel(page.tools, page.desk, self._door, self._stationery)
        self.panel.left.connect(self.close)
        # A question there needs room as one of the page's own does.
        self.panel.confirm.asked.connect(page.confirm.asked)
        self.panel.confirm.answered.connect(page.confirm.answered)
        return Cover(page, page.column, self.panel, (*self._kept, page.confirm))
