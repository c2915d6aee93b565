"""A button as large as what it does: an icon, a title and a line below."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, label, picture, row
from ceremony_app.ui_kit.widgets.press import PressButton


class CardButton(PressButton):
    """A button whose title and line are labels; both are its accessible words.

    `keys`, such as Ctrl+N, press it from anywhere in its window; they stand beside the title.
    """

    def __init__(
        self,
        tools: Tools,
        icon: str,
        title: str,
        words: str,
        on_click: Callable[[], object],
        *,
        icon_size: int = 28,
        keys: str = "",
    ) -> None:
        super().__init__()
        self.title = title
        self.setProperty("kind", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._below = label(words, "small", wrap=True)
        heading = row(label(title, "heading", wrap=True))
        if keys:
            heading.addWidget(label(keys, "small"), 0, Qt.AlignmentFlag.AlignTop)
            QShortcut(QKeySequence(keys), self, self.click)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(14)
        layout.addWidget(picture(tools, icon, tools.palette.focus, icon_size), 0)
        layout.addLayout(column(heading, self._below, gap=2), 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda _=False: on_click())

    def say_below(self, words: str) -> None:
        """Replace the line under the title."""
        self._below.setText(words)
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()
