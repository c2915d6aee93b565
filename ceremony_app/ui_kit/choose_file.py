"""Choosing files without stopping the program: the answer comes by call, scans go on meanwhile.

A file dialog must never open the files that it lists. Qt's own looks into every file for an
icon, GTK's for a type, both inside this process; and when a process closes a file, POSIX drops
every lock that it has on it (decision 0015). An open ceremony would lose its locks, and the next
door to open it would pull the shared memory from under it. Nor may it be the system's: its keys
do not come past this program, and a badge scanned meanwhile would be lost (decision 0041).
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QStyle, QWidget

Chosen = Callable[[Path], object]

_FOLDER = "last_folder"


def ask_open(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> QFileDialog:
    """Ask for a file that exists; `kinds` is Qt's filter ("Berkas upacara (*.ikrar)")."""
    dialog = FileDialog(parent, title)
    dialog.setNameFilter(kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(_last_folder(parent))
    return _opened(dialog, parent, chosen)


def ask_open_many(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for files that exist, one or many."""
    dialog = FileDialog(parent, title)
    dialog.setNameFilter(kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setDirectory(_last_folder(parent))
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    return _opened(dialog, parent, lambda _: None)


def ask_save(
    parent: QWidget, title: str, kinds: str, suggestion: Path, chosen: Chosen
) -> QFileDialog:
    """Ask where to save; the dialog itself asks before an existing file is replaced."""
    dialog = FileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.setDirectory(str(suggestion.parent))
    dialog.selectFile(suggestion.name)
    return _opened(dialog, parent, chosen)


def ask_folder(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    """Ask for a folder."""
    dialog = FileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setDirectory(_last_folder(parent))
    return _opened(dialog, parent, chosen)


class FileDialog(QFileDialog):
    """A dialog that lists nothing yet: it begins in the root, before its icons can be changed."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, QDir.rootPath())
        # Not the system's: it would open files here (on Linux), and swallow scans (everywhere).
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        icon = self.style().standardIcon
        # Qt does not keep it alive, and asks it from a thread of its own.
        self._icons = ByNameOnly(
            icon(QStyle.StandardPixmap.SP_FileIcon), icon(QStyle.StandardPixmap.SP_DirIcon)
        )
        self.setIconProvider(self._icons)


class ByNameOnly(QAbstractFileIconProvider):
    """Tells files from folders, and looks into none."""

    def __init__(self, file: QIcon, folder: QIcon) -> None:
        super().__init__()
        self._file = file
        self._folder = folder

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        if isinstance(of, QFileInfo):
            return self._folder if of.isDir() else self._file
        return self._file if of is self.IconType.File else self._folder

    def type(self, of: QFileInfo) -> str:
        return "" if of.isDir() else of.suffix()


def _last_folder(parent: QWidget) -> str:
    kept = parent.window().property(_FOLDER)
    return kept if isinstance(kept, str) else str(Path.home())


def _opened(dialog: FileDialog, parent: QWidget, chosen: Chosen) -> QFileDialog:
    window = parent.window()

    def answered(name: str) -> None:
        window.setProperty(_FOLDER, str(Path(name).parent))
        chosen(Path(name))

    dialog.fileSelected.connect(answered)
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.open()
    return dialog
