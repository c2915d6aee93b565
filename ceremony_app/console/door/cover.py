"""One widget in the place of a page's others, until it is taken away again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Cover:
    """Hides what stands in a page, but for `kept`, and shows `widget` in its room.

    What hid or showed itself meanwhile is left as it is.
    """

    def __init__(
        self, page: QWidget, layout: QVBoxLayout, widget: QWidget, kept: Sequence[QWidget]
    ) -> None:
        self._page = page
        self._widget = widget
        self._kept = (widget, *kept)
        self._hidden: list[QWidget] = []
        widget.setVisible(False)
        layout.addWidget(widget, 1)

    @property
    def is_laid(self) -> bool:
        return not self._widget.isHidden()

    def lay(self) -> None:
        """Show the widget alone."""
        if self.is_laid:
            return
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        self._hidden = [
            child
            for child in self._page.findChildren(QWidget, options=direct)
            if not (child.isHidden() or child.isWindow() or child in self._kept)
        ]
        for child in self._hidden:
            child.setVisible(False)
        self._widget.setVisible(True)

    def lift(self) -> None:
        """Show again what was there before."""
        self._widget.setVisible(False)
        for child in self._hidden:
            child.setVisible(True)
        self._hidden = []
