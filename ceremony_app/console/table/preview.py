"""The paper as it would be made now; or, where it cannot be made, why not and what to do."""

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from ceremony_app.domain.errors import KnownError
from ceremony_app.ui_kit.tasks import Lane
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.pdf_view import PdfView


class Preview(QStackedWidget):
    """Nothing is said on the message bar for a draft: nobody asked for a paper yet."""

    def __init__(self, tools: Tools, lane: Lane) -> None:
        super().__init__()
        self._tools = tools
        self._empty: EmptyState | None = None
        self.view = PdfView(tools, lane, tools.say("table.preview"))
        self.addWidget(self.view)

    @property
    def reason(self) -> str:
        """Why there is no paper to be seen; empty where there is one."""
        shown = self._empty if self.currentIndex() == 1 else None
        return shown.accessibleDescription() if shown else ""

    def clear(self) -> None:
        """Let go of the draft, so that its file can be written anew."""
        self.view.close_file()

    def show_file(self, path: Path) -> None:
        """Show a draft."""
        self.setCurrentIndex(0)
        self.view.show_file(path)

    def show_reason(self, error: KnownError) -> None:
        """Show why there is none."""
        if self._empty is not None:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
        say = self._tools.say
        self._empty = EmptyState(
            self._tools, "text", say("table.no_preview"), say.say(error.message)
        )
        self.addWidget(self._empty)
        self.setCurrentIndex(1)
