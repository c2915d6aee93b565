"""Qt's own words in Indonesian."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from ceremony_app.domain.messages import Catalogue
from ceremony_app.ui_kit.qt_words import QtWords


@pytest.fixture
def qt_words(qapp: QApplication, indonesian: Catalogue) -> Iterator[None]:
    words = QtWords(indonesian)
    assert qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


def test_a_file_dialog_speaks_indonesian(qtbot: QtBot, qt_words: None) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert said >= {"&Isi folder:", "&Nama berkas:", "&Jenis berkas:"}


def test_words_that_are_not_known_stay(qapp: QApplication, qt_words: None) -> None:
    assert qapp.translate("QColorDialog", "Hu&e:") == "Hu&e:"
    assert QKeySequence("Ctrl+Home").toString() == "Ctrl+Home"
