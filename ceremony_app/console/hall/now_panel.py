"""What is said in the hall now, by whom, and what comes after it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.show import Step, Turn
from ceremony_app.ui_kit.running_show import RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, holder, label, restyle, row, rule

_KINDS = ((75, "display"), (170, "title"), (360, "lead"), (100_000, ""))
"""The more words, the smaller: a phrase of nine words is read at arm's length."""
_MOST_AFTER = 110


class NowPanel(QWidget):
    """The words of the step in large letters, whose turn it is, and the next ones below."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self.turn = label("", "heading")
        self.place = label("", "small")
        self.words = label("", "display", wrap=True)
        # Words of any length must not push the buttons off the window.
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.after = label("", "lead", wrap=True)
        self._head = holder(row(self.turn, None, self.place, gap=10))
        lines = column(self._head, self.words, rule(), self.after, gap=6)
        lines.setStretch(1, 1)
        lines.setContentsMargins(14, 8, 14, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box(lines))

    def show_step(self, show: RunningShow) -> None:
        """The show has moved."""
        step, after = show.step, show.next_step
        self.turn.setText(self._say.say(turn_words(step.turn)))
        self._head.setVisible(bool(step.words))
        self.place.setText(
            self._say("hall.place", now=step.position, all=step.total) if step.total else ""
        )
        words = step.words or step.cue.title
        kind = next(kind for most, kind in _KINDS if len(words) <= most)
        if self.words.property("kind") != kind:
            restyle(self.words, kind=kind)
        self.words.setText(words)
        self.after.setText(self._cut(self._after(step, after)))

    def _cut(self, words: str) -> str:
        return words if len(words) <= _MOST_AFTER else f"{words[:_MOST_AFTER]}…"

    def _after(self, step: Step, after: Step) -> str:
        if after == step:
            return self._say("hall.last")
        if step.words and after.words == step.words:
            return self._say("hall.then", words=self._say.say(turn_words(after.turn)))
        return self._say("hall.then", words=after.words or after.cue.title)


def turn_words(turn: Turn) -> Message:
    """Who speaks now, for the operator."""
    return {
        Turn.LEADER: message("hall.turn.leader"),
        Turn.HALL: message("hall.turn.hall"),
        Turn.ALL: message("hall.turn.all"),
        Turn.NOBODY: message("hall.turn.nobody"),
    }[turn]
