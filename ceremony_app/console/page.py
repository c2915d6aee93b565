"""What the ceremony window asks of its pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.console.desk import Desk
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import label
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip

MARGIN = 22


class Page(QWidget):
    """One page of the ceremony window: a heading, a place for questions, and its content.

    `remarked` carries a word that stands below the page's name at the window's side, whatever
    page is in sight; an empty one takes it away.
    """

    remarked = Signal(str)

    def __init__(self, tools: Tools, desk: Desk, title: str) -> None:
        super().__init__()
        self.tools = tools
        self.desk = desk
        self.say = tools.say
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.confirm = ConfirmStrip(tools)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.column.setSpacing(10)
        self.heading = label(title, "title")
        self.column.addWidget(self.heading)
        self.column.addWidget(self.confirm)

    def arrive(self) -> None:
        """The page has come into sight: read again what may have changed."""

    def may_leave(self) -> bool:
        """Whether another page may come; a page that holds unsaved work may say no, and why."""
        return True
