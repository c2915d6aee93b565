"""One of the office's pictures in a form: its name, and buttons to choose another or none."""

from PySide6.QtWidgets import QWidget

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, icon_button, label, row


class PictureRow(QWidget):
    """One of the office's pictures: its name, and buttons to choose another or none."""

    def __init__(self, tools: Tools, caption: str, hint: str) -> None:
        super().__init__()
        self._none = tools.say("look.no_picture")
        self.name = label(self._none)
        self.choose = icon_button(tools, "folder", tools.say("look.choose"))
        self.choose.setAccessibleName(f"{caption}: {tools.say('look.choose')}")
        self.remove = button(tools.say("look.remove"), kind="plain")
        self.remove.setAccessibleName(f"{caption}: {tools.say('look.remove')}")
        self.remove.setVisible(False)
        head = row(self.name, None, self.remove, self.choose)
        self.setLayout(
            column(label(caption, "caption"), head, label(hint, "small", wrap=True), gap=3)
        )

    def show_name(self, name: str) -> None:
        """The name of the picture in use; empty where there is none."""
        self.name.setText(name or self._none)
        self.remove.setVisible(bool(name))
