"""Offered at the door while today is not the day of the ceremony: a rehearsal in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.words import day_in_figures
from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.clock import Clock, SystemClock
from ceremony_app.services.rehearsal_copy import is_other_day
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, icon_button, label, row


class OtherDay(QWidget):
    """One line with one button, out of sight on the day itself; `wanted` asks for a rehearsal."""

    wanted = Signal()

    def __init__(self, tools: Tools, desk: Desk, clock: Clock | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._say = tools.say
        self._clock = clock or SystemClock()
        self.words = label("", wrap=True)
        self.rehearse = icon_button(
            tools, "play", self._say("door.other_day.rehearse"), self.wanted.emit
        )
        line = row(self.words, self.rehearse, gap=14)
        line.setStretch(0, 1)
        line.setContentsMargins(14, 8, 10, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box(line, "notice", "warn"))
        self._offered, self._gives_way = False, False
        self.setVisible(False)

    def read(self) -> None:
        """Look at the ceremony's day again."""
        self._desk.ask(lambda services: services.preparation.details(), self._show)

    def give_way(self, *, to_other: bool) -> None:
        """Leave the room to a question while it stands."""
        self._gives_way = to_other
        self.setVisible(self._offered and not to_other)

    def _show(self, details: Details) -> None:
        self._offered = not details.rehearsal and is_other_day(details, self._clock.now())
        if self._offered:
            day = day_in_figures(details.date)
            self.words.setText(self._say("door.other_day.words", day=day))
        self.give_way(to_other=self._gives_way)
