"""What the operator does with a running show: goes on, looks ahead, jumps, and goes back.

Looking never moves the hall: another place is looked at here, and only `take` goes there.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ceremony_app.domain.finding import carried
from ceremony_app.domain.messages import Message
from ceremony_app.domain.show import Cover, Show, ShowState, Step
from ceremony_app.ui_kit.running_show import Place, RunningShow

Refusal = Callable[[Step], Message | None]
"""Why the hall must not be shown a step now; None where it may be."""


class Driver(QObject):
    """Drives one running show.

    `looked` says that another place is looked at, or none; `refused` carries a message where the
    hall must not be shown what was asked for: then the show stays where it is.
    """

    looked = Signal()
    refused = Signal(object)

    def __init__(self, show: RunningShow, refusal: Refusal) -> None:
        super().__init__()
        self.running = show
        self._refusal = refusal
        self._looking: ShowState | None = None
        self._left: ShowState | None = None

    @property
    def looking(self) -> ShowState | None:
        """The uncovered state that is looked at; None where nothing but the live one is."""
        return self._looking

    @property
    def may_undo(self) -> bool:
        """Whether there was a jump that can be taken back."""
        return self._left is not None

    def look_at(self, state: ShowState) -> None:
        """Look at another place, without anything happening in the hall."""
        self._look(replace(state, cover=Cover.NONE, frozen=False))

    def look_away(self) -> None:
        self._look(None)

    def look_at_cue(self, cue: str) -> bool:
        """Look at the beginning of a cue by its id, or away where it is the hall's own; whether
        it is in the programme as it is shown."""
        show = self.running.show
        number = next((at for at, one in enumerate(show.cues) if one.id == cue), None)
        if number == self.running.state.cue:
            self.look_away()
        elif number is not None:
            self.look_at(show.jump(show.first(), number))
        return number is not None

    def look_by(self, cues: int) -> None:
        """Look at the beginning of the cue so many further on, from what is looked at now."""
        show = self.running.show
        here = self._looking or self.running.state
        cue = min(max(here.cue + cues, 0), len(show.cues) - 1)
        self.look_at(show.jump(here, cue))

    def go_next(self) -> None:
        self._go(self.running.show.next(self.running.state))

    def go_back(self) -> None:
        self._go(self.running.show.back(self.running.state))

    def take(self) -> None:
        """Go live with what is looked at; covers stay as they are."""
        if self._looking is not None:
            state = self._looking
            self.look_away()
            self.jump(state)

    def jump(self, state: ShowState) -> None:
        """Go to a place of the show; covers stay as they are, and `undo` leads back."""
        now, before = self.running.state, self._left
        if _place(state) != _place(now):
            self._left = now
            if not self._go(state):
                self._left = before

    def undo(self) -> None:
        """Back to where the show was before the last jump; once more, forth again."""
        if self._left is not None:
            self.jump(self._left)

    def change_programme(self, show: Show) -> None:
        """Go on with another programme; what is looked at and come back to goes along."""
        before = self.running.show
        looking = self._looking and carried(self._looking, before, show)
        self._left = self._left and carried(self._left, before, show)
        self.running.change_programme(show)
        self._look(looking)

    def _go(self, state: ShowState) -> bool:
        now = self.running.state
        step = self.running.show.step(state)
        why = self._refusal(step) if self.running.is_open(Place.HALL) else None
        if why is not None:
            self.refused.emit(why)
            return False
        self.running.go_to(replace(state, cover=now.cover, frozen=now.frozen))
        return True

    def _look(self, state: ShowState | None) -> None:
        self._looking = state
        self.looked.emit()


def _place(state: ShowState) -> ShowState:
    """A state without what covers it."""
    return replace(state, cover=Cover.NONE, frozen=False)
