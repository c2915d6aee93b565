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
        self._layout = layout
        self._hidden: list[QWidget] = []
        self._stretches: list[int] = []
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
        # Rows without anything in sight would still take their share of the room.
        self._stretches = [self._layout.stretch(at) for at in range(self._layout.count())]
        own = self._layout.indexOf(self._widget)
        for at in range(self._layout.count()):
            self._layout.setStretch(at, int(at == own))
        self._widget.setVisible(True)

    def lift(self) -> None:
        """Show again what was there before."""
        self._widget.setVisible(False)
        for at, stretch in enumerate(self._stretches):
            self._layout.setStretch(at, stretch)
        for child in self._hidden:
            child.setVisible(True)
        self._hidden = []
