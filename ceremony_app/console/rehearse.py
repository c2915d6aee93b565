"""A rehearsal from the start page: a whole ceremony with people who do not exist."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.template import Template
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    box,
    button,
    column,
    holder,
    icon_button,
    label,
    row,
    rule,
)
from ceremony_app.ui_kit.widgets.busy import BusyStrip
from ceremony_app.ui_kit.widgets.form import FormRow, choice

FILE = "rehearsal.ikrar"


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal did, as the page tells it."""

    folder: Path
    people: int
    read_back: int
    recorded: int
    steps: int
    papers: int
    sound: bool


Rehearse = Callable[[Path, str, int], Rehearsed]
"""Rehearses a template with so many people into a folder; called off the window's thread."""


class RehearsePage(QWidget):
    """Choose what to rehearse and where; see whether everything worked."""

    left = Signal()
    opened = Signal(Path)
    folder_wanted = Signal()

    def __init__(
        self,
        tools: Tools,
        lane: Lane,
        templates: Callable[[], tuple[Template, ...]],
        rehearse: Rehearse,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._lane = lane
        self._rehearse = rehearse
        self._rehearsed: Rehearsed | None = None
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say = self._say
        self.template = FormRow(say("start.fill.examples"), choice([]))
        self.people = QSpinBox()
        self.people.setRange(1, 2000)
        self.people.setValue(40)
        self.people.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.people.setAccessibleName(say("start.rehearsal.people"))
        self.begin = icon_button(
            tools, "play", say("start.rehearsal.begin"), self.folder_wanted.emit, kind="primary"
        )
        self.open = icon_button(
            tools, "folder", say("start.rehearsal.open"), self._open, kind="primary"
        )
        self.busy = BusyStrip(tools)
        self.result = label("", "lead", wrap=True)
        self._lay_out()
        lane.ask(templates, self._show)

    def run(self, folder: Path) -> None:
        """Rehearse into a folder."""
        template, people = self.template.value, self.people.value()
        self.begin.setEnabled(False)
        self._frame.setVisible(False)
        running = self._lane.ask(
            lambda: self._rehearse(folder, template, people), self._done, self._failed
        )
        self.busy.watch(self._say("start.rehearsal.running"), running, can_stop=False)

    def _show(self, templates: tuple[Template, ...]) -> None:
        self.template.refill([(one.id, one.title) for one in templates if one.id != "blank"])

    def _done(self, rehearsed: Rehearsed) -> None:
        self._rehearsed = rehearsed
        self.busy.rest()
        self.begin.setEnabled(True)
        self.result.setText(self._say.say(self._words(rehearsed)))
        self._frame.setVisible(True)
        self.open.setFocus()

    def _words(self, rehearsed: Rehearsed) -> Message:
        values: dict[str, str | int] = {
            "people": rehearsed.people,
            "read_back": rehearsed.read_back,
            "recorded": rehearsed.recorded,
            "steps": rehearsed.steps,
            "papers": rehearsed.papers,
            "folder": str(rehearsed.folder),
        }
        if rehearsed.sound:
            return message("start.rehearsal.passed", **values)
        return message("start.rehearsal.wanting", **values)

    def _failed(self, error: KnownError) -> None:
        self.busy.rest()
        self.begin.setEnabled(True)
        self._tools.channel.refuse(error)

    def _open(self) -> None:
        if self._rehearsed is not None:
            self.opened.emit(self._rehearsed.folder / FILE)

    def _lay_out(self) -> None:
        say = self._say
        answer = column(self.result, row(self.open, None), gap=12)
        answer.setContentsMargins(18, 14, 18, 14)
        self._frame = box(answer)
        self._frame.setVisible(False)
        people = column(label(say("start.rehearsal.people"), "caption"), self.people, gap=3)
        whole = column(
            label(say("start.rehearse"), "title"),
            rule("gold", width=56, height=3),
            label(say("start.rehearsal.about"), "", wrap=True),
            6,
            row(self.template, people, gap=14),
            row(button(say("start.back"), self.left.emit), None, self.begin),
            self.busy,
            self._frame,
            None,
            gap=12,
        )
        middle = holder(whole)
        middle.setMaximumWidth(760)
        outer = row(None, middle, None)
        outer.setStretch(1, 8)
        outer.setContentsMargins(32, 36, 32, 24)
        self.setLayout(outer)
