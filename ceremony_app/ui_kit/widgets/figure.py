"""A number and what it counts, one over the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from ceremony_app.ui_kit.widgets.basics import column, label


class Figure(QFrame):
    """Read by screen readers as one: what is counted, and how many."""

    def __init__(self, figure: str, words: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("kind", "well")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._figure = label(figure, "title")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        caption = label(words, "small")
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        inside = column(self._figure, caption, gap=0)
        inside.setContentsMargins(16, 6, 16, 8)
        self.setLayout(inside)
        self.show_figure(figure)

    @property
    def figure(self) -> str:
        """What is shown."""
        return self._figure.text()

    def show_figure(self, figure: str) -> None:
        """Show another number."""
        self._figure.setText(figure)
        self.setAccessibleName(f"{self._words}: {figure}")
