"""A field of several lines that is as high as its words."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

_LEAST_LINES = 2


class GrowingText(QPlainTextEdit):
    """Never scrolls: whoever reads a clause reads all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return  # its edges are not known yet
        words, block = 0.0, self.document().begin()
        while block.isValid():
            words += self.blockBoundingRect(block).height()
            block = block.next()
        words = max(words, _LEAST_LINES * self.fontMetrics().lineSpacing())
        edges = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        self.setFixedHeight(math.ceil(words + edges))
