"""The copies that are kept, newest first, with the way back from each."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ceremony_app.console.words import moment_in_figures
from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.messages import Message, message
from ceremony_app.storage.backup import Backup, BackupFolder, Moment
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, icon_button, label, row
from ceremony_app.ui_kit.widgets.empty import EmptyState
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Kept:
    """One copy, made `at` the ceremony's local time; `size` in bytes.

    `beside` the file, or on the second drive.
    """

    path: Path
    at: str
    moment: Moment
    beside: bool
    size: int


def kept_copies(path: Path, drive: Path | None, zone: Zone) -> list[Kept]:
    """The copies of a file beside it and on a drive, the newest first.

    Raises DiskTrouble where a drive does not answer; not for the window's thread.
    """
    folders = [BackupFolder.beside(path)]
    if drive is not None:
        folders.append(BackupFolder.on_drive(drive, path))
    found = [(one, number == 0) for number, folder in enumerate(folders) for one in folder.all()]
    found.sort(key=lambda one: one[0].at, reverse=True)
    kept = (_kept(one, zone, beside=beside) for one, beside in found)
    return [one for one in kept if one is not None]


class BackupsList(QWidget):
    """`back_wanted` names a copy of the list, `other_wanted` and `mirror_wanted` another one."""

    back_wanted = Signal(object)
    other_wanted = Signal()
    mirror_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        say = self._say
        self.table: DataTable[Kept] = DataTable(
            say("archive.copy.table"), self._columns(), sortable=False
        )
        self.back = icon_button(tools, "undo", say("archive.copy.back"), self._want_back)
        self.back.setEnabled(False)
        self.table.opened.connect(lambda one: self.back_wanted.emit(one))
        self.table.chosen.connect(lambda one: self.back.setEnabled(one is not None))
        self.other = button(say("archive.copy.other"), self.other_wanted.emit)
        self.mirror = button(say("archive.copy.mirror"), self.mirror_wanted.emit)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        empty = EmptyState(tools, "backup", say("archive.copy.none"), say("archive.copy.none_hint"))
        self._stack.addWidget(empty)
        whole = column(
            label(say("archive.copy.table"), "heading"),
            self._stack,
            label(say("archive.copy.back_hint"), "small", wrap=True),
            row(self.back, self.other, self.mirror, None, gap=10),
            gap=8,
        )
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_copies(self, kept: list[Kept]) -> None:
        """Replace the list; the copy that was chosen stays chosen."""
        chosen = self.table.current()
        self.table.show_rows(kept)
        paths = [one.path for one in kept]
        if chosen is not None and chosen.path in paths:
            self.table.selectRow(paths.index(chosen.path))
        self._stack.setCurrentIndex(0 if kept else 1)
        self.back.setEnabled(self.table.current() is not None)

    def _want_back(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.back_wanted.emit(chosen)

    def _columns(self) -> list[Column[Kept]]:
        say = self._say
        places = {True: say("archive.copy.place_beside"), False: say("archive.copy.place_drive")}
        return [
            Column(say("archive.copy.at"), lambda one: one.at, width=205),
            Column(say("archive.copy.moment"), lambda one: say.say(_moment_words(one.moment))),
            Column(say("archive.copy.place"), lambda one: places[one.beside], width=150),
            Column(
                say("archive.copy.size"),
                self._size,
                width=100,
                at_right=True,
            ),
        ]

    def _size(self, one: Kept) -> str:
        figures = f"{one.size / _MEGABYTE:.1f}".replace(".", self._say("archive.copy.decimal"))
        return f"{figures} MB"


def _kept(backup: Backup, zone: Zone, *, beside: bool) -> Kept | None:
    """One copy; None where it has just been thinned out."""
    try:
        size = backup.path.stat().st_size
    except FileNotFoundError:
        return None
    at = moment_in_figures(local_text(backup.at, zone))
    return Kept(backup.path, at, backup.moment, beside, size)


def _moment_words(moment: Moment) -> Message:
    return {
        Moment.OPENED: message("archive.moment.opened"),
        Moment.ASKED: message("archive.moment.asked"),
        Moment.SESSION: message("archive.moment.session"),
        Moment.RUNNING: message("archive.moment.running"),
        Moment.BEFORE_MIGRATION: message("archive.moment.migration"),
    }[moment]
