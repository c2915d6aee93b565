"""The words that Qt brings along, in file dialogs and menus of fields, in the user's language.

Qt ships no Indonesian; what it says by itself is translated here, by its own English words.
"""

from typing import Final

from PySide6.QtCore import QTranslator

from ceremony_app.domain.messages import Catalogue

_KEYS: Final = {
    "&Look in:": "ui.qt.look_in",
    "Directory:": "ui.qt.folder",
    "File &name:": "ui.qt.file_name",
    "Files of &type:": "ui.qt.kinds",
    "&Open": "ui.qt.open",
    "&Save": "ui.qt.save",
    "&Choose": "ui.qt.choose",
    "Cancel": "ui.cancel",
    "&Yes": "ui.qt.yes",
    "&No": "ui.qt.no",
    "Save": "ui.qt.save",
    "Open": "ui.qt.open",
    "Choose": "ui.qt.choose",
    "Computer": "ui.qt.computer",
    "My Computer": "ui.qt.computer",
    "Kind": "ui.qt.type",
    "Name": "ui.qt.name",
    "Size": "ui.qt.size",
    "Type": "ui.qt.type",
    "Date Modified": "ui.qt.modified",
    "Back": "ui.qt.back",
    "Go back": "ui.qt.back",
    "Forward": "ui.qt.forward",
    "Go forward": "ui.qt.forward",
    "Parent Directory": "ui.qt.parent",
    "Go to the parent directory": "ui.qt.parent",
    "Create New Folder": "ui.qt.new_folder",
    "Create a New Folder": "ui.qt.new_folder",
    "&New Folder": "ui.qt.new_folder",
    "New Folder": "ui.qt.new_folder",
    "List View": "ui.qt.list",
    "Change to list view mode": "ui.qt.list",
    "Detail View": "ui.qt.details",
    "Change to detail view mode": "ui.qt.details",
    "Show &hidden files": "ui.qt.hidden",
    "&Rename": "ui.qt.rename",
    "&Delete": "ui.qt.delete",
    "Delete": "ui.qt.delete",
    "%1 already exists.\nDo you want to replace it?": "ui.qt.replace",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "ui.qt.no_file",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "ui.qt.no_folder"
    ),
    "&Undo": "ui.qt.undo",
    "&Redo": "ui.qt.redo",
    "Cu&t": "ui.qt.cut",
    "&Copy": "ui.qt.copy",
    "&Paste": "ui.qt.paste",
    "Select All": "ui.qt.select_all",
}


class QtWords(QTranslator):
    """Install it on the application; words that it does not know stay as Qt has them."""

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._words = {source: say(key) for source, key in _KEYS.items()}

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's own signature
        n: int = -1,  # noqa: ARG002
    ) -> str:
        # Names of keys stay as they are, since shortcuts are read by them. An empty answer would
        # be taken for the translation.
        return source if context == "QShortcut" else self._words.get(source, source)
