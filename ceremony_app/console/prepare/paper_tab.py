"""A form of papers with the paper beside it, and what keeps them both."""

from PySide6.QtWidgets import QWidget

from ceremony_app.console.prepare.live_paper import LivePaper
from ceremony_app.console.prepare.paper_draft import PaperDraft
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, label, row

_FORM, _PAPER = 11, 10
"""How the width is shared."""


class PaperTab(QWidget):
    """The paper is one for all forms: it stands beside the one that is open."""

    def __init__(self, tools: Tools, draft: PaperDraft, form: QWidget) -> None:
        super().__init__()
        self._say = tools.say
        self._draft = draft
        self.save = icon_button(
            tools, "check", tools.say("prepare.details.save"), draft.keep, kind="primary"
        )
        self._state = label("", "quiet")
        foot = row(self._state, None, self.save)
        left = column(gap=8)
        left.addWidget(form, 1)
        left.addLayout(foot)
        self._beside = row(gap=18)
        self._beside.addLayout(left, _FORM)
        whole = column(self._beside)
        whole.setContentsMargins(0, 10, 0, 0)
        self.setLayout(whole)
        draft.shown.connect(self._follow)
        draft.changed.connect(self._follow)
        self._follow()

    def take(self, paper: LivePaper) -> None:
        """Put the paper beside the form."""
        if paper.parent() is not self:
            self._beside.addWidget(paper, _PAPER)

    def _follow(self) -> None:
        unsaved = self._draft.unsaved
        self.save.setEnabled(unsaved)
        self._state.setText(self._say("prepare.unsaved") if unsaved else "")
