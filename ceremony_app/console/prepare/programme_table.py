"""The items of the programme in their order, with the time at which each is planned to begin."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ceremony_app.console.words import cue_words
from ceremony_app.domain.ceremony import Cue, Details
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.programme import planned_starts
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.table import Column, DataTable


@dataclass(frozen=True, slots=True)
class CueRow:
    """An item with its planned beginning ("08.05"), empty where that is not known."""

    cue: Cue
    start: str


class ProgrammeTable(DataTable[CueRow]):
    """Chooses one item; `on_key` gives keys a meaning while the list has them."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.say("programme.table"), _columns(tools), sortable=False)
        self._keys: dict[QKeySequence, Callable[[], object]] = {}

    def on_key(self, keys: str, called: Callable[[], object]) -> None:
        """Call when the keys are pressed here."""
        self._keys[QKeySequence(keys)] = called

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        held = event.modifiers().value & ~Qt.KeyboardModifier.KeypadModifier.value
        called = self._keys.get(QKeySequence(held | event.key()))
        if called is None:
            super().keyPressEvent(event)
        else:
            called()

    def show_details(self, details: Details) -> None:
        """Show the programme; the chosen item stays chosen where it is still there."""
        starts = planned_starts(details.programme, details.time)
        chosen = self.current()
        self.show_rows([CueRow(cue, starts.get(cue.id, "")) for cue in details.programme])
        if chosen is not None:
            self.choose(chosen.cue.id)

    def choose(self, cue: str) -> bool:
        """Choose an item by its id; whether it is there."""
        for place, one in enumerate(self.rows_model.rows):
            if one.cue.id == cue:
                self.selectRow(place)
                return True
        return False

    @property
    def place(self) -> int:
        """The place of the chosen item from 0; -1 where none is chosen."""
        chosen = self.current()
        return -1 if chosen is None else self.currentIndex().row()


def _columns(tools: Tools) -> list[Column[CueRow]]:
    say, colours = tools.say, tools.palette

    def quiet(one: CueRow) -> str:
        return colours.quiet if one.cue.skipped else ""

    return [
        Column(say("programme.start"), lambda one: one.start, width=76, colour=quiet),
        Column(say("programme.title"), lambda one: _title(say, one.cue), colour=quiet),
        Column(
            say("programme.kind.name"),
            lambda one: say.say(cue_words(one.cue.kind)),
            width=160,
            colour=quiet,
        ),
        Column(
            say("programme.minutes_short"),
            lambda one: str(one.cue.minutes or ""),
            width=64,
            at_right=True,
            colour=quiet,
        ),
        Column(say("programme.speaker"), lambda one: one.cue.speaker, width=130, colour=quiet),
    ]


def _title(say: Catalogue, cue: Cue) -> str:
    return say("programme.skipped", title=cue.title) if cue.skipped else cue.title
