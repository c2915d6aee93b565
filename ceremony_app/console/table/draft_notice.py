"""Why the chosen paper would be a draft, said before it is saved or printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.domain.mistakes import Mistake
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, column, label, picture, row

_MOST = 4
"""So many are named; the rest is counted, so that the page keeps its room."""


class DraftNotice(QWidget):
    """A list of mistakes; nothing where there are none. It hinders nobody."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self._words = label("", wrap=True)
        line = row(gap=12)
        icon = picture(tools, "warning", tools.palette.warn_ink, 22)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self._words), 1)
        line.setContentsMargins(14, 8, 12, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box(line, "notice", "warn"))
        self.hide()

    @property
    def words(self) -> str:
        """What is said; empty where there is nothing to say."""
        return "" if self.isHidden() else self._words.text()

    def show_mistakes(self, found: Sequence[Mistake]) -> None:
        """Say what is wrong with a paper, or nothing."""
        say = self._say
        lines = [say("table.draft.why"), *(f"• {say.say(one.told)}" for one in found[:_MOST])]
        if len(found) > _MOST:
            lines.append(say("table.draft.more", count=len(found) - _MOST))
        self._words.setText("\n".join(lines))
        self.setVisible(bool(found))
