"""Pages that lie on one another."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Pile(QStackedWidget):
    """Asks for the room of the page in sight.

    Qt's own stack asks for that of its largest page: on a laptop a page that nobody sees would
    push the foot of the window off the screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        return page.minimumSizeHint().expandedTo(page.minimumSize())
