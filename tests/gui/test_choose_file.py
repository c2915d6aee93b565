"""File dialogs beside an open ceremony."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.ui_kit.choose_file import ask_folder, ask_open, ask_save
from tests.helpers.desks import ceremonies, make_ceremony

Ask = Callable[[QWidget, Path], QFileDialog]


def _open(parent: QWidget, folder: Path) -> QFileDialog:
    parent.window().setProperty("last_folder", str(folder))
    return ask_open(parent, "Buka", "Semua (*)", lambda _: None)


def _save(parent: QWidget, folder: Path) -> QFileDialog:
    return ask_save(parent, "Simpan", "Semua (*)", folder / "baru.pdf", lambda _: None)


def _folder(parent: QWidget, folder: Path) -> QFileDialog:
    parent.window().setProperty("last_folder", str(folder))
    return ask_folder(parent, "Folder", lambda _: None)


@pytest.mark.skipif(sys.platform != "linux", reason="locks go with a closed file only on POSIX")
@pytest.mark.parametrize("ask", [_open, _save, _folder])
def test_a_dialog_takes_no_lock_from_an_open_ceremony(
    qtbot: QtBot, tmp_path: Path, ask: Ask
) -> None:
    path = make_ceremony(tmp_path / "upacara.ikrar", 2)
    (tmp_path / "sub").mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    with ceremonies().open(path):
        held = locks_of(tmp_path)
        assert held
        dialog = ask(parent, tmp_path)
        listed: list[str] = []
        model = dialog.findChild(QFileSystemModel)
        assert isinstance(model, QFileSystemModel)
        model.directoryLoaded.connect(listed.append)
        qtbot.waitUntil(lambda: str(tmp_path) in listed)
        assert locks_of(tmp_path) == held
        dialog.reject()


def locks_of(folder: Path) -> set[tuple[int, str]]:
    """The locks that this process holds on files of a folder: inode and range."""
    inodes = {path.stat().st_ino for path in folder.iterdir()}
    found = set()
    for line in Path("/proc/locks").read_text("ascii").splitlines():
        fields = line.split()
        inode = int(fields[5].rpartition(":")[2])
        if fields[1] == "POSIX" and int(fields[4]) == os.getpid() and inode in inodes:
            found.add((inode, f"{fields[6]}-{fields[7]}"))
    return found


def test_the_folder_is_remembered_by_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = ask_save(parent, "Simpan", "Semua (*)", tmp_path / "a.pdf", lambda _: None)
    first.fileSelected.emit(str(tmp_path / "a.pdf"))
    first.reject()
    second = ask_open(parent, "Buka", "Semua (*)", lambda _: None)
    assert Path(second.directory().absolutePath()) == tmp_path
    second.reject()
