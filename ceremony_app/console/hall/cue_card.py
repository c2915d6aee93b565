"""The cue that is live: how long it has been, who speaks, what not to forget, its sound."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.console.hall.timing import over_by, planned_seconds
from ceremony_app.domain.ceremony import Cue
from ceremony_app.domain.wording import timer_figures
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, label, restyle, row


@dataclass(frozen=True, slots=True)
class SoundNow:
    """The sound of a cue: its name, and what stands below it; `playing` while it is heard."""

    name: str = ""
    state: str = ""
    playing: bool = False


class CueCard(QWidget):
    """Everything about one cue that the hall does not see."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        say = self._say
        self.timer = label("", "timer")
        self.planned = label("", "quiet")
        self.over = label("", "heading", tone="warn")
        self.speaker = label("", wrap=True)
        self.note = label("", wrap=True)
        self.sound = label("", wrap=True)
        self.heard = label("", "small", wrap=True)
        self.message = label("", wrap=True, tone="good")
        self.play = button(say("hall.sound.play"))
        self.fade = button(say("hall.sound.fade"))
        self.stop = button(say("hall.sound.stop"))
        for each in (self.play, self.fade, self.stop):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = row(self.play, self.fade, self.stop, gap=6)
        self._sounds = box(column(self.sound, self.heard, buttons, gap=4, margin=8), "well")
        times = row(self.timer, self.planned, None, self.over, gap=8)
        lines = column(times, self.speaker, self.note, self._sounds, self.message, gap=6)
        lines.setContentsMargins(14, 8, 14, 10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box(lines))
        self.show_sound(SoundNow())
        self.show_message("")

    def show_cue(self, cue: Cue) -> None:
        """Another cue is live."""
        self.speaker.setText(self._say("hall.cue.speaker", who=cue.speaker))
        self.speaker.setVisible(bool(cue.speaker))
        self.note.setText(cue.note)
        self.note.setVisible(bool(cue.note))

    def show_time(self, cue: Cue, spent: int) -> None:
        """Seconds have passed."""
        planned, over = planned_seconds(cue), over_by(cue, spent)
        self.timer.setText(timer_figures(spent))
        tone = "warn" if over else ""
        if self.timer.property("tone") != tone:
            restyle(self.timer, tone=tone)
        self.planned.setText(
            self._say("hall.cue.planned", length=timer_figures(planned)) if planned else ""
        )
        self.over.setText(self._say("hall.cue.over", length=timer_figures(over)) if over else "")

    def show_message(self, words: str) -> None:
        """What the podium shows the leader beside the words; empty for nothing."""
        self.message.setText(self._say("hall.message.shown", words=words))
        self.message.setVisible(bool(words))

    def show_sound(self, sound: SoundNow) -> None:
        """The sound of the cue, or none."""
        self._sounds.setVisible(bool(sound.name))
        self.sound.setText(sound.name)
        self.heard.setText(sound.state)
        self.heard.setVisible(bool(sound.state))
        self.play.setEnabled(not sound.playing)
        self.fade.setEnabled(sound.playing)
        self.stop.setEnabled(sound.playing)
